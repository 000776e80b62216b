"""PDF by WeasyPrint: the same bytes, nothing fetched, a clear word where it is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from quiz_cards import CARDS
from quiz_page import one
from quiz_paper import words_of_pages, write_pdf

from quizgen.cards import Deck
from quizgen.errors import QuizgenError
from quizgen.exporters.quiz import export_pdf


def test_the_same_deck_gives_the_same_bytes(
    tmp_path: Path, quiz_deck: Deck, french_labels: dict[str, str]
) -> None:
    options = {"versions": 2, "flashcards": "duplex"}
    first = [path.read_bytes() for path in write_pdf(quiz_deck, tmp_path, french_labels, **options)]
    again = [path.read_bytes() for path in write_pdf(quiz_deck, tmp_path, french_labels, **options)]
    assert first == again
    assert len(first) == 2


def test_bytes_hang_on_no_hash_seed_and_no_clock(
    tmp_path: Path, quiz_deck: Deck, french_labels: dict[str, str]
) -> None:
    write_pdf(quiz_deck, tmp_path, french_labels)  # skips where it cannot run
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from pathlib import Path;"
        "from quiz_cards import *; from quizgen.exporters.quiz import export_pdf;"
        "from quizgen.packs import load_labels;"
        "source = make_source([row[3] for row in CARDS]);"
        "cards = tuple(make_card(n, source, row) for n, row in enumerate(CARDS, start=1));"
        "export_pdf(make_deck(cards), Path(sys.argv[2]), load_labels('fr'))"
    )
    made = []
    for seed, clock in (("1", "0"), ("2", "1700000000")):
        path = tmp_path / f"{seed}.pdf"
        subprocess.run(
            [sys.executable, "-c", script, str(Path(__file__).parent), str(path)],
            env=os.environ | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": clock},
            check=True,
        )
        made.append(path.read_bytes())
    assert made[0] == made[1] == (tmp_path / "quiz.pdf").read_bytes()


def test_nothing_is_fetched_and_words_stay_words(
    tmp_path: Path, french_labels: dict[str, str], quiz_deck: Deck, caplog: pytest.LogCaptureFixture
) -> None:
    words = "<img src='http://127.0.0.1:9/x.png'>"
    card = one("basic", f"Que lit-on : {words} ?", words, f"On y lit {words} partout.", ())
    (pdf,) = write_pdf(replace(quiz_deck, cards=(card,)), tmp_path, french_labels)
    assert words in " ".join(words_of_pages(pdf)[0].split())
    assert caplog.messages == [], "WeasyPrint understands the style sheet and fetches nothing"


def test_without_weasyprint_it_says_what_to_install(
    tmp_path: Path,
    french_labels: dict[str, str],
    quiz_deck: Deck,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(QuizgenError, match=r"weasyprint .pip install 'quizgen\[pdf\]'"):
        export_pdf(replace(quiz_deck, cards=(one(*CARDS[0]),)), tmp_path / "a.pdf", french_labels)
    assert list(tmp_path.iterdir()) == []
