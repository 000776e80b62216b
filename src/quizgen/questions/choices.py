"""Multiple choice: three wrong answers beside the right one, where the article has them.

A card whose article offers fewer stays as it is. The same card gives the same options in the same
order; figures stand in their order, everything else as the card's id shuffles it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from quizgen.cards import Card
from quizgen.language import Language
from quizgen.model import Document, Fact
from quizgen.questions.distractors import (
    Value,
    is_figure,
    names_like,
    read_value,
    values_near,
    years_near,
)

WRONG = 3  # wrong options beside the right one


def with_choices(
    document: Document, cards: Iterable[Card], facts: Sequence[Fact], language: Language
) -> tuple[Card, ...]:
    """The cards, those with options that can have them; cloze cards stay cloze."""
    return tuple(
        _offered(document, card, facts, language) if card.kind == "basic" else card
        for card in cards
    )


def _offered(document: Document, card: Card, facts: Sequence[Fact], language: Language) -> Card:
    plain = replace(card, answer=_bare_name(document, card))
    options = _figures(plain, facts) or _names(document, plain, language)
    if not options:
        return card
    key = sha256(f"{card.id}|choice".encode()).hexdigest()[:16]
    return replace(plain, id=key, kind="choice", choices=tuple(options))


def _bare_name(document: Document, card: Card) -> str:
    """« Anne Leroy » for « Anne Leroy, maire de Brest »: the role would tell the right option."""
    names = (e.name for e in document.entities if card.fact == "quote")
    return next((n for n in names if card.answer.startswith(f"{n}, ")), card.answer)


def _figures(card: Card, facts: Sequence[Fact]) -> list[str]:
    """Figures or years in their order; the key's place among them is drawn by the card's id."""
    key = read_value(card.answer)
    fact = next((f for f in facts if _is_asked(f, card)), None)
    if key is None or fact is None:
        return []
    near = years_near(card.answer, facts) if card.fact == "date" else []
    near = near or (values_near(fact, key, facts) if is_figure(fact) else [])
    near = [v for v in near if v.digits not in card.question]
    chosen = _around(key, near, _draw(card, "place") % (WRONG + 1))
    if len(chosen) < WRONG:
        return []
    ordered = sorted([*chosen, key], key=lambda v: v.number)
    return [card.answer if v is key else v.like(card.answer) for v in ordered]


def _is_asked(fact: Fact, card: Card) -> bool:
    """Whether a card asks about this fact."""
    here = fact.kind == card.fact and fact.evidence == card.evidence
    return here and fact.target == card.answer_span


def _around(key: Value, near: Sequence[Value], below: int) -> list[Value]:
    """Three figures, `below` of them smaller than the key if there are so many."""
    smaller = [v for v in near if v.number < key.number][::-1]
    larger = [v for v in near if v.number > key.number]
    low = max(min(below, len(smaller)), WRONG - len(larger))
    return [*smaller[:low], *larger[: WRONG - low]]


def _names(document: Document, card: Card, language: Language) -> list[str]:
    """Names as the card's id shuffles them; the right one is never the longest."""
    found = names_like(document, card, language)
    ranked = sorted(found, key=lambda name: _draw(card, name))
    longer = [name for name in ranked if len(name) >= len(card.answer)]
    if len(ranked) < WRONG or not longer:
        return []
    rest = [name for name in ranked if name != longer[0] and not _inside(name, longer[0])]
    wrong = [longer[0]]
    for name in rest:
        if len(wrong) < WRONG and not any(_inside(name, other) for other in wrong):
            wrong.append(name)
    if len(wrong) < WRONG:
        return []
    return sorted([*wrong, card.answer], key=lambda name: _draw(card, f"order {name}"))


def _inside(one: str, other: str) -> bool:
    return one.lower() in other.lower() or other.lower() in one.lower()


def _draw(card: Card, what: str) -> int:
    """A number that is always the same for a card, and evenly spread over many."""
    return int(sha256(f"{card.id}|{what}".encode()).hexdigest()[:8], 16)
