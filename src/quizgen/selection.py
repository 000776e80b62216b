"""Choosing cards: duplicates out, the order of worth, limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quizgen.model import Card

DEFAULT_CARDS = 20  # of a deck or quiz whose spec does not say
MOST_PER_SENTENCE = 2
MOST_OF_NAMES = 4  # gaps for a name in one deck: they tell the least …
ENOUGH = 10  # … and a deck of that many cards needs none of them
_REPEAT = 0.06  # what each further card of one kind loses, for variety


def select(
    cards: Iterable[Card], limit: int | None = None, kinds: frozenset[str] | None = None
) -> tuple[Card, ...]:
    """Cards best first; with a limit, the best that together make a varied deck.

    `kinds` keeps cards of these kinds of fact only.
    """
    kept = [c for c in cards if kinds is None or c.fact in kinds]
    ranked = sorted(
        (replace(c, score=round(_score(c), 4)) for c in _unique(kept)),
        key=lambda c: (-c.score, c.evidence.start, c.id),
    )
    return tuple(ranked if limit is None else _best(ranked, limit))


def _unique(cards: Sequence[Card]) -> list[Card]:
    """One card a question, and one card an answer in a sentence under one rule."""
    seen: set[tuple[str, ...]] = set()
    found = []
    for card in sorted(cards, key=lambda c: -c.score):
        keys = {
            ("question", card.question.lower()),
            (card.rule, card.answer.lower(), str(card.evidence.start)),
        }
        if not keys & seen:
            seen |= keys
            found.append(card)
    return found


def _score(card: Card) -> float:
    """Worth of the kind, then how early the fact stands and how much the question tells."""
    length = len(card.source.body) if card.source else 1
    early = 1.0 - card.evidence.start / max(1, length)
    words = len(card.question.split())
    telling = 1.0 if 8 <= words <= 22 else 0.6
    named = 1.0 if any(w[:1].isupper() for w in card.question.split()[1:]) else 0.5
    return 0.6 * card.score + 0.2 * early + 0.1 * telling + 0.1 * named


def _best(ranked: Sequence[Card], limit: int) -> list[Card]:
    """Cards that tell much first; gaps for names only where too few of these are left."""
    chosen: list[Card] = []
    _take(chosen, [c for c in ranked if c.fact != "name"], limit)
    names = [c for c in ranked if c.fact == "name"]
    _take(chosen, names, min(limit, ENOUGH, len(chosen) + MOST_OF_NAMES))
    return chosen


def _take(chosen: list[Card], ranked: Sequence[Card], limit: int) -> None:
    """Add the best cards up to a limit; each further one of a kind counts a little less."""
    pool = list(ranked)
    while pool and len(chosen) < limit:
        kinds = Counter(c.fact for c in chosen)
        best = max(pool, key=lambda c: _standing(c, kinds))
        pool.remove(best)
        full = sum(c.evidence.start == best.evidence.start for c in chosen) >= MOST_PER_SENTENCE
        if full or any(_gives_away(best, other) or _gives_away(other, best) for other in chosen):
            continue
        chosen.append(best)


def _standing(card: Card, kinds: Counter[str]) -> tuple[float, int]:
    return card.score - _REPEAT * kinds[card.fact], -card.evidence.start


def _gives_away(one: Card, other: Card) -> bool:
    """Whether a question holds the answer of another from the same sentence."""
    if one.evidence.start != other.evidence.start or len(other.answer) < 3:
        return False
    return other.answer.lower() in one.question.lower()
