"""Several decks in one package, and what a learner sees of each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki_cards import BASIC, CHOICE, CLOZE, DECK, LABELS, NASTY, SOURCE
from anki_collection import import_package, note_of, our_note_types, sides, take_in

from quizgen.cards import Deck
from quizgen.errors import QuizgenError
from quizgen.exporters.anki import export_together


def renamed(deck: Deck, name: str) -> Deck:
    cards = tuple(replace(card, id=f"{name}:{n}") for n, card in enumerate(deck.cards))
    return replace(deck, id=name, name=f"Actualité::{name}", cards=cards)


def together(anki: Any, path: Path, *decks: Deck) -> Any:
    export_together([(deck, LABELS) for deck in decks], path / "all.apkg")
    return import_package(anki, path / "all.apkg")


def test_each_card_lands_in_its_own_deck(anki: Any, tmp_path: Path) -> None:
    town, port = renamed(DECK, "La ville"), renamed(DECK, "Le port")
    log = together(anki, tmp_path, town, port)
    assert (len(log.new), len(log.conflicting)) == (6, 0)
    for deck in (town, port):
        here = anki.decks.id_for_name(deck.name)
        assert {note_of(anki, card).cards()[0].did for card in deck.cards} == {here}
        order = anki.db.list("select nid from cards where did = ? order by due", here)
        assert order == [note_of(anki, card).id for card in deck.cards]
    assert len(our_note_types(anki)) == 3


def test_together_or_apart_the_notes_are_the_same(anki: Any, tmp_path: Path) -> None:
    town, port = renamed(DECK, "La ville"), renamed(DECK, "Le port")
    together(anki, tmp_path, town, port)
    for deck in (town, port):
        log = take_in(anki, deck, tmp_path)
        assert (len(log.new), len(log.duplicate)) == (0, 3)


def test_a_newer_style_of_one_deck_serves_all(anki: Any, tmp_path: Path) -> None:
    later = replace(renamed(DECK, "Le port"), changed={"basic": 4_000_000_000})
    together(anki, tmp_path, renamed(DECK, "La ville"), later)
    assert note_of(anki, later.cards[0]).note_type()["mod"] == 4_000_000_000


def test_a_card_that_moved_to_another_deck_does_not_retire(anki: Any, tmp_path: Path) -> None:
    before = replace(DECK, cards=(BASIC, CHOICE))
    take_in(anki, before, tmp_path)
    left = replace(before, cards=(CHOICE,), retired=(replace(BASIC, changed=4_000_000_000), CLOZE))
    gone_too = replace(renamed(DECK, "Le port"), cards=(BASIC,), retired=(CLOZE,))
    together(anki, tmp_path, left, gone_too)
    assert anki.find_notes("tag:quizgen::retired") == [note_of(anki, CLOZE).id]
    assert note_of(anki, BASIC).cards()[0].did == anki.decks.id_for_name(DECK.name)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (replace(DECK, id="autre", name="Autre"), "card 'village:1' stands twice in the package"),
        (replace(renamed(DECK, "x"), name=DECK.name.upper()), "two decks are called"),
        (replace(renamed(DECK, "x"), id=DECK.id), "two decks are called"),
    ],
)
def test_what_would_collide_is_refused(tmp_path: Path, other: Deck, said: str) -> None:
    with pytest.raises(QuizgenError, match=said):
        export_together([(DECK, LABELS), (other, LABELS)], tmp_path / "all.apkg")
    assert not list(tmp_path.iterdir())


def test_tags_are_safe_and_say_the_level(anki: Any, tmp_path: Path) -> None:
    source = replace(SOURCE, id='a b"c::d*e_f\u3000(g) élève', published=None)
    deck = replace(DECK, cards=(replace(BASIC, source=source),), options={"level": "A2 : 3e"})
    take_in(anki, deck, tmp_path)
    assert note_of(anki, BASIC).tags == [
        "quizgen::fact::count",
        "quizgen::level::A2-3e",
        "quizgen::source::a-b-c-d-e_f-g-élève",
    ]
    assert anki.find_notes("tag:quizgen::level::A2-3e") == [note_of(anki, BASIC).id]


def test_the_deck_s_own_words_are_harmless(anki: Any, tmp_path: Path) -> None:
    deck = replace(DECK, name=f"Actualité::{NASTY.replace('::', ':')}", description=NASTY)
    take_in(anki, deck, tmp_path)
    (card,) = note_of(anki, BASIC).cards()
    assert "<script" not in anki.decks.get(card.did)["desc"]
    assert sides(anki, CLOZE)
    assert note_of(anki, CHOICE).cards()[0].did == card.did
