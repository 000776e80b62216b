"""The quizzes of this project's decks in Chromium: accessible, whole, asking for nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quizgen.cards import Deck
from quizgen.exporters.quiz import export_quiz

pytestmark = pytest.mark.browser

WAYS: dict[str, dict[str, object]] = {
    "plain": {},
    "full": {
        "text": "numbered",
        "points": 1,
        "grading": True,
        "bank": True,
        "versions": 2,
        "sections": ["open", "cloze", "order", "matching", "true-false"],
    },
    "large": {"size": "large", "points": 1},
    "cards": {"flashcards": "duplex"},
}
Open = Callable[[str, str], Any]


@pytest.fixture
def opened(
    chromium: Any, sample_decks: dict[str, Deck], tmp_path: Path, french_labels: dict[str, str]
) -> Any:
    """Opens the last file that a deck gives in one of the ways; notes every request."""
    pages = []

    def show(name: str, way: str) -> Any:
        deck = replace(sample_decks[name], options=WAYS[way])
        path = export_quiz(deck, tmp_path / "quiz.html", french_labels).paths[-1]
        page = chromium.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(path.as_uri())
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.close()


samples = pytest.mark.parametrize("name", ["economie-regionale", "festival-science", "otan-kiev"])
ways = pytest.mark.parametrize("way", WAYS)


@samples
@ways
def test_axe_finds_nothing(name: str, way: str, opened: Open) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    page = opened(name, way)
    page.eval_on_selector_all("details", "all => all.slice(0, 3).forEach(one => one.open = true)")
    found = axe.Axe().run(page)
    assert [(v["id"], v["impact"]) for v in found.response["violations"]] == []
    assert found.response["passes"], "axe did look"


@samples
@ways
def test_nothing_is_asked_of_the_network(name: str, way: str, opened: Open) -> None:
    page = opened(name, way)
    page.pdf()
    assert [url.partition(":")[0] for url in page.asked if not url.startswith("data:,")] == ["file"]


@samples
@ways
@pytest.mark.parametrize(("media", "width"), [("screen", 360), ("screen", 1280), ("print", 643)])
def test_nothing_runs_over_the_side(
    name: str, way: str, media: str, width: int, opened: Open
) -> None:
    """On paper, 643 pixels are the 170 millimetres between the margins of A4."""
    page = opened(name, way)
    wide = 721 if way == "cards" and media == "print" else width  # whose margins are narrow
    page.set_viewport_size({"width": wide, "height": 900})
    page.emulate_media(media=media)
    over = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
            .map(one => one.outerHTML.slice(0, 80))"""
    )
    assert over == []
