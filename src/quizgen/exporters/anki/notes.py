"""Cards as notes: fields of safe HTML, tags, and the refusal of what Anki would swallow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from quizgen.errors import QuizgenError
from quizgen.exporters.anki.escaping import (
    ClozePart,
    escape,
    escape_address,
    escape_cloze,
    mark_answer,
    split_cloze,
    tag,
)
from quizgen.exporters.anki.labels import written_date
from quizgen.exporters.anki.note_types import FIELDS
from quizgen.exporters.anki.times import Times
from quizgen.model import Card, CardKind, Deck


@dataclass(frozen=True, slots=True)
class Note:
    """What one card becomes in Anki; `fields` in the order of its note type.

    `modified` is in seconds since 1970.
    """

    card: Card
    kind: CardKind
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    modified: int


def make_notes(deck: Deck, labels: Mapping[str, str], times: Times) -> tuple[Note, ...]:
    """Make a note of every card, in the deck's order; refuse a deck with a bad card."""
    seen: set[str] = set()
    for card in deck.cards:
        _check(card)
        if card.id in seen:
            raise _refusal(card, "stands twice in the deck", "give each fact a card of its own")
        seen.add(card.id)
    return tuple(
        Note(card, card.kind, _fields(card, labels), _tags(card), times.of_note(card))
        for card in deck.cards
    )


def _fields(card: Card, labels: Mapping[str, str]) -> tuple[str, ...]:
    source = card.source
    content = {
        "Answer": escape(card.answer),
        "Topic": escape(card.topic),
        "Evidence": mark_answer(card.evidence, card.answer_span),
        "Context": escape(card.context),
        "Title": escape(source.title or source.id) if source else "",
        "Publisher": escape(source.publisher) if source else "",
        "Date": escape(written_date(source.published, labels)) if source else "",
        "Address": escape_address(source.url) if source else "",
        "Card id": escape(card.id),
    }
    if card.kind == "cloze":
        parts = split_cloze(card)
        content["Text"] = escape_cloze(parts)
        if _whole(parts) == card.evidence.text:
            content["Evidence"] = ""  # the card shows that very sentence
    else:
        content["Question"] = escape(card.question)
    if card.kind == "choice":
        content["Choices"] = _lettered(card)
    return tuple(content.get(name, "") for name in FIELDS[card.kind])


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
        if card.source.published:
            tags.append(tag("date", card.source.published.isoformat()))
    return tuple(sorted(tags))


def _check(card: Card) -> None:
    """Raise QuizgenError for a card that would be no card in Anki, or a senseless one."""
    if not card.answer.strip():
        raise _refusal(card, "has no answer")
    if card.kind == "cloze":
        gaps = [words for number, words in split_cloze(card) if number]
        if not gaps or not all(words.strip() for words in gaps):
            raise _refusal(card, "hides no words", "write the gap as {{c1::words}}")
    elif not card.question.strip():
        raise _refusal(card, "has no question")
    if card.kind == "choice":
        _check_choices(card)


def _check_choices(card: Card) -> None:
    if not 2 <= len(card.choices) <= len(ascii_uppercase):
        raise _refusal(card, f"has {len(card.choices)} choices", "give from 2 to 26")
    if len({choice.strip() for choice in card.choices}) < len(card.choices):
        raise _refusal(card, "offers the same choice twice")
    if card.answer not in card.choices:
        raise _refusal(card, "does not offer its answer among the choices")
    if not all(choice.strip() for choice in card.choices):
        raise _refusal(card, "offers an empty choice")


def _refusal(card: Card, what: str, hint: str = "") -> QuizgenError:
    return QuizgenError(
        f"card {card.id!r} {what}",
        path=card.source.path if card.source else None,
        hint=hint or f"mend the rule {card.rule}",
    )


def _whole(parts: tuple[ClozePart, ...]) -> str:
    return "".join(words for _, words in parts)
