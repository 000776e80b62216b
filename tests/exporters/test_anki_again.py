"""A deck that is built and imported again: what Anki takes over, and what stays the learner's."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from anki_cards import BASIC, CHOICE, CLOZE, DECK
from anki_collection import (
    Publish,
    import_package,
    note_of,
    numbers,
    schedule,
    shown,
    sides,
    study,
)

from quizgen.cards import Card
from quizgen.exporters.anki import export_anki
from quizgen.language import Language
from quizgen.lock import Lock
from quizgen.pipeline import keep

FIRST, SECOND, THIRD = BASIC, CLOZE, CHOICE
NEWCOMER = replace(BASIC, id="village:0", question="Quelle nouvelle ?")
REWORDED = replace(BASIC, question="Quelle est la population ?")


def edit(anki: Any, card: Card, field: str, text: str, *tags: str) -> None:
    mine = note_of(anki, card)
    mine[field] = text
    mine.tags += tags
    anki.update_note(mine)


def test_a_reworded_question_arrives_and_its_schedule_stays(anki: Any, publish: Publish) -> None:
    publish(DECK)
    before = study(anki, BASIC)
    assert before["reviews"] == 2
    log = publish(replace(DECK, cards=(replace(REWORDED, fact="number"), CLOZE, CHOICE)))
    assert numbers(log) == (0, 1, 2, 0)
    assert note_of(anki, BASIC)["Question"] == "Quelle est la population ?"
    assert "quizgen::fact::number" in note_of(anki, BASIC).tags
    assert "quizgen::fact::count" not in note_of(anki, BASIC).tags
    assert schedule(anki, BASIC) == before


def test_a_reworded_question_arrives_though_its_note_was_tagged_since(
    anki: Any, publish: Publish
) -> None:
    publish(DECK)
    edit(anki, BASIC, "Context", "ma remarque", "leech")
    publish(replace(DECK, cards=(REWORDED, CLOZE, CHOICE)))
    assert note_of(anki, BASIC)["Question"] == "Quelle est la population ?"


def test_a_note_that_did_not_change_keeps_what_its_user_made_of_it(
    anki: Any, publish: Publish
) -> None:
    publish(DECK)
    before = study(anki, CLOZE)
    edit(anki, CLOZE, "Context", "ma remarque", "examen")
    publish(replace(DECK, cards=(REWORDED, CLOZE, CHOICE)))
    assert note_of(anki, CLOZE)["Context"] == "ma remarque"
    assert "examen" in note_of(anki, CLOZE).tags
    assert schedule(anki, CLOZE) == before


def test_the_same_package_again_changes_nothing(anki: Any, publish: Publish) -> None:
    publish(DECK)
    study(anki, BASIC)
    everything = [anki.db.all(f"select * from {table}") for table in ("notes", "cards", "revlog")]
    assert numbers(publish(DECK)) == (0, 0, 3, 0)
    assert everything == [
        anki.db.all(f"select * from {table}") for table in ("notes", "cards", "revlog")
    ]


def test_a_vanished_note_is_told_to_retire(anki: Any, publish: Publish) -> None:
    publish(DECK)
    before = study(anki, BASIC)
    edit(anki, BASIC, "Context", BASIC.context, "leech")
    log = publish(replace(DECK, cards=(CLOZE, CHOICE)))
    assert numbers(log) == (0, 1, 2, 0)
    assert anki.find_notes("tag:quizgen::retired") == [note_of(anki, BASIC).id]
    assert note_of(anki, BASIC)["Question"] == BASIC.question
    assert note_of(anki, BASIC)["Evidence"] == (
        "La commune compte <mark>1 200</mark> habitants depuis mars."
    )
    assert "quizgen::fact::count" in note_of(anki, BASIC).tags
    assert schedule(anki, BASIC) == before
    for side in sides(anki, BASIC):
        assert shown(side).startswith("Cette carte n’est plus dans le jeu de cartes.")
    for card in (CLOZE, CHOICE):
        assert "n’est plus" not in shown(sides(anki, card)[0])


def test_a_retired_card_that_was_suspended_stays_so(anki: Any, publish: Publish) -> None:
    publish(DECK)
    publish(replace(DECK, cards=(CLOZE, CHOICE)))
    anki.sched.suspend_cards(anki.find_cards("tag:quizgen::retired"))
    publish(replace(DECK, cards=(CLOZE, CHOICE)))
    publish(replace(DECK, cards=(CLOZE,)))
    assert anki.find_cards("tag:quizgen::retired is:suspended") == [
        note_of(anki, BASIC).cards()[0].id
    ]


def test_a_retired_note_comes_back_with_its_fact(anki: Any, publish: Publish) -> None:
    publish(DECK)
    before = study(anki, BASIC)
    publish(replace(DECK, cards=(CLOZE, CHOICE)))
    publish(replace(DECK, cards=(CLOZE,)))
    publish(DECK)
    assert not anki.find_notes("tag:quizgen::retired")
    assert note_of(anki, BASIC)["Retired"] == ""
    assert schedule(anki, BASIC) == before
    assert (anki.note_count(), anki.card_count()) == (3, 3)


def test_whoever_skipped_a_package_is_told_all_the_same(
    anki: Any, publish: Publish, tmp_path: Path, french: Language
) -> None:
    publish(DECK)
    lock = keep(DECK, french, Lock(), now=1)[1]
    for number, cards in enumerate([(CLOZE, CHOICE), (CLOZE,), (REWORDED, CLOZE)], start=1):
        now = int(time.time()) + 60 * number
        deck, lock = keep(replace(DECK, cards=cards), french, lock, now)
    export_anki(deck, tmp_path / "fourth.apkg", french.labels)
    import_package(anki, tmp_path / "fourth.apkg")
    assert anki.find_notes("tag:quizgen::retired") == [note_of(anki, CHOICE).id]
    assert note_of(anki, BASIC)["Question"] == "Quelle est la population ?"


def test_who_comes_late_meets_retired_cards_last(
    anki: Any, tmp_path: Path, french: Language
) -> None:
    lock = keep(DECK, french, Lock(), now=1)[1]
    deck, _ = keep(replace(DECK, cards=(CLOZE, CHOICE)), french, lock, int(time.time()))
    export_anki(deck, tmp_path / "deck.apkg", french.labels)
    import_package(anki, tmp_path / "deck.apkg")
    learnt = anki.db.list("select nid from cards order by due")
    assert learnt == [note_of(anki, card).id for card in (CLOZE, CHOICE, BASIC)]


def test_a_new_note_is_learnt_beside_the_one_whose_place_it_took(
    anki: Any, publish: Publish
) -> None:
    publish(DECK)
    log = publish(replace(DECK, cards=(FIRST, NEWCOMER, SECOND, THIRD)))
    assert numbers(log) == (1, 0, 3, 0)
    anki.decks.set_current(anki.decks.id_for_name(DECK.name))
    queue = anki.sched.get_queued_cards(fetch_limit=9).cards
    names = {note_of(anki, c).id: c.id for c in (FIRST, NEWCOMER, SECOND, THIRD)}
    learnt = [names[each.card.note_id] for each in queue]
    assert (learnt[0], learnt[-1]) == (FIRST.id, THIRD.id)
    assert set(learnt[1:-1]) == {NEWCOMER.id, SECOND.id}


def test_cards_stay_in_the_deck_to_which_the_learner_moved_them(
    anki: Any, publish: Publish
) -> None:
    publish(DECK)
    mine = anki.decks.id("À moi")
    anki.set_deck(note_of(anki, BASIC).card_ids(), mine)
    publish(replace(DECK, cards=(REWORDED, CLOZE, CHOICE)))
    assert schedule(anki, BASIC)["did"] == mine
    assert note_of(anki, BASIC)["Question"] == "Quelle est la population ?"
