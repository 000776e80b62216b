"""What the commands share: options, going through many items, messages."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from quizgen.cards import Deck
from quizgen.errors import QuizgenError
from quizgen.exporters.written import Written
from quizgen.yamlfile import suggest

T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., Any])

pipeline_option = click.option(
    "--pipeline",
    metavar="NAME_OR_PATH",
    help="Read with this spaCy pipeline instead of the one that comes with the language.",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Report errors only.")
choices_option = click.option(
    "--choices",
    is_flag=True,
    help="Give four options to choose from, where the article itself offers three wrong ones.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print one JSON object a source."
)


def kinds_option(command: F) -> F:
    """Add the option that narrows cards down to kinds of fact."""
    return click.option(
        "--kinds",
        metavar="A,B,…",
        callback=lambda _context, _option, value: _split(value),
        help="Only cards about these kinds of fact, such as quote,percentage.",
    )(command)


def for_each(items: Sequence[T], act: Callable[[T], str], *, bar: bool = False) -> None:
    """Do `act` for every item and print what it returns; exit 1 at the end if one failed.

    A failure is told on standard error and the others go on. `bar` shows progress there, when it
    is a terminal and there is more than one item; the results are then printed at the end.
    """
    if bar and len(items) > 1 and sys.stderr.isatty():
        told: list[tuple[str, bool]] = []
        try:
            with click.progressbar(items, file=sys.stderr) as shown:
                told.extend(_try(act, item) for item in shown)
        finally:
            failed = _tell(told)
    else:
        failed = _tell(_try(act, item) for item in items)
    if failed:
        raise click.exceptions.Exit(1)


def note(message: str, quiet: bool) -> None:
    """Tell something on standard error that is no fault."""
    if not quiet:
        click.echo(f"quizgen: {message}", err=True)


def check_kinds(kinds: frozenset[str] | None, known: Iterable[str]) -> None:
    """Refuse, as wrong usage, a kind of fact that does not exist."""
    for kind in sorted((kinds or frozenset()) - frozenset(known)):
        raise click.BadParameter(f"unknown kind of fact {kind!r} ({suggest(kind, known)})")


class Stems:
    """Names of files to write, so that no deck overwrites another of the same run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._taken: dict[str, str] = {}

    def claim(self, source: str) -> Path:
        """Where the deck of a source goes, without suffix."""
        stem = "stdin" if source == "-" else Path(source).stem
        first = self._taken.get(stem.casefold())
        if first is not None:
            raise QuizgenError(
                f"its deck would overwrite that of {first}", path=source, hint="rename one of them"
            )
        self._taken[stem.casefold()] = source
        return self.folder / stem


def tell_shortfall(source: str, asked: int, deck: Deck, quiet: bool) -> None:
    """Tell on standard error where a deck has fewer cards than somebody asked for."""
    if len(deck.cards) < asked:
        note(f"{source}: {asked} cards asked for, {len(deck.cards)} made", quiet)


def report(source: str, deck: Deck, written: Written, quiet: bool) -> str:
    """One line on a deck: how many cards of which kind, and where it was written.

    What somebody may have expected otherwise is told on standard error. Quiet says nothing.
    """
    for said in written.notes:
        note(f"{source}: {said}", quiet)
    kinds = Counter(card.fact for card in deck.cards).most_common()
    counted = ", ".join(f"{count} {kind}" for kind, count in kinds)
    cards = f"{len(deck.cards)} card{'s' if len(deck.cards) != 1 else ''}"
    paths = ", ".join(map(str, written.paths))
    return "" if quiet else f"{source}: {cards} ({counted}) → {paths}"


def _try(act: Callable[[T], str], item: T) -> tuple[str, bool]:
    """What an action says, and whether it failed."""
    try:
        return act(item), False
    except QuizgenError as error:
        return "\n".join(f"quizgen: {fault}" for fault in error.faults), True


def _tell(results: Iterable[tuple[str, bool]]) -> bool:
    """Print results, failures on standard error; say whether there was one."""
    any_failed = False
    for text, failed in results:
        any_failed = any_failed or failed
        if text:
            click.echo(text, err=failed)
    return any_failed


def _split(value: str | None) -> frozenset[str] | None:
    words = frozenset(word.strip() for word in (value or "").split(",") if word.strip())
    return words or None
