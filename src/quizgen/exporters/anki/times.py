"""When notes and note types last changed: what decides whether Anki takes them again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from quizgen.errors import QuizgenError
from quizgen.model import Card, CardKind

# Never 0: Anki takes a time of 0 for a broken collection.
_BEGINNING = date(2025, 1, 1)
_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Times:
    """When notes (by card id) and note types (by kind) last changed, in seconds since 1970.

    Anki replaces a note or a note type only by a newer one. Without a time given here, a note has
    that of its source's publication, and a note type one that grows with its version.
    """

    notes: Mapping[str, int] = field(default_factory=dict)
    note_types: Mapping[CardKind, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, seconds in [*self.notes.items(), *self.note_types.items()]:
            if seconds <= 0:
                raise QuizgenError(
                    f"{name!r} changed at time {seconds}", hint="give seconds since 1970, over 0"
                )

    def of_note(self, card: Card) -> int:
        """When the note of a card last changed."""
        return self.notes.get(card.id, published(card))

    def of_note_type(self, kind: CardKind, version: int) -> int:
        """When the note type for a kind of card last changed."""
        return self.note_types.get(kind, _midnight(_BEGINNING) + version * _DAY)


def published(card: Card) -> int:
    """Return the day on which the card's source was published, in seconds since 1970."""
    day = card.source.published if card.source else None
    return _midnight(day if day and day.year > 1970 else _BEGINNING)


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time(), tzinfo=UTC).timestamp())
