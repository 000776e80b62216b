"""The words of the printed page, which the language pack supplies."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from string import Template

from quizgen.errors import QuizgenError

LABELS: tuple[str, ...] = (
    # the line that a pupil fills in
    "name",
    "class",
    "date_line",
    # one instruction for each kind of question on the sheet
    "do_basic",
    "do_cloze",
    "do_choice",
    # headings and names of parts
    "questions",
    "key",
    "source",
    "sources",
    "answer",
    "answer_to",  # `$number`
    "gap",  # read out in place of the empty space in a sentence
    "page_of",  # `$page` and `$pages`
    # dates
    "date",  # how a date is written, such as `$day $month $year`
    "first_day",  # how the first of a month is written, such as 1er
    "months",  # the twelve months, separated by spaces
)

_PLACES: dict[str, tuple[str, ...]] = {
    "answer_to": ("$number",),
    "page_of": ("$page", "$pages"),
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


def fill(label: str, **values: str) -> str:
    """Put values in a label's `$places`."""
    return Template(label).safe_substitute(values)


def spell_date(day: date, labels: Mapping[str, str]) -> str:
    """Write a date in the article's language, such as 4 juillet 2012."""
    return fill(
        labels["date"],
        day=labels["first_day"] if day.day == 1 else str(day.day),
        month=labels["months"].split()[day.month - 1],
        year=str(day.year),
    )
