"""The words of the printed page, which the language pack supplies."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from quizgen.errors import QuizgenError
from quizgen.printing import SECTIONS

# The sections' names and instructions are labels of their own.
_OF_SECTIONS = tuple(section.replace("-", "_") for section in SECTIONS)

LABELS: tuple[str, ...] = (
    # the head that a pupil fills in, and what stands at the page's edge
    *("name", "class", "date_line", "score", "version", "page", "page_of", "end"),
    # parts of the sheet
    *("text", *_OF_SECTIONS, *(f"do_{section}" for section in _OF_SECTIONS), "bank"),
    *("source", "sources", "is_true", "is_false"),
    "gap",  # read out in place of the empty space in a sentence
    # points
    *("point", "points", "decimal", "part", "most_points", "total"),
    # the key
    *("key", "answer", "answer_to", "line", "lines", "instead"),
    # on screen: what to print
    *("print", "everything", "sheet", "the_key"),
    # cards to cut out
    *("cards", "do_duplex", "do_fold"),
    "date",  # how a date is written, such as `$day $month $year`
    "first_day",  # how the first of a month is written, such as 1er
    "months",  # the twelve months, separated by spaces
    "weekdays",  # the seven days
    "inexact",  # words with which a sentence has no certain opposite, separated by |
)

_PLACES: dict[str, tuple[str, ...]] = {
    "version": ("$letter",),
    "page": ("$page",),
    "page_of": ("$page", "$pages"),
    "do_order": ("$count",),
    "point": ("$count",),
    "points": ("$count",),
    "answer_to": ("$number",),
    "line": ("$line",),
    "lines": ("$first", "$last"),
    "instead": ("$right", "$wrong"),
    "date": ("$day", "$month", "$year"),
}


def check_labels(labels: Mapping[str, str]) -> None:
    """Refuse labels that would leave a hole in the page."""
    missing = [key for key in LABELS if not labels.get(key, "").strip()]
    if missing:
        raise QuizgenError(
            f"no label for {', '.join(missing)}", hint="add it to the labels of the language pack"
        )
    for key, places in _PLACES.items():
        absent = {place[1:] for place in places} - set(Template(labels[key]).get_identifiers())
        if absent:
            raise QuizgenError(
                f"the label {key} lacks {', '.join(sorted('$' + name for name in absent))}",
                hint=f"it says: {labels[key]}",
            )
    if len(labels["months"].split()) != 12:
        raise QuizgenError("the label months does not name twelve months", hint="separate by space")


def fill(label: str, **values: object) -> str:
    """Put values in a label's `$places`."""
    return Template(label).safe_substitute({name: str(value) for name, value in values.items()})


def of_article(labels: Mapping[str, str], name: str) -> str:
    """A label in the article's language, where the page is in another (`article_` before it)."""
    return labels.get(f"article_{name}", labels[name])


def spell_number(number: float, labels: Mapping[str, str]) -> str:
    """Write a number of points, such as 2 or 1,5."""
    return f"{number:g}".replace(".", labels["decimal"])


def spell_points(number: float, labels: Mapping[str, str]) -> str:
    """Write a number of points with its unit, such as 1,5 pt."""
    label = labels["point" if number < 2 else "points"]
    return fill(label, count=spell_number(number, labels)).replace(" ", "\N{NO-BREAK SPACE}")
