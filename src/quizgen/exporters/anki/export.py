"""Decks as one Anki package, which can be imported again without losing what was learnt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen.cards import CardKind, Deck
from quizgen.errors import QuizgenError
from quizgen.exporters.anki.description import describe
from quizgen.exporters.anki.identity import fingerprint, stable_id
from quizgen.exporters.anki.labels import check_labels
from quizgen.exporters.anki.note_types import NoteType, make_note_type
from quizgen.exporters.anki.notes import Note, make_notes
from quizgen.exporters.anki.package import PackedDeck, pack
from quizgen.exporters.anki.refusals import check_cards
from quizgen.exporters.anki.times import published
from quizgen.files import write_atomically

Labels = Mapping[str, str]
Print = tuple[str, int]
"""A hash of what Anki gets, and its time of change as long as nobody kept account of that."""


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What Anki gets: notes by id and kind of their cards, note types by kind."""

    notes: Mapping[tuple[str, CardKind], Print]
    note_types: Mapping[CardKind, Print]


def export_anki(deck: Deck, path: Path, labels: Labels) -> None:
    """Write `deck` as an Anki package to `path`, the same bytes for the same arguments.

    Raises QuizgenError, before anything is written, for a card that Anki could not hold.
    """
    export_together([(deck, labels)], path)


def export_together(decks: Sequence[tuple[Deck, Labels]], path: Path) -> None:
    """Write several decks, each with the labels of its language, as one Anki package.

    Raises QuizgenError, before anything is written, for a card that Anki could not hold, for a
    card that stands there twice, and for two decks of one name. A card that moved from one of the
    decks to another does not retire.
    """
    names = [(deck.id, deck.name.casefold()) for deck, _ in decks]
    for known in zip(*names, strict=True):
        if doubles := {name for name in known if known.count(name) > 1}:
            raise QuizgenError(f"two decks are called {min(doubles)!r}", hint="rename one of them")
    decks = _without_moved(decks)
    packed = [
        PackedDeck(
            id=stable_id("deck", deck.id),
            name=deck.name,
            notes=notes,
            description=describe(deck, labels),
        )
        for (deck, labels), notes in zip(decks, prepare(decks), strict=True)
    ]
    write_atomically(path, pack(packed, _first_id(deck for deck, _ in decks)))


def _without_moved(decks: Sequence[tuple[Deck, Labels]]) -> list[tuple[Deck, Labels]]:
    """The decks, each retired card only where no other deck has it, retired or not."""
    seen = {(card.id, card.kind) for deck, _ in decks for card in deck.cards}
    found = []
    for deck, labels in decks:
        retired = tuple(card for card in deck.retired if (card.id, card.kind) not in seen)
        seen |= {(card.id, card.kind) for card in retired}
        found.append((replace(deck, retired=retired), labels))
    return found


def fingerprints(deck: Deck, labels: Labels) -> Fingerprints:
    """Hash what Anki gets for each card, retired ones included, and for each note type.

    Where a hash differs from that of the last package, the deck must carry a newer time.
    """
    notes = prepare([(replace(deck, changed={}), labels)])[0]
    return Fingerprints(
        notes={(n.card.id, n.card.kind): (_hash_note(n), published(n.card)) for n in notes},
        note_types={
            kind: (_hash_note_type(note_type), note_type.modified)
            for kind, note_type in {n.card.kind: n.note_type for n in notes}.items()
        },
    )


def prepare(decks: Sequence[tuple[Deck, Labels]]) -> list[tuple[Note, ...]]:
    """Make the notes of each deck, retired ones last. Raises QuizgenError for what cannot be."""
    for _, labels in decks:
        check_labels(labels)
    check_cards(card for deck, _ in decks for card in (*deck.cards, *deck.retired))
    return [_make(deck, labels) for deck, labels in decks]


def _make(deck: Deck, labels: Labels) -> tuple[Note, ...]:
    kinds = dict.fromkeys(card.kind for card in (*deck.cards, *deck.retired))
    return make_notes(deck, labels, {kind: make_note_type(kind, deck, labels) for kind in kinds})


def _hash_note(note: Note) -> str:
    return fingerprint(note.card.kind, *note.fields, *note.tags)


def _hash_note_type(note_type: NoteType) -> str:
    names = [name for _, name in note_type.fields]
    sides = [text for each in note_type.templates for text in (each.name, each.front, each.back)]
    return fingerprint(note_type.name, *names, *sides, note_type.css)


def _first_id(decks: Iterable[Deck]) -> int:
    """Milliseconds at the first day of publication, which Anki shows as the day of creation.

    Packages of one day start alike: Anki moves the notes that come second.
    """
    return 1000 * min(published(card) for deck in decks for card in (*deck.cards, *deck.retired))
