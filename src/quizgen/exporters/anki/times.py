"""When notes and note types last changed: what decides whether Anki takes them again.

All times are in seconds since 1970. A deck that is kept with a lock brings them; for another one,
a note is as old as its source, and a note type as old as this version of it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from quizgen.cards import Card, CardKind, Deck

NOTE_TYPES_CHANGED = date(2026, 11, 24)
"""The day of the last change of a template or of the style: move it on with every change."""

# Never 0: Anki takes a time of 0 for a broken collection.
_BEGINNING = date(2025, 1, 1)


def of_note(card: Card) -> int:
    """When the note of a card last changed."""
    return card.changed or published(card)


def of_note_type(deck: Deck, kind: CardKind) -> int:
    """When the note type for a kind of card last changed."""
    return deck.changed.get(kind, _midnight(NOTE_TYPES_CHANGED))


def published(card: Card) -> int:
    """The day on which the card's source was published, or the first one of its month."""
    day = card.source.published or card.source.month if card.source else None
    return _midnight(day if day and day.year > 1970 else _BEGINNING)


def _midnight(day: date) -> int:
    return int(datetime.combine(day, time(), tzinfo=UTC).timestamp())
