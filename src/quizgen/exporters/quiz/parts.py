"""One section of a sheet: its questions, and what stands above them to choose from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from quizgen.exporters.quiz.geometry import Grid, grid_of
from quizgen.exporters.quiz.labels import fill
from quizgen.exporters.quiz.measure import width_of
from quizgen.exporters.quiz.questions import Choice, Question, ask, of_question
from quizgen.exporters.quiz.sections import Item
from quizgen.exporters.quiz.shuffling import shuffle, shuffle_anew
from quizgen.printing import PrintOptions

_ORDERED = {"matching", "order"}  # an unshuffled order would be the answer
_WRITTEN = {"open", "cloze"}
_BOX_AND_LETTER = 46  # points that stand before an answer to tick, with room behind it


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the sheet: its questions, names to match, words for the gaps."""

    name: str
    title: str
    task: str
    questions: tuple[Question, ...]
    choices: tuple[Choice, ...] = ()
    bank: tuple[str, ...] = ()

    @property
    def points(self) -> float:
        """The points of all its questions."""
        return sum(question.points for question in self.questions)


def order_items(
    name: str, items: Sequence[Item], taken: list[list[Item]], version: str, options: PrintOptions
) -> list[Item]:
    """The questions of a section in a version; a single sheet keeps the order of the deck."""
    if not version and name not in _ORDERED:
        return list(items)
    right = sorted(items, key=lambda item: int(item.answer)) if name == "order" else []
    return shuffle_anew(items, [right, *taken], options.seed, version, name)


def make_part(
    name: str, items: list[Item], version: str, options: PrintOptions, labels: Mapping[str, str]
) -> Part:
    """Set a section's items, in their order, as questions."""
    label = name.replace("-", "_")
    names = tuple(_names(name, items, version, options))
    texts = [names or _choices(item, version, options) for item in items]
    return Part(
        name=name,
        title=labels[label],
        task=fill(labels[f"do_{label}"], count=len(items)),
        questions=tuple(
            _fit(name, ask(name, item, said, labels), options)
            for item, said in zip(items, texts, strict=True)
        ),
        choices=tuple(Choice(*pair) for pair in zip(ascii_uppercase, names, strict=False)),
        bank=_bank(items) if name == "cloze" and options.bank else (),
    )


def _fit(name: str, question: Question, options: PrintOptions) -> Question:
    """Give a question its points, its lines to write on, and its choices their columns."""
    card, grid = question.card, grid_of(options)
    written = name in _WRITTEN or card.id in options.lines
    lines = of_question(options.lines, name, card, question.lines) if written else 0
    worth = of_question(options.points, name, card, 0) if card.points is None else card.points
    return replace(
        question,
        lines=int(lines),
        points=worth,
        compact=question.compact or (options.size == "normal" and _are_short(question, grid)),
    )


def _are_short(question: Question, grid: Grid) -> bool:
    """Whether the choices have room in two columns."""
    widest = max((width_of(c.text, grid.face, grid.size) for c in question.choices), default=0)
    return widest + _BOX_AND_LETTER <= grid.measure / 2


def _names(name: str, items: Sequence[Item], version: str, options: PrintOptions) -> Iterator[str]:
    """The names to match, in another order than that of their words."""
    if name == "matching":
        names = list(dict.fromkeys(item.answer for item in items))
        yield from shuffle_anew(sorted(names), [names], options.seed, version, "names")


def _choices(item: Item, version: str, options: PrintOptions) -> Sequence[str]:
    choices = item.card.choices
    return shuffle(choices, options.seed, version, item.card.id) if version else choices


def _bank(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(sorted((item.answer for item in items), key=_alphabetical))


def _alphabetical(words: str) -> tuple[str, str]:
    plain = unicodedata.normalize("NFD", words.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)), words
