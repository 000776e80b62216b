"""Where a project keeps its specs, its articles and its results."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen.errors import QuizgenError

SPECS = Path("decks")
SOURCES = Path("sources")
RESULTS = Path("build")

output_option = click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=RESULTS,
    show_default=True,
    help="Folder of the built decks.",
)


def all_specs() -> tuple[str, ...]:
    """Every deck spec of the project in the current folder; exits where there is none."""
    specs = tuple(str(path) for path in sorted(SPECS.glob("*.yaml")))
    if not specs:
        error = QuizgenError("there are no specs here", path=f"{SPECS}/*.yaml", hint="name a DECK")
        click.echo(f"quizgen: {error}", err=True)
        raise click.exceptions.Exit(1)
    return specs
