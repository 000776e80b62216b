"""Whole decks through the command line, as plain files that a person can read.

Renew them with `pytest --update-goldens`; what must hold of any deck is asserted all the same.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from quizgen.cli import main

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = Path(__file__).parent / "golden"
SOURCES = sorted((ROOT / "sources").glob("*.md"))


def cards_of(source: Path) -> list[dict[str, Any]]:
    result = CliRunner().invoke(main, ["cards", "--json", str(source)])
    assert result.exit_code == 0, result.stderr
    cards: list[dict[str, Any]] = json.loads(result.stdout)["cards"]
    return cards


def written(cards: list[dict[str, Any]]) -> str:
    return "\n".join(f"{c['question']}\n    → {c['answer']}\n" for c in cards)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_deck(source: Path, request: pytest.FixtureRequest) -> None:
    cards = cards_of(source)
    golden = GOLDEN / f"{source.stem}.txt"
    if request.config.getoption("--update-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(written(cards), encoding="utf-8")
    assert written(cards) == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_what_holds_of_any_deck(source: Path) -> None:
    body = source.read_text(encoding="utf-8").split("---\n", 2)[2]
    cards = cards_of(source)
    assert len(cards) >= 12
    assert len({card["id"] for card in cards}) == len(cards)
    assert [card["score"] for card in cards] == sorted((c["score"] for c in cards), reverse=True)
    for card in cards:
        evidence, span = card["evidence"], card["answer_span"]
        assert body[evidence["start"] : evidence["end"]] == evidence["text"]
        assert body[span["start"] : span["end"]] == span["text"]
        assert ("[…]" in card["question"]) == (card["kind"] == "cloze")
        if card["kind"] == "basic":
            assert card["question"].endswith("\u00a0?")


def test_the_same_input_gives_the_same_cards() -> None:
    assert cards_of(SOURCES[0]) == cards_of(SOURCES[0])
