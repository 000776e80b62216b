"""A deck as PDF files, set by WeasyPrint from the same pages as the HTML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from quizgen.cards import Deck
from quizgen.errors import QuizgenError
from quizgen.exporters.quiz.export import Prepared, path_of, prepare
from quizgen.exporters.quiz.pages import Document
from quizgen.exporters.quiz.render import render
from quizgen.exporters.written import Written
from quizgen.files import write_atomically


def export_pdf(deck: Deck, path: Path, labels: Mapping[str, str]) -> Written:
    """Write the deck as PDF to `path` and, as its options say, to files beside it.

    Raises QuizgenError like `export_quiz`, and where WeasyPrint is not installed.
    """
    prepared = prepare(deck, labels)
    printer = _load_weasyprint()
    pages = {
        path_of(document, path): _set(printer, document, deck, prepared, labels)
        for document in prepared.documents
    }
    for where, page in pages.items():
        write_atomically(where, page)
    return Written(tuple(pages), prepared.notes)


def _load_weasyprint() -> Any:
    try:
        import weasyprint
    except ImportError as error:
        raise QuizgenError(
            "PDF needs the package weasyprint", hint="pip install 'quizgen[pdf]'"
        ) from error
    except OSError as error:  # its libraries are not Python's and may be missing
        raise QuizgenError(
            "PDF needs the library Pango, which weasyprint did not find",
            hint="install Pango, or print the HTML from a browser",
        ) from error
    return weasyprint


def _set(
    printer: Any, document: Document, deck: Deck, prepared: Prepared, labels: Mapping[str, str]
) -> bytes:
    """The bytes of a document; each run of pages is set alone, so that it is counted alone."""
    fonts = printer.text.fonts.FontConfiguration()
    runs = [
        printer.HTML(
            string=render(
                replace(document, runs=(run,)),
                deck.language,
                prepared.options,
                labels,
                screen=False,
            ),
            url_fetcher=_fetch_nothing,
        ).render(font_config=fonts)
        for run in document.runs
    ]
    pages = [page for run in runs for page in run.pages]
    pdf: bytes = runs[0].copy(pages).write_pdf()
    return pdf


def _fetch_nothing(url: str) -> Any:
    """Refuse every address: a page has all that it needs, and an article's are never followed."""
    raise ValueError(f"not fetched: {url}")
