"""A deck of every kind of card, the French labels, and a browser."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from anki_collection import Publish, import_package
from quiz_cards import CARDS, make_card, make_deck, make_source
from quiz_paper import words_of_pages

import quizgen
from quizgen.cards import Deck
from quizgen.decks import load_spec
from quizgen.exporters.anki import export_anki
from quizgen.exporters.quiz import export_quiz
from quizgen.language import Language
from quizgen.lock import Lock
from quizgen.pipeline import assemble, gather, keep
from quizgen.reading import read_source


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


def pytest_report_header() -> str:
    try:
        from anki.buildinfo import version
    except ImportError:
        return "anki: not installed"
    return f"anki: {version}"


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Any]:
    """A collection that nobody has used yet."""
    collection = pytest.importorskip("anki.collection")
    opened = collection.Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def publish(anki: Any, tmp_path: Path, french: Language) -> Publish:
    """Builds a deck with its lock, later than all that was done before, and imports it."""
    lock = Lock()

    def build_and_import(deck: Deck) -> Any:
        nonlocal lock
        deck, lock = keep(deck, french, lock, now=int(time.time()) + 60)
        export_anki(deck, tmp_path / "deck.apkg", french.labels)
        return import_package(anki, tmp_path / "deck.apkg")

    return build_and_import


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


@pytest.fixture
def shown(
    chromium: Any, tmp_path: Path, quiz_deck: Deck, french_labels: dict[str, str]
) -> Iterator[Any]:
    """Opens a deck as a page; every request that it makes is noted in `page.asked`."""
    pages = []

    def show(deck: Deck = quiz_deck) -> Any:
        path = tmp_path / "quiz.html"
        export_quiz(deck, path, french_labels)
        page = chromium.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(path.as_uri())
        pages.append(page)
        return page

    yield show
    for page in pages:
        page.close()


@pytest.fixture(scope="session")
def sample_decks(french: Language) -> dict[str, Deck]:
    """The decks of this project by name, as `quizgen build` makes them."""
    specs = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))
    found = {}
    for path in specs:
        spec = load_spec(path)
        harvests = [gather(read_source(source)) for source in spec.sources]
        found[path.stem], _ = assemble(spec, harvests)
    return found


@pytest.fixture
def by_chromium(chromium: Any, tmp_path: Path) -> Callable[[Path], list[str]]:
    """Prints an HTML file; gives the words of each page, with the layout of their lines."""

    def pages(path: Path, choose: str = "") -> list[str]:
        page = chromium.new_page()
        page.goto(path.as_uri())
        if choose:
            page.get_by_role("radio", name=choose, exact=True).check()
        page.pdf(path=tmp_path / "chromium.pdf", prefer_css_page_size=True)
        page.close()
        return words_of_pages(tmp_path / "chromium.pdf")

    return pages
