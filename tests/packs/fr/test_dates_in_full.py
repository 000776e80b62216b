"""Days in sentences are told with their dates, which the verb decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from quizgen.analysis import analyse
from quizgen.language import Language
from quizgen.model import Source
from quizgen.packs.fr.grammar.dates_in_full import date_at

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("a annoncé", "le mercredi 18 novembre 2026"),
        ("annoncera", "le mercredi 25 novembre 2026"),
        ("doit annoncer", "le mercredi 25 novembre 2026"),
        ("devait annoncer", "le mercredi 18 novembre 2026"),
        ("est attendue", "le mercredi 25 novembre 2026"),
    ],
)
def test_the_verb_decides_which_wednesday_is_meant(
    make_source: Callable[[str], Source], french: Language, verb: str, told: str
) -> None:
    source = replace(make_source(f"La ministre {verb} mercredi une aide."), published=FRIDAY)
    document = analyse(source, french)
    (sentence,) = document.sentences
    day = next(t.i for t in sentence.tokens if t.text == "mercredi")
    found = date_at(document, sentence, day)
    assert found is not None
    assert found.text == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("La mairie prévoit un marché plus grand que celui de mercredi.", "18 novembre 2026"),
        ("La mairie a fermé le port jusqu’à mercredi.", "25 novembre 2026"),
        ("La mairie a reçu les marcheurs du mercredi.", ""),
    ],
)
def test_a_noun_or_a_preposition_decides_before_the_verb(
    make_source: Callable[[str], Source], french: Language, text: str, told: str
) -> None:
    document = analyse(replace(make_source(text), published=FRIDAY), french)
    (sentence,) = document.sentences
    day = next(t.i for t in sentence.tokens if t.text == "mercredi")
    found = date_at(document, sentence, day)
    assert (found.text if found else "").endswith(told)
    assert bool(found) == bool(told)
