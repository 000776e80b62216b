"""Choosing cards: duplicates out, the order of worth, limits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizgen.cards import Card

DEFAULT_CARDS = 20  # of a deck or quiz whose spec does not say
LEAST_SCORE = 0.55  # of a card in a deck: what is worth less is only listed
LEAST_LISTED = 0.015  # of a card at all: what is worth less is a silence with a reason
MOST_PER_SENTENCE = 2
MOST_OF_AN_ANSWER = 2  # cards of one deck that have one answer
MOST_OF_NAMES = 4  # gaps for a name in one deck: they tell the least …
ENOUGH = 10  # … and a deck of that many cards needs none of them
_SAME_WORDS = 0.6  # of the shorter question, for two to be one
_WORD = re.compile(r"\w{4,}")
_REPEAT = 0.06  # what each further card of one kind loses, for variety


def select(
    cards: Iterable[Card],
    limit: int | None = None,
    kinds: frozenset[str] | None = None,
    kept: frozenset[str] = frozenset(),
) -> tuple[Card, ...]:
    """Cards best first; with a limit, the best that together make a varied deck.

    `kinds` keeps cards of these kinds of fact only. The cards whose ids are `kept` are chosen
    before all others, and count.
    """
    wanted = [c for c in cards if kinds is None or c.fact in kinds or c.id in kept]
    ranked = sorted(
        (replace(c, score=round(c.score, 4)) for c in _unique(wanted, kept)),
        key=lambda c: (-c.score, c.evidence.start, c.id),
    )
    return tuple(ranked if limit is None else _best(ranked, limit, kept))


def _unique(cards: Sequence[Card], kept: frozenset[str]) -> list[Card]:
    """One card a question, and one card an answer in a sentence under one rule."""
    seen: set[tuple[str, ...]] = set()
    found: list[Card] = []
    for card in sorted(cards, key=lambda c: (c.id not in kept, -c.score)):
        keys = {
            ("question", card.question.lower()),
            (card.rule, card.answer.lower(), str(card.evidence.start)),
        }
        twice = bool(keys & seen) or any(_alike(card, other) for other in found)
        if card.id in kept or not twice:
            seen |= keys
            found.append(card)
    return found


def _alike(one: Card, other: Card) -> bool:
    """Whether two cards ask for one thing with much the same words."""
    if one.answer.lower() != other.answer.lower():
        return False
    first, second = (set(_WORD.findall(c.question.lower())) for c in (one, other))
    return len(first & second) >= _SAME_WORDS * min(len(first), len(second))


def _best(ranked: Sequence[Card], limit: int, kept: frozenset[str]) -> list[Card]:
    """Cards that tell much first; gaps for names only where too few of these are left."""
    chosen = [c for c in ranked if c.id in kept]
    first = len(chosen)
    others = [c for c in ranked if c.id not in kept and c.score >= LEAST_SCORE]
    _take(chosen, [c for c in others if c.fact != "name"], limit)
    names = [c for c in others if c.fact == "name"]
    _take(chosen, names, min(limit, ENOUGH, len(chosen) + MOST_OF_NAMES))
    return _merged(chosen[:first], chosen[first:])


def _merged(kept: Sequence[Card], others: Sequence[Card]) -> list[Card]:
    """Cards that are kept among the others, each in front of those that are worth less."""
    merged, waiting = [], list(kept)
    for card in others:
        while waiting and waiting[0].score >= card.score:
            merged.append(waiting.pop(0))
        merged.append(card)
    return merged + waiting


def _take(chosen: list[Card], ranked: Sequence[Card], limit: int) -> None:
    """Add the best cards up to a limit; each further one of a kind counts a little less."""
    pool = list(ranked)
    while pool and len(chosen) < limit:
        kinds = Counter(c.fact for c in chosen)
        best = max(pool, key=lambda c: _standing(c, kinds))
        pool.remove(best)
        full = sum(c.evidence.start == best.evidence.start for c in chosen) >= MOST_PER_SENTENCE
        again = sum(c.answer.lower() == best.answer.lower() for c in chosen) >= MOST_OF_AN_ANSWER
        gaps = best.kind == "cloze" and any(_shares_sentence(best, c) for c in chosen)
        told = any(_gives_away(best, other) or _gives_away(other, best) for other in chosen)
        if full or again or told or gaps:
            continue
        chosen.append(best)


def _shares_sentence(gap: Card, other: Card) -> bool:
    """Whether another gap stands in the very sentence: the one shows what the other hides."""
    return other.kind == "cloze" and other.evidence.start == gap.evidence.start


def _standing(card: Card, kinds: Counter[str]) -> tuple[float, int]:
    return card.score - _REPEAT * kinds[card.fact], -card.evidence.start


def _gives_away(one: Card, other: Card) -> bool:
    """Whether a question holds the answer of another from the same sentence."""
    if one.evidence.start != other.evidence.start or len(other.answer) < 3:
        return False
    return other.answer.lower() in one.question.lower()
