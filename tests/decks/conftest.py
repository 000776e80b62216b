"""Specs beside articles in an empty folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quizgen.decks import DeckSpec, Vocabulary, load_spec


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., DeckSpec]:
    """Writes decks/a.yaml beside an article in sources/ and one in decks/, and reads it."""
    monkeypatch.chdir(tmp_path)
    for name in ("sources/lac.md", "decks/port.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("Le lac.", encoding="utf-8")

    def load(text: str, words: Vocabulary | None = None) -> DeckSpec:
        Path("decks/a.yaml").write_text(text, encoding="utf-8")
        return load_spec(Path("decks/a.yaml"), words)

    return load
