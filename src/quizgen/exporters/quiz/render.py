"""A document as one HTML page that loads nothing and runs nothing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quizgen.exporters.quiz.geometry import grid_of, slot_of
from quizgen.exporters.quiz.labels import fill, spell_number, spell_points
from quizgen.exporters.quiz.pages import Document
from quizgen.exporters.quiz.typography import before_element, css_counters, css_string, shorten, tie
from quizgen.printing import PrintOptions

_ROOM = "quizgen.exporters.quiz"
_FOOT = 80


def render(
    document: Document,
    language: str,
    options: PrintOptions,
    labels: Mapping[str, str],
    *,
    screen: bool = True,
) -> str:
    """Set a document as HTML; without `screen`, for a program that only prints."""
    return (
        _environment()
        .get_template("quiz.html.jinja")
        .render(
            document=document,
            language=language,
            own_language=Markup(f' lang="{language}"') if options.labels else "",
            page_language=options.labels or language,
            options=options,
            labels=labels,
            grid=grid_of(options),
            slot=slot_of(options),
            screen=screen,
            styles=_styles(screen),
            number_of=lambda number: spell_number(number, labels),
            points_of=lambda number: spell_points(number, labels),
        )
    )


@cache
def _environment() -> Environment:
    """Templates in which every value is escaped; words of an article are never a template."""
    environment = Environment(
        loader=PackageLoader(_ROOM, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=tie,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "fill": fill,
        "before_element": before_element,
        "css_string": css_string,
        "css_counters": css_counters,
        "foot": lambda words: css_string(shorten(words, _FOOT)),
    }
    return environment


@cache
def _styles(screen: bool) -> Markup:
    """The style sheets, which hold nothing of an article."""
    names = ("base", *(("screen",) if screen else ()), "print")
    folder = files(_ROOM).joinpath("styles")
    return Markup("\n".join(folder.joinpath(f"{n}.css").read_text(encoding="utf-8") for n in names))
