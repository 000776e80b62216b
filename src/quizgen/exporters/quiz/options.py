"""What a deck may ask of its printed quiz."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.errors import QuizgenError

# Every option with the values it may have; the first one is the default.
OPTIONS: dict[str, tuple[str, ...]] = {
    "paper": ("A4", "Letter"),
    "key": ("page", "none"),
}


@dataclass(frozen=True, slots=True)
class QuizOptions:
    """The options of one quiz, checked."""

    paper: str
    key: str


def read_options(options: Mapping[str, object]) -> QuizOptions:
    """Pick this exporter's options out of a deck's, which may hold other formats' as well."""
    return QuizOptions(paper=_choose("paper", options), key=_choose("key", options))


def _choose(name: str, options: Mapping[str, object]) -> str:
    values = OPTIONS[name]
    if name not in options:
        return values[0]
    asked = options[name]
    for value in values:
        if isinstance(asked, str) and asked.casefold() == value.casefold():
            return value
    raise QuizgenError(
        f"option {name}: {asked!r} is not known", hint=f"write one of: {', '.join(values)}"
    )
