"""Decks and note types that change while people learn with them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki_cards import BASIC, CHOICE, CLOZE, DECK
from anki_collection import (
    Publish,
    import_package,
    note_of,
    numbers,
    our_note_types,
    schedule,
    shown,
    sides,
    study,
)

from quizgen.exporters.anki import note_types
from quizgen.language import Language

NEWCOMER = replace(BASIC, id="village:0", question="Quelle nouvelle ?")
REWORDED = replace(BASIC, question="Quelle est la population ?")
REVERSED = replace(DECK, options={"reversed": frozenset({"count"})})


def deck_names(anki: Any) -> set[str]:
    return {d.name for d in anki.decks.all_names_and_ids(skip_empty_default=True)}


def test_a_renamed_deck_is_another_deck_in_anki(anki: Any, publish: Publish) -> None:
    """Which is why `quizgen build` warns: see the tests of the command line."""
    publish(DECK)
    publish(replace(DECK, name="Actualité::Le bourg", cards=(*DECK.cards, NEWCOMER)))
    assert deck_names(anki) == {"Actualité", "Actualité::Le village", "Actualité::Le bourg"}
    assert schedule(anki, BASIC)["did"] == anki.decks.id_for_name("Actualité::Le village")
    assert schedule(anki, NEWCOMER)["did"] == anki.decks.id_for_name("Actualité::Le bourg")


def test_a_deck_renamed_in_anki_first_takes_new_cards(anki: Any, publish: Publish) -> None:
    publish(DECK)
    anki.decks.rename(anki.decks.id_for_name("Actualité::Le village"), "Actualité::Le bourg")
    publish(replace(DECK, name="Actualité::Le bourg", cards=(*DECK.cards, NEWCOMER)))
    assert deck_names(anki) == {"Actualité", "Actualité::Le bourg"}
    assert schedule(anki, NEWCOMER)["did"] == schedule(anki, BASIC)["did"]


def test_new_labels_and_a_new_style_arrive(
    anki: Any, publish: Publish, monkeypatch: pytest.MonkeyPatch, french: Language
) -> None:
    publish(DECK)
    before = study(anki, BASIC)
    monkeypatch.setitem(french.labels, "answer", "Solution")  # type: ignore[arg-type]
    read = note_types._read
    monkeypatch.setattr(
        note_types, "_read", lambda n: read(n) + ("/* new */" if n == "card.css" else "")
    )
    log = publish(DECK)
    assert numbers(log) == (0, 0, 3, 0)
    assert "Solution" in shown(sides(anki, BASIC)[1])
    assert "/* new */" in note_of(anki, CLOZE).note_type()["css"]
    assert len(our_note_types(anki)) == 3
    assert schedule(anki, BASIC) == before


def test_a_renamed_field_arrives(
    anki: Any, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(DECK)
    before = study(anki, BASIC)
    monkeypatch.setattr(note_types, "RENAMED", {"Spare1": "Note", "Title": "Headline"})
    read = note_types._read
    monkeypatch.setattr(note_types, "_read", lambda name: read(name).replace("Title", "Headline"))
    log = publish(replace(DECK, cards=(REWORDED, CLOZE, CHOICE)))
    assert numbers(log) == (0, 1, 2, 0)
    fields = dict(note_of(anki, BASIC).items())
    assert {"Headline", "Note"} <= set(fields)
    assert not {"Title", "Spare1"} & set(fields)
    assert fields["Headline"] == "Un village &lt;grandit&gt;"
    assert fields["Question"] == "Quelle est la population ?"
    assert len(our_note_types(anki)) == 3
    assert schedule(anki, BASIC) == before


def test_a_question_that_becomes_a_gap_is_a_new_note_and_the_old_one_retires(
    anki: Any, publish: Publish
) -> None:
    publish(DECK)
    gap = replace(CLOZE, id=BASIC.id)
    log = publish(replace(DECK, cards=(gap, CLOZE, CHOICE)))
    assert numbers(log) == (1, 1, 2, 0)
    assert anki.find_notes("tag:quizgen::retired") == [note_of(anki, BASIC).id]
    assert note_of(anki, BASIC).note_type()["name"] == "quizgen basic (fr)"
    assert note_of(anki, gap).note_type()["name"] == "quizgen cloze (fr)"
    publish(DECK)
    assert anki.find_notes("tag:quizgen::retired") == [note_of(anki, gap).id]
    assert len(our_note_types(anki)) == 3


@pytest.mark.parametrize(
    "option",
    [
        {"merge_notetypes": True},
        {"with_scheduling": True, "with_deck_configs": True},
        {"update_notes": 1, "update_notetypes": 1},  # always
        {"update_notes": 2, "update_notetypes": 2},  # never
    ],
    ids=["merge", "scheduling", "always", "never"],
)
def test_no_option_of_the_import_does_harm(
    anki: Any, publish: Publish, tmp_path: Path, option: dict[str, Any]
) -> None:
    publish(DECK)
    before = study(anki, BASIC)
    publish(replace(DECK, cards=(REWORDED, CLOZE, CHOICE)))
    log = import_package(anki, tmp_path / "deck.apkg", **option)
    assert len(log.conflicting) == 0
    assert len(our_note_types(anki)) == 3
    assert schedule(anki, BASIC) == before
    assert note_of(anki, BASIC)["Question"] == REWORDED.question
    assert anki.fix_integrity()[1]


def both_cards(anki: Any) -> list[Any]:
    return list(note_of(anki, BASIC).cards())


def test_a_kind_of_fact_may_be_asked_backwards_too(anki: Any, publish: Publish) -> None:
    publish(REVERSED)
    straight, backwards = both_cards(anki)
    assert shown(straight.question()) == BASIC.question
    assert shown(backwards.question()) == "Réponse 1 200 À quelle question est-ce la réponse ?"
    assert shown(backwards.answer()).startswith(
        f"Réponse 1 200 {BASIC.question} Dans l’article Population La commune compte 1 200"
    )
    assert anki.card_count() == 4  # neither the gap nor the choice has a second card


def test_without_asking_for_it_nothing_is_asked_backwards(anki: Any, publish: Publish) -> None:
    publish(replace(DECK, options={"reversed": frozenset({"quote"})}))
    assert anki.card_count() == 3


def test_asking_backwards_may_begin_later(anki: Any, publish: Publish) -> None:
    publish(DECK)
    before = study(anki, BASIC)
    log = publish(REVERSED)
    assert numbers(log) == (0, 1, 2, 0)
    straight, _ = both_cards(anki)
    assert (straight.id, straight.reps) == (before["id"], 2)
    assert anki.card_count() == 4


def test_asking_backwards_may_end(anki: Any, publish: Publish) -> None:
    publish(REVERSED)
    publish(DECK)
    report = anki.get_empty_cards()
    assert [list(note.card_ids) for note in report.notes] == [[both_cards(anki)[1].id]]
