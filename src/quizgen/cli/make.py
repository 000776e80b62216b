"""`quizgen make`: articles to decks."""

from __future__ import annotations

from pathlib import Path

import click
from click.core import ParameterSource

from quizgen.cli.printing import print_flags
from quizgen.cli.running import (
    Stems,
    check_kinds,
    choices_option,
    for_each,
    kinds_option,
    pipeline_option,
    quiet_option,
    report,
    tell_shortfall,
)
from quizgen.exporters import DEFAULT_FORMATS, EXPORTERS
from quizgen.selection import DEFAULT_CARDS


@click.command(epilog="Example: quizgen make article.md -o decks")
@click.argument("articles", metavar="ARTICLE…", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="Folder to write to; the current one unless told.",
)
@click.option(
    "--cards",
    "limit",
    metavar="N",
    type=click.IntRange(min=1),
    default=DEFAULT_CARDS,
    show_default=True,
    help="Keep the N best cards.",
)
@kinds_option
@choices_option
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(tuple(EXPORTERS)),
    default=DEFAULT_FORMATS,
    help="What to write; may be given again. apkg and html unless told.",
)
@print_flags
@pipeline_option
@quiet_option
def make(  # noqa: PLR0913, PLR0917 - one parameter an option
    articles: tuple[str, ...],
    output: Path,
    limit: int,
    kinds: frozenset[str] | None,
    choices: bool,
    formats: tuple[str, ...],
    pipeline: str | None,
    quiet: bool,
    options: dict[str, object],
) -> None:
    """Make a deck of each ARTICLE.

    ARTICLE is a file, or - for standard input. Writes ARTICLE.apkg for Anki and ARTICLE.html to
    print; ARTICLE.pdf when asked for.
    """
    from quizgen import pipeline as story

    asked = click.get_current_context().get_parameter_source("limit") != ParameterSource.DEFAULT
    check_kinds(kinds, story.fact_kinds())
    stems = Stems(output)

    def make_one(article: str) -> str:
        stem = stems.claim(article)
        reading = story.ask(story.read(article, pipeline), choices=choices)
        deck = story.make_deck(reading, limit, kinds, options)
        tell_shortfall(article, limit if asked else 0, deck, quiet)
        written = story.write(deck, dict.fromkeys(formats), stem, reading.language)
        return report(article, deck, written, quiet)

    for_each(articles, make_one, bar=not quiet)
