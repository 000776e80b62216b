"""The label in front of a question: what the article is about, and when it was written."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from quizgen.model import Document
from quizgen.packs.fr.words import FrenchWords, ordered

_MOST_WORDS = 30  # of label and question together, quotations apart
_QUOTED = re.compile(r"«[^»]*»")
_WORD = re.compile(r"[^\W_]+")


def label(document: Document, question: str, answer: str) -> str:
    """« Syrie, avancée des rebelles, novembre 2012 », without what would give the answer away.

    In front of a long question it says less.
    """
    hidden = _telling(answer)
    parts = [topic for topic in document.topics if not _telling(topic) & hidden]
    if document.source.published is not None:
        parts += _when(document.source.published, hidden)
    room = _MOST_WORDS - len(_QUOTED.sub("«»", question).split())
    while parts and len(" ".join(parts).split()) >= room:
        parts.pop(0)
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]


def _when(day: date, hidden: Collection[str]) -> list[str]:
    """Month and year, the year alone where the answer is a day or month, nothing for that year."""
    month = ordered("months")[day.month - 1]
    if str(day.year) in hidden and month not in hidden:
        return []
    return [str(day.year)] if month in hidden else [f"{month} {day.year}"]


def _telling(text: str) -> set[str]:
    """The words of a text that say something."""
    small = FrenchWords().list("small_words")
    return {w.lower() for w in _WORD.findall(text) if w.lower() not in small and len(w) > 1}
