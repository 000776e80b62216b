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

from quizgen.cards import CardKind, Deck
from quizgen.errors import QuizgenError
from quizgen.exporters.anki.escaping import escape
from quizgen.exporters.anki.identity import stable_id
from quizgen.exporters.anki.labels import direction
from quizgen.exporters.anki.times import of_note_type

VERSION = 1
"""Raise it with every change of a template or of the style, and move on the day in `times`."""

_COMMON = ("Topic", "Evidence", "Context", "Title", "Publisher", "Date", "Address", "Card id")
_LATER = ("Retired", "Spare1", "Spare2", "Spare3")

FIELDS: Mapping[CardKind, tuple[str, ...]] = {
    "basic": ("Question", "Answer", *_COMMON, "Reversed", *_LATER),
    "cloze": ("Text", "Answer", *_COMMON, *_LATER),
    "choice": ("Question", "Answer", "Choices", *_COMMON, *_LATER),
}
"""The fields of each kind by the names that they had first, from which their ids are made."""

RENAMED: Mapping[str, str] = {}
"""What a field is called today, by its first name. Templates use the name of today."""

_TEMPLATES: Mapping[CardKind, tuple[str, ...]] = {
    "basic": ("basic", "reversed"),
    "cloze": ("cloze",),
    "choice": ("choice",),
}
_REFERENCE = re.compile(r"\{\{([^{}]*)\}\}")
_SPECIAL_FIELDS = frozenset({"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"})


@dataclass(frozen=True, slots=True)
class Sides:
    """One way of asking a note: what stands on the front and on the back of the card."""

    id: int
    name: str
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type of one kind of card and one language, as Anki is to store it.

    `fields` are pairs of id and name; `modified` is in seconds since 1970.
    """

    kind: CardKind
    id: int
    name: str
    fields: tuple[tuple[int, str], ...]
    templates: tuple[Sides, ...]
    css: str
    right_to_left: bool
    modified: int


def make_note_type(kind: CardKind, deck: Deck, labels: Mapping[str, str]) -> NoteType:
    """Make the note type for a kind of card, with the labels of its language in the templates."""
    words = {name: escape(text) for name, text in labels.items()}
    words |= {"lang": escape(deck.language), "dir": direction(labels)}
    for part in ("above", "proof"):
        words[part] = _fill(f"{part}.html", words)
    note_type = NoteType(
        kind=kind,
        id=stable_id("note type", kind, deck.language),
        name=f"quizgen {kind} ({deck.language})",
        fields=tuple(
            (stable_id("field", kind, name), RENAMED.get(name, name)) for name in FIELDS[kind]
        ),
        templates=tuple(
            Sides(
                id=stable_id("template", kind, str(number)),
                name=f"Card {number}",
                front=_fill(f"{name}.front.html", words),
                back=_fill(f"{name}.back.html", words),
            )
            for number, name in enumerate(_TEMPLATES[kind], start=1)
        ),
        css=_fill("card.css", {"version": str(VERSION)}),
        right_to_left=words["dir"] == "rtl",
        modified=of_note_type(deck, kind),
    )
    check_references(note_type)
    return note_type


def check_references(note_type: NoteType) -> None:
    """Raise QuizgenError when a template asks for a field that the note type does not have."""
    names = [name for _, name in note_type.fields]
    for side in (side for each in note_type.templates for side in (each.front, each.back)):
        for reference in _REFERENCE.findall(side):
            name = reference.strip().lstrip("#^/").split(":")[-1].strip()
            if name not in _SPECIAL_FIELDS.union(names):
                raise QuizgenError(
                    f"the template of {note_type.name} asks for an unknown field {name!r}",
                    hint=f"fields are {', '.join(names)}",
                )


def _fill(name: str, words: Mapping[str, str]) -> str:
    return Template(_read(name)).substitute(words)


@cache
def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8")
