"""`quizgen build`: deck specs to decks."""

from __future__ import annotations

import os
import time
from pathlib import Path

import click

from quizgen.cli.running import (
    Stems,
    for_each,
    note,
    pipeline_option,
    quiet_option,
    report,
    tell_shortfall,
)
from quizgen.decks import load_spec
from quizgen.errors import QuizgenError
from quizgen.exporters import EXPORTERS
from quizgen.language import Language
from quizgen.lock import Changes, compare, lock_path, read_lock, write_lock
from quizgen.model import Deck

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
@click.option(
    "--together",
    metavar="NAME",
    help="Put all these decks into one more Anki package, DIR/NAME.apkg.",
)
@pipeline_option
@quiet_option
def build(
    decks: tuple[str, ...],
    output: Path,
    together: str | None,
    pipeline: str | None,
    quiet: bool,
) -> None:
    """Build the decks that specs describe.

    DECK is a YAML file; all of decks/*.yaml are built unless told.
    """
    from quizgen import pipeline as story

    stems = Stems(output)
    built: list[tuple[Deck, Language]] = []

    def build_one(name: str) -> str:
        stem = stems.claim(name)
        spec = load_spec(Path(name), tuple(EXPORTERS), story.fact_kinds())
        old = read_lock(lock_path(spec.path))
        deck, language = story.build_deck(spec, pipeline)
        deck, new = story.keep(deck, language, old, _now())
        written = story.write(deck, spec.formats, stem, language)
        if new != old:
            write_lock(lock_path(spec.path), new)
        built.append((deck, language))
        _warn(name, compare(old, new), deck.name, quiet)
        tell_shortfall(name, spec.asked, deck, quiet)
        return report(name, deck, written, quiet)

    def write_together(name: str) -> str:
        stem = stems.claim(name)
        path = stem.with_name(f"{stem.name}.apkg")
        story.write_together(built, path)
        return "" if quiet else f"{len(built)} decks together → {path}"

    for_each(decks or _all_specs(), build_one, bar=not quiet)
    for_each([together] if together else [], write_together)


def _now() -> int:
    """The time in seconds since 1970, which enters a lock, and a deck, only where these change.

    SOURCE_DATE_EPOCH stands for the clock, as in other programs whose output can be reproduced.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed and not fixed.isdecimal():
        raise QuizgenError(f"SOURCE_DATE_EPOCH is {fixed!r}", hint="give seconds since 1970")
    return int(fixed) if fixed else int(time.time())


def _warn(name: str, changes: Changes, deck: str, quiet: bool) -> None:
    """Tell that Anki knows a deck by its name, when that is no longer what it was."""
    if changes.renamed_from:
        note(
            f"{name}: the deck {changes.renamed_from!r} is now called {deck!r}: Anki will make a "
            "new deck and leave cards already imported in the old one (rename it in Anki first)",
            quiet,
        )


def _all_specs() -> tuple[str, ...]:
    specs = tuple(str(path) for path in sorted(SPECS.glob("*.yaml")))
    if not specs:
        error = QuizgenError("there are no specs here", path=f"{SPECS}/*.yaml", hint="name a DECK")
        click.echo(f"quizgen: {error}", err=True)
        raise click.exceptions.Exit(1)
    return specs
