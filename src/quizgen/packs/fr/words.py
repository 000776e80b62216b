"""The pack's word lists, read once from the YAML files of `lexicon/`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from quizgen.packs.fr.territories import article_of, countries
from quizgen.yamlfile import load

FOLDER = Path(__file__).parent / "lexicon"
FILES = (
    "names",
    "people",
    "speech",
    "quantities",
    "reference",
    "sounds",
    "adjuncts",
    "government",
    "measures",
)


class FrenchWords:
    """Lists and tables by name; a name that no file defines raises KeyError."""

    def list(self, name: str) -> frozenset[str]:
        """The words of a list, lower-cased with straight apostrophes."""
        return _list(name)

    def table(self, name: str) -> Mapping[str, Any]:
        """A list whose words carry properties."""
        if name == "country_articles":
            return _country_articles()
        table: Mapping[str, Any] = _tables()[name]
        return table


@cache
def _list(name: str) -> frozenset[str]:
    if name == "countries":
        return countries()
    return frozenset(str(word).lower().replace("’", "'") for word in _tables()[name])


@cache
def _country_articles() -> Mapping[str, str]:
    """The definite article of each country, also of names whose first accent is left out."""
    plural, bare = _list("plural_countries"), _list("articleless_places")
    articles = {name: article_of(name, plural, bare) for name in sorted(countries())}
    bared = {"e" + name[1:]: name for name in articles if name.startswith("é")}
    return articles | {key: articles[name] for key, name in bared.items()}


def ordered(name: str) -> tuple[str, ...]:
    """The words of a list in the order of its file."""
    return tuple(str(word) for word in _tables()[name])


@cache
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = {}
    for name in FILES:
        tables.update(load(FOLDER / f"{name}.yaml"))
    return tables
