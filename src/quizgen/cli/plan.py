"""`quizgen plan`: what a build would change."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen.cli.deck_runs import Run, end
from quizgen.cli.project import all_specs, output_option
from quizgen.cli.running import pipeline_option, quiet_option


@click.command(epilog="Example: quizgen plan decks/otan-kiev.yaml")
@click.argument("decks", metavar="[DECK]…", nargs=-1)
@output_option
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a deck.")
@pipeline_option
@quiet_option
def plan(
    decks: tuple[str, ...], output: Path, as_json: bool, pipeline: str | None, quiet: bool
) -> None:
    """Show what a build would change, and write nothing.

    Each card with its id: + is new in the deck, ~ has other words than those published last (⇒
    shows the new ones), - is retired. DECK is a YAML file; all of decks/*.yaml unless told.
    """
    end(Run("plan", output, pipeline, as_json, quiet).over(decks or all_specs()))
