"""Cards as a phone shows them: narrow, by day and by night, whatever their words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from anki_cards import BASIC, CHOICE, CLOZE, DECK
from anki_collection import Publish, sides

from quizgen.cards import Card
from quizgen.model import Span

pytestmark = pytest.mark.browser

LONG = "anticonstitutionnellement" * 8
ADDRESS = "https://exemple.fr/" + "chemin-sans-fin/" * 20
NIGHTS = {"day": "card", "Anki": "card nightMode", "AnkiDroid": "card night_mode"}
LEAST_CONTRAST = 4.5  # of text, as WCAG 2 asks at level AA


def hard(card: Card) -> Card:
    """A card of words that fit on no line."""
    return replace(
        card,
        question=f"Quel mot : {LONG} ?",
        answer=LONG,
        answer_span=Span(0, len(LONG), LONG),
        evidence=Span(0, len(LONG) + 5, f"{LONG} fin."),
        choices=(LONG, "מילה ארוכה", "x" * 99) if card.choices else (),
        cloze=f"Le mot {{{{c1::{LONG}}}}} finit." if card.cloze else "",
        context=LONG,
        topic=LONG,
        source=replace(card.source, title=ADDRESS, publisher=LONG, url=ADDRESS),  # type: ignore[type-var]
    )


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A page as narrow as the narrowest phone, with every request noted in `page.asked`."""
    opened = chromium.new_page(viewport={"width": 320, "height": 640})
    opened.asked = []
    opened.on("request", lambda request: opened.asked.append(request.url))
    yield opened
    opened.close()


@pytest.mark.parametrize("card", [BASIC, CLOZE, CHOICE], ids=lambda card: card.kind)
def test_long_words_stay_on_a_narrow_screen(
    anki: Any, publish: Publish, page: Any, card: Card
) -> None:
    publish(replace(DECK, cards=(hard(card),)))
    for side in sides(anki, card):
        page.set_content(f"<body class='card'>{side}</body>")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width == 320
    assert page.asked == []


COLOURS = """() => [...document.querySelectorAll("article *")]
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .map(e => {
    let behind = e, paper;
    do {
      paper = getComputedStyle(behind).backgroundColor;
      behind = behind.parentElement;
    } while (paper === "rgba(0, 0, 0, 0)" && behind);
    return [e.textContent.trim().slice(0, 30), getComputedStyle(e).color, paper];
  })"""


def luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in colour.strip("rgb()").split(",")]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("classes", NIGHTS.values(), ids=NIGHTS)
def test_every_word_can_be_read_by_day_and_by_night(
    anki: Any, publish: Publish, page: Any, classes: str
) -> None:
    retired = replace(BASIC, id="village:9", topic="Village, mars 2025")
    publish(replace(DECK, cards=(*DECK.cards, retired)))
    publish(DECK)
    seen = set()
    for card in (BASIC, CLOZE, CHOICE, retired):
        for side in sides(anki, card):
            page.set_content(f"<body class='{classes}'>{side}</body>")
            shown = page.evaluate(COLOURS)
            assert shown
            seen |= {paper for _, _, paper in shown}
            too_faint = [row for row in shown if contrast(row[1], row[2]) < LEAST_CONTRAST]
            assert not too_faint
    assert ("rgb(253, 252, 249)" in seen) == (classes == "card")


def test_the_right_choice_shows_on_the_back_alone(anki: Any, publish: Publish, page: Any) -> None:
    publish(DECK)
    told = []
    for side in sides(anki, CHOICE):
        page.set_content(f"<body class='card'>{side}</body>")
        told.append(
            page.evaluate(
                "[...document.querySelectorAll('.choices li')].map(e =>"
                " [getComputedStyle(e).backgroundColor, getComputedStyle(e, '::after').content])"
            )
        )
    front, back = told
    assert len({tuple(choice) for choice in front}) == 1
    assert [choice[1] for choice in back] == ["none", "none", '"✓"', "none"]
    assert back[2][0] != back[0][0]
