"""One answer only: a question that two facts answer differently is asked of neither."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from quizgen.cards import Card


def ambiguous(cards: Iterable[Card]) -> frozenset[str]:
    """The ids of cards whose very question has another answer elsewhere in the article."""
    answers: dict[str, set[str]] = {}
    ids: dict[str, list[str]] = {}
    for card in cards:
        question = card.question.lower()
        answers.setdefault(question, set()).add(card.answer.lower())
        ids.setdefault(question, []).append(card.id)
    return frozenset(i for q, found in answers.items() if _differ(found) for i in ids[q])


def _differ(answers: Collection[str]) -> bool:
    """Whether answers name different things: « Anne Leroy » and « Anne Leroy, maire » do not."""
    fullest = {a for a in answers if not any(other.startswith(f"{a}, ") for other in answers)}
    return len(fullest) > 1
