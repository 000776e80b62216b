"""The formats in which a deck can be written: the table of contents of this room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import Protocol

from quizgen.model import Deck


class Export(Protocol):
    """Writes a deck in one format; `labels` are the words of the deck's language for the page."""

    def __call__(self, deck: Deck, path: Path, labels: Mapping[str, str]) -> None:
        """Write `deck` to `path`, whole or not at all; raise QuizgenError for what cannot be."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format: the suffix of its files and its function, as `module:name`.

    The module is imported when the first deck is written, so that start-up stays fast.
    """

    suffix: str
    function: str

    def __call__(self, deck: Deck, path: Path, labels: Mapping[str, str]) -> None:
        """Write `deck` to `path` in this format."""
        export: Export = resolve_name(self.function)
        export(deck, path, labels)


EXPORTERS: dict[str, Exporter] = {
    "apkg": Exporter(".apkg", "quizgen.exporters.anki:export_anki"),
    "tsv": Exporter(".tsv", "quizgen.exporters.anki:export_text"),
    "html": Exporter(".html", "quizgen.exporters.quiz:export_quiz"),
}
