"""A question that two facts answer differently is asked of neither, and `explain` says so."""

from __future__ import annotations

from collections.abc import Callable

from quizgen.analysis import analyse
from quizgen.facts import find_facts
from quizgen.language import Language
from quizgen.model import Source
from quizgen.questions import make_cards

TEXT = (
    "Le port de Brest a vendu 30 bateaux à la ville de Tours. "
    "Le port de Brest a vendu 50 bateaux à la ville de Tours."
)


def test_asked_of_neither(french: Language, make_source: Callable[[str], Source]) -> None:
    document = analyse(make_source(TEXT), french)
    cards, silences = make_cards(document, find_facts(document, french), french)
    assert not [card for card in cards if card.rule == "fr.count"]
    told = [s for s in silences if "another fact answers the very question" in s.reason]
    assert {s.fact.target.text for s in told if s.rule == "fr.count"} == {"30", "50"}
