"""The sections that ask cards as they are: open questions, gaps, multiple choice."""

from __future__ import annotations

import re

from quizgen.cards import Card, CardKind
from quizgen.errors import QuizgenError
from quizgen.exporters.quiz.sections.items import Call, Found, Item

GAP = "[…]"
DELETION = re.compile(r"\{\{c\d+::(.*?)\}\}")


def find_open(call: Call) -> Found:
    """Questions that are answered in writing."""
    return _of_kind("basic", call)


def find_cloze(call: Call) -> Found:
    """Sentences with gaps."""
    return _of_kind("cloze", call)


def find_choice(call: Call) -> Found:
    """Questions with answers to choose from."""
    return _of_kind("choice", call)


def cut_at_gaps(card: Card) -> tuple[str, ...]:
    """The words around the gaps; an ellipsis that the article has itself is no gap."""
    if card.kind != "cloze":
        return (card.question,)
    around = tuple(DELETION.split(card.cloze)[::2])
    parts = around if GAP.join(around) == card.question else tuple(card.question.split(GAP))
    if len(parts) < 2:
        raise QuizgenError(f"card {card.id}: its sentence has no gap {GAP}: {card.question}")
    return parts


def _of_kind(kind: CardKind, call: Call) -> Found:
    cards = [card for card in call.cards if card.kind == kind]
    items = (Item(card, cut_at_gaps(card), card.answer) for card in cards[: call.most])
    return Found(tuple(items), f"the deck has no {kind} card to spare")
