"""The bytes of a package: genanki's database and a zip, without clock, hazard or loose ends."""

from __future__ import annotations

import io
import itertools
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import genanki

from quizgen.exporters.anki.identity import guid
from quizgen.exporters.anki.note_types import NoteType
from quizgen.exporters.anki.notes import Note
from quizgen.model import CardKind

_UNIX = 3  # otherwise the zip would say on which system it was written


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a package holds; notes and cards are numbered from `first_id`, in milliseconds."""

    deck_id: int
    deck_name: str
    description: str
    note_types: tuple[NoteType, ...]
    notes: tuple[Note, ...]
    first_id: int


class _DatedModel(genanki.Model):  # type: ignore[misc]  # genanki carries no types
    """A note type with a time of change of its own."""

    def __init__(self, note_type: NoteType) -> None:
        template = {
            "id": note_type.template_id,
            "name": "Card 1",
            "qfmt": note_type.front,
            "afmt": note_type.back,
        }
        super().__init__(
            model_id=note_type.id,
            name=note_type.name,
            fields=[
                {"id": field_id, "name": name, "rtl": note_type.right_to_left}
                for field_id, name in note_type.fields
            ],
            templates=[template],
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
            model=model, fields=list(note.fields), tags=note.tags, guid=guid(note.card.id), due=due
        )
        self.modified = note.modified

    def write_to_db(
        self, cursor: sqlite3.Cursor, timestamp: float, deck_id: int, id_gen: itertools.count[int]
    ) -> None:
        """Store the note and its cards, dated by this note in place of the package."""
        super().write_to_db(cursor, self.modified, deck_id, id_gen)

    def _check_invalid_html_tags_in_fields(self) -> None:
        """Nothing to look for: every field was escaped."""


def pack(contents: Contents) -> bytes:
    """Return the package as a file's bytes, the same for the same contents."""
    return _zip({"collection.anki2": _database(contents), "media": b"{}"})


def _database(contents: Contents) -> bytes:
    deck = genanki.Deck(contents.deck_id, contents.deck_name, contents.description)
    models: dict[CardKind, _DatedModel] = {t.kind: _DatedModel(t) for t in contents.note_types}
    for due, note in enumerate(contents.notes, start=1):
        deck.add_note(_DatedNote(note, models[note.kind], due))
    with closing(sqlite3.connect(":memory:")) as connection:
        ids = itertools.count(contents.first_id)
        genanki.Package(deck).write_to_db(connection.cursor(), contents.first_id / 1000, ids)
        connection.commit()
        return connection.serialize()


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
