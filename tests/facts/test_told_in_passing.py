"""What is told in passing of a name: where a place lies, parties, ages, charges."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from quizgen.analysis import analyse
from quizgen.facts import find_facts
from quizgen.language import Language
from quizgen.model import Source

Make = Callable[[str], Source]
HOUSE = "Claire Martin habite une maison. Claire Martin aime sa maison."


def found(kind: str, text: str, french: Language, make_source: Make) -> list[str]:
    source = replace(make_source(text), published=date(2014, 3, 18))
    document = analyse(source, french)
    return [f.target.text for f in find_facts(document, french) if f.kind == kind]


LOCATIONS = [
    ("Un élève a été blessé à Göteborg, dans le sud de la Suède, mardi soir.", ["le sud"]),
    ("Un élève a été blessé à Göteborg (Suède) mardi soir.", ["Suède"]),
    ("Un élève a été blessé à Lisieux (Calvados) mardi soir.", ["Calvados"]),
    ("Un élève a été blessé à Sousse, à 140 kilomètres au sud de Tunis.", ["140 kilomètres"]),
    ("Un élève a été blessé à Göteborg, dans le sud du pays, mardi soir.", []),
    ("Un élève a été blessé à Göteborg, dans", []),
    ("Un élève a été blessé à Göteborg, dans le sud de", []),
    ("Un élève a été blessé à Göteborg, une ville située", []),
    ("Un élève a été blessé à Göteborg, à 3 km de", []),
    ("Un élève a été blessé à Londres, dans le sud de l’Angleterre, mardi soir.", []),
    (
        "Il pleut. Il neige. Il vente. Un élève est né à Göteborg (Suède) mardi soir.",
        [],  # a place that only passes through
    ),
]
PARTIES = [
    ("Le texte a été critiqué par Claire Martin (PS) et par le maire de Lens.", ["PS"]),
    ("Le maire de Lens Paul Durand (Les Républicains) a voté.", ["Les Républicains"]),
    ("Le maire LR de Lens Paul Durand a critiqué le texte.", []),
    ("Le député LR Paul Durand a voté. Paul Durand (LR) a critiqué le texte.", []),
    ("Le texte a été critiqué par Claire Martin (voir page 3).", []),
    ("La maire Claire Martin (PS) est morte mardi à Lens.", []),
]
AGES = [
    (f"La maire de Lens Claire Martin, 41 ans, a déménagé. {HOUSE}", ["41 ans"]),
    (f"La maire de Lens Claire Martin (41 ans) a déménagé. {HOUSE}", ["41 ans"]),
    ("La maire de Lens Claire Martin, 41 ans, a déménagé.", []),
]


@pytest.mark.parametrize(("text", "expected"), LOCATIONS)
def test_location(text: str, expected: list[str], french: Language, make_source: Make) -> None:
    assert found("location", text, french, make_source) == expected


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_party(text: str, expected: list[str], french: Language, make_source: Make) -> None:
    assert found("party", text, french, make_source) == expected


@pytest.mark.parametrize(("text", "expected"), AGES)
def test_age(text: str, expected: list[str], french: Language, make_source: Make) -> None:
    source = replace(make_source(text), published=date(2014, 3, 18))
    facts = find_facts(analyse(source, french), french)
    told = [f.target.text for f in facts if f.kind == "age" and f.fields.get("person")]
    assert told == expected
