"""Cards to cut out: every back behind its front, nothing too large for its card."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from quiz_cards import CARDS
from quiz_page import Page, one
from quiz_paper import sizes_of_pages, words_of_pages, write_pdf

from quizgen.cards import Deck
from quizgen.exporters.quiz import export_quiz
from quizgen.exporters.quiz.flashcards import Side, cut_cards
from quizgen.packs import load_labels
from quizgen.printing import read_options

LABELS = load_labels("fr")


def sides(deck: Deck, **options: object) -> tuple[Side, ...]:
    return cut_cards(deck, read_options(options), LABELS).sides


@pytest.mark.parametrize("size", ["normal", "large"])
def test_duplex_backs_lie_behind_their_fronts(size: str, quiz_deck: Deck) -> None:
    found = sides(quiz_deck, flashcards="duplex", size=size)
    fronts, backs = found[::2], found[1::2]
    assert {side.kind for side in fronts} == {"front"}
    assert {side.kind for side in backs} == {"back"}
    seen = []
    for front, back in zip(fronts, backs, strict=True):
        for row, behind in zip(front.rows, back.rows, strict=True):
            # turned over its long edge, a sheet shows its rows from the other end
            numbers = [face.number if face else 0 for face in row]
            assert numbers == [face.number if face else 0 for face in behind[::-1]]
            seen += numbers
    left_out = cut_cards(quiz_deck, read_options({"flashcards": "duplex", "size": size}), LABELS)
    assert len([n for n in seen if n]) == len(CARDS) - len(left_out.notes)
    assert len(left_out.notes) == (0 if size == "normal" else 1)


def test_folded_cards_have_both_faces_side_by_side(quiz_deck: Deck) -> None:
    found = sides(quiz_deck, flashcards="fold")
    for side in found:
        assert side.kind == "fold"
        for front, back in side.rows:
            assert front
            assert back
            assert front.number == back.number
            assert front.words == quiz_deck.cards[front.number - 1].question
            assert back.words == quiz_deck.cards[front.number - 1].answer
            assert back.small == quiz_deck.cards[front.number - 1].evidence.text
    assert sum(len(side.rows) for side in found) == len(CARDS)


def test_long_words_are_set_smaller_and_what_has_no_room_is_told(quiz_deck: Deck) -> None:
    long = "Il faut tout dire de ce qui fut. " * 12
    endless = "Il faut tout dire de ce qui fut. " * 80
    cards = (
        one(*CARDS[0]),
        replace(one(*CARDS[0]), id="long", question=long),
        replace(one(*CARDS[0]), id="endless", question=endless),
    )
    found = cut_cards(replace(quiz_deck, cards=cards), read_options({"flashcards": "fold"}), LABELS)
    assert found.notes == ("card endless is too long for a flashcard and left out",)
    first, second = (row[0] for row in found.sides[0].rows)
    assert first
    assert second
    assert first.size > second.size >= 9


def test_the_backs_are_shifted_by_the_offset(tmp_path: Path, quiz_deck: Deck) -> None:
    deck = replace(quiz_deck, options={"flashcards": "duplex", "offset": [2.5, -1]})
    _, cards = export_quiz(deck, tmp_path / "q.html", LABELS).paths
    (style,) = Page(cards.read_text(encoding="utf-8")).words("style")
    assert "margin: 9.0mm 6.75mm 0 12.75mm; }" in style


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("kind", ["duplex", "fold"])
def test_each_side_is_one_page(
    paper: str, size: str, kind: str, tmp_path: Path, quiz_deck: Deck
) -> None:
    options: dict[str, object] = {"paper": paper, "size": size, "flashcards": kind}
    _, pdf = write_pdf(quiz_deck, tmp_path, LABELS, **options)
    found = sides(quiz_deck, **options)
    assert len(sizes_of_pages(pdf)) == len(found)
    for page, side in zip(words_of_pages(pdf), found, strict=True):
        assert (LABELS[f"do_{kind}"][:8] in page) == (side.kind != "back")
        for face in (face for row in side.rows for face in row if face):
            assert face.words.split()[0] in page
