"""A deck as one HTML file to print and hand out."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quizgen.exporters.quiz.labels import check_labels, fill
from quizgen.exporters.quiz.options import read_options
from quizgen.exporters.quiz.sheet import lay_out
from quizgen.exporters.quiz.typography import css_page_of, css_string, shorten, tie
from quizgen.files import write_atomically
from quizgen.model import Deck

_RUNNING_TITLE = 80


def export_quiz(deck: Deck, path: Path, labels: Mapping[str, str]) -> None:
    """Write the deck as a quiz to `path`, whole or not at all.

    Raises QuizgenError for a deck without cards, a broken card, an unknown option value or a
    missing label.
    """
    write_atomically(path, render_quiz(deck, labels).encode("utf-8"))


def render_quiz(deck: Deck, labels: Mapping[str, str]) -> str:
    """Set the quiz as one HTML page that loads nothing and runs nothing."""
    check_labels(labels)
    options = read_options(deck.options)
    sheet = lay_out(deck, labels)
    running = shorten(sheet.title, _RUNNING_TITLE)
    return (
        _environment()
        .get_template("quiz.html.jinja")
        .render(
            sheet=sheet,
            labels=labels,
            options=options,
            language=deck.language,
            running_title=css_string(running),
            running_key=css_string(f"{running} – {labels['key']}"),
            page_of=css_page_of(labels["page_of"]),
            stylesheet=Markup(_stylesheet()),
        )
    )


def _environment() -> Environment:
    """Templates in which every value is escaped; words of an article are never a template."""
    environment = Environment(
        loader=PackageLoader("quizgen.exporters.quiz", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=tie,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["fill"] = fill
    return environment


def _stylesheet() -> str:
    return files("quizgen.exporters.quiz").joinpath("quiz.css").read_text(encoding="utf-8")
