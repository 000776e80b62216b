"""A deck as HTML files to print and hand out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgen.cards import Deck
from quizgen.exporters.quiz.flashcards import cut_cards
from quizgen.exporters.quiz.labels import check_labels
from quizgen.exporters.quiz.pages import Document, plan
from quizgen.exporters.quiz.render import render
from quizgen.exporters.quiz.sheet import lay_out
from quizgen.exporters.written import Written
from quizgen.files import write_atomically
from quizgen.printing import PrintOptions, read_options


@dataclass(frozen=True, slots=True)
class Prepared:
    """A quiz ready to be set: its files, its options, and what a teacher should know."""

    documents: tuple[Document, ...]
    options: PrintOptions
    notes: tuple[str, ...]


def export_quiz(deck: Deck, path: Path, labels: Mapping[str, str]) -> Written:
    """Write the deck as a quiz to `path` and, as its options say, to files beside it.

    Raises QuizgenError, before anything is written, for a deck without cards, a broken card, an
    unknown option value or a missing label.
    """
    prepared = prepare(deck, labels)
    pages = {
        path_of(document, path): render(document, deck.language, prepared.options, labels)
        for document in prepared.documents
    }
    for where, page in pages.items():
        write_atomically(where, page.encode("utf-8"))
    return Written(tuple(pages), prepared.notes)


def render_quiz(deck: Deck, labels: Mapping[str, str]) -> str:
    """The first file of a quiz as text: its sheets, with the key where it is a page of it."""
    prepared = prepare(deck, labels)
    return render(prepared.documents[0], deck.language, prepared.options, labels)


def prepare(deck: Deck, labels: Mapping[str, str]) -> Prepared:
    """Lay a deck out as files to write."""
    check_labels(labels)
    options = read_options(deck.options)
    quiz = lay_out(deck, options, labels)
    cards = cut_cards(deck, options, labels)
    documents = plan(quiz, cards.sides, options, labels)
    return Prepared(documents, options, tuple(_once((*quiz.notes, *cards.notes))))


def path_of(document: Document, path: Path) -> Path:
    """Where a document goes: quiz.html, quiz.key.html, quiz.A.html, …"""
    return path.with_name(f"{path.name.removesuffix(path.suffix)}{document.name}{path.suffix}")


def _once(notes: tuple[str, ...]) -> Iterator[str]:
    yield from dict.fromkeys(notes)
