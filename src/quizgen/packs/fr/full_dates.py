"""Dates that an article leaves unfinished, finished from its own: « mardi », « en mars »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from quizgen.model import Source
from quizgen.packs.fr.calendar import resolve_day, spell_day
from quizgen.packs.fr.words import FrenchWords, ordered
from quizgen.questions.withheld import Withheld

_NEAR = 200  # days around the article's, for a day of which only its name decides the year
_YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")
_NIGHT = re.compile(r"dans la nuit de (\w+) à (\w+)")
_SEASONS = {"printemps": 6, "été": 9, "automne": 12}  # the first month behind each
_SHIFTS = {"dernier": -1, "dernière": -1, "passé": -1, "passée": -1, "prochain": 1, "prochaine": 1}


def full_date(text: str, grain: str, source: Source, direction: str) -> str | None:
    """A date with its year, or None where the article's own date does not decide it.

    `direction` is that of the verb: past, future or "". Of an article whose month alone is known,
    weekdays stay open.
    """
    text = text[0].lower() + text[1:]
    if _YEAR.search(text) or grain in ("decade", "century"):
        return text
    lower = text.lower().replace("’", "'")
    if grain.endswith("weekday"):
        return _weekday(lower, source.published, direction) if source.published else None
    if grain == "night" and (nights := _NIGHT.fullmatch(lower)):
        return _night(nights[1], nights[2], source.published, direction)
    published = source.published or _edge(source.month, direction)
    if published is None:
        return None
    return _beside(text, lower.split(), published) or _with_year(text, published, direction)


def _edge(month: date | None, direction: str) -> date | None:
    """The last day of a month, of what is to come the first: all that is told fits it."""
    if month is None or direction == "future":
        return month
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def month_of(month: date | None) -> str:
    """« en novembre 2012 »: the time that an article tells of; Withheld where it is not known."""
    if month is None:
        raise Withheld("the article has no date")
    return f"en {ordered('months')[month.month - 1]} {month.year}"


def _beside(text: str, words: list[str], published: date) -> str | None:
    """« l'an dernier », « le mois prochain », « l'été dernier »: counted from the article's day."""
    if words[0] == "l'an" or {"année", "l'année"} & set(words):
        return str(published.year + _shift(words))
    if words[:2] == ["le", "mois"]:
        return _month_beside(published, _shift(words))
    return _season(text, words, published) if words[-1] == "dernier" else None


def _shift(words: list[str]) -> int:
    return next((_SHIFTS[w] for w in words if w in _SHIFTS), 0)


def _weekday(lower: str, published: date, direction: str) -> str | None:
    if not direction and lower not in ("hier", "demain"):
        return None
    day = resolve_day(lower, published, future=direction == "future")
    return spell_day(day) if day is not None else None


def _night(eve: str, day: str, published: date | None, direction: str) -> str | None:
    """« dans la nuit de vendredi à samedi », with both days, where they follow each other."""
    told = resolve_day(day, published, future=direction == "future") if published else None
    before = told - timedelta(days=1) if told is not None and direction else None
    if told is None or before is None or ordered("weekdays")[before.weekday()] != eve:
        return None
    eve_day, month, year = spell_day(before).split()[1:]
    own_day, *own = spell_day(told).split()[1:]
    kept = [eve_day] if own == [month, year] else [eve_day, month]
    kept += [year] if own[1] != year else []
    return f"dans la nuit du {' '.join(kept)} au {own_day} {' '.join(own)}"


def _month_beside(published: date, shift: int) -> str:
    index = published.year * 12 + published.month - 1 + shift
    return f"{ordered('months')[index % 12]} {index // 12}"


def _season(text: str, words: list[str], published: date) -> str | None:
    """« l'été dernier »: the last one that is over."""
    season = words[-2].rpartition("'")[2]
    if season not in _SEASONS:
        return None
    year = published.year if published.month >= _SEASONS[season] else published.year - 1
    return text[: text.rindex(" ")] + f" {year}"


def _with_year(text: str, published: date, direction: str) -> str | None:
    """« mardi 19 mai » with the year in which it was one, else by the verb's direction."""
    found = [m for m in re.finditer(r"\w+", text) if m[0].lower() in FrenchWords().list("months")]
    if len({m[0].lower() for m in found}) != 1:
        return None
    month = ordered("months").index(found[-1][0].lower()) + 1
    number = re.search(r"\b(\d{1,2})(?:er)? $", text[: found[-1].start()])
    weekday = next((w for w in ordered("weekdays") if w in text.lower().split()), None)
    years = list(_years(month, published, direction))
    if weekday is not None and number is not None:
        near = (published.year - 1, published.year, published.year + 1)
        days = [d for y in near if (d := _day(y, month, int(number[1]))) is not None]
        named = [d for d in days if ordered("weekdays")[d.weekday()] == weekday]
        years = [d.year for d in named if _fits(d, published, direction)]
    end = found[-1].end()
    return f"{text[:end]} {years[0]}{text[end:]}" if len(years) == 1 else None


def _years(month: int, published: date, direction: str) -> Iterator[int]:
    if direction == "past":
        yield published.year if month <= published.month else published.year - 1
    elif direction == "future":
        yield published.year if month >= published.month else published.year + 1


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fits(day: date, published: date, direction: str) -> bool:
    """Whether a day lies where the verb points, or near where it does not say."""
    if direction == "past":
        return day <= published
    return day >= published if direction == "future" else abs((day - published).days) <= _NEAR
