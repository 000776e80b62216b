"""The printed quiz as people see it, read from its HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from quiz_cards import CARDS, make_deck
from quiz_page import Page, one, page_of

from quizgen.cards import Deck
from quizgen.exporters.quiz import export_quiz, render_quiz


@pytest.fixture(scope="module")
def page(quiz_deck: Deck, french_labels: dict[str, str]) -> Page:
    return Page(render_quiz(quiz_deck, french_labels))


def test_a_sheet_has_title_and_a_line_for_name_class_and_date(page: Page) -> None:
    assert page.words("h1") == ["Le phare de Port-Lannec"]
    assert page.words("title") == ["Le phare de Port-Lannec"]
    assert page.words(".identity") == ["NomClasseDate"]
    assert page.words("h2") == [
        "Questions",
        "Choix multiple",
        "Phrases à compléter",
        "Source",
        "Corrigé",
    ]
    assert page.words(".task") == [
        "Répondez en quelques mots ou par une phrase.",
        "Cochez la bonne réponse.",
        "Complétez chaque phrase.",
    ]


def test_the_page_says_its_language(french_labels: dict[str, str], quiz_deck: Deck) -> None:
    other = Page(render_quiz(replace(quiz_deck, language="oc"), french_labels))
    assert other.all("html")[0][0]["lang"] == "oc"


def test_a_deck_without_title_takes_the_last_part_of_its_name(
    french_labels: dict[str, str],
) -> None:
    assert page_of(french_labels, one(*CARDS[0]), title="").words("h1") == ["Phare"]


def test_only_the_instructions_that_apply_are_given(french_labels: dict[str, str]) -> None:
    page = page_of(french_labels, one(*CARDS[3]), description="Sans regarder l’article !")
    assert page.words(".task") == ["Cochez la bonne réponse."]
    assert page.words(".intro") == ["Sans regarder l’article\u00a0!"]


def test_questions_are_numbered_through_all_sections(page: Page) -> None:
    words = page.words(".words")
    assert words[0] == "1 Qui a annoncé la réouverture du phare de Port-Lannec\u00a0?"
    assert [int(line.split()[0]) for line in words] == list(range(1, len(CARDS) + 1))


@pytest.mark.parametrize(
    ("length", "lines"), [(1, 1), (44, 1), (45, 2), (100, 3), (150, 4), (2000, 5)]
)
def test_room_to_write_grows_with_the_answer(
    length: int, lines: int, french_labels: dict[str, str]
) -> None:
    answer = "a" * length
    page = page_of(french_labels, one("basic", "Quoi\u00a0?", answer, f"Voici {answer}.", ()))
    assert page.count_in(".lines", "div") == lines


def test_a_cloze_card_is_a_sentence_with_a_gap(page: Page) -> None:
    assert "15 La tour est bâtie en mot à compléter de l’île voisine." in page.words(".words")
    assert len(page.all(".gap")) == sum(row[0] == "cloze" for row in CARDS)
    assert not any("[…]" in words or "{{" in words for words in page.words(".words"))


def test_the_gap_is_told_from_an_ellipsis_of_the_article(french_labels: dict[str, str]) -> None:
    card = one("cloze", "", "la jetée", "« Il faut […] refaire la jetée », dit-il.", ())
    page = page_of(french_labels, card)
    assert page.words(".words") == ["1 «\u00a0Il faut […] refaire mot à compléter\u00a0», dit-il."]


def test_a_gap_is_found_without_cloze_notation(french_labels: dict[str, str]) -> None:
    card = replace(one(*CARDS[9]), cloze="")
    assert page_of(french_labels, card).words(".words") == [
        "1 La tour est bâtie en mot à compléter de l’île voisine."
    ]


def test_choices_are_lettered_and_can_be_ticked(french_labels: dict[str, str]) -> None:
    page = page_of(french_labels, one(*CARDS[7]))
    assert page.words("label")[3:] == [
        "A2,3\u00a0millions d’euros",
        "B1,8\u00a0million d’euros",
        "C2,9\u00a0millions d’euros",
        "D3,4\u00a0millions d’euros",
    ]
    boxes = [attrs for attrs, _ in page.all("input") if attrs["name"] != "print"]
    assert [box["name"] for box in boxes] == ["q1"] * 4
    assert not any("checked" in box for box in boxes)
    group = page.all(".options")[0][0]
    assert page.all(".words")[0][0]["id"] == group["aria-labelledby"]


def test_the_key_gives_every_answer_with_its_evidence(page: Page) -> None:
    (key,) = page.words(".key")
    assert "Questions 1 Maëlle Kerdoncuff Maëlle Kerdoncuff, maire de Port-Lannec," in key
    assert "9 B Port-Lannec Le phare domine depuis un siècle et demi" in key
    kinds = ("basic", "choice", "cloze")
    for number, row in enumerate(sorted(CARDS, key=lambda row: kinds.index(row[0])), start=1):
        assert re.search(rf"\b{number} ([A-D] )?{re.escape(f'{row[2]} {row[3]}')}", key)


def test_the_key_marks_the_answer_in_the_evidence(page: Page) -> None:
    # twice: in the key that is printed, and folded away under each question
    assert sorted(page.words("mark")) == sorted(2 * [row[2] for row in CARDS])


def test_a_reworded_answer_is_marked_where_it_was_found(french_labels: dict[str, str]) -> None:
    card = replace(
        one("basic", "Qui part\u00a0?", "il", "Le midi, il part avec un fil.", ()),
        answer="Anne Roz",
    )
    start = card.evidence.text.index("il part")
    assert card.source is not None
    spanned = replace(card, answer_span=card.source.span(start, start + 2))
    page = page_of(french_labels, spanned)
    assert page.words("mark") == ["il", "il"]
    assert page.words(".evidence")[0] == "Le midi, il part avec un fil."
    unmarked = page_of(french_labels, replace(card, answer_span=None))
    assert unmarked.words("mark") == []


def test_answers_are_folded_away_on_screen(page: Page) -> None:
    folds = page.all("details")
    assert len(folds) == len(CARDS)
    assert not any("open" in attrs for attrs, _ in folds)
    assert folds[14][1].startswith("Réponse granit")
    assert page.all("summary")[14][0]["aria-label"] == "Réponse à la question 15"


def test_a_sheet_without_key_holds_no_answer(french_labels: dict[str, str]) -> None:
    html = render_quiz(make_deck((one(*CARDS[0]),), options={"key": "none"}), french_labels)
    assert "Kerdoncuff" not in html
    assert "Corrigé" not in Page(html).words("h2")
    assert Page(html).all("details") == []


def test_the_source_is_credited(page: Page) -> None:
    assert page.words(".credits") == [
        "Source À Port-Lannec, le phare rallume sa lanterne, La Gazette des Caps, 4 juillet 2012 "
        "https://gazette.example/2012/07/04/phare-de-port-lannec.html"
    ]
    (link,) = page.all("a")
    assert link[0]["href"] == link[1]


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2012, 6, 1), "1er juin 2012"), (date(1999, 12, 31), "31 décembre 1999")],
)
def test_dates_are_written_in_the_language_of_the_labels(
    day: date, written: str, french_labels: dict[str, str]
) -> None:
    page = page_of(french_labels, one(*CARDS[0], published=day, author="J. Roz", licence="CC BY"))
    assert f", J. Roz, La Gazette des Caps, {written}, CC BY " in page.words(".credits")[0]


def test_another_language_brings_its_own_date(french_labels: dict[str, str]) -> None:
    labels = french_labels | {"date": "$month $day, $year", "first_day": "1"}
    page = page_of(labels, one(*CARDS[0], published=date(2012, 6, 1)))
    assert ", juin 1, 2012 " in page.words(".credits")[0]


def test_several_sources_are_all_credited_and_named_in_the_key(
    french_labels: dict[str, str],
) -> None:
    first = one(*CARDS[0])
    second = one(*CARDS[1], title="Un an de travaux", url="")
    assert second.source is not None
    other = replace(second, source=replace(second.source, id="deux"), topic="Phare, juillet 2012")
    page = page_of(french_labels, first, other, first)
    credits = page.words(".credits")[0]
    assert credits.startswith("Sources À Port-Lannec, le phare rallume sa lanterne, La Gazette")
    assert credits.count("La Gazette des Caps") == 2
    assert page.words(".topic") == ["Phare, juillet 2012 –"]
    assert page.words(".origin")[1::2][:2] == [
        "Un an de travaux",
        "À Port-Lannec, le phare rallume sa lanterne",
    ]


def test_a_card_without_source_leaves_no_empty_credit(french_labels: dict[str, str]) -> None:
    assert page_of(french_labels, replace(one(*CARDS[0]), source=None)).all(".credits") == []


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " https://x.example"])
def test_only_web_addresses_become_links(url: str, french_labels: dict[str, str]) -> None:
    page = page_of(french_labels, one(*CARDS[0], url=url))
    assert page.all("a") == []
    assert page.words(".address") == [url.strip()]


@pytest.mark.parametrize(
    ("options", "size"), [({}, "A4"), ({"paper": "letter"}, "Letter"), ({"points": 3}, "A4")]
)
def test_the_paper_is_chosen(
    options: dict[str, object], size: str, french_labels: dict[str, str]
) -> None:
    page = page_of(french_labels, one(*CARDS[0]), options=options)
    assert f"@page {{ size: {size};" in page.words("style")[0]


def test_the_same_deck_gives_the_same_bytes(
    tmp_path: Path, quiz_deck: Deck, french_labels: dict[str, str]
) -> None:
    first, second = tmp_path / "one.html", tmp_path / "two.html"
    export_quiz(quiz_deck, first, french_labels)
    export_quiz(quiz_deck, second, dict(reversed(french_labels.items())))
    assert first.read_bytes() == second.read_bytes()
    assert first.read_text(encoding="utf-8") == render_quiz(quiz_deck, french_labels)
