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
        ("DIGUE. La tempête et les réparations", ("tempête", "réparations")),
        (
            "Polémique sur les réparations de digue de Claire Martin",
            ("réparations de digue de Claire Martin",),
        ),
        ("La loi sur la digue divise les marins", ("loi sur la digue", "marins")),
        ("En chantier à Port-Blanc, la digue a blessé six marins", ("Port-Blanc", "digue")),
        ("La digue de Claire Martin Leroy cède samedi", ("digue de Claire Martin Leroy",)),
        ("L’Italien Martin répare la digue", ("Claire Martin", "digue")),
        ("La maire de Port-Blanc Claire Martin ferme la digue", ("Claire Martin", "digue")),
        ("La tempête cruel passe", ("tempête",)),
        ("", ()),
    ],
)
def test_topics_of_a_headline(
    read: Callable[..., Document], title: str, topics: tuple[str, ...]
) -> None:
    assert read(title).topics == topics


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        (
            "Bretagne : une digue cède après la tempête",
            "Bretagne : une digue cède après la tempête",
        ),
        ("Une digue « neuve » cède", "Une digue « neuve » cède"),
        ("La digue tiendra-t-elle encore un hiver ?", ""),
        ("« Cette digue doit tenir encore » dix ans", ""),
        ("digue de port blanc", ""),  # words of an address
        ("La digue ouvre samedi", ""),
        ("Port-Blanc rouvre la vieille digue de la tempête, les quais neufs et le marché", ""),
        ("Refuge de marins et quai abandonné, une digue inquiète la ville de Port-Blanc", ""),
        ("Une digue cède, trois jours après la plus longue tempête de l’hiver", ""),
        (
            "Une vieille digue cède à Port-Blanc, trois jours après la tempête de l’hiver",
            "Une vieille digue cède à Port-Blanc",
        ),
        ("Après trois jours de tempête, une vieille digue cède à Port-Blanc", ""),
    ],
)
def test_a_short_plain_title_is_told_whole(
    read: Callable[..., Document], title: str, headline: str
) -> None:
    assert read(title).headline == headline


def test_a_title_made_of_an_address_is_spelt_as_in_the_article(
    make_source: Callable[[str], Source], french: Language
) -> None:
    body = "L’économie de la pêche à Guérande souffre. Les élus défendent l’économie de la pêche."
    source = replace(make_source(body), title="leconomie de la peche a guerande")
    assert analyse(source, french).topics == ("économie de la pêche", "Guérande")


@pytest.mark.parametrize(
    ("answer", "label"),
    [
        ("2 millions d’euros", "Bretagne : une digue cède après la tempête, mars 2025"),
        ("la Bretagne", "Digue, mars 2025"),
        ("2025", "Bretagne : une digue cède après la tempête"),
        ("4 mars 2025", "Bretagne : une digue cède après la tempête, 2025"),
    ],
)
def test_the_label_never_holds_the_answer(
    read: Callable[..., Document], french: Language, answer: str, label: str
) -> None:
    document = read("Bretagne: une digue cède après la tempête")
    assert french.grammar.topic(document, "Quand ?", answer).replace("\u00a0", " ") == label


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Combien la digue qui cède après la tempête coûtera-t-elle ?", "Mars 2025"),
        ("En mars 2025, combien de marins ont été blessés ?", "Une digue cède après la tempête"),
    ],
)
def test_what_a_question_says_is_not_said_before_it(
    read: Callable[..., Document], french: Language, question: str, label: str
) -> None:
    assert french.grammar.topic(read("Une digue cède après la tempête"), question, "x") == label


def test_without_a_date_the_label_has_none(read: Callable[..., Document], french: Language) -> None:
    document = read("Une digue cède", None)
    assert french.grammar.topic(document, "Quand ?", "six") == "Une digue cède"


def test_a_long_question_has_a_short_label(read: Callable[..., Document], french: Language) -> None:
    document = read("Bretagne : une digue cède après la tempête")
    for length, label in (
        (25, "Bretagne, digue, mars 2025"),
        (26, "Bretagne, mars 2025"),
        (28, ""),
    ):
        question = " ".join(["mot"] * (length - 1)) + " ?"
        assert french.grammar.topic(document, question, "six") == label
    gap = " ".join(["mot"] * 30) + "."
    assert len(french.grammar.topic(document, gap, "six").split()) > 8


def test_half_a_pair_of_marks_goes(read: Callable[..., Document], french: Language) -> None:
    document = read('Retour" de la digue à Port-Blanc', None)
    assert '"' not in french.grammar.topic(document, "Quand ?", "six")


def test_a_city_keeps_its_article(make_source: Callable[[str], Source], french: Language) -> None:
    source = replace(
        make_source("La crue du Nil a touché les quais du Caire."), title="Crue au Caire"
    )
    assert analyse(source, french).topics == ("Crue", "Le Caire")


def test_no_headline_tells_an_agent_before_a_question_for_it(
    read: Callable[..., Document], french: Language
) -> None:
    document = read("Une digue abîmée par un cargo", None)
    assert french.grammar.topic(document, "Quand ?", "six") == "Une digue abîmée par un cargo"
    assert "cargo" not in french.grammar.topic(
        document, "Par quoi la ville a-t-elle été touchée ?", "un navire"
    )


def test_a_phrase_is_cut_before_the_answer(read: Callable[..., Document], french: Language) -> None:
    document = read("Réparations de la digue à Port-Blanc", None)
    assert french.grammar.topic(document, "Où ?", "à Port-Blanc") == "Réparations de la digue"
    assert french.grammar.topic(document, "Quoi ?", "la digue") == ""
