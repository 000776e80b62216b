"""The bytes of a package: genanki's database and a zip, without clock, hazard or loose ends."""

from __future__ import annotations

import io
import itertools
import sqlite3
import zipfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import genanki

from quizgen.errors import QuizgenError
from quizgen.exporters.anki.note_types import NoteType
from quizgen.exporters.anki.notes import Note

_UNIX = 3  # otherwise the zip would say on which system it was written


@dataclass(frozen=True, slots=True)
class PackedDeck:
    """One deck of a package."""

    id: int
    name: str
    description: str
    notes: tuple[Note, ...]


class _DatedModel(genanki.Model):  # type: ignore[misc]  # genanki carries no types
    """A note type with a time of change of its own."""

    def __init__(self, note_type: NoteType) -> None:
        super().__init__(
            model_id=note_type.id,
            name=note_type.name,
            fields=[
                {"id": field_id, "name": name, "rtl": note_type.right_to_left}
                for field_id, name in note_type.fields
            ],
            templates=[
                {"id": each.id, "name": each.name, "qfmt": each.front, "afmt": each.back}
                for each in note_type.templates
            ],
            css=note_type.css,
            model_type=self.CLOZE if note_type.kind == "cloze" else self.FRONT_BACK,
        )
        self.modified = note_type.modified

    def to_json(self, timestamp: float, deck_id: int) -> Any:
        """Return what genanki stores, with the time of this note type in place of the package's."""
        return super().to_json(self.modified, deck_id)


class _DatedNote(genanki.Note):  # type: ignore[misc]  # genanki carries no types
    """A note with a time of change of its own."""

    def __init__(self, note: Note, model: _DatedModel, due: int) -> None:
        super().__init__(
            model=model, fields=list(note.fields), tags=note.tags, guid=note.guid, due=due
        )
        self.modified = note.modified

    def write_to_db(
        self, cursor: sqlite3.Cursor, timestamp: float, deck_id: int, id_gen: itertools.count[int]
    ) -> None:
        """Store the note and its cards, dated by this note in place of the package."""
        super().write_to_db(cursor, self.modified, deck_id, id_gen)

    def _check_invalid_html_tags_in_fields(self) -> None:
        """Nothing to look for: every field was escaped."""


def pack(decks: Sequence[PackedDeck], first_id: int) -> bytes:
    """Return the package as a file's bytes, the same for the same contents.

    Notes and cards are numbered from `first_id`, in milliseconds since 1970.
    """
    return _zip({"collection.anki2": _database(decks, first_id), "media": b"{}"})


def _database(decks: Sequence[PackedDeck], first_id: int) -> bytes:
    package = genanki.Package([])
    models = _models(note.note_type for deck in decks for note in deck.notes)
    for deck in decks:
        filled = genanki.Deck(deck.id, deck.name, deck.description)
        for due, note in enumerate(deck.notes, start=1):
            made = _DatedNote(note, models[note.note_type.id], due)
            if not made.cards:
                raise QuizgenError(
                    f"card {note.card.id!r} would be no card in Anki",
                    hint=f"mend the templates of {note.note_type.name}",
                )
            filled.add_note(made)
        package.decks.append(filled)
    with closing(sqlite3.connect(":memory:")) as connection:
        package.write_to_db(connection.cursor(), first_id / 1000, itertools.count(first_id))
        connection.commit()
        return connection.serialize()


def _models(note_types: Iterable[NoteType]) -> dict[int, _DatedModel]:
    """One model a note type, the newest where decks have it from different times."""
    newest = {each.id: each for each in sorted(set(note_types), key=lambda t: t.modified)}
    return {number: _DatedModel(note_type) for number, note_type in newest.items()}


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)  # without a date it is 1980, the first that a zip can hold
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = _UNIX
            info.external_attr = 0o644 << 16
            archive.writestr(info, content)
    return buffer.getvalue()
