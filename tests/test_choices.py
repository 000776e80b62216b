"""Options come from the article, are of one type, and never show which is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.analysis import analyse
from quizgen.cards import Card
from quizgen.facts import find_facts
from quizgen.language import Language
from quizgen.model import Source
from quizgen.pipeline import ask, read
from quizgen.questions import make_cards
from quizgen.questions.choices import with_choices
from quizgen.questions.distractors import read_value

Make = Callable[[str], Source]
ARTICLES = sorted((Path(__file__).parents[1] / "sources").glob("*.md"))
SHARES = (
    "Le programme Kivu a permis de payer 40 % des repas des écoles. "
    "La ville de Lille a planté 45 % des arbres du parc. "
    "La ville de Metz a vendu 52 % des terrains du port. "
    "La ville de Tours a repeint 60 % des portes du stade."
)


def offered(text: str, french: Language, make_source: Make) -> list[Card]:
    document = analyse(make_source(text), french)
    facts = find_facts(document, french)
    cards, _ = make_cards(document, facts, french)
    return [c for c in with_choices(document, cards, facts, french) if c.kind != "cloze"]


def of_rule(cards: list[Card], rule: str) -> list[Card]:
    return [card for card in cards if card.rule == rule]


def test_figures_of_one_kind_in_their_order(french: Language, make_source: Make) -> None:
    cards = of_rule(offered(SHARES, french, make_source), "fr.percentage.of")
    assert len(cards) >= 3
    for card in cards:
        assert card.kind == "choice"
        assert [option.replace("\u00a0", " ") for option in card.choices] == [
            "40 %", "45 %", "52 %", "60 %",
        ]  # fmt: skip
        assert card.answer in card.choices


@pytest.mark.parametrize(
    "text",
    [
        SHARES.replace("60 %", "12 %"),  # beyond half of the key
        SHARES.replace("60 %", "60,5 %"),  # of another precision
        SHARES.replace("60 %", "environ 60 %"),  # a hedge would stand out
        SHARES.replace("60 %", "60 millions"),  # of another kind
    ],
)
def test_fewer_than_three_and_the_card_stays(
    text: str, french: Language, make_source: Make
) -> None:
    cards = of_rule(offered(text, french, make_source), "fr.percentage.of")
    assert [card.kind for card in cards if "Kivu" in card.question] == ["basic"]


def test_people_beside_people(french: Language, make_source: Make) -> None:
    text = (
        "La ministre Claire Martin a inauguré la nouvelle bibliothèque de Lille. "
        "Anne Leroy a présenté le budget de la région au conseil. "
        "Sophie Marchand a défendu les pêcheurs de la baie de Brest. "
        "Julie Fontaine a repeint les murs du vieux théâtre de Metz. "
        "Paul Durand a remis les clés de la mairie aux élus."
    )
    cards = of_rule(offered(text, french, make_source), "fr.actor")
    card = next(c for c in cards if c.answer == "Claire Martin")
    assert set(card.choices) == {"Claire Martin", "Anne Leroy", "Sophie Marchand", "Julie Fontaine"}
    assert max(map(len, card.choices)) > len(card.answer)


def test_a_speaker_is_offered_without_the_role(french: Language, make_source: Make) -> None:
    text = (
        "« La crue menace toute la vallée de la Loue », estime Claire Martin, maire de Lille. "
        "Anne Leroy a présenté le budget de la région au conseil. "
        "Sophie Marchand a défendu les pêcheurs de la baie de Brest. "
        "Julie Fontaine a repeint les murs du vieux théâtre de Metz."
    )
    (card,) = of_rule(offered(text, french, make_source), "fr.quote.direct")
    assert (card.kind, card.answer) == ("choice", "Claire Martin")
    assert card.answer in card.choices


def test_every_place_is_used(french: Language, make_source: Make) -> None:
    shares = " ".join(
        f"La ville de Lille a planté {n} % des arbres du parc." for n in range(40, 56)
    )
    document = analyse(make_source(shares), french)
    facts = find_facts(document, french)
    fact = next(f for f in facts if f.target.text.startswith("47"))
    card = Card(
        "x",
        "basic",
        "r",
        "percentage",
        "Combien ?",
        fact.target.text,
        fact.target,
        fact.evidence,
        1,
    )
    asked = [replace(card, id=str(n)) for n in range(200)]
    made = with_choices(document, asked, facts, french)
    places = Counter(c.choices.index(c.answer) for c in made)
    assert set(places) == {0, 1, 2, 3}
    assert min(places.values()) > 30


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_whatever_is_offered(path: Path) -> None:
    reading = read(path)
    plain, cards = ask(reading).cards, ask(reading, choices=True).cards
    assert cards == ask(reading, choices=True).cards
    for before, card in zip(plain, cards, strict=True):
        if card.kind != "choice":
            assert card == before
            continue
        assert card.id != before.id
        assert len(set(card.choices)) == 4
        assert card.choices.count(card.answer) == 1
        assert not any(c in card.question for c in card.choices)
        assert not any(a != b and f" {a} " in f" {b} " for a in card.choices for b in card.choices)


@pytest.mark.parametrize(
    ("text", "number", "decimals", "unit"),
    [
        ("12,5 %", 12.5, 1, "%"),
        ("1 200", 1200, 0, ""),
        ("1.500 euros", 1500, 0, "euros"),
        ("0,150 gramme", 0.15, 3, "gramme"),
        ("3 millions d’euros", 3, 0, "millions d’euros"),
    ],
)
def test_figures_are_read(text: str, number: float, decimals: int, unit: str) -> None:
    value = read_value(text)
    assert value is not None
    assert (value.number, value.decimals, value.unit) == (number, decimals, unit)


@pytest.mark.parametrize("text", ["environ 75 %", "entre 3 et 4", "trois", "Lille", ""])
def test_what_is_no_bare_figure(text: str) -> None:
    assert read_value(text) is None
