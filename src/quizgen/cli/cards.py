"""`quizgen cards`: the questions that an article gives."""

from __future__ import annotations

import json

import click

from quizgen.cli.contract import cards_of
from quizgen.cli.running import (
    check_kinds,
    choices_option,
    for_each,
    json_option,
    kinds_option,
    note,
    pipeline_option,
    quiet_option,
)
from quizgen.cli.tables import cards_table


@click.command(epilog="Example: quizgen cards article.md --cards 5 --kinds quote,percentage")
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True)
@json_option
@click.option(
    "--cards",
    "limit",
    metavar="N",
    type=click.IntRange(min=1),
    help="Keep the N best cards; unless told, all that pass the guards.",
)
@kinds_option
@choices_option
@pipeline_option
@quiet_option
def cards(  # noqa: PLR0913, PLR0917 - one parameter an option
    sources: tuple[str, ...],
    as_json: bool,
    limit: int | None,
    kinds: frozenset[str] | None,
    choices: bool,
    pipeline: str | None,
    quiet: bool,
) -> None:
    """List the cards made of each SOURCE.

    SOURCE is a file, or - for standard input. The best card comes first.
    """
    from quizgen import pipeline as story

    check_kinds(kinds, story.fact_kinds())

    def show(source: str) -> str:
        reading = story.ask(story.read(source, pipeline), choices=choices)
        chosen = story.choose([reading], limit, kinds)
        if not chosen:
            note(f"{source}: {story.why_none(reading)}", quiet)
        if as_json:
            return json.dumps(cards_of(reading.source, chosen), ensure_ascii=False)
        return cards_table(reading.source, chosen)

    for_each(sources, show)
