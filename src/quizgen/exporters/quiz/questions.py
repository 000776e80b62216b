"""A card on paper: the words, room for the answer, and what the key says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from quizgen.cards import Card
from quizgen.errors import QuizgenError
from quizgen.exporters.quiz.labels import fill
from quizgen.exporters.quiz.sections import Item
from quizgen.exporters.quiz.typography import shorten

# A pupil's hand fills a ruled line with about as many characters as this.
_HANDWRITTEN_LINE = 45
_MOST_LINES = 5
# Gaps come in few widths, so that the width does not give the answer away.
_GAPS = ((8, "short"), (20, "medium"))
_ORIGIN = 60
_EVERYONE = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers to choose from."""

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
    """An item on paper; a gap stands between any two `parts` of its words.

    `choices` are to tick; `box` asks for a letter or a rank. `letter` or `answer`, or both, are
    the key's; `note` says what was wrong, `where` gives lines of the text. `points` may be 0.
    `topic` and `origin` tell articles apart where there are several.
    """

    number: int
    card: Card
    parts: tuple[str, ...]
    gap: str
    lines: int
    choices: tuple[Choice, ...]
    compact: bool
    box: bool
    letter: str
    answer: str
    note: str
    evidence: Evidence
    topic: str
    origin: str
    where: str
    points: float


def check_card(card: Card) -> None:
    """Refuse a card that would print a broken question."""
    if not card.question.strip() or not card.answer.strip():
        raise QuizgenError(f"card {card.id}: its question or its answer is empty")
    if card.kind == "choice":
        if len(set(card.choices)) != len(card.choices) or not 2 <= len(card.choices) <= 26:
            raise QuizgenError(f"card {card.id}: 2 to 26 different choices are needed")
        if card.answer not in card.choices:
            raise QuizgenError(
                f"card {card.id}: its answer {card.answer!r} is not one of its choices"
            )


def ask(section: str, item: Item, texts: Sequence[str], labels: Mapping[str, str]) -> Question:
    """Set an item as a question of its section; `texts` are what it may be answered with."""
    card, origin = item.card, item.card.source.title if item.card.source else ""
    choices = tuple(Choice(*pair) for pair in zip(ascii_uppercase, texts, strict=False))
    shown = choices if section == "choice" else ()
    letters = {choice.text: choice.letter for choice in choices}
    question = Question(
        number=0,
        card=card,
        parts=item.parts,
        gap=next((name for most, name in _GAPS if len(item.answer) <= most), "long"),
        lines=_lines(section, item.answer),
        choices=shown,
        compact=False,
        box=section in {"matching", "order"},
        letter=letters.get(item.answer, ""),
        answer=item.answer,
        note="",
        evidence=mark_evidence(card),
        topic=card.topic,
        origin=shorten(origin, _ORIGIN),
        where="",
        points=0,
    )
    return _SPECIAL[section](question, item, labels) if section in _SPECIAL else question


def _ask_true_false(question: Question, item: Item, labels: Mapping[str, str]) -> Question:
    verdict = labels["is_false"] if item.wrong else labels["is_true"]
    wrong = fill(labels["instead"], right=item.answer, wrong=item.wrong) if item.wrong else ""
    choices = (Choice("", labels["is_true"]), Choice("", labels["is_false"]))
    return replace(question, answer=verdict, note=wrong, choices=choices, letter="", compact=True)


def _ask_order(question: Question, item: Item, _labels: Mapping[str, str]) -> Question:
    return replace(question, letter=item.answer, answer=item.card.answer)


_SPECIAL = {"true-false": _ask_true_false, "order": _ask_order}


def of_question(values: Mapping[str, float], section: str, card: Card, unless_told: float) -> float:
    """What an option says of a question: by its card, else its section, else for all."""
    for key in (card.id, section, _EVERYONE):
        if key in values:
            return values[key]
    return unless_told


def mark_evidence(card: Card) -> Evidence:
    """Cut the evidence around the answer, where the answer stands in it for certain."""
    text, start = card.evidence.text, -1
    if card.answer_span is not None:
        start = card.answer_span.start - card.evidence.start
        end = card.answer_span.end - card.evidence.start
        if start >= 0 and text[start:end] == card.answer_span.text:
            return Evidence(text[:start], text[start:end], text[end:])
    if text.count(card.answer) == 1:
        return Evidence(*text.partition(card.answer))
    return Evidence(text, "", "")


def _lines(section: str, answer: str) -> int:
    """Ruled lines by the answer's length; a sentence has room for one line in its gap."""
    lines = min(1 + len(answer) // _HANDWRITTEN_LINE, _MOST_LINES)
    return {"open": lines, "cloze": lines - 1}.get(section, 0)
