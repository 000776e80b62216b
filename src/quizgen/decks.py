"""Deck specs: the YAML files that say which articles make which deck."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.printing import read_print
from quizgen.selection import DEFAULT_CARDS
from quizgen.yamlfile import Located, Types, load_located, suggest

FORMATS = ("apkg", "html")

_KEYS: Mapping[str, Types] = {
    "deck": str,
    "title": str,
    "description": str,
    "sources": list,
    "cards": int,
    "kinds": list,
    "choices": bool,
    "reversed": list,
    "level": (str, int),
    "formats": list,
    "print": dict,
}


@dataclass(frozen=True, slots=True)
class DeckSpec:
    """What one deck holds; `kinds` is None for every kind of fact, `options` are of the formats.

    `asked` is the number of cards where the spec itself gives one.
    """

    path: Path
    id: str
    deck: str
    sources: tuple[Path, ...]
    title: str = ""
    description: str = ""
    cards: int = DEFAULT_CARDS
    asked: int = 0
    kinds: frozenset[str] | None = None
    choices: bool = False
    formats: tuple[str, ...] = FORMATS
    options: Mapping[str, object] = field(default_factory=dict)


def load_spec(
    path: Path, formats: Collection[str] = FORMATS, kinds: Collection[str] | None = None
) -> DeckSpec:
    """Read a deck spec; `formats` and `kinds` are the words that it may use for those.

    Raises QuizgenError with line and column for whatever is not as it should be.
    """
    found = load_located(path).fields(_KEYS, required=("deck", "sources"))
    defaults = DeckSpec(path, path.stem, "", ())
    return DeckSpec(
        path=path,
        id=path.stem,
        deck=_deck_name(found["deck"]),
        sources=_sources(found["sources"], path.parent),
        title=found["title"].value if "title" in found else "",
        description=found["description"].value if "description" in found else "",
        cards=_cards(found["cards"]) if "cards" in found else defaults.cards,
        asked=found["cards"].value if "cards" in found else defaults.asked,
        kinds=frozenset(_words(found["kinds"], kinds)) if "kinds" in found else None,
        choices=bool(found["choices"].value) if "choices" in found else defaults.choices,
        formats=_words(found["formats"], formats) if "formats" in found else defaults.formats,
        options=_options(found, kinds),
    )


def _deck_name(place: Located) -> str:
    name = str(place.value)
    if not all(part.strip() for part in name.split("::")):
        raise place.error("the name of the deck has an empty part", "write it like A::B")
    return name


def _cards(place: Located) -> int:
    if place.value < 1:
        raise place.error("'cards' must be 1 or more")
    return int(place.value)


def _sources(place: Located, folder: Path) -> tuple[Path, ...]:
    """Paths of articles, looked for beside the spec, then in the folder above."""
    found: list[Path] = []
    for item in place.items():
        name = item.expect(str, "a source")
        tried = [Path(os.path.normpath(base / name)) for base in (folder, folder.parent)]
        path = next((p for p in tried if p.is_file()), None)
        if path is None:
            raise item.error(f"there is no such file: {name}", "paths count from this file")
        if path in found:
            raise item.error(f"{name} stands here twice")
        found.append(path)
    if not found:
        raise place.error("'sources' names no article")
    return tuple(found)


def _words(place: Located, known: Iterable[str] | None) -> tuple[str, ...]:
    """A list of words, each one of the known ones when those are given."""
    words = []
    for item in place.items():
        word = item.expect(str, "each of them")
        if known is not None and word not in known:
            raise item.error(f"unknown word {word!r}", suggest(word, known))
        words.append(word)
    if not words:
        raise place.error("this list is empty", "leave the key out to have them all")
    return tuple(dict.fromkeys(words))


def _options(found: Mapping[str, Located], kinds: Collection[str] | None) -> dict[str, object]:
    """What the formats are told: the printer's options, `reversed` kinds of fact, `level`."""
    options: dict[str, object] = {}
    if "print" in found:
        options |= read_print(found["print"])
    if "reversed" in found:
        options["reversed"] = frozenset(_words(found["reversed"], kinds))
    if "level" in found:
        options["level"] = str(found["level"].value)
    return options
