"""The printed quiz as Chromium shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from quiz_cards import make_card, make_deck, make_source

from quizgen.cards import Deck

pytestmark = pytest.mark.browser

WIDTHS = {"phone": 360, "A4": 794, "desk": 1280}


def hard_deck() -> Deck:
    """Long words, a long title, a right-to-left answer, a long address."""
    rows: list[Any] = [
        ("basic", "Quel mot\u00a0: " + "anti" * 60 + "\u00a0?", "x" * 200, "x" * 200 + " !", ()),
        ("cloze", "", "مرحبا بالعالم", "La foule a crié «\u00a0مرحبا بالعالم\u00a0» 🎉.", ()),
        (
            "choice",
            "Lequel\u00a0?",
            "y" * 120,
            "Voici " + "y" * 120 + ".",
            ("z" * 120, "🎈", "שלום"),
        ),
    ]
    source = make_source(
        [row[3] for row in rows], url="https://gazette.example/" + "chemin/" * 40, title="T" * 150
    )
    cards = tuple(make_card(number, source, row) for number, row in enumerate(rows, start=1))
    return make_deck(cards, title="Anticonstitutionnellement" * 8)


def test_nothing_is_asked_of_the_network(shown: Any) -> None:
    page = shown()
    page.pdf()
    assert [url.partition(":")[0] for url in page.asked if not url.startswith("data:,")] == ["file"]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("hard", [False, True], ids=["plain", "hard"])
def test_nothing_runs_over_the_side(
    width: int, media: str, hard: bool, shown: Any, quiz_deck: Deck
) -> None:
    page = shown(hard_deck() if hard else quiz_deck)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(media=media)
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    over = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
            .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert over == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_answer_unfolds_by_keyboard(shown: Any) -> None:
    page = shown()
    answer = page.locator(".peek .answer").first
    assert not answer.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "print"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    assert answer.is_visible()
    assert answer.inner_text() == "Maëlle Kerdoncuff"


def test_a_screen_reader_hears_choices_as_one_named_group(shown: Any) -> None:
    page = shown()
    group = page.get_by_role("radiogroup", name="Dans quelle commune le phare se trouve-t-il")
    assert group.get_by_role("radio").count() == 4
    group.get_by_role("radio", name="B Port-Lannec").check()
    assert page.locator(".options input:checked").count() == 1
    assert page.get_by_role("listitem").count() >= 18


def test_screen_and_paper_show_the_answers_in_their_own_way(shown: Any) -> None:
    page = shown()
    seen = {"screen": (True, False, False), "print": (False, True, True)}
    for media, expected in seen.items():
        page.emulate_media(media=media)
        found = tuple(
            page.locator(part).first.is_visible() for part in (".peek", ".key", ".identity")
        )
        assert found == expected


def test_a_ticked_choice_is_not_printed(shown: Any) -> None:
    page = shown()
    page.emulate_media(media="print")
    box = page.locator(".options input").first
    empty = box.screenshot()
    box.evaluate("box => { box.checked = true }")
    assert box.screenshot() == empty


def test_room_to_write_is_as_high_as_a_hand_needs(shown: Any) -> None:
    page = shown()
    page.emulate_media(media="print")
    millimetre = 96 / 25.4
    for line in page.locator(".lines div").all():
        assert line.bounding_box()["height"] >= 8 * millimetre
    for words in page.locator(".cloze .words").all():
        height = words.evaluate("one => parseFloat(getComputedStyle(one).lineHeight)")
        assert height >= 7 * millimetre


def test_no_line_begins_with_a_mark(shown: Any, quiz_deck: Deck) -> None:
    plain = tuple(
        replace(card, question=card.question.replace("\u00a0", " ")) for card in quiz_deck.cards
    )
    page = shown(replace(quiz_deck, cards=plain))
    page.emulate_media(media="print")  # on screen, `text-wrap` hides what spaces do
    firsts = []
    for width in range(320, 720, 20):
        page.set_viewport_size({"width": width, "height": 900})
        firsts += page.evaluate(
            """() => [...document.querySelectorAll('.words')].flatMap(one => {
                const found = [], walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
                let last = null;
                while (walker.nextNode()) {
                    const node = walker.currentNode;
                    if (node.parentElement.closest('.number, .unseen')) continue;
                    for (let i = 0; i < node.length; i++) {
                        const range = document.createRange();
                        range.setStart(node, i); range.setEnd(node, i + 1);
                        const box = range.getBoundingClientRect();
                        if (!box.width) continue;
                        if (last !== null && box.top > last + 5) found.push(node.data[i]);
                        last = box.top;
                    }
                }
                return found;
            })"""
        )
    assert len(firsts) > 50, "questions run over their lines"
    assert not set(firsts) & set("?!;:»%")


def test_it_is_drawn_alike_twice(shown: Any) -> None:
    first, second = shown(), shown()
    assert first.screenshot(full_page=True) == second.screenshot(full_page=True)
