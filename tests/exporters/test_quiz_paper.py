"""The printed quiz on paper: pages, their numbers, their breaks; by Chromium and WeasyPrint."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from quiz_paper import (
    A4,
    LETTER,
    sizes_of_pages,
    without_counts,
    words_of_pages,
    write_html,
    write_pdf,
)

from quizgen.cards import Deck

SAMPLES = ["economie-regionale", "festival-science", "otan-kiev"]
FULL = {
    "text": "numbered",
    "points": {"open": 2, "cloze": 1},
    "grading": True,
    "bank": True,
    "sections": ["open", "cloze", "order", "matching", "true-false"],
}
WAYS: dict[str, dict[str, object]] = {
    "plain": {},
    "full": FULL,
    "large": {**FULL, "size": "large"},
    "letter": {"paper": "Letter", "versions": 2},
}
Print = Callable[..., list[str]]


@pytest.mark.browser
@pytest.mark.parametrize("name", [*SAMPLES, "all kinds"])
@pytest.mark.parametrize("way", WAYS)
def test_pages_break_alike_in_chromium_and_weasyprint(  # noqa: PLR0913, PLR0917 - fixtures
    name: str,
    way: str,
    sample_decks: dict[str, Deck],
    quiz_deck: Deck,
    by_chromium: Print,
    tmp_path: Path,
    french_labels: dict[str, str],
) -> None:
    deck, options = (sample_decks | {"all kinds": quiz_deck})[name], WAYS[way]
    (html,) = write_html(deck, tmp_path, french_labels, **options)
    (pdf,) = write_pdf(deck, tmp_path, french_labels, **options)
    assert list(map(without_counts, by_chromium(html))) == list(
        map(without_counts, words_of_pages(pdf))
    )


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("way", WAYS)
def test_no_heading_ends_a_page_and_no_mark_begins_a_line(
    name: str,
    way: str,
    sample_decks: dict[str, Deck],
    tmp_path: Path,
    french_labels: dict[str, str],
) -> None:
    (pdf,) = write_pdf(sample_decks[name], tmp_path, french_labels, **WAYS[way])
    headings = {label for key, label in french_labels.items() if f"do_{key}" in french_labels}
    tasks = {label for key, label in french_labels.items() if key.startswith("do_")}
    for page in words_of_pages(pdf):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        # further in, what stands before the mark is a gap
        assert not re.search(r"^ {0,19}[?!:;»%]", page, re.MULTILINE)
        last_in_text = re.sub(r" +[\d,]+ pts?$", "", lines[-2])
        assert last_in_text not in headings | tasks


def test_paper_is_as_large_as_asked(
    tmp_path: Path, quiz_deck: Deck, french_labels: dict[str, str]
) -> None:
    (a4,) = write_pdf(quiz_deck, tmp_path, french_labels)
    assert set(sizes_of_pages(a4)) == {A4}
    (letter,) = write_pdf(quiz_deck, tmp_path, french_labels, paper="Letter")
    assert set(sizes_of_pages(letter)) == {LETTER}


def test_each_part_of_a_pdf_counts_its_own_pages(
    tmp_path: Path, quiz_deck: Deck, french_labels: dict[str, str]
) -> None:
    (pdf,) = write_pdf(quiz_deck, tmp_path, french_labels, versions=2)
    counts = [re.search(r"Page \d+ sur \d+", page)[0] for page in words_of_pages(pdf)]  # type: ignore[index]
    sheet = ["Page 1 sur 3", "Page 2 sur 3", "Page 3 sur 3"]
    key = ["Page 1 sur 2", "Page 2 sur 2"]
    assert counts == sheet + sheet + key + key


@pytest.mark.browser
def test_html_printed_whole_counts_the_pages_of_each_part_without_a_wrong_total(
    tmp_path: Path, quiz_deck: Deck, by_chromium: Print, french_labels: dict[str, str]
) -> None:
    (html,) = write_html(quiz_deck, tmp_path, french_labels)
    pages = by_chromium(html)
    assert [re.findall(r"Page.*", page) for page in pages] == [
        ["Page 1"], ["Page 2"], ["Page 3"], ["Page 1"], ["Page 2"],
    ]  # fmt: skip
    assert ["Fin du questionnaire" in page for page in pages] == [False, False, True, False, False]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("choice", "total", "begins"),
    [("le questionnaire", 3, "Nom"), ("le corrigé", 2, "Corrigé")],
)
def test_a_part_that_is_chosen_prints_alone_with_its_total(  # noqa: PLR0913, PLR0917 - fixtures
    choice: str,
    total: int,
    begins: str,
    tmp_path: Path,
    quiz_deck: Deck,
    by_chromium: Print,
    french_labels: dict[str, str],
) -> None:
    (html,) = write_html(quiz_deck, tmp_path, french_labels)
    pages = by_chromium(html, choice)
    assert [re.findall(r"Page.*", page) for page in pages] == [
        [f"Page {number} sur {total}"] for number in range(1, total + 1)
    ]
    assert pages[0].strip().startswith(begins)


@pytest.mark.browser
def test_a_file_of_one_part_knows_its_total(
    tmp_path: Path, quiz_deck: Deck, by_chromium: Print, french_labels: dict[str, str]
) -> None:
    html, key = write_html(quiz_deck, tmp_path, french_labels, key="file")
    assert all("sur 3" in page for page in by_chromium(html))
    assert all("sur 2" in page for page in by_chromium(key))


def test_the_key_begins_a_page_and_holds_all_answers(
    tmp_path: Path, quiz_deck: Deck, french_labels: dict[str, str]
) -> None:
    (pdf,) = write_pdf(quiz_deck, tmp_path, french_labels)
    pages = words_of_pages(pdf)
    assert pages[3].strip().startswith("Corrigé")
    assert not any("Maëlle Kerdoncuff" in page for page in pages[:3])
    assert "Maëlle Kerdoncuff" in pages[3]


@pytest.mark.browser
def test_the_credits_stand_on_the_page_of_the_last_question(
    tmp_path: Path, quiz_deck: Deck, by_chromium: Print, french_labels: dict[str, str]
) -> None:
    cards: list[Any] = list(quiz_deck.cards)
    cards[0] = replace(cards[0], source=replace(cards[0].source, id="deux", url="https://b.test/"))
    counts = set()
    for lines in range(1, 62, 10):  # from room enough on the third page to none
        intro = "Il faut lire avant de répondre. " * 3 * lines
        deck = replace(quiz_deck, cards=tuple(cards), description=intro)
        (html,) = write_html(deck, tmp_path, french_labels, key="none")
        pages = by_chromium(html)
        counts.add(len(pages))
        assert re.search(r"^ *18 ", pages[-1], re.MULTILINE)
        assert "Sources\n" in pages[-1]
        assert "https://b.test/" in pages[-1]
        assert "https://gazette.example/" in pages[-1]
    assert len(counts) > 1
