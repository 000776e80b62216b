"""Days that an article names from its own: « hier », « mercredi »."""

from __future__ import annotations

from datetime import date, timedelta

from quizgen.packs.fr.words import ordered

# « aujourd'hui » is left out: it means these days as often as that day.
_SHIFTS = {"avant-hier": -2, "hier": -1, "demain": 1, "après-demain": 2}


def resolve_day(word: str, published: date, *, future: bool) -> date | None:
    """The day that a word means in an article of `published`; None when it names no day.

    A weekday is the last one up to the article's day, or with a verb in the future the next one.
    """
    word = word.lower().replace("’", "'")
    if word in _SHIFTS:
        return published + timedelta(days=_SHIFTS[word])
    weekdays = ordered("weekdays")
    if word not in weekdays:
        return None
    ahead = (weekdays.index(word) - published.weekday()) % 7
    if future:
        return published + timedelta(days=ahead or 7)
    return published + timedelta(days=ahead - 7 if ahead else 0)


def spell_day(day: date) -> str:
    """« mercredi 23 janvier 2019 », with « 1er » for the first."""
    number = "1er" if day.day == 1 else str(day.day)
    weekday, month = ordered("weekdays")[day.weekday()], ordered("months")[day.month - 1]
    return f"{weekday} {number} {month} {day.year}"
