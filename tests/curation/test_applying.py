from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.cards import Card
from quizgen.curation import Edit, OwnCard
from quizgen.curation.applying import apply_edits, own_cards
from quizgen.model import Span
from quizgen.yamlfile import parse

PLACE = parse("curate", "a.yaml")
EVIDENCE = Span(0, 30, "La commune a vidé 40 % du lac.")
BASIC = Card(
    id="a" * 16, kind="basic", rule="r", fact="percentage", question="Combien ?", answer="40 %",
    answer_span=Span(18, 22, "40 %"), evidence=EVIDENCE, score=0.5,
)  # fmt: skip
CLOZE = replace(
    BASIC,
    id="c" * 16,
    kind="cloze",
    question="La commune a vidé […] du lac.",
    cloze="La commune a vidé {{c1::40 %}} du lac.",
)
CHOICE = replace(BASIC, id="d" * 16, kind="choice", choices=("30 %", "40 %", "50 %"))


def edited(card: Card, **changes: object) -> Card:
    (found,) = apply_edits([card], [Edit(card.id, PLACE, **changes)]).cards
    return found


def test_a_card_that_is_dropped_is_gone_and_one_that_is_kept_is_named():
    done = apply_edits(
        [BASIC, CLOZE, CHOICE], [Edit(BASIC.id, PLACE, drop=True), Edit(CLOZE.id, PLACE)]
    )
    assert done.cards == (CLOZE, CHOICE)
    assert done.kept == {CLOZE.id}
    assert done.unmatched == ()


def test_an_edit_without_its_card_is_given_back():
    edits = [Edit("e" * 16, PLACE, question="Où ?"), Edit("f" * 16, PLACE, drop=True)]
    done = apply_edits([BASIC], edits)
    assert done.cards == (BASIC,)
    assert done.kept == frozenset()
    assert done.unmatched == tuple(edits)


def test_other_words_keep_the_card_what_it_is():
    card = edited(BASIC, question="Combien d’eau ?", points=2.0, tags=("lac",))
    assert card == replace(BASIC, question="Combien d’eau ?", points=2.0, tags=("lac",))


def test_another_answer_no_longer_points_into_the_article():
    card = edited(BASIC, answer="quarante pour cent")
    assert (card.answer, card.answer_span, card.evidence) == ("quarante pour cent", None, EVIDENCE)


def test_a_gap_stays_a_gap():
    assert edited(CLOZE, answer="40 % de l’eau").cloze == (
        "La commune a vidé {{c1::40 % de l’eau}} du lac."
    )
    assert edited(CLOZE, question="Le maire a vidé […] du lac.").cloze == (
        "Le maire a vidé {{c1::40 %}} du lac."
    )


def test_a_question_without_a_gap_makes_a_basic_card():
    card = edited(CLOZE, question="Combien ?")
    assert (card.kind, card.question, card.cloze) == ("basic", "Combien ?", "")


def test_the_right_choice_follows_the_answer():
    assert edited(CHOICE, answer="45 %").choices == ("30 %", "45 %", "50 %")


@pytest.mark.parametrize("written", ["id", "question"])
def test_cards_of_ones_own_are_known_by_their_deck_and_name(written):
    own = OwnCard("x", "Où ?", "Ici", points=1.0, tags=("a",))
    (card,) = own_cards("deck", [own])
    assert (card.kind, card.question, card.answer) == ("basic", "Où ?", "Ici")
    assert (card.points, card.tags) == (1.0, ("a",))
    (other,) = own_cards("deck", [replace(own, **{written: "y"})])
    assert (other.id == card.id) == (written == "question")
    assert own_cards("other", [own])[0].id != card.id
