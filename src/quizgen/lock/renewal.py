"""From the lock of the last build to that of the next one, and back onto the cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from quizgen.cards import Card, CardKind, Deck
from quizgen.lock.entries import Entry, Lock, Mark, NoteKey, key_of

Said = tuple[str, int]
"""What an exporter says of something: its hash, and the time that it has when it is new."""


def with_retired(deck: Deck, lock: Lock) -> Deck:
    """The deck with those cards of its lock that it no longer has as retired ones."""
    present = {key_of(card) for card in deck.cards}
    gone = (lock.notes[key].card for key in sorted(lock.notes) if key not in present)
    return replace(deck, retired=tuple(gone))


def renew(
    lock: Lock,
    deck: Deck,
    notes: Mapping[NoteKey, Said],
    layouts: Mapping[CardKind, Said],
    now: int,
) -> Lock:
    """Give the lock of a deck that is about to be published, retired cards included.

    `notes` and `layouts` say of each its hash, and the time that it has unless it was published
    before. What was published with another hash gets the time `now`, what has the same hash
    keeps its entry.
    """
    kept = {kind: _mark(mark, layouts.get(kind), now) for kind, mark in lock.layouts.items()}
    fresh = {kind: Mark(*said) for kind, said in layouts.items() if kind not in kept}
    entries = {
        key_of(card): _entry(lock.notes.get(key_of(card)), card, notes[key_of(card)], now, retired)
        for cards, retired in ((deck.cards, False), (deck.retired, True))
        for card in cards
    }
    return Lock(deck.name, kept | fresh, entries)


def dated(deck: Deck, lock: Lock) -> Deck:
    """The deck with the times of its lock."""
    return replace(
        deck,
        cards=_dated(deck.cards, lock),
        retired=_dated(deck.retired, lock),
        changed={kind: mark.changed for kind, mark in lock.layouts.items()},
    )


def _entry(old: Entry | None, card: Card, said: Said, now: int, retired: bool) -> Entry:
    if old is None:
        return Entry(card, Mark(*said), retired)
    if old.mark.hash == said[0] and old.retired == retired:
        return old
    return Entry(card, _mark(old.mark, said, now), retired)


def _mark(old: Mark, said: Said | None, now: int) -> Mark:
    """The new mark of what was published before, newer if its content is another."""
    if said is None or old.hash == said[0]:
        return old
    return Mark(said[0], max(old.changed + 1, now))


def _dated(cards: Iterable[Card], lock: Lock) -> tuple[Card, ...]:
    return tuple(replace(card, changed=lock.notes[key_of(card)].mark.changed) for card in cards)
