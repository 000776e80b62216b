"""What the printed quiz refuses, and what it says then."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from quiz_cards import CARDS, make_deck
from quiz_page import one, page_of

from quizgen.errors import QuizgenError
from quizgen.exporters.quiz import LABELS, export_quiz


@pytest.mark.parametrize("option", ["paper", "key", "text", "files", "flashcards"])
@pytest.mark.parametrize("value", ["A5", None, False, 4, ["page"]])
def test_an_unknown_option_value_is_refused(
    option: str, value: object, french_labels: dict[str, str]
) -> None:
    with pytest.raises(QuizgenError, match=rf"print option {option}: .* is not known \(known: "):
        page_of(french_labels, one(*CARDS[0]), options={option: value})


def test_a_deck_without_cards_is_refused_and_no_file_is_left(
    tmp_path: Path, french_labels: dict[str, str]
) -> None:
    with pytest.raises(QuizgenError, match="Actualités::Phare: there is no card to print"):
        export_quiz(make_deck(()), tmp_path / "quiz.html", french_labels)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("row", "change", "said"),
    [
        (0, {"question": " "}, "question or its answer is empty"),
        (0, {"answer": ""}, "question or its answer is empty"),
        (2, {"question": "Sans trou.", "cloze": ""}, "has no gap"),
        (3, {"answer": "Brest"}, "'Brest' is not one of its choices"),
        (3, {"choices": ("Port-Lannec", "Port-Lannec")}, "different choices"),
        (3, {"choices": ()}, "different choices"),
    ],
)
def test_a_broken_card_is_refused_by_its_id(
    row: int, change: dict[str, Any], said: str, french_labels: dict[str, str]
) -> None:
    with pytest.raises(QuizgenError, match=f"card card-1: .*{said}"):
        page_of(french_labels, replace(one(*CARDS[row]), **change))


@pytest.mark.parametrize("label", LABELS)
def test_a_missing_label_is_named(label: str, french_labels: dict[str, str]) -> None:
    with pytest.raises(QuizgenError, match=f"no label for {label} "):
        page_of(french_labels | {label: ""}, one(*CARDS[0]))


@pytest.mark.parametrize(
    ("label", "value", "said"),
    [
        ("page_of", "Page $page", r"the label page_of lacks \$pages"),
        ("date", "$day", r"the label date lacks \$month, \$year"),
        ("answer_to", "Réponse", r"the label answer_to lacks \$number"),
        ("months", "janvier février", "twelve months"),
    ],
)
def test_a_label_that_would_leave_a_hole_is_refused(
    label: str, value: str, said: str, french_labels: dict[str, str]
) -> None:
    with pytest.raises(QuizgenError, match=said):
        page_of(french_labels | {label: value}, one(*CARDS[0]))
