"""The names of countries and territories in French, from the CLDR data that Babel ships."""

from __future__ import annotations

from functools import cache

from babel import Locale


@cache
def countries() -> frozenset[str]:
    """Names of countries and territories, lower-cased with straight apostrophes."""
    names = (name for code, name in Locale("fr").territories.items() if code.isalpha())
    return frozenset(name.lower().replace("’", "'") for name in names)


def gender_of(country: str) -> str:
    """The gender of a country's name: feminine when it ends in -e, a handful excepted."""
    masculine = ("mexique", "cambodge", "mozambique", "zimbabwe", "belize", "suriname")
    name = country.lower()
    return "Fem" if name.endswith("e") and name not in masculine else "Masc"
