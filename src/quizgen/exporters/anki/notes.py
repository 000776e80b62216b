"""Cards as notes: fields of safe HTML, and tags."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from quizgen.cards import Card, CardKind, Deck
from quizgen.exporters.anki.escaping import (
    ClozePart,
    escape,
    escape_address,
    escape_cloze,
    mark_answer,
    plain_tag,
    split_cloze,
    tag,
)
from quizgen.exporters.anki.identity import guid
from quizgen.exporters.anki.note_types import FIELDS, NoteType
from quizgen.exporters.anki.times import of_note
from quizgen.exporters.publication import published_on

_YES = "1"  # what a field holds whose content only switches something on


@dataclass(frozen=True, slots=True)
class Note:
    """What one card becomes in Anki; `fields` in the order of its note type.

    `modified` is in seconds since 1970.
    """

    card: Card
    guid: str
    note_type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    modified: int


def make_notes(
    deck: Deck, labels: Mapping[str, str], note_types: Mapping[CardKind, NoteType]
) -> tuple[Note, ...]:
    """Make a note of every card, in the deck's order, and of every retired one behind them."""
    level, reversed_kinds = deck.options.get("level"), deck.options.get("reversed")
    kinds = reversed_kinds if isinstance(reversed_kinds, Collection) else ()
    more_tags = (tag("level", str(level)),) if level else ()
    notes = []
    for cards, retired in ((deck.cards, False), (deck.retired, True)):
        for card in cards:
            switches = {"Retired": retired, "Reversed": card.fact in kinds}
            content = _content(card, labels) | {n: _YES for n, on in switches.items() if on}
            fields = tuple(content.get(name, "") for name in FIELDS[card.kind])
            tags = {*_tags(card), *more_tags, *((tag("retired"),) if retired else ())}
            notes.append(
                Note(
                    card,
                    guid(card),
                    note_types[card.kind],
                    fields,
                    tuple(sorted(tags)),
                    of_note(card),
                )
            )
    return tuple(notes)


def _content(card: Card, labels: Mapping[str, str]) -> dict[str, str]:
    """What stands in the fields, by the names that they had first."""
    content = {
        "Answer": escape(card.answer),
        "Topic": escape(card.topic),
        "Evidence": mark_answer(card.evidence, card.answer_span),
        "Context": escape(card.context),
        "Card id": escape(card.id),
    }
    if source := card.source:
        content["Title"] = escape(source.title or source.id)
        content["Publisher"] = escape(source.publisher)
        content["Date"] = escape(published_on(source, labels))
        content["Address"] = escape_address(source.url)
    if card.kind == "cloze":
        parts = split_cloze(card)
        content["Text"] = escape_cloze(parts)
        if _whole(parts) == card.evidence.text:
            content["Evidence"] = ""  # the card shows that very sentence
    else:
        content["Question"] = escape(card.question)
    if card.kind == "choice":
        content["Choices"] = _lettered(card)
    return content


def _lettered(card: Card) -> str:
    """Letter the choices; the style shows which is right on the back only."""
    items = (
        f"<li{' class=right' if choice == card.answer else ''}><b>{letter}</b> "
        f"<span>{escape(choice)}</span></li>"
        for letter, choice in zip(ascii_uppercase, card.choices, strict=False)
    )
    return f"<ul class=choices>{''.join(items)}</ul>"


def _tags(card: Card) -> tuple[str, ...]:
    tags = [tag("fact", card.fact)] if card.fact else []
    if card.source:
        tags.append(tag("source", card.source.id))
        day = card.source.published
        if when := day.isoformat() if day else card.source.issued:
            tags.append(tag("date", when))
    return (*tags, *map(plain_tag, card.tags))


def _whole(parts: tuple[ClozePart, ...]) -> str:
    return "".join(words for _, words in parts)
