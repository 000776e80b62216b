"""Dates get their year from the article's own date, or none at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from quizgen.model import Source
from quizgen.packs.fr.full_dates import full_date

UNDATED = Source("essai", "essai.md", "", (), "fr")
MAY = replace(UNDATED, published=date(2025, 5, 21))  # a Wednesday
SOME_DAY_IN_MAY = replace(UNDATED, issued="2025-05")


@pytest.mark.parametrize(
    ("text", "grain", "direction", "full"),
    [
        ("mardi", "weekday", "past", "mardi 20 mai 2025"),
        ("mardi", "weekday", "future", "mardi 27 mai 2025"),
        ("hier", "weekday", "past", "mardi 20 mai 2025"),
        ("lundi 19 mai", "day", "", "lundi 19 mai 2025"),
        ("mardi 19 mai", "day", "past", None),  # no year near in which it was one
        ("12 novembre", "day", "past", "12 novembre 2024"),
        ("12 novembre", "day", "future", "12 novembre 2025"),
        ("12 novembre", "day", "", None),
        ("mars", "month", "past", "mars 2025"),
        ("juin", "month", "past", "juin 2024"),
        ("juin 1998", "month", "past", "juin 1998"),
        ("le mois dernier", "month", "past", "avril 2025"),
        ("l’an dernier", "year", "past", "2024"),
        ("cette année", "year", "", "2025"),
        ("l’année prochaine", "year", "future", "2026"),
        ("l’été dernier", "since_when", "past", "l’été 2024"),
        ("l’hiver dernier", "since_when", "past", None),  # of which year is open
        ("la fin du mois de juin", "until_when", "future", "la fin du mois de juin 2025"),
        ("du 3 avril au 9 juin 2021", "period", "past", "du 3 avril au 9 juin 2021"),
        ("dans les années 1950", "decade", "past", "dans les années 1950"),
    ],
)
def test_what_a_date_means(text: str, grain: str, direction: str, full: str | None) -> None:
    assert full_date(text, grain, MAY, direction) == full


@pytest.mark.parametrize("text", ["mardi", "12 novembre", "l’an dernier"])
def test_nothing_is_guessed_without_the_date_of_the_article(text: str) -> None:
    assert full_date(text, "day", UNDATED, "past") is None


@pytest.mark.parametrize(
    ("text", "grain", "direction", "full"),
    [
        ("24 mai", "day", "past", "24 mai 2025"),
        ("12 novembre", "day", "past", "12 novembre 2024"),
        ("3 mai", "day", "future", "3 mai 2025"),
        ("l’an dernier", "year", "past", "2024"),
        ("mardi", "weekday", "past", None),
    ],
)
def test_an_article_dated_by_its_month_tells_years_and_no_days(
    text: str, grain: str, direction: str, full: str | None
) -> None:
    assert full_date(text, grain, SOME_DAY_IN_MAY, direction) == full
