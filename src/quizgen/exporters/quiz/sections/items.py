"""What every section gives: items, or why there are none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quizgen.cards import Card


@dataclass(frozen=True, slots=True)
class Item:
    """A card in its section.

    `parts` are the words asked, cut where a gap stands between them. `answer` is what the key
    says; `wrong` the words that a false statement holds in the answer's place.
    """

    card: Card
    parts: tuple[str, ...]
    answer: str
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """What a section is built from: cards that no other section has, labels, a seed, a limit."""

    cards: tuple[Card, ...]
    labels: Mapping[str, str]
    seed: str
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """The items of a section in the order of the deck; without any, `reason` says why."""

    items: tuple[Item, ...] = ()
    reason: str = ""


Finder = Callable[[Call], Found]


def enough(items: Sequence[Item], least: int, call: Call, what: str) -> Found:
    """The first items up to the limit, or the reason that there are too few."""
    kept = tuple(items[: call.most])
    if len(kept) >= least:
        return Found(kept)
    return Found(reason=f"it takes {least} {what}, and there {_are(len(kept))}")


def _are(count: int) -> str:
    return {0: "is none", 1: "is 1"}.get(count, f"are {count}")
