"""Reading a deck spec."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from quizgen.curation import Curation, OwnCard
from quizgen.decks.keys import Vocabulary, spec_table
from quizgen.errors import Faults
from quizgen.selection import DEFAULT_CARDS
from quizgen.yamlfile import Located, load_located


@dataclass(frozen=True, slots=True)
class DeckSpec:
    """What one deck holds; None and "" where the spec leaves it to the program.

    `options` are what the formats are told: how to print, `reversed` kinds of fact, `level`.
    `asked` is the number of cards where the spec itself gives one.
    """

    path: Path
    id: str
    deck: str
    sources: tuple[Path, ...]
    title: str = ""
    description: str = ""
    language: str = ""
    cards: int = DEFAULT_CARDS
    asked: int = 0
    kinds: frozenset[str] | None = None
    choices: bool = False
    formats: tuple[str, ...] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    curation: Curation = field(default_factory=Curation)


def load_spec(path: Path, words: Vocabulary | None = None) -> DeckSpec:
    """Read a deck spec. Raises QuizgenError with line and column for every fault at once."""
    faults = Faults()
    found: dict[str, Any] = {}
    curation = Curation()
    with faults:
        file = load_located(path, faults)
        with faults:
            found = spec_table(words or Vocabulary()).read(file, "a deck spec")
            curation = Curation(found.pop("curate", ()), _own_cards(file, found.pop("own", ())))
    faults.found.sort(key=lambda fault: (fault.line or 0, fault.column or 0))
    faults.settle()
    kinds = frozenset(found.pop("kinds", ())) or None
    options = found.pop("print", {}) | {
        name: found.pop(name) for name in ("reversed", "level") if name in found
    }
    asked = found.get("cards", 0)
    return DeckSpec(
        path, path.stem, asked=asked, kinds=kinds, options=options, curation=curation, **found
    )


def _own_cards(file: Located, written: tuple[dict[str, Any], ...]) -> tuple[OwnCard, ...]:
    """Cards of one's own; two of one name are refused."""
    cards: dict[str, OwnCard] = {}
    place = {key.value: item for key, item in file.pairs()}.get("own")
    for number, values in enumerate(written):
        card = OwnCard(**{"id": values["question"], **values})
        if card.id in cards and place is not None:
            item = list(place.items())[number]
            raise item.error("two cards of one's own have this question", "give one an id")
        cards[card.id] = card
    return tuple(cards.values())
