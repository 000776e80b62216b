"""Print options as they show on the sheet: points, lines, word bank, text, versions, files."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from quiz_cards import CARDS, make_deck, make_source
from quiz_page import Page, one

from quizgen.cards import Deck
from quizgen.exporters.quiz import export_quiz, render_quiz
from quizgen.packs import load_labels
from quizgen.reading import split_blocks

LABELS = load_labels("fr")


def page(deck: Deck, **options: object) -> Page:
    return Page(render_quiz(replace(deck, options=options), LABELS))


def test_points_add_up_and_a_table_holds_them(quiz_deck: Deck) -> None:
    found = page(quiz_deck, points={"open": 2, "cloze": 1.5}, grading=True, key="none")
    assert found.words(".score") == ["Note / 25"]
    assert found.words(".worth")[0] == "16\u00a0pts"
    assert found.words(".worth").count("2\u00a0pts") == 8
    assert found.words(".worth").count("1,5\u00a0pt") == 6
    assert found.words("th") == [
        "Partie",
        "Questions",
        "Phrases à compléter",
        "Total",
        "Points",
        "Note",
    ]
    assert found.words("td")[:3] == ["16\u00a0pts", "9\u00a0pts", "25\u00a0pts"]


def test_one_card_may_have_its_own_points_and_lines(quiz_deck: Deck) -> None:
    own = "0123456789abcdef"
    deck = replace(quiz_deck, cards=(replace(quiz_deck.cards[0], id=own), *quiz_deck.cards[1:3]))
    found = page(deck, points={own: 4, "open": 1}, lines={own: 7, "open": 2}, key="none")
    assert found.words(".worth")[:3] == ["5\u00a0pts", "4\u00a0pts", "1\u00a0pt"]
    assert found.count_in(".lines", "div") == 7 + 2


def test_without_points_nothing_speaks_of_them(quiz_deck: Deck) -> None:
    found = page(quiz_deck, grading=True)
    assert found.all(".worth") == found.all(".score") == found.all("table") == []


def test_an_unknown_card_is_told(tmp_path: Path, quiz_deck: Deck) -> None:
    deck = replace(quiz_deck, options={"points": {"0123456789abcdef": 2}})
    written = export_quiz(deck, tmp_path / "a.html", LABELS)
    assert written.notes == (
        "the deck has no card 0123456789abcdef, for which print says something",
    )


def test_the_word_bank_holds_the_missing_words_in_alphabetical_order(quiz_deck: Deck) -> None:
    bank = page(quiz_deck, bank=True).words(".bank")
    cloze = [row[2] for row in CARDS if row[0] == "cloze"]
    assert len(bank) == 1
    places = [bank[0].index(words) for words in ("1868", "de tripler", "granit", "trente-sept")]
    assert places == sorted(places)
    assert all(words in bank[0] for words in cloze)
    assert page(quiz_deck).all(".bank") == []


BODY = (
    """\
## Un titre

Le phare de Port-Lannec domine la rade. """
    + "Il éclaire les bateaux du soir au matin. " * 12
    + """

Maëlle Kerdoncuff, maire de Port-Lannec, a annoncé mardi la réouverture du phare.
"""
)


def article_deck() -> Deck:
    source = replace(make_source([BODY]), body=BODY, blocks=split_blocks(BODY))
    card = one(*CARDS[0])
    start = BODY.index("Maëlle")
    spans = (source.span(start, len(BODY) - 1), source.span(start, start + 17))
    return make_deck((replace(card, source=source, evidence=spans[0], answer_span=spans[1]),))


def test_the_text_is_printed_with_every_fifth_line_numbered() -> None:
    found = page(article_deck(), text="numbered")
    assert found.words(".line-number") == ["5"]
    assert found.words("h3")[0] == "Un titre"
    lines = found.words(".paragraph")
    assert lines[1].startswith("5Le phare") or "5" in lines[1]
    assert lines[2].startswith("Maëlle Kerdoncuff, maire de Port-Lannec")
    assert page(article_deck(), text="plain").all(".line-number") == []
    assert page(article_deck()).all(".text") == []


def test_the_key_says_on_which_line_the_evidence_stands() -> None:
    found = page(article_deck(), text="numbered")
    breaks = sum(tag == "br" for tag, _, _ in found.elements)
    assert (
        found.words(".where") == [f"l.\u00a0{breaks + 2}"] * 2
    )  # one line is the paragraph's last
    assert page(article_deck(), text="plain").all(".where") == []


def test_versions_are_shuffled_from_the_seed_and_their_keys_match(quiz_deck: Deck) -> None:
    found = page(quiz_deck, versions=3)
    assert found.words(".version") == ["Version A", "Version B", "Version C"]
    asked = found.words(".words")
    orders = [asked[start : start + 18] for start in (0, 18, 36)]
    assert len({tuple(order) for order in orders}) == 3
    assert len({tuple(sorted(w.split(" ", 1)[1] for w in order)) for order in orders}) == 1
    for order, key in zip(orders, found.words(".key"), strict=True):
        for row in CARDS:
            question = (row[1] or row[3].replace(row[2], "mot à compléter", 1)).replace(
                " ?", "\u00a0?"
            )
            number = next(w.split(" ", 1)[0] for w in order if w.split(" ", 1)[1] == question)
            assert re.search(rf"\b{number} ([A-D] )?{re.escape(row[2])}", key)


def test_letters_of_shuffled_choices_are_those_of_the_key(quiz_deck: Deck) -> None:
    for seed in range(5):
        found = page(quiz_deck, versions=2, seed=seed, key="page")
        ticks: list[dict[str, str]] = []
        for label in (words for words in found.words("label") if words[0] in "ABCD"):
            ticks += [{}] if label[0] == "A" else []
            ticks[-1][label[0]] = label[1:]
        letters = [w.split(" ")[1] for w in found.words(".peek") if re.match(r"Réponse [A-D] ", w)]
        right = [w.split(" ", 2)[2] for w in found.words(".peek") if re.match(r"Réponse [A-D] ", w)]
        assert len(ticks) == len(letters) == 8
        for choices, letter, answer in zip(ticks, letters, right, strict=True):
            assert answer.startswith(choices[letter])


def test_another_seed_gives_another_order_and_the_same_one_the_same(quiz_deck: Deck) -> None:
    first, again = page(quiz_deck, versions=2), page(quiz_deck, versions=2, seed="1")
    assert first.elements == again.elements
    assert page(quiz_deck, versions=2, seed="2").words(".words") != first.words(".words")


def test_each_page_of_a_version_names_it(quiz_deck: Deck) -> None:
    (style,) = page(quiz_deck, versions=2).words("style")
    headers = re.findall(r"@page run-\d(?:-alone)? \{.*?@top-right \{ content: (\S+)", style, re.S)
    assert len(headers) == 8
    assert all(header.startswith('"\\000056ersion') or "ersion" in header for header in headers)


@pytest.mark.parametrize(
    ("options", "names"),
    [
        ({}, ["q.html"]),
        ({"key": "file"}, ["q.html", "q.key.html"]),
        ({"versions": 2}, ["q.html"]),
        ({"versions": 2, "files": "each"}, ["q.A.html", "q.B.html"]),
        (
            {"versions": 2, "files": "each", "key": "file"},
            ["q.A.html", "q.A.key.html", "q.B.html", "q.B.key.html"],
        ),
        ({"files": "each", "key": "none", "flashcards": "fold"}, ["q.html", "q.flashcards.html"]),
    ],
)
def test_files_are_named_by_what_they_hold(
    options: dict[str, object], names: list[str], tmp_path: Path, quiz_deck: Deck
) -> None:
    written = export_quiz(replace(quiz_deck, options=options), tmp_path / "q.html", LABELS)
    assert [path.name for path in written.paths] == names
    assert sorted(names) == sorted(path.name for path in tmp_path.iterdir())


def test_a_key_in_its_own_file_leaves_no_answer_in_the_quiz(
    tmp_path: Path, quiz_deck: Deck
) -> None:
    deck = replace(quiz_deck, options={"key": "file", "sections": ["open"]})
    quiz, key = export_quiz(deck, tmp_path / "q.html", LABELS).paths
    assert "Maëlle Kerdoncuff" not in quiz.read_text(encoding="utf-8")
    assert "Maëlle Kerdoncuff" in key.read_text(encoding="utf-8")


def test_a_key_without_evidence_holds_answers_alone(quiz_deck: Deck) -> None:
    found = page(quiz_deck, evidence=False)
    assert found.all(".evidence") == []
    assert len(found.words("strong")) == 2 * len(CARDS)


def test_large_print_is_set_in_sans_at_17_points(quiz_deck: Deck) -> None:
    found = page(quiz_deck, size="large")
    (style,) = found.words("style")
    assert "--words: var(--sans)" in style
    assert "--words-size: 17pt" in style
    assert "--words-leading: 25.5pt" in style
    assert found.all("body")[0][0]["class"] == "sheets plain"
    assert "italic" not in style
    assert not any("compact" in attrs["class"] for attrs, _ in found.all(".options"))


def test_english_labels_leave_the_articles_words_in_their_language(quiz_deck: Deck) -> None:
    labels = {**load_labels("en"), **{f"article_{k}": v for k, v in LABELS.items()}}
    found = Page(render_quiz(replace(quiz_deck, options={"labels": "en"}), labels))
    assert found.all("html")[0][0]["lang"] == "en"
    assert found.words(".identity") == ["NameClassDate"]
    assert "Answer key" in found.words("h2")
    assert {attrs.get("lang") for attrs, _ in found.all(".said")} == {"fr"}
