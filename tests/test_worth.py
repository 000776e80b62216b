"""A card's worth is a chance: what readers accept more often comes first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from quizgen.analysis import analyse
from quizgen.cards import Card
from quizgen.facts import find_facts
from quizgen.language import Language
from quizgen.model import Source
from quizgen.questions import make_cards

Cards = Callable[..., dict[str, Card]]
TEXT = "L’entreprise Durand a supprimé 1 200 emplois à Lens en 2021."


@pytest.fixture
def cards(french: Language, make_source: Callable[[str], Source]) -> Cards:
    """The cards of a text by their rules."""

    def make(text: str, **details: object) -> dict[str, Card]:
        document = analyse(replace(make_source(text), **details), french)  # type: ignore[arg-type]
        return {c.rule: c for c in make_cards(document, find_facts(document, french), french)[0]}

    return make


def test_it_is_a_chance(cards: Cards) -> None:
    assert all(0 < card.score < 1 for card in cards(TEXT).values())


def test_a_dated_article_gives_better_cards(cards: Cards) -> None:
    dated = cards(TEXT, published=date(2022, 1, 5))
    assert dated["fr.count"].score > cards(TEXT)["fr.count"].score


def test_a_topic_makes_a_better_card(cards: Cards) -> None:
    entitled = cards(TEXT, title="Une grande grève au port de Lens")
    assert entitled["fr.count"].score > cards(TEXT)["fr.count"].score


def test_a_slip_of_the_pen_makes_a_worse_card(cards: Cards) -> None:
    slip = cards(TEXT.replace("emplois", "emplois industrielz"))
    plain = cards(TEXT.replace("emplois", "emplois industriels"))
    assert slip["fr.count"].score < plain["fr.count"].score


def test_gaps_for_names_and_dates_are_only_listed(cards: Cards) -> None:
    gaps = [c for rule, c in cards(TEXT).items() if rule.startswith(("fr.gap.name", "fr.gap.date"))]
    assert gaps
    assert all(card.score < 0.2 for card in gaps)


def test_what_is_worth_too_little_is_a_silence_with_its_reason(
    french: Language, make_source: Callable[[str], Source]
) -> None:
    document = analyse(make_source(TEXT), french)
    facts = find_facts(document, french)
    every, _ = make_cards(document, facts, french)
    some, silences = make_cards(document, facts, french, least=0.2)
    gone = [c for c in every if c.score < 0.2]
    reasons = [s.reason for s in silences if s.reason.startswith("worth too little")]
    assert gone
    assert some == tuple(c for c in every if c.score >= 0.2)
    assert len(reasons) == len(gone)
