"""Which pages go in which file: sheets, keys and cards to cut out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from quizgen.exporters.quiz.flashcards import Side
from quizgen.exporters.quiz.labels import fill
from quizgen.exporters.quiz.sheet import Quiz, Sheet
from quizgen.printing import PrintOptions


@dataclass(frozen=True, slots=True)
class Run:
    """Pages that are counted together: a version's sheet, its key, or cards to cut out.

    `label` is what the screen calls it; `foot` is printed at the foot of every page.
    """

    kind: Literal["sheet", "key", "cards"]
    label: str
    foot: str
    version: str = ""
    sheet: Sheet | None = None
    sides: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One file: what is added to the name of the quiz's file, its title, and its pages."""

    name: str
    title: str
    runs: tuple[Run, ...]


def plan(
    quiz: Quiz, sides: Sequence[Side], options: PrintOptions, labels: Mapping[str, str]
) -> tuple[Document, ...]:
    """The files of a quiz; keys follow all sheets, so that pupils' pages lie together."""
    title = quiz.sheets[0].title
    alone = options.files == "each" and len(quiz.sheets) > 1
    groups = [[sheet] for sheet in quiz.sheets] if alone else [list(quiz.sheets)]
    documents: list[Document] = []
    for sheets in groups:
        name = f".{sheets[0].version}" if alone else ""
        documents += _documents(name, title, sheets, options, labels)
    if sides:
        foot = f"{title} – {labels['cards']}"
        run = Run("cards", labels["cards"], foot, sides=tuple(sides))
        documents.append(Document(".flashcards", foot, (run,)))
    return tuple(documents)


def _documents(
    name: str,
    title: str,
    sheets: Sequence[Sheet],
    options: PrintOptions,
    labels: Mapping[str, str],
) -> Iterator[Document]:
    questions = tuple(_run("sheet", sheet, labels["sheet"], title, labels) for sheet in sheets)
    key_title = f"{title} – {labels['key']}"
    keys = tuple(_run("key", sheet, labels["the_key"], key_title, labels) for sheet in sheets)
    yield Document(name, title, questions + keys if options.key == "page" else questions)
    if options.key == "file":
        yield Document(f"{name}.key", key_title, keys)


def _run(
    kind: Literal["sheet", "key"], sheet: Sheet, label: str, foot: str, labels: Mapping[str, str]
) -> Run:
    version = fill(labels["version"], letter=sheet.version) if sheet.version else ""
    return Run(kind, f"{label}, {version}" if version else label, foot, version, sheet)
