"""A deck as one Anki package, which can be imported again without losing what was learnt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgen.exporters.anki.description import describe
from quizgen.exporters.anki.identity import fingerprint, stable_id
from quizgen.exporters.anki.labels import check_labels
from quizgen.exporters.anki.note_types import NoteType, make_note_type
from quizgen.exporters.anki.notes import Note, make_notes
from quizgen.exporters.anki.package import Contents, pack
from quizgen.exporters.anki.times import Times, published
from quizgen.files import write_atomically
from quizgen.model import CardKind, Deck


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """Hashes of what Anki gets: of notes by card id, of note types by kind."""

    notes: Mapping[str, str]
    note_types: Mapping[CardKind, str]


def export_anki(
    deck: Deck, path: Path, labels: Mapping[str, str], times: Times | None = None
) -> None:
    """Write `deck` as an Anki package to `path`, the same bytes for the same arguments.

    Raises QuizgenError, before anything is written, for a card that Anki could not hold.
    """
    note_types, notes = _prepare(deck, labels, times or Times())
    contents = Contents(
        deck_id=stable_id("deck", deck.id),
        deck_name=deck.name,
        description=describe(deck, labels),
        note_types=note_types,
        notes=notes,
        first_id=_first_id(deck),
    )
    write_atomically(path, pack(contents))


def fingerprints(deck: Deck, labels: Mapping[str, str]) -> Fingerprints:
    """Hash what Anki gets for each card and each note type.

    Where a hash differs from that of the last package, `Times` must carry a newer time.
    """
    note_types, notes = _prepare(deck, labels, Times())
    return Fingerprints(
        notes={n.card.id: fingerprint(n.kind, *n.fields, *n.tags) for n in notes},
        note_types={t.kind: fingerprint(t.name, t.front, t.back, t.css) for t in note_types},
    )


def _prepare(
    deck: Deck, labels: Mapping[str, str], times: Times
) -> tuple[tuple[NoteType, ...], tuple[Note, ...]]:
    check_labels(labels)
    notes = make_notes(deck, labels, times)
    kinds = dict.fromkeys(note.kind for note in notes)
    return tuple(make_note_type(kind, deck.language, labels, times) for kind in kinds), notes


def _first_id(deck: Deck) -> int:
    """Milliseconds at the day of publication, which Anki shows as the day of creation.

    Decks of one day start alike: Anki moves the notes that come second.
    """
    return 1000 * (published(deck.cards[0]) if deck.cards else Times().of_note_type("basic", 0))
