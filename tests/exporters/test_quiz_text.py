"""Words of an article on the printed quiz: data, well set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from quiz_cards import CARDS, make_deck
from quiz_page import Page, one, page_of

from quizgen.cards import Deck
from quizgen.exporters.quiz import LABELS as LABELS_OF_THE_PAGE
from quizgen.exporters.quiz import render_quiz
from quizgen.exporters.quiz.labels import check_labels
from quizgen.packs import load_labels
from quizgen.reading import split_blocks

LOADS = {"script", "img", "iframe", "object", "embed", "video", "audio", "source", "form", "base"}
NASTY = [
    "<script>alert('x')</script>",
    "</style><b>gras</b>",
    "{{ deck.name }} {% raw %} {# rien #}",
    "\"guillemets\" & 'apostrophes' &amp; &nbsp;",
    "مرحبا بالعالم",
    "👩‍🚀🎉",
    "anti" * 60,
    "\\9 */ } @import url(//evil.example)",
    "$number $page ${answer}",
]


@pytest.mark.parametrize("words", NASTY)
def test_text_of_an_article_shows_as_it_is(words: str, french_labels: dict[str, str]) -> None:
    evidence = f"On y lit {words} en toutes lettres."
    cards = (
        one("basic", f"Que veut dire {words}, ici\u00a0?", words, evidence, (), title=words),
        one("cloze", "", words, evidence, (), title=words),
        one("choice", "Quoi\u00a0?", words, evidence, (f"{words} aussi", "rien"), title=words),
    )
    page = page_of(french_labels, *cards, title=words, description=words)
    plain = page_of(french_labels, *(one(*row) for row in (CARDS[0], CARDS[2], CARDS[3])))
    assert page.words("h1") == page.words("title") == page.words(".intro") == [words]
    assert page.words(".words")[0] == f"1 Que veut dire {words}, ici\u00a0?"
    assert page.words("strong") == [words] * 6
    assert page.words("mark") == [words] * 6
    assert page.words("cite") == [words]
    assert {words, f"{words} aussi"} <= set(page.words(".option"))
    assert {tag for tag, _, _ in page.elements} <= {tag for tag, _, _ in plain.elements} | {"p"}
    assert len(page.all("style")) == 1


def test_marks_stay_with_their_words(french_labels: dict[str, str]) -> None:
    card = one("basic", "Est-ce « ici » ?", "1 200 m", "On a dit : « 1 200 m » ; 40 % !", ())
    page = page_of(french_labels, card)
    assert page.words(".words") == ["1 Est-ce «\u00a0ici\u00a0»\u00a0?"]
    assert page.words(".evidence")[0] == (
        "On a dit\u00a0: «\u00a01\u00a0200 m\u00a0»\u00a0; 40\u00a0%\u00a0!"
    )


def test_no_break_spaces_survive(french_labels: dict[str, str]) -> None:
    card = one("basic", "Est-ce vrai\u202f?", "75\u202f000", "Il y en a 75\u202f000.", ())
    page = page_of(french_labels, card)
    assert page.words(".words") == ["1 Est-ce vrai\u202f?"]
    assert page.words("strong")[0] == "75\u202f000"


def test_the_page_loads_and_runs_nothing(quiz_deck: Deck, french_labels: dict[str, str]) -> None:
    page = Page(render_quiz(quiz_deck, french_labels))
    assert not LOADS & {tag for tag, _, _ in page.elements}
    for tag, attrs, _ in page.elements:
        assert not any(name.startswith("on") or name in {"src", "style"} for name in attrs)
        assert tag != "link" or attrs["href"] == "data:,"
    (style,) = page.words("style")
    assert "url(" not in style
    assert "@import" not in style
    policy = page.all("meta")[1][0]["content"]
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("words", NASTY)
def test_an_article_to_read_shows_as_it_is(words: str, french_labels: dict[str, str]) -> None:
    body = f"Titre avec {words}\n\nOn y lit {words} en toutes lettres."
    card = one("basic", "Quoi\u00a0?", "lit", f"On y lit {words} en toutes lettres.", ())
    assert card.source is not None
    source = replace(card.source, body=body, blocks=split_blocks(body))
    shift = body.index("On y lit")
    evidence = replace(card.evidence, start=shift, end=len(body))
    deck = make_deck((replace(card, source=source, evidence=evidence, answer_span=None),))
    for size in ("normal", "large"):
        html = render_quiz(replace(deck, options={"text": "plain", "size": size}), french_labels)
        page = Page(html)
        shown = " ".join(page.words(".paragraph")).replace("\u00a0", " ")
        joined = "".join(shown.split())  # a word wider than a line is cut
        assert "".join(words.split()) in joined
        assert "entouteslettres." in joined
        assert len(page.all("style")) == 1
        assert not LOADS & {tag for tag, _, _ in page.elements}


def test_labels_of_both_languages_are_complete() -> None:
    for code in ("fr", "en"):
        check_labels(load_labels(code))
    assert set(load_labels("en")) == set(LABELS_OF_THE_PAGE)
