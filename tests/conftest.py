"""What all tests share: the French pack, loaded once, and articles made of one text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgen.language import Language
from quizgen.model import Source
from quizgen.packs import load_language
from quizgen.reading import split_blocks


@pytest.fixture(scope="session")
def french() -> Language:
    return load_language("fr")


@pytest.fixture(scope="session")
def make_source() -> Callable[[str], Source]:
    """A source whose body is the given text."""

    def make(text: str) -> Source:
        return Source("test", "test.txt", text, split_blocks(text), "fr")

    return make


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="renew the golden files")
