"""Cloze cards: the sentence with one deletion."""

from __future__ import annotations

from dataclasses import replace

from quizgen.cards import Card

GAP = "[…]"


def with_words(card: Card, question: str, answer: str) -> Card:
    """A card with its wording; a cloze card gets its sentence in Anki's notation too."""
    cloze = question.replace(GAP, "{{c1::" + answer + "}}", 1) if card.kind == "cloze" else ""
    return replace(card, question=question, answer=answer, cloze=cloze)
