"""What a lock holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizgen.cards import Card, CardKind

NoteKey = tuple[str, CardKind]
"""What a note is known by: the id of its card and its kind, since no note can change its kind."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A hash of some content, and when that last changed, in seconds since 1970."""

    hash: str
    changed: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A note as it was published last; `retired` when its card is no longer in the deck."""

    card: Card
    mark: Mark
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Lock:
    """All that was published of a deck, under the name that it had; empty before the first time."""

    deck: str = ""
    layouts: Mapping[CardKind, Mark] = field(default_factory=dict)
    notes: Mapping[NoteKey, Entry] = field(default_factory=dict)


def key_of(card: Card) -> NoteKey:
    """What the note of a card is known by."""
    return card.id, card.kind
