"""The words of the deck's language that its cards show."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from quizgen.errors import QuizgenError

LABELS: tuple[str, ...] = (
    "answer",  # over the answer
    "evidence",  # over the sentence that proves it
    "source",  # before title, publisher and date
    "link",  # what to click to read the article
    "reverse",  # the question of a reversed card
    "retired",  # over a card that is no longer in its deck
    "date",  # how a date is written, such as `$day $month $year`
    "first_day",  # how the first of a month is written, such as 1er
    "months",  # the twelve months, separated by spaces
)


def check_labels(labels: Mapping[str, str]) -> None:
    """Raise QuizgenError when the language does not supply every label that cards show."""
    missing = [key for key in LABELS if not labels.get(key, "").strip()]
    if missing:
        raise QuizgenError(
            f"no label for {', '.join(missing)}", hint="add it to the labels of the language pack"
        )
    if len(labels["months"].split()) != 12:
        raise QuizgenError("the label months does not name twelve months", hint="separate by space")


def direction(labels: Mapping[str, str]) -> str:
    """Say in which direction the labels are written: ltr or rtl."""
    for character in labels["answer"]:
        strength = unicodedata.bidirectional(character)
        if strength in {"L", "R", "AL"}:
            return "ltr" if strength == "L" else "rtl"
    return "ltr"
