"""Every wording rule carries examples and counter-examples; all of them hold, to the letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from quizgen.analysis import analyse
from quizgen.cards import Card
from quizgen.facts import find_facts
from quizgen.language import Language
from quizgen.model import Source
from quizgen.packs import load_language
from quizgen.questions import make_cards

Make = Callable[[str], Source]
RULES = load_language("fr").rules()


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def cards_of(
    text: str, french: Language, make_source: Make, published: str = ""
) -> tuple[Card, ...]:
    day = date.fromisoformat(published) if published else None
    document = analyse(replace(make_source(text), published=day), french)
    return make_cards(document, find_facts(document, french), french)[0]


def examples() -> Iterator[Any]:
    for rule in RULES:
        for number, example in enumerate(rule.examples, 1):
            yield pytest.param(rule, example, id=f"{rule.id}-{number}")


def counter_examples() -> Iterator[Any]:
    for rule in RULES:
        for number, text in enumerate(rule.silent_on, 1):
            yield pytest.param(rule, text, id=f"{rule.id}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(examples()))
def test_example(rule: Any, example: Any, french: Language, make_source: Make) -> None:
    made = [
        (plain(c.question), plain(c.answer))
        for c in cards_of(example["text"], french, make_source, example.get("published", ""))
        if c.rule == rule.id
    ]
    assert (plain(example["asks"]), plain(example["answer"])) in made


@pytest.mark.parametrize(("rule", "text"), list(counter_examples()))
def test_counter_example(rule: Any, text: str, french: Language, make_source: Make) -> None:
    assert rule.id not in {c.rule for c in cards_of(text, french, make_source)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_carries_both(rule: Any) -> None:
    assert rule.examples, "a rule without an example"
    assert rule.silent_on, "a rule without a counter-example"
