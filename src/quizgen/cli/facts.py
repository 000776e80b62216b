"""`quizgen facts`: what an article says that can be asked."""

from __future__ import annotations

import json

import click

from quizgen.cli.contract import facts_of
from quizgen.cli.running import for_each, json_option, pipeline_option, quiet_option
from quizgen.cli.tables import facts_table


@click.command(epilog="Example: quizgen facts --json first.md second.md")
@click.argument("sources", metavar="SOURCE…", nargs=-1, required=True)
@json_option
@pipeline_option
@quiet_option
def facts(sources: tuple[str, ...], as_json: bool, pipeline: str | None, quiet: bool) -> None:
    """List the facts found in each SOURCE.

    SOURCE is a file, or - for standard input.
    """
    from quizgen import pipeline as story

    def show(source: str) -> str:
        reading = story.read(source, pipeline)
        if as_json:
            return json.dumps(facts_of(reading.source, reading.facts), ensure_ascii=False)
        return facts_table(reading.source, reading.facts)

    for_each(sources, show)
