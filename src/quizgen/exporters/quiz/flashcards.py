"""Cards to cut out: fronts and backs in rows, set as large as the words allow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quizgen.cards import Card, Deck
from quizgen.exporters.quiz.credits import credit_source
from quizgen.exporters.quiz.geometry import Slot, slot_of
from quizgen.exporters.quiz.measure import break_lines
from quizgen.exporters.quiz.typography import shorten, tie_words
from quizgen.printing import PrintOptions

_COLUMNS = 2
_LEADING = 1.25
_CREDIT = 70


@dataclass(frozen=True, slots=True)
class Face:
    """One face of a card: its number, large words, small words, sizes in points.

    `edge` stands at the foot: of a front which event is meant, of a back the source.
    """

    number: int
    words: str
    size: float
    choices: tuple[str, ...] = ()
    small: str = ""
    small_size: float = 0
    edge: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of one sheet of paper: rows of faces, None where a place stays empty."""

    kind: Literal["front", "back", "fold"]
    rows: tuple[tuple[Face | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Flashcards:
    """The sides to print, in order, and the cards that have no room on one."""

    sides: tuple[Side, ...] = ()
    notes: tuple[str, ...] = ()


def cut_cards(deck: Deck, options: PrintOptions, labels: Mapping[str, str]) -> Flashcards:
    """Set the deck's cards on paper as the option `flashcards` says."""
    if options.flashcards == "none":
        return Flashcards()
    slot = slot_of(options)
    pairs, notes = [], []
    for number, card in enumerate(deck.cards, start=1):
        front, back = _front(number, card, slot), _back(number, card, slot, labels)
        if front is None or back is None:
            notes.append(f"card {card.id} is too long for a flashcard and left out")
        else:
            pairs.append((front, back))
    lay = _duplex if options.flashcards == "duplex" else _fold
    return Flashcards(tuple(lay(pairs, slot)), tuple(notes))


def _duplex(pairs: Sequence[tuple[Face, Face]], slot: Slot) -> Iterator[Side]:
    """Fronts, then their backs with every row mirrored: the paper turns over its long edge."""
    for sheet in _chunks(pairs, _COLUMNS * slot.rows):
        rows = list(_chunks(sheet, _COLUMNS))
        fronts = [tuple(front for front, _ in row) for row in rows]
        backs = [tuple(back for _, back in row) for row in rows]
        yield Side("front", tuple(_full(row) for row in fronts))
        yield Side("back", tuple(_full(row)[::-1] for row in backs))


def _fold(pairs: Sequence[tuple[Face, Face]], slot: Slot) -> Iterator[Side]:
    """Front and back side by side, to be folded between them."""
    for sheet in _chunks(pairs, slot.rows):
        yield Side("fold", tuple(sheet))


def _chunks(things: Sequence[tuple[Face, Face]], size: int) -> Iterator[list[tuple[Face, Face]]]:
    for start in range(0, len(things), size):
        yield list(things[start : start + size])


def _full(row: tuple[Face, ...]) -> tuple[Face | None, ...]:
    return (*row, *[None] * (_COLUMNS - len(row)))


def _front(number: int, card: Card, slot: Slot) -> Face | None:
    choices = card.choices if card.kind == "choice" else ()
    for size in slot.sizes:
        height = _height(card.question, size, slot)
        height += sum(_height(f"A {choice}", size * 0.85, slot) for choice in choices)
        if height <= slot.room:
            return Face(number, card.question, size, choices, edge=card.topic)
    return None


def _back(number: int, card: Card, slot: Slot, labels: Mapping[str, str]) -> Face | None:
    """The answer with its evidence, or alone where there is no room for both."""
    credit = _credit(card, labels)
    for small in (*slot.small_sizes, 0.0):
        below = _height(card.evidence.text, small, slot) + small if small else 0
        for size in slot.sizes:
            if _height(card.answer, size, slot) + below <= slot.room:
                evidence = card.evidence.text if small else ""
                return Face(number, card.answer, size, (), evidence, small, credit)
    return None


def _credit(card: Card, labels: Mapping[str, str]) -> str:
    if card.source is None:
        return ""
    credit = credit_source(card.source, labels)
    rest = shorten(", ".join(credit.rest), _CREDIT // 2)
    title = shorten(credit.title, _CREDIT - len(rest))
    return ", ".join(filter(None, (title, rest)))


def _height(words: str, size: float, slot: Slot) -> float:
    """The height of words in points, as lines of the slot's width."""
    lines = sum(1 for _ in break_lines(tie_words(words), slot.face, size, slot.measure))
    return lines * size * _LEADING
