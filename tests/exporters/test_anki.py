"""What a learner gets in the real Anki from the packages we write."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki_cards import BASIC, CHOICE, CLOZE, DECK, LABELS, NASTY, SOURCE
from anki_collection import note_of, our_note_types, shown, sides, take_in

from quizgen.cards import Card
from quizgen.exporters.anki.identity import guid
from quizgen.model import Span


def test_each_card_becomes_one_note_in_the_named_subdeck(anki: Any, tmp_path: Path) -> None:
    log = take_in(anki, DECK, tmp_path)
    assert (len(log.new), len(log.conflicting)) == (3, 0)
    assert (anki.note_count(), anki.card_count()) == (3, 3)
    names = {deck.name for deck in anki.decks.all_names_and_ids(skip_empty_default=True)}
    assert names == {"Actualité", "Actualité::Le village"}
    types = [note_of(anki, card).note_type()["name"] for card in DECK.cards]
    assert types == ["quizgen basic (fr)", "quizgen cloze (fr)", "quizgen choice (fr)"]


def test_cards_are_learnt_in_the_order_of_the_deck(anki: Any, tmp_path: Path) -> None:
    take_in(anki, replace(DECK, cards=(CHOICE, BASIC, CLOZE)), tmp_path)
    learnt = anki.db.list("select n.guid from cards c join notes n on n.id = c.nid order by c.due")
    assert learnt == [guid(card) for card in (CHOICE, BASIC, CLOZE)]
    assert anki.db.list("select due from cards order by due") == [1, 2, 3]


def test_fields_hold_question_proof_and_source(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    assert dict(note_of(anki, BASIC).items()) == {
        "Question": "Combien d’habitants la commune compte-t-elle ?",
        "Answer": "1 200",
        "Topic": "",
        "Evidence": "La commune compte <mark>1 200</mark> habitants depuis mars.",
        "Context": "Population",
        "Title": "Un village &lt;grandit&gt;",
        "Publisher": "La Gazette &amp; Fils",
        "Date": "1er mars 2025",
        "Address": "https://exemple.fr/a?b=1&amp;c=2",
        "Card id": "village:1",
        "Reversed": "",
        "Retired": "",
        "Spare1": "",
        "Spare2": "",
        "Spare3": "",
    }


def test_tags_say_source_fact_and_date(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    assert note_of(anki, BASIC).tags == [
        "quizgen::date::2025-03-01",
        "quizgen::fact::count",
        "quizgen::source::le-village-co",
    ]


def test_the_topic_stands_above_the_question_on_both_sides(anki: Any, tmp_path: Path) -> None:
    card = replace(BASIC, topic="Village <en fête>, mars 2025")
    take_in(anki, replace(DECK, cards=(card,)), tmp_path)
    for side in sides(anki, card):
        assert '<div class="topic">Village &lt;en fête&gt;, mars 2025</div>' in side


def test_the_back_of_a_basic_card_proves_the_answer(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    front, back = sides(anki, BASIC)
    assert shown(front) == "Combien d’habitants la commune compte-t-elle ?"
    assert shown(back) == (
        "Combien d’habitants la commune compte-t-elle ? Réponse 1 200 Dans l’article Population "
        "La commune compte 1 200 habitants depuis mars. "
        "Source Un village <grandit> La Gazette & Fils 1er mars 2025 Lire l’article"
    )
    assert 'href="https://exemple.fr/a?b=1&amp;c=2"' in back
    assert 'lang="fr" dir="ltr"' in front
    assert 'lang="fr" dir="ltr"' in back


def test_a_cloze_card_hides_the_words_and_does_not_repeat_its_sentence(
    anki: Any, tmp_path: Path
) -> None:
    take_in(anki, DECK, tmp_path)
    front, back = sides(anki, CLOZE)
    assert shown(front) == "La commune compte [...] habitants depuis mars."
    assert shown(back).startswith("La commune compte 1 200 habitants depuis mars. Source")
    assert shown(back).count("habitants") == 1


def test_a_cloze_card_with_a_reworded_sentence_shows_the_article_s_own(
    anki: Any, tmp_path: Path
) -> None:
    card = replace(CLOZE, cloze="Le village compte {{c1::1 200}} habitants.")
    take_in(anki, replace(DECK, cards=(card,)), tmp_path)
    assert "Dans l’article" in shown(sides(anki, card)[1])
    assert "<mark>1 200</mark>" in sides(anki, card)[1]


def test_choices_are_lettered_and_only_the_back_is_solved(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    front, back = sides(anki, CHOICE)
    assert shown(front).endswith("compte-t-elle ? A 900B 1 000C 1 200D 1 500")
    assert "solved" not in shown(front) + re.sub(r"<style>.*?</style>", "", front, flags=re.DOTALL)
    assert '<div class="solved">' in back
    assert re.findall(r"<li class=.?right.?><b>(\w)</b>", back) == ["C"]


@pytest.mark.parametrize("card", [BASIC, CHOICE], ids=["basic", "choice"])
def test_whatever_an_article_says_is_shown_and_nothing_runs(
    anki: Any, tmp_path: Path, card: Card
) -> None:
    nasty = replace(
        card,
        question=f"Q {NASTY}",
        answer=NASTY,
        evidence=Span(0, len(NASTY), NASTY),
        answer_span=Span(2, 10, NASTY[2:10]),
        choices=(NASTY, "b") if card.choices else (),
        source=replace(SOURCE, title=NASTY, publisher=NASTY, url='javascript:alert("x")'),
    )
    take_in(anki, replace(DECK, cards=(nasty,)), tmp_path)
    front, back = sides(anki, nasty)
    assert shown(front).startswith(f"Q {NASTY}")
    assert shown(back).count(NASTY) == 5
    assert "<script" not in front + back
    assert "[sound" not in front + back
    assert "href" not in back
    assert not note_of(anki, nasty).cards()[0].answer_av_tags()


@pytest.mark.parametrize("answer", ["1 200", NASTY, ":a::b}", "}}", "{{c1::", "::"])
def test_a_cloze_hides_exactly_the_answer(anki: Any, tmp_path: Path, answer: str) -> None:
    card = replace(CLOZE, answer=answer, cloze=f"{NASTY} {{{{{{c1::{answer}}}}}}} {NASTY}")
    take_in(anki, replace(DECK, cards=(card,)), tmp_path)
    front, back = sides(anki, card)
    assert shown(re.sub(r' data-cloze="[^"]*"', "", front)) == f"{NASTY} {{[...]}} {NASTY}"
    assert shown(back).startswith(f"{NASTY} {{{answer}}} {NASTY}")


def test_a_cloze_may_hide_several_words(anki: Any, tmp_path: Path) -> None:
    card = replace(CLOZE, answer="a, b", cloze="Voici {{c1::a}} et {{c2::b}}.")
    take_in(anki, replace(DECK, cards=(card,)), tmp_path)
    fronts = [shown(each.question()) for each in note_of(anki, card).cards()]
    assert fronts == ["Voici [...] et b.", "Voici a et [...]."]


def test_control_characters_do_not_shift_the_fields(anki: Any, tmp_path: Path) -> None:
    card = replace(BASIC, question="a\x1fb\x00c\ud800d", context="\x1f")
    take_in(anki, replace(DECK, cards=(card,)), tmp_path)
    assert note_of(anki, card)["Question"] == "abcd"
    assert note_of(anki, card)["Card id"] == "village:1"


def test_a_language_written_from_right_to_left(anki: Any, tmp_path: Path) -> None:
    take_in(anki, replace(DECK, language="ar"), tmp_path, LABELS | {"answer": "الجواب"})
    assert 'lang="ar" dir="rtl"' in sides(anki, BASIC)[0]


def test_two_decks_of_one_day_live_side_by_side(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    others = tuple(replace(card, id=f"autre:{n}") for n, card in enumerate(DECK.cards))
    take_in(anki, replace(DECK, id="autre", name="Autre", cards=others), tmp_path)
    assert (anki.note_count(), anki.card_count()) == (6, 6)
    assert len(our_note_types(anki)) == 3


def test_the_deck_is_described_with_credit_to_its_sources(anki: Any, tmp_path: Path) -> None:
    take_in(anki, replace(DECK, description="Six <cartes>"), tmp_path)
    described = anki.decks.by_name("Actualité::Le village")["desc"]
    assert shown(described.replace("<br>", " / ")) == (
        "Six <cartes> / Un village <grandit>, La Gazette & Fils, 1er mars 2025"
    )


def test_anki_finds_nothing_to_mend(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    _, sound = anki.fix_integrity()
    assert sound
    assert anki.db.scalar("select count() from notes where id not in (select nid from cards)") == 0
