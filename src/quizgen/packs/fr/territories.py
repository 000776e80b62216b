"""The names of countries and territories in French, from the CLDR data that Babel ships."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global

_MASCULINE = frozenset(
    ("mexique", "cambodge", "mozambique", "zimbabwe", "belize", "suriname", "royaume", "territoire")
)
_INHABITED = ("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


@cache
def countries() -> frozenset[str]:
    """Names of countries and territories, lower-cased with straight apostrophes."""
    names = (name for code, name in Locale("fr").territories.items() if code.isalpha())
    return frozenset(name.lower().replace("’", "'") for name in names)


@cache
def cities() -> frozenset[str]:
    """Cities that time zones go by, lower-cased: French names where CLDR has them, else its own."""
    french = {zone: names.get("city") for zone, names in Locale("fr").time_zones.items()}
    found = set()
    for zone in get_global("zone_territories"):
        region, _, city = zone.rpartition("/")
        if region.startswith(_INHABITED):
            found.add((french.get(zone) or city.replace("_", " ")).lower().replace("’", "'"))
    return frozenset(found)


def gender_of(country: str) -> str:
    """The gender of a country's name: feminine when it ends in -e, a handful excepted."""
    name = country.lower()
    return "Fem" if name.endswith("e") and name not in _MASCULINE else "Masc"


def article_of(country: str, plural: frozenset[str], bare: frozenset[str]) -> str:
    """The definite article of a country's name, "" where it takes none (« Cuba »).

    `plural` and `bare` hold the names that are plural, and those without article.
    """
    if country in bare or country.startswith(("saint-", "sainte-", "île ", "la ")):
        return ""
    if country in plural or country.startswith("îles "):
        return "les"
    if country[0] in "aeiouâéèêîïôœ":
        return "l’"
    return "la" if gender_of(country.partition(" ")[0].partition("-")[0]) == "Fem" else "le"
