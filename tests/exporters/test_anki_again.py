"""A deck that is built and imported again: what Anki takes over, and what stays the learner's."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki_cards import BASIC, CHOICE, CLOZE, DECK
from anki_collection import import_package, note_of, our_note_types, shown, sides

from quizgen.exporters.anki import export_anki, note_types
from quizgen.language import Language
from quizgen.lock import Lock
from quizgen.model import Card, Deck
from quizgen.pipeline import keep

Publish = Callable[[Deck], Any]
FIRST, SECOND, THIRD = BASIC, CLOZE, CHOICE
NEWCOMER = replace(BASIC, id="village:0", question="Quelle nouvelle ?")
REWORDED = replace(BASIC, question="Quelle est la population ?")


@pytest.fixture
def publish(anki: Any, tmp_path: Path, french: Language) -> Publish:
    """Builds a deck with its lock, later than all that was done before, and imports it."""
    lock = Lock()

    def build_and_import(deck: Deck) -> Any:
        nonlocal lock
        deck, lock = keep(deck, french, lock, now=int(time.time()) + 60)
        export_anki(deck, tmp_path / "deck.apkg", french.labels)
        return import_package(anki, tmp_path / "deck.apkg")

    return build_and_import


def study(anki: Any, card: Card) -> dict[str, Any]:
    """Answer a card twice, and give what Anki knows of it then."""
    (studied,) = note_of(anki, card).cards()
    for _ in range(2):
        studied.start_timer()
        anki.sched.answerCard(studied, 3)
        studied.load()
    return schedule(anki, card)


def schedule(anki: Any, card: Card) -> dict[str, Any]:
    (known,) = note_of(anki, card).cards()
    names = ("id", "type", "queue", "ivl", "due", "reps", "lapses", "factor", "did")
    reviews = anki.db.scalar("select count() from revlog where cid = ?", known.id)
    return {name: getattr(known, name) for name in names} | {"reviews": reviews}


def edit(anki: Any, card: Card, field: str, text: str, *tags: str) -> None:
    mine = note_of(anki, card)
    mine[field] = text
    mine.tags += tags
    anki.update_note(mine)


def numbers(log: Any) -> tuple[int, int, int, int]:
    return len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)


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
    monkeypatch.setattr(note_types, "RENAMED", {"Spare1": "Note", "Topic": "Event"})
    read = note_types._read
    monkeypatch.setattr(note_types, "_read", lambda name: read(name).replace("Topic", "Event"))
    log = publish(replace(DECK, cards=(REWORDED, CLOZE, CHOICE)))
    assert numbers(log) == (0, 1, 2, 0)
    fields = dict(note_of(anki, BASIC).items())
    assert {"Event", "Note"} <= set(fields)
    assert not {"Topic", "Spare1"} & set(fields)
    assert fields["Event"] == "Un village &lt;grandit&gt; · 1er mars 2025"
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
