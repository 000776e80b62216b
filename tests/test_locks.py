"""The locks of this project's own decks are those of the decks as they are built today.

Renew them with `pytest --update-goldens`. As long as there is no release nobody has these decks,
so that they are renewed from nothing, without retired cards.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.decks import load_spec
from quizgen.lock import Lock, lock_path, read_lock, write_lock
from quizgen.pipeline import assemble, gather, keep, language_of
from quizgen.reading import read_source

SPECS = sorted((Path(__file__).resolve().parents[1] / "decks").glob("*.yaml"))


@pytest.mark.parametrize("spec", SPECS, ids=lambda path: path.stem)
def test_the_lock_is_that_of_the_deck(spec: Path, request: pytest.FixtureRequest) -> None:
    read = load_spec(spec)
    deck, _ = assemble(read, [gather(read_source(path)) for path in read.sources])
    language = language_of(deck)
    if request.config.getoption("--update-goldens"):
        write_lock(lock_path(spec), keep(deck, language, Lock(), now=1)[1])
    lock = read_lock(lock_path(spec))
    assert keep(deck, language, lock, now=1)[1] == lock
