"""Decks as a text file for Anki's import of text: the same notes, one a line, columns by tabs.

The file names note types, so that Anki must already know them: from a package of any deck.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from pathlib import Path

from quizgen.cards import Deck
from quizgen.exporters.anki.export import prepare
from quizgen.exporters.anki.note_types import FIELDS
from quizgen.files import write_atomically

_COLUMNS = ("guid", "notetype", "deck", "tags")
_FIRST_LINES = (
    "#separator:tab",
    "#html:true",
    *(f"#{name} column:{number}" for number, name in enumerate(_COLUMNS, start=1)),
)


def export_text(deck: Deck, path: Path, labels: Mapping[str, str]) -> None:
    """Write `deck` as text to `path`, the same bytes for the same arguments.

    Raises QuizgenError, before anything is written, for a card that Anki could not hold.
    """
    width = max(len(names) for names in FIELDS.values())
    table = io.StringIO()
    rows = csv.writer(table, delimiter="\t", lineterminator="\n")
    for note in prepare([(deck, labels)])[0]:
        padding = [""] * (width - len(note.fields))
        about = (note.guid, note.note_type.name, deck.name, " ".join(note.tags))
        rows.writerow([*about, *note.fields, *padding])
    head = "".join(f"{line}\n" for line in _FIRST_LINES)
    write_atomically(path, (head + table.getvalue()).encode("utf-8"))
