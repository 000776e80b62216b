"""`quizgen build`: deck specs to decks."""

from __future__ import annotations

from pathlib import Path

import click

from quizgen.cli.running import Stems, for_each, pipeline_option, quiet_option, report
from quizgen.decks import load_spec
from quizgen.errors import QuizgenError
from quizgen.exporters import EXPORTERS

SPECS = Path("decks")


@click.command(epilog="Example: quizgen build decks/otan-kiev.yaml")
@click.argument("decks", metavar="[DECK]…", nargs=-1)
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("build"),
    show_default=True,
    help="Folder to write to.",
)
@pipeline_option
@quiet_option
def build(decks: tuple[str, ...], output: Path, pipeline: str | None, quiet: bool) -> None:
    """Build the decks that specs describe.

    DECK is a YAML file; all of decks/*.yaml are built unless told.
    """
    from quizgen import pipeline as story

    stems = Stems(output)

    def build_one(name: str) -> str:
        stem = stems.claim(name)
        spec = load_spec(Path(name), tuple(EXPORTERS), story.fact_kinds())
        deck, language = story.build_deck(spec, pipeline)
        paths = story.write(deck, spec.formats, stem, language)
        return "" if quiet else report(name, deck, paths)

    for_each(decks or _all_specs(), build_one, bar=not quiet)


def _all_specs() -> tuple[str, ...]:
    specs = tuple(str(path) for path in sorted(SPECS.glob("*.yaml")))
    if not specs:
        error = QuizgenError("there are no specs here", path=f"{SPECS}/*.yaml", hint="name a DECK")
        click.echo(f"quizgen: {error}", err=True)
        raise click.exceptions.Exit(1)
    return specs
