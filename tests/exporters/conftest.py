"""A deck of every kind of card, the French labels, and a browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from quiz_cards import CARDS, make_card, make_deck, make_source

import quizgen
from quizgen.model import Deck


@pytest.fixture(scope="session")
def quiz_deck() -> Deck:
    """Eighteen cards of all three kinds, long and short."""
    source = make_source([row[3] for row in CARDS])
    return make_deck(
        tuple(make_card(number, source, row) for number, row in enumerate(CARDS, start=1))
    )


@pytest.fixture(scope="session")
def french_labels() -> dict[str, str]:
    """The labels of the French pack."""
    path = Path(quizgen.__file__).parent / "packs" / "fr" / "labels.yaml"
    labels: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return labels


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Any]:
    """A collection that nobody has used yet."""
    collection = pytest.importorskip("anki.collection")
    opened = collection.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright."""
    executable = shutil.which("chromium")
    if executable is None:
        pytest.skip("chromium is not installed")
    sync_api = pytest.importorskip("playwright.sync_api")
    arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        yield browser
        browser.close()
