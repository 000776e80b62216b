"""What stands in front of a question: what the article is about, and when it was written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from quizgen.analysis import analyse
from quizgen.language import Language
from quizgen.model import Document, Source

BODY = (
    "La digue de Port-Blanc a cédé après trois jours de tempête. Les réparations de la digue "
    "coûteront 2 millions d’euros, selon la maire Claire Martin. La tempête a blessé six marins."
)


@pytest.fixture
def read(french: Language, make_source: Callable[[str], Source]) -> Callable[..., Document]:
    def read(title: str, published: date | None = date(2025, 3, 4)) -> Document:
        source = replace(make_source(BODY), title=title, published=published)
        return analyse(source, french)

    return read


@pytest.mark.parametrize(
    ("title", "topics"),
    [
        ("Bretagne : une digue cède après la tempête", ("Bretagne", "digue")),
        ("REPORTAGE. Une digue cède après la tempête", ("digue", "tempête")),
        ("Martin promet une nouvelle digue", ("Claire Martin", "digue")),
        ("", ()),
    ],
)
def test_topics_of_a_headline(
    read: Callable[..., Document], title: str, topics: tuple[str, ...]
) -> None:
    assert read(title).topics == topics


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        ("2 millions d’euros", "Bretagne, digue, mars 2025"),
        ("la Bretagne", "Digue, mars 2025"),
        ("2025", "Bretagne, digue"),
        ("4 mars 2025", "Bretagne, digue, 2025"),
    ],
)
def test_the_label_never_holds_the_answer(
    read: Callable[..., Document], french: Language, answer: str, label: str
) -> None:
    document = read("Bretagne : une digue cède après la tempête")
    assert french.grammar.topic(document, "Quand ?", answer) == label


def test_without_a_date_the_label_has_none(read: Callable[..., Document], french: Language) -> None:
    document = read("Bretagne : une digue cède", None)
    assert french.grammar.topic(document, "Quand ?", "six") == "Bretagne, digue"


def test_a_long_question_has_a_short_label(read: Callable[..., Document], french: Language) -> None:
    document = read("Bretagne : une digue cède après la tempête")
    question = " ".join(["mot"] * 27)
    assert french.grammar.topic(document, question, "six") == "Mars 2025"
