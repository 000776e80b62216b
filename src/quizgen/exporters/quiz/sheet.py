"""The quiz as the page needs it: numbered questions, the key and the credits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from string import ascii_uppercase

from quizgen.errors import QuizgenError
from quizgen.exporters.quiz.credits import Credit, credit_source
from quizgen.exporters.quiz.typography import shorten
from quizgen.model import Card, CardKind, Deck

GAP = "[…]"

# A pupil's hand fills a ruled line with about as many characters as this.
_HANDWRITTEN_LINE = 45
_MOST_LINES = 5
# Gaps come in few widths, so that the width does not give the answer away.
_GAPS = ((8, "short"), (20, "medium"))
_COMPACT_OPTION = 30
_ORIGIN = 60
_DELETION = re.compile(r"\{\{c\d+::.*?\}\}")


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to tick."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence sentence, cut in three so that the answer in it can be marked."""

    before: str
    marked: str
    after: str


@dataclass(frozen=True, slots=True)
class Question:
    """A card on paper; a gap stands between any two `parts` of its words."""

    number: int
    kind: CardKind
    parts: tuple[str, ...]
    gap: str
    lines: int
    options: tuple[Option, ...]
    compact: bool
    letter: str
    answer: str
    evidence: Evidence
    origin: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that stands on the page, in order."""

    title: str
    intro: str
    kinds: tuple[CardKind, ...]
    questions: tuple[Question, ...]
    credits: tuple[Credit, ...]


def lay_out(deck: Deck, labels: Mapping[str, str]) -> Sheet:
    """Set the cards out as numbered questions, with their sources; refuse a broken card."""
    if not deck.cards:
        raise QuizgenError(
            f"deck {deck.name}: there is no card to print", hint="loosen its limits or add sources"
        )
    sources = {card.source.id: card.source for card in deck.cards if card.source}
    return Sheet(
        title=deck.title or deck.name.rpartition("::")[2],
        intro=deck.description,
        kinds=tuple(dict.fromkeys(card.kind for card in deck.cards)),
        questions=tuple(
            _question(number, card, named=len(sources) > 1)
            for number, card in enumerate(deck.cards, start=1)
        ),
        credits=tuple(credit_source(source, labels) for source in sources.values()),
    )


def _question(number: int, card: Card, *, named: bool) -> Question:
    if not card.question.strip() or not card.answer.strip():
        raise QuizgenError(f"card {card.id}: its question or its answer is empty")
    lines = min(1 + len(card.answer) // _HANDWRITTEN_LINE, _MOST_LINES)
    options = _options(card)
    return Question(
        number=number,
        kind=card.kind,
        parts=_parts(card),
        gap=next((name for most, name in _GAPS if len(card.answer) <= most), "long"),
        # a sentence has room for one line in its gap
        lines={"basic": lines, "cloze": lines - 1, "choice": 0}[card.kind],
        options=options,
        compact=all(len(option.text) <= _COMPACT_OPTION for option in options),
        letter=next((o.letter for o in options if o.text == card.answer), ""),
        answer=card.answer,
        evidence=_evidence(card),
        origin=shorten(card.source.title, _ORIGIN) if named and card.source else "",
    )


def _parts(card: Card) -> tuple[str, ...]:
    """Find the words around the gaps; an ellipsis that the article has itself is no gap."""
    if card.kind != "cloze":
        return (card.question,)
    around = _DELETION.split(card.cloze)
    parts = around if GAP.join(around) == card.question else card.question.split(GAP)
    if len(parts) < 2:
        raise QuizgenError(f"card {card.id}: its sentence has no gap {GAP}: {card.question}")
    return tuple(parts)


def _options(card: Card) -> tuple[Option, ...]:
    if card.kind != "choice":
        return ()
    if len(set(card.choices)) != len(card.choices) or not 2 <= len(card.choices) <= 26:
        raise QuizgenError(f"card {card.id}: 2 to 26 different choices are needed")
    if card.answer not in card.choices:
        raise QuizgenError(f"card {card.id}: its answer {card.answer!r} is not one of its choices")
    return tuple(
        Option(letter, text) for letter, text in zip(ascii_uppercase, card.choices, strict=False)
    )


def _evidence(card: Card) -> Evidence:
    text, start = card.evidence.text, -1
    if card.answer_span is not None:
        start = card.answer_span.start - card.evidence.start
        end = card.answer_span.end - card.evidence.start
        if start >= 0 and text[start:end] == card.answer_span.text:
            return Evidence(text[:start], text[start:end], text[end:])
    if text.count(card.answer) == 1:
        return Evidence(*text.partition(card.answer))
    return Evidence(text, "", "")
