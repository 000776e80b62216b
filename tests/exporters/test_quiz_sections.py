"""Sections built from the deck's cards: matching, order, true or false; or why there are none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from quiz_cards import make_card, make_deck, make_source
from quiz_page import Page

from quizgen.cards import Card, Deck
from quizgen.exporters.quiz import render_quiz
from quizgen.exporters.quiz.sections import Dealt, deal
from quizgen.packs import load_labels
from quizgen.printing import read_options

LABELS = load_labels("fr")


def deck_of(fact: str, rows: Iterable[tuple[Any, ...]]) -> Deck:
    """A deck of cards about one kind of fact, from the rows that `quiz_cards` knows."""
    rows = [(*row, ()) for row in rows]
    source = make_source([row[3] for row in rows])
    cards = (make_card(n, source, row) for n, row in enumerate(rows, start=1))
    return make_deck(tuple(replace(card, fact=fact) for card in cards))


def quotes(*speakers: str) -> Deck:
    """A deck that asks who said « Mot 1 », « Mot 2 » …, by speakers."""
    return deck_of(
        "quote",
        [
            ("basic", f"Qui a dit : « Mot {n} » ?", name, f"« Mot {n} », a dit {name}.")
            for n, name in enumerate(speakers, start=1)
        ],
    )


def gaps(fact: str, *sentences: str) -> Deck:
    """A deck of sentences whose gap is what stands between brackets."""
    rows = []
    for sentence in sentences:
        before, _, rest = sentence.partition("[")
        answer, _, after = rest.partition("]")
        rows.append(("cloze", "", answer, before + answer + after))
    return deck_of(fact, rows)


def dealt(deck: Deck, *sections: str) -> Dealt:
    return deal(deck, read_options({"sections": list(sections)}), LABELS)


def asked(found: Dealt, section: str) -> list[str]:
    return ["".join(item.parts) for item in found.sections.get(section, ())]


def test_matching_sets_quotations_beside_shuffled_names() -> None:
    deck = quotes("Anne Roz", "Yann Le Goff", "Odile Marsan", "Anne Roz")
    page = Page(render_quiz(replace(deck, options={"sections": ["matching"]}), LABELS))
    names = {"Anne Roz", "Yann Le Goff", "Odile Marsan"}
    listed = {words[2:]: words[0] for words in page.words(".names")[0].split("  ")}
    listed = {
        li.split(" ", 1)[1]: li.split(" ", 1)[0] for li in page.words("li") if li[2:] in names
    }
    assert set(listed) == names
    assert set(listed.values()) == {"A", "B", "C"}
    (key,) = page.words(".key")
    speakers = {"1": "Anne Roz", "2": "Yann Le Goff", "3": "Odile Marsan", "4": "Anne Roz"}
    for line in page.words(".words"):
        number, quotation = line.split(" ", 1)
        speaker = speakers[quotation.strip("«» \u00a0").removeprefix("Mot ")]
        assert f"{number} {listed[speaker]} {speaker}" in key
    assert len(page.all(".box")) == 4


@pytest.mark.parametrize(
    ("speakers", "why"),
    [
        (("Anne Roz", "Yann Le Goff"), "it takes 3 quotations"),
        (("Anne Roz", "Anne Roz", "Anne Roz"), "all its quotations are one person's"),
        (("Anne Roz", "la ministre", "le maire", "il"), "and there is 1"),
        (("Anne Roz", "Anne", "Roz", "Jean Roz"), "and there is none"),
    ],
)
def test_matching_is_left_out_where_names_are_too_few_or_not_apart(
    speakers: tuple[str, ...], why: str
) -> None:
    found = dealt(quotes(*speakers), "matching", "open")
    assert "matching" not in found.sections
    assert len(found.sections["open"]) == len(speakers), "its cards are asked in another way"
    assert any(note.startswith("no section matching: ") and why in note for note in found.notes)


def test_order_asks_for_dates_that_follow_one_another() -> None:
    dates = ("2019", "mars 2021", "2021", "1er juin 1998", "26 mars 2026", "hier")
    rows = [
        ("basic", f"Quand le pont {n} a-t-il ouvert ?", day, f"Le pont {n} a ouvert : {day}.")
        for n, day in enumerate(dates)
    ]
    found = dealt(deck_of("date", rows), "order", "open")
    items = found.sections["order"]
    ranks = {item.card.answer: item.answer for item in items}
    assert ranks == {"1er juin 1998": "1", "2019": "2", "mars 2021": "3", "26 mars 2026": "4"}
    assert [item.card.answer for item in found.sections["open"]] == ["2021", "hier"]


def test_the_sheet_never_shows_the_right_order() -> None:
    rows = [
        ("basic", f"Quand le pont {n} a-t-il ouvert ?", f"{2000 + n}", f"Pont {n} : {2000 + n}.")
        for n in range(1, 4)
    ]
    for seed in range(20):
        options = {"sections": ["order"], "seed": seed, "key": "none"}
        page = Page(render_quiz(replace(deck_of("date", rows), options=options), LABELS))
        shown = [words.split("pont ")[1][0] for words in page.words(".words")]
        assert sorted(shown) == ["1", "2", "3"] != shown


@pytest.mark.parametrize(
    "dates",
    [
        ("2019", "2020"),
        ("2019", "mars 2019", "26 mars 2019"),
        ("31 avril 2019", "depuis 2020", "vers 2021"),
    ],
)
def test_order_is_left_out_where_no_order_is_certain(dates: tuple[str, ...]) -> None:
    rows = [("basic", f"Quand {n} ?", day, f"Texte {n} : {day}.") for n, day in enumerate(dates)]
    found = dealt(deck_of("date", rows), "order", "open")
    assert "order" not in found.sections
    assert any(note.startswith("no section order: ") for note in found.notes)


def test_a_line_that_names_a_year_is_not_put_in_order() -> None:
    rows = [
        ("basic", f"Quand, avant 203{n}, le pont {n} ouvre-t-il ?", f"202{n}", f"P{n}, 202{n}.")
        for n in range(4)
    ]
    assert "order" not in dealt(deck_of("date", rows), "order").sections if rows else True


FIGURES = (
    "Le salaire a gagné [12 %] cette année.",
    "Les ventes ont reculé de [30 %] au printemps.",
    "La part des femmes est passée à [41 %] en un an.",
    "Le port a reçu [18 %] des navires.",
)


def test_true_and_false_sentences_are_told_apart_by_one_number() -> None:
    deck = gaps("percentage", *FIGURES)
    items = dealt(deck, "true-false").sections["true-false"]
    whole = {sentence.replace("[", "").replace("]", "") for sentence in FIGURES}
    answers = {card.answer for card in deck.cards}
    assert len(items) == 4
    assert {bool(item.wrong) for item in items} == {True, False}
    for item in items:
        (shown,) = item.parts
        if item.wrong:
            assert item.wrong in answers - {item.answer}
            assert shown not in whole
            assert shown.replace(item.wrong, item.answer) in whole
        else:
            assert shown in whole


@pytest.mark.parametrize(
    "sentence",
    [
        "Le coût a augmenté de plus de [12 %] cette année.",
        "Le coût n’a pas augmenté de [12 %] cette année.",
        "Le coût dépasse [12 %] du budget.",
        "Le coût atteindrait [12 %] du budget.",
        "Le coût est passé de [12 %] à 30 % puis 41 % et 18 %.",
        "Le coût vaut [12 euros] cette année.",
        "Le coût vaut [un tiers] du budget.",
        "Le coût vaut 28 % et [39 %] du budget, puis 19,5 %.",
    ],
)
def test_no_false_sentence_is_made_of_what_another_number_might_not_contradict(
    sentence: str,
) -> None:
    others = gaps("percentage", *FIGURES[1:])
    deck = gaps("percentage", sentence, *FIGURES[1:])
    items = dealt(deck, "true-false").sections["true-false"]
    assert len(others.cards) == 3
    (item,) = (item for item in items if item.card == deck.cards[0])
    assert not item.wrong


def test_a_number_alone_in_its_gap_takes_its_unit_from_behind_it() -> None:
    sentences = (
        "La ville compte [12] musées.",
        "La région compte [30] musées.",
        "Le port compte [41] quais.",
        "La rade compte [18] phares.",
    )
    items = dealt(gaps("count", *sentences), "true-false").sections["true-false"]
    wrong = {item.parts[0] for item in items if item.wrong}
    assert wrong <= {"La ville compte 30 musées.", "La région compte 12 musées."}
    assert wrong


def test_another_kind_of_fact_lends_no_number() -> None:
    cards: list[Card] = list(gaps("percentage", *FIGURES).cards)
    deck = make_deck(
        tuple(replace(card, fact=fact) for card, fact in zip(cards, "abcd", strict=True))
    )
    found = dealt(deck, "true-false", "cloze")
    assert "true-false" not in found.sections
    assert len(found.sections["cloze"]) == 4


def test_a_sentence_shown_whole_answers_no_other_question() -> None:
    deck = gaps("percentage", *FIGURES)
    sentence = deck.cards[0].evidence
    twin = replace(
        deck.cards[0], id="twin", kind="basic", question="Quand ?", answer="cette année",
        evidence=sentence,
    )  # fmt: skip
    found = dealt(replace(deck, cards=(*deck.cards, twin)), "true-false", "open")
    assert "open" not in found.sections
    assert "1 card is left out, because a sentence of true-false gives the answer" in found.notes


def test_true_or_false_can_be_ticked_and_the_key_says_what_was_wrong() -> None:
    deck = replace(gaps("percentage", *FIGURES), options={"sections": ["true-false"]})
    page = Page(render_quiz(deck, LABELS))
    assert page.words(".option") == ["Vrai", "Faux"] * 4
    notes = page.words(".note")
    assert len(notes) == 4, "two false sentences, each in the key and folded away"
    assert all("\u00a0%, et non " in note for note in notes)


def test_sections_stand_in_the_order_asked_for_and_take_as_many_as_told(quiz_deck: Deck) -> None:
    options = {"sections": {"cloze": 2, "choice": 9, "matching": 3}}
    found = deal(quiz_deck, read_options(options), LABELS)
    assert {name: len(items) for name, items in found.sections.items()} == {"cloze": 2, "choice": 4}
    assert list(found.sections) == ["cloze", "choice"]
    assert "section choice: 9 questions asked for, 4 made" in found.notes
    assert "12 cards are left out, because no section asked for takes more of them" in found.notes


def test_unless_told_every_card_is_asked(quiz_deck: Deck) -> None:
    found = deal(quiz_deck, read_options({}), LABELS)
    assert list(found.sections) == ["open", "choice", "cloze"]
    assert sum(map(len, found.sections.values())) == len(quiz_deck.cards)
    assert found.notes == ()
