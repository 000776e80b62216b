"""Decisions applied to cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from quizgen.cards import Card
from quizgen.curation.decisions import Edit, OwnCard
from quizgen.model import Span
from quizgen.questions.cloze import GAP, with_words


@dataclass(frozen=True, slots=True)
class Curated:
    """Cards after the decisions: `kept` are ids, `unmatched` the edits of cards that are not."""

    cards: tuple[Card, ...]
    kept: frozenset[str]
    unmatched: tuple[Edit, ...]


def apply_edits(cards: Sequence[Card], edits: Iterable[Edit]) -> Curated:
    """Drop and reword cards by their ids; cards without an edit pass unchanged."""
    by_id = {edit.card: edit for edit in edits}
    known = {card.id for card in cards}
    dropped = {edit.card for edit in by_id.values() if edit.drop}
    return Curated(
        cards=tuple(
            _edited(card, by_id[card.id]) if card.id in by_id else card
            for card in cards
            if card.id not in dropped
        ),
        kept=frozenset(by_id) & known - dropped,
        unmatched=tuple(edit for edit in by_id.values() if edit.card not in known),
    )


def own_cards(deck: str, written: Iterable[OwnCard]) -> tuple[Card, ...]:
    """The cards that a person wrote; their ids are made from the deck's and their own."""
    return tuple(
        Card(
            id=sha256(f"{deck}|own|{own.id}".encode()).hexdigest()[:16],
            kind="basic",
            rule="",
            fact="",
            question=own.question,
            answer=own.answer,
            answer_span=None,
            evidence=Span(0, 0, ""),
            score=1.0,
            points=own.points,
            tags=own.tags,
        )
        for own in written
    )


def _edited(card: Card, edit: Edit) -> Card:
    """A card in a person's words; a cloze card without a gap becomes a basic one."""
    question, answer = edit.question or card.question, edit.answer or card.answer
    gap = card.kind == "cloze" and GAP in question
    kind = "basic" if card.kind == "cloze" and not gap else card.kind
    return replace(
        with_words(replace(card, kind=kind), question, answer),
        choices=tuple(answer if choice == card.answer else choice for choice in card.choices),
        answer_span=card.answer_span if answer == card.answer else None,
        points=card.points if edit.points is None else edit.points,
        tags=edit.tags or card.tags,
    )
