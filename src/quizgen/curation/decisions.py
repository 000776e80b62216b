"""Decisions on cards, as a deck spec holds them."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgen.yamlfile import Located


@dataclass(frozen=True, slots=True)
class Edit:
    """What is decided on the card with the id `card`; "" and None leave it as it is.

    A card that is not dropped is kept: no limit and no better card puts it out of the deck.
    """

    card: str
    place: Located = field(compare=False)
    drop: bool = False
    question: str = ""
    answer: str = ""
    points: float | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnCard:
    """A card that a person wrote; `id` names it within its deck."""

    id: str
    question: str
    answer: str
    points: float | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Curation:
    """All that is decided on the cards of one deck."""

    edits: tuple[Edit, ...] = ()
    own: tuple[OwnCard, ...] = ()
