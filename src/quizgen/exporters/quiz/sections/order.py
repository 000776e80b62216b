"""Put in order: lines that ask for a date, from the earliest to the latest."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from string import Template

from quizgen.cards import Card
from quizgen.exporters.quiz.labels import of_article
from quizgen.exporters.quiz.sections.items import Call, Found, Item, enough
from quizgen.exporters.quiz.sections.of_cards import cut_at_gaps

_LEAST = 3
_MOST = 6
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Period:
    """The first and the last day of a day, a month or a year."""

    first: date
    last: date


def find_order(call: Call) -> Found:
    """Cards that ask for dates of which each is over before the next begins.

    The answer of an item is its rank, as text. Lines that name a year themselves give part of
    the order away and are not taken.
    """
    dated = [
        (period, card)
        for card in call.cards
        if card.fact == "date" and card.kind != "choice" and not _YEAR.search(card.question)
        if (period := read_date(card.answer, call.labels)) is not None
    ]
    chain = _chain(dated)[: call.most or _MOST]
    ranks = {card.id: str(rank) for rank, (_, card) in enumerate(chain, start=1)}
    items = [Item(c, cut_at_gaps(c), ranks[c.id]) for c in call.cards if c.id in ranks]
    return enough(items, _LEAST, call, "dates that certainly follow one another")


def read_date(text: str, labels: Mapping[str, str]) -> Period | None:
    """The period that a date in the article's words stands for; None when it is not a plain one."""
    months = [month.casefold() for month in of_article(labels, "months").split()]
    for written in (of_article(labels, "date"), "$month $year", "$year"):
        found = re.fullmatch(_pattern(written, months, labels), text, re.IGNORECASE)
        if found is not None:
            said = found.groupdict()
            year = int(said["year"])
            month = months.index(said["month"].casefold()) + 1 if "month" in said else None
            return _period(year, month, said.get("day"))
    return None


def _pattern(written: str, months: list[str], labels: Mapping[str, str]) -> str:
    """A regular expression for dates written like a label, such as `$day $month $year`."""
    first_day = re.escape(of_article(labels, "first_day"))
    places = {
        "day": rf"(?P<day>\d{{1,2}}|{first_day})",
        "month": f"(?P<month>{'|'.join(map(re.escape, months))})",
        "year": r"(?P<year>\d{4})",
    }
    escaped = re.escape(written.replace("$", "§")).replace(r"\ ", r"\s")
    weekdays = "|".join(map(re.escape, of_article(labels, "weekdays").split()))
    before = rf"(?:(?:{weekdays}),?\s)?" if "$day" in written else ""
    return before + Template(escaped.replace("§", "$")).substitute(places)


def _period(year: int, month: int | None, day: str | None) -> Period | None:
    try:
        if month is None:
            return Period(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        only = date(year, month, int(day) if day.isdigit() else 1)
        return Period(only, only)
    except ValueError:  # such as 31 avril
        return None


def _chain(dated: list[tuple[Period, Card]]) -> list[tuple[Period, Card]]:
    """The most periods of which each ends before the next begins, in their order."""
    chain: list[tuple[Period, Card]] = []
    for period, card in sorted(dated, key=lambda pair: (pair[0].last, pair[0].first, pair[1].id)):
        if not chain or chain[-1][0].last < period.first:
            chain.append((period, card))
    return chain
