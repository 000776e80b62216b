"""The note types: their fields, and their templates read from the files beside this one.

Anki refuses to update notes when fields or templates were added or moved: the order below is
fixed for ever, spare fields wait for what comes, and ids let names change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Template

from quizgen.errors import QuizgenError
from quizgen.exporters.anki.escaping import escape
from quizgen.exporters.anki.identity import stable_id
from quizgen.exporters.anki.labels import direction
from quizgen.exporters.anki.times import Times
from quizgen.model import CardKind

VERSION = 1
"""Raise it with every change of a template or of the style: collections then take the new one."""

_COMMON = ("Topic", "Evidence", "Context", "Title", "Publisher", "Date", "Address", "Card id")
_SPARE = ("Spare1", "Spare2", "Spare3")

FIELDS: Mapping[CardKind, tuple[str, ...]] = {
    "basic": ("Question", "Answer", *_COMMON, *_SPARE),
    "cloze": ("Text", "Answer", *_COMMON, *_SPARE),
    "choice": ("Question", "Answer", "Choices", *_COMMON, *_SPARE),
}

_REFERENCE = re.compile(r"\{\{([^{}]*)\}\}")
_SPECIAL_FIELDS = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"})


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type of one kind of card and one language, as Anki is to store it.

    `modified` is in seconds since 1970.
    """

    kind: CardKind
    id: int
    name: str
    fields: tuple[tuple[int, str], ...]
    template_id: int
    front: str
    back: str
    css: str
    right_to_left: bool
    modified: int


def make_note_type(
    kind: CardKind, language: str, labels: Mapping[str, str], times: Times
) -> NoteType:
    """Make the note type for a kind of card, with the labels of its language in the templates."""
    words = {name: escape(text) for name, text in labels.items()}
    words |= {"lang": escape(language), "dir": direction(labels)}
    words["proof"] = Template(_read("proof.html")).substitute(words)
    note_type = NoteType(
        kind=kind,
        id=stable_id("note type", kind, language),
        name=f"quizgen {kind} ({language})",
        fields=tuple((stable_id("field", kind, name), name) for name in FIELDS[kind]),
        template_id=stable_id("template", kind, "1"),
        front=Template(_read(f"{kind}.front.html")).substitute(words),
        back=Template(_read(f"{kind}.back.html")).substitute(words),
        css=_read("card.css"),
        right_to_left=words["dir"] == "rtl",
        modified=times.of_note_type(kind, VERSION),
    )
    check_references(note_type)
    return note_type


def check_references(note_type: NoteType) -> None:
    """Raise QuizgenError when a template asks for a field that the note type does not have."""
    known = {name for _, name in note_type.fields} | _SPECIAL_FIELDS
    for side in (note_type.front, note_type.back):
        for reference in _REFERENCE.findall(side):
            name = reference.strip().lstrip("#^/").split(":")[-1].strip()
            if name not in known:
                raise QuizgenError(
                    f"the template of {note_type.name} asks for an unknown field {name!r}",
                    hint=f"fields are {', '.join(FIELDS[note_type.kind])}",
                )


@cache
def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
