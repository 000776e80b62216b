"""The sections of a quiz, and the deck's cards dealt out among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.cards import Card, Deck
from quizgen.exporters.quiz.sections.items import Call, Finder, Found, Item
from quizgen.exporters.quiz.sections.matching import find_matching
from quizgen.exporters.quiz.sections.of_cards import find_choice, find_cloze, find_open
from quizgen.exporters.quiz.sections.order import find_order
from quizgen.exporters.quiz.sections.true_false import find_true_false
from quizgen.printing import PrintOptions

__all__ = ["Dealt", "Item", "deal"]

# Those that need cards of a certain sort choose first.
FINDERS: Mapping[str, Finder] = {
    "matching": find_matching,
    "order": find_order,
    "true-false": find_true_false,
    "choice": find_choice,
    "cloze": find_cloze,
    "open": find_open,
}
_UNLESS_TOLD: Mapping[str, None] = dict.fromkeys(("open", "choice", "cloze"))


@dataclass(frozen=True, slots=True)
class Dealt:
    """The items of each section, in the order of the sheet, and what a teacher should know."""

    sections: Mapping[str, tuple[Item, ...]]
    notes: tuple[str, ...]


def deal(deck: Deck, options: PrintOptions, labels: Mapping[str, str]) -> Dealt:
    """Give each card to one section; no sentence shown in one answers a question of another."""
    asked = options.sections or _UNLESS_TOLD
    rest, notes = deck.cards, []
    dealt: dict[str, tuple[Item, ...]] = {}
    for name in (name for name in FINDERS if name in asked):
        found = FINDERS[name](Call(rest, labels, options.seed, asked[name]))
        dealt[name] = found.items
        taken = {item.card.id for item in found.items}
        rest = tuple(card for card in rest if card.id not in taken)
        notes += _told(name, found, asked[name]) if options.sections else []
        if name == "true-false" and (given := [c for c in rest if _given_away(c, found.items)]):
            rest = tuple(card for card in rest if card not in given)
            notes.append(
                f"{_count(given)} left out, because a sentence of true-false gives the answer"
            )
    if rest:
        notes.append(f"{_count(rest)} left out, because no section asked for takes more of them")
    return Dealt({name: dealt[name] for name in asked if dealt[name]}, tuple(notes))


def _told(name: str, found: Found, most: int | None) -> list[str]:
    if not found.items:
        return [f"no section {name}: {found.reason}"]
    if most is not None and len(found.items) < most:
        return [f"section {name}: {most} questions asked for, {len(found.items)} made"]
    return []


def _given_away(card: Card, items: tuple[Item, ...]) -> bool:
    """Whether a sentence that is shown whole holds the answer of a card made from it."""
    return any(
        (card.source, card.evidence) == (item.card.source, item.card.evidence)
        and card.answer.casefold() in item.parts[0].casefold()
        for item in items
    )


def _count(cards: tuple[Card, ...] | list[Card]) -> str:
    return "1 card is" if len(cards) == 1 else f"{len(cards)} cards are"
