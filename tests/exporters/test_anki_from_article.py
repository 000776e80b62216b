"""The whole way, as whoever keeps a deck goes it: article, `quizgen build`, Anki, and again."""

from __future__ import annotations

import re
import time
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from anki_collection import import_package
from click.testing import CliRunner

from quizgen.cli import main

ROOT = Path(__file__).parents[2]
ARTICLE = Path("sources/economie-regionale.md")
SPEC = Path("decks/economie-regionale.yaml")


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Builds the deck of a text, a minute after all that was done before; gives its package.

    Anki may stamp a note with the time of its import, and takes only what is newer.
    """
    monkeypatch.chdir(tmp_path)
    for folder in ("sources", "decks"):
        Path(folder).mkdir()
    SPEC.write_text((ROOT / SPEC).read_text(encoding="utf-8"), encoding="utf-8")
    minutes = count(1)

    def run(text: str) -> Path:
        ARTICLE.write_text(text, encoding="utf-8")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(time.time()) + 60 * next(minutes)))
        result = CliRunner().invoke(main, ["build"])
        assert result.exit_code == 0, result.stderr
        return tmp_path / "build" / "economie-regionale.apkg"

    return run


def fields(anki: Any, search: str) -> dict[str, dict[str, str]]:
    found = (dict(anki.get_note(number).items()) for number in anki.find_notes(search))
    return {note["Card id"]: note for note in found}


def without_last_asked(text: str, notes: dict[str, dict[str, str]]) -> str:
    """The article without its last paragraph that some note is about."""
    paragraphs = text.split("\n\n")
    evidence = [re.sub("<[^>]+>", "", note["Evidence"]) for note in notes.values()]
    asked = [p for p in paragraphs if any(words and words in p for words in evidence)]
    return "\n\n".join(p for p in paragraphs if p != asked[-1])


def test_a_corrected_article_corrects_the_cards_and_keeps_what_was_learnt(
    anki: Any, build: Any
) -> None:
    text = (ROOT / ARTICLE).read_text(encoding="utf-8")
    log = import_package(anki, build(text))
    before = fields(anki, "")
    assert len(log.new) == len(before) > 5
    for number in anki.find_cards(""):
        card = anki.get_card(number)
        card.start_timer()
        anki.sched.answerCard(card, 3)

    corrected = without_last_asked(text, before).replace(
        "publisher: Rédaction quizgen", "publisher: Le Port"
    )
    import_package(anki, build(corrected))

    after = fields(anki, "-tag:quizgen::retired")
    retired = fields(anki, "tag:quizgen::retired")
    assert retired
    assert {key: note["Evidence"] for key, note in retired.items()} == {
        key: before[key]["Evidence"] for key in retired
    }
    assert {note["Publisher"] for note in after.values()} == {"Le Port"}
    studied = anki.db.scalar("select count() from cards where reps > 0")
    assert studied == len(before)
    assert anki.fix_integrity()[1]

    import_package(anki, build(text))
    assert not fields(anki, "tag:quizgen::retired").keys() & before.keys()
    assert fields(anki, "-tag:quizgen::retired") == before
