"""The formats in which a deck can be written: the table of contents of this room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Protocol

from quizgen.cards import Deck
from quizgen.exporters.written import Written


class Export(Protocol):
    """Writes a deck in one format; `labels` are the words of the deck's language for the page."""

    def __call__(self, deck: Deck, path: Path, labels: Mapping[str, str]) -> Written | None:
        """Write `deck` to `path`, whole or not at all; raise QuizgenError for what cannot be.

        None says that this file is all there is, and that there is nothing to tell.
        """


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: the suffix of its files and its function, as `module:name`.

    `printed`: the page may be in another language than the article.

    The module is imported when the first deck is written, so that start-up stays fast.
    """

    suffix: str
    function: str
    printed: bool = False

    def __call__(self, deck: Deck, path: Path, labels: Mapping[str, str]) -> Written:
        """Write `deck` to `path` in this format."""
        export: Export = resolve_name(self.function)
        return export(deck, path, labels) or Written((path,))


# What is written unless somebody says otherwise; the others need a package more.
DEFAULT_FORMATS = ("apkg", "html")

EXPORTERS: dict[str, Exporter] = {
    "apkg": Exporter(".apkg", "quizgen.exporters.anki:export_anki"),
    "tsv": Exporter(".tsv", "quizgen.exporters.anki:export_text"),
    "html": Exporter(".html", "quizgen.exporters.quiz:export_quiz", printed=True),
    "pdf": Exporter(".pdf", "quizgen.exporters.quiz:export_pdf", printed=True),
}
