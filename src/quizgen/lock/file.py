"""The file of a lock: text that git can merge, one JSON object a line, one line a note.

The first line says the format and the deck's name; then come layouts, then notes in the order of
their cards' ids, so that two branches which add cards seldom touch the same place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from quizgen.cards import CardKind
from quizgen.errors import QuizgenError
from quizgen.files import write_atomically
from quizgen.lock.entries import Entry, Lock, Mark, NoteKey, key_of
from quizgen.lock.line import HOW_TO_MERGE, Line
from quizgen.lock.written import written_entry, written_layout

FORMAT = 1

K = TypeVar("K")
V = TypeVar("V")


def lock_path(spec: Path) -> Path:
    """Where the lock of a deck spec stands: beside it."""
    return spec.with_suffix(".lock")


def read_lock(path: Path) -> Lock:
    """Read a lock file; give an empty lock when there is none.

    Raises QuizgenError with file and line for a file that is damaged or holds a merge conflict.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Lock()
    except OSError as error:
        raise QuizgenError(f"cannot read: {error.strerror or error}", path=path) from error
    except UnicodeDecodeError as error:
        raise QuizgenError(f"not UTF-8 at byte {error.start}", path=path) from error
    first, *others = text.split("\n")  # and not at the other line breaks that a text may hold
    deck = _deck(Line.read(first, path, 1))
    layouts: dict[CardKind, Mark] = {}
    notes: dict[NoteKey, Entry] = {}
    for number, content in enumerate(others, start=2):
        if content.strip():
            line = Line.read(content, path, number)
            if "layout" in line.found:
                _add(layouts, *line.layout(), line)
            else:
                entry = line.entry()
                _add(notes, key_of(entry.card), entry, line)
    return Lock(deck, layouts, notes)


def write_lock(path: Path, lock: Lock) -> None:
    """Write a lock file, whole or not at all; the same lock gives the same bytes."""
    text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in _lines(lock))
    # A lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it.
    write_atomically(path, text.encode("utf-8", "backslashreplace"))


def _lines(lock: Lock) -> Iterator[dict[str, Any]]:
    yield {"lock": FORMAT, "deck": lock.deck}
    yield from (written_layout(kind, lock.layouts[kind]) for kind in sorted(lock.layouts))
    yield from (written_entry(lock.notes[key]) for key in sorted(lock.notes))


def _deck(line: Line) -> str:
    if line.found.get("lock") != FORMAT:
        raise line.error(
            f"this is no lock of format {FORMAT}",
            'the first line is {"lock": 1, "deck": …}; a newer quizgen may have written another',
        )
    return line.text("deck")


def _add(entries: dict[K, V], key: K, entry: V, line: Line) -> None:
    if key in entries:
        raise line.error("this stands here twice", HOW_TO_MERGE)
    entries[key] = entry
