"""The text file, as Anki's own import of text takes it in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from anki_cards import BASIC, CHOICE, CLOZE, DECK, LABELS, NASTY
from anki_collection import note_of, take_in

from quizgen.cards import Deck
from quizgen.exporters import EXPORTERS
from quizgen.model import Span

SHORT = replace(CLOZE, id="village:9", context="")


def write(deck: Deck, path: Path) -> Path:
    written = path / f"deck{EXPORTERS['tsv'].suffix}"
    EXPORTERS["tsv"](deck, written, LABELS)
    return written


def import_text(anki: Any, path: Path) -> Any:
    """Import a text file with what Anki reads in its first lines."""
    from anki.collection import ImportCsvRequest

    metadata = anki.get_csv_metadata(path=str(path), delimiter=None)
    log = anki.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log
    anki.models._clear_cache()
    return log


def content(anki: Any, *cards: Any) -> list[Any]:
    """What learners see of some notes, without times."""
    return [
        (note_of(anki, c).items(), note_of(anki, c).tags, note_of(anki, c).note_type()["name"])
        for c in cards
    ]


def test_the_first_lines_tell_anki_what_the_columns_are(tmp_path: Path) -> None:
    lines = write(DECK, tmp_path).read_text(encoding="utf-8").split("\n")
    assert lines[:6] == [
        "#separator:tab",
        "#html:true",
        "#guid column:1",
        "#notetype column:2",
        "#deck column:3",
        "#tags column:4",
    ]
    assert len(lines) == 6 + len(DECK.cards) + 1
    assert {len(line.split("\t")) for line in lines[6:-1]} == {4 + 15}


def test_notes_are_the_same_as_those_of_the_package(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    expected = content(anki, *DECK.cards)
    anki.remove_notes([note_of(anki, card).id for card in DECK.cards])
    log = import_text(anki, write(DECK, tmp_path))
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (3, 0, 0)
    assert content(anki, *DECK.cards) == expected
    deck = anki.decks.id_for_name(DECK.name)
    assert {card.did for c in DECK.cards for card in note_of(anki, c).cards()} == {deck}


def test_a_reworded_note_is_updated_and_keeps_its_schedule(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    (card,) = note_of(anki, BASIC).cards()
    card.start_timer()
    anki.sched.answerCard(card, 3)
    reworded = replace(BASIC, question="Quelle est la population ?")
    log = import_text(anki, write(replace(DECK, cards=(reworded, CLOZE, SHORT)), tmp_path))
    assert (len(log.new), len(log.updated)) == (1, 1)
    assert note_of(anki, BASIC)["Question"] == "Quelle est la population ?"
    assert note_of(anki, BASIC).cards()[0].reps == 1
    assert anki.note_count() == 4


def test_a_retired_note_is_told_here_too(anki: Any, tmp_path: Path) -> None:
    take_in(anki, DECK, tmp_path)
    import_text(anki, write(replace(DECK, cards=(CLOZE, CHOICE), retired=(BASIC,)), tmp_path))
    assert anki.find_notes("tag:quizgen::retired") == [note_of(anki, BASIC).id]


@pytest.mark.parametrize("text", [NASTY, '"', '"a" b', "a\tb", "a\nb", "#a", "\\t", " a "])
def test_whatever_an_article_says_comes_out_as_it_was(anki: Any, tmp_path: Path, text: str) -> None:
    card = replace(
        BASIC,
        question=text,
        answer=text,
        evidence=Span(0, len(text), text),
        answer_span=None,
        context=text,
    )
    deck = replace(DECK, cards=(card, replace(CHOICE, choices=(text, "1 200"))))
    take_in(anki, deck, tmp_path)
    expected = content(anki, *deck.cards)
    anki.remove_notes([note_of(anki, each).id for each in deck.cards])
    import_text(anki, write(deck, tmp_path))
    assert content(anki, *deck.cards) == expected


def test_without_a_package_first_anki_refuses_the_text(anki: Any, tmp_path: Path) -> None:
    log = import_text(anki, write(DECK, tmp_path))
    assert len(log.missing_notetype) == len(DECK.cards)
    assert anki.note_count() == 0
