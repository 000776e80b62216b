"""`quizgen explain`: why each rule asked or stayed silent."""

from __future__ import annotations

import click

from quizgen.cli.running import for_each, pipeline_option, quiet_option
from quizgen.cli.tables import explanation


@click.command(epilog="Example: quizgen explain article.md")
@click.argument("sources", metavar="SOURCE", nargs=-1, required=True)
@pipeline_option
@quiet_option
def explain(sources: tuple[str, ...], pipeline: str | None, quiet: bool) -> None:
    """Show why each rule asked or kept silent.

    For each sentence of SOURCE: its clauses, the facts found, what the rules made of them.
    """
    from quizgen import pipeline as story

    for_each(sources, lambda source: explanation(story.ask(story.read(source, pipeline))))
