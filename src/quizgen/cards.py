"""The vocabulary goes on: what is made of facts to learn from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from quizgen.model import Source, Span

CardKind = Literal["basic", "cloze", "choice"]


@dataclass(frozen=True, slots=True)
class Card:
    """A question with its answer and its evidence.

    `id` is made from source and fact and survives rewording. `cloze` is the sentence in Anki's
    notation, unescaped, where `question` shows `[…]`. `context` is the heading above the evidence.
    `topic` tells, in a few words and a date, which event is meant; it never holds the answer.
    `changed` is when what it shows last changed, in seconds since 1970; 0 if that is not known.
    `points` and `tags` are what a person gave the card; one that they wrote has no evidence.
    """

    id: str
    kind: CardKind
    rule: str
    fact: str
    question: str
    answer: str
    answer_span: Span | None
    evidence: Span
    score: float
    choices: tuple[str, ...] = ()
    cloze: str = ""
    context: str = ""
    topic: str = ""
    source: Source | None = None
    changed: int = 0
    points: float | None = None
    tags: tuple[str, ...] = ()

    @property
    def front(self) -> str:
        """The question as it stands alone, its topic in front."""
        return f"{self.topic}\u00a0– {self.question}" if self.topic else self.question


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards under a deck name (`A::B` nests), as an exporter gets them.

    `retired` are those of earlier builds that are gone; `changed` is as for cards, by layout.
    """

    id: str
    name: str
    language: str
    cards: tuple[Card, ...]
    description: str = ""
    title: str = ""
    options: Mapping[str, object] = field(default_factory=dict)
    retired: tuple[Card, ...] = ()
    changed: Mapping[CardKind, int] = field(default_factory=dict)
