"""French as it is written: elision, contraction, inversion, agreement, days, guards."""

from __future__ import annotations

from datetime import date

import pytest

from quizgen.packs.fr.calendar import resolve_day, spell_day
from quizgen.packs.fr.grammar.guards import faults, gap_faults
from quizgen.packs.fr.grammar.inflection import invert, pronoun_for
from quizgen.packs.fr.grammar.standing_alone import check_source
from quizgen.packs.fr.grammar.typography import Piece, compose, finish, starts_with_vowel, tidy
from quizgen.questions.withheld import Withheld


@pytest.mark.parametrize(
    ("words", "together"),
    [
        (("de", "Anne Leroy"), "d’Anne Leroy"),
        (("de", "Paul Durand"), "de Paul Durand"),
        (("de", "le", "musée"), "du musée"),
        (("de", "les", "musées"), "des musées"),
        (("à", "le", "maire"), "au maire"),
        (("à", "les", "maires"), "aux maires"),
        (("que", "il"), "qu’il"),
        (("qu’", "Paul"), "que Paul"),
        (("d’", "Lyon"), "de Lyon"),
        (("de", "hôpital"), "d’hôpital"),
        (("de", "héros"), "de héros"),
        (("de", "onze"), "de onze"),
        (("de", "Hambourg"), "de Hambourg"),
    ],
)
def test_words_put_side_by_side(words: tuple[str, ...], together: str) -> None:
    assert compose([Piece(word) for word in words]) == together


def test_words_that_were_neighbours_stay_as_they_are() -> None:
    assert compose([Piece("le", 3), Piece("onze", 4)]) == "le onze"
    assert compose([Piece("l’", 3), Piece("ONU", 4, glued=True)]) == "l’ONU"


@pytest.mark.parametrize(
    ("verb", "pronoun", "turned"),
    [
        ("a", "il", "a-t-il"),
        ("annonce", "elle", "annonce-t-elle"),
        ("vainc", "il", "vainc-t-il"),
        ("est", "elle", "est-elle"),
        ("prend", "on", "prend-on"),
        ("ont", "ils", "ont-ils"),
    ],
)
def test_inversion(verb: str, pronoun: str, turned: str) -> None:
    assert invert(verb, pronoun) == turned


def test_an_unknown_gender_withholds() -> None:
    assert pronoun_for("Fem", "Plur") == "elles"
    with pytest.raises(Withheld):
        pronoun_for("", "Sing")


def test_typography() -> None:
    assert tidy('le "grand" soir') == "le «\u00a0grand\u00a0» soir"
    assert tidy("50 % , dit-il") == "50\u00a0%, dit-il"
    assert tidy("le « acte 3 »") == "l’«\u00a0acte 3\u00a0»"
    assert tidy("la mort du « ami »") == "la mort de l’«\u00a0ami\u00a0»"
    assert finish("où va-t-il ,") == "Où va-t-il\u00a0?"
    assert starts_with_vowel("hiver")
    assert not starts_with_vowel("hausse")


@pytest.mark.parametrize(
    ("question", "fault"),
    [
        ("Que a annoncé le ministre de la Culture\u00a0?", "elision"),
        ("Quel est le budget de le musée de Lille\u00a0?", "contraction"),
        ("Sur quoi les élus de Lille comptent-ils pour\u00a0?", "a dangling word"),
        ("Qui a vu « Le Cid à Lille hier soir\u00a0?", "unbalanced marks"),
        ("Combien d’élèves sont venus\u00a0?", "too little to go by"),
        ("Qui n’a signé la convention de Genève\u00a0?", "half a negation"),
        ("Combien d’élèves de Lille ont visité le musée hier\u00a0?", "a deictic"),
        ("Durant quelle période fut-elle dès 1986 maire de Lille\u00a0?", "a second time"),
    ],
)
def test_a_faulty_question_is_caught(question: str, fault: str) -> None:
    assert fault in faults(question, "12")


def test_a_right_question_passes() -> None:
    assert faults("Combien d’élèves de Lille ont visité le musée en 2019\u00a0?", "1 200") == []


def test_an_answer_may_not_stand_in_its_question() -> None:
    question = "Qui a aidé Anne Leroy à ouvrir le musée de Lille\u00a0?"
    assert faults(question, "Anne Leroy") == ["the answer stands in the question"]


def test_a_gap_needs_a_whole_sentence() -> None:
    assert gap_faults("En 2019, la ville de Lille a ouvert […] musées.", "trois") == []
    assert gap_faults("La ville a […].", "trois") == ["length"]


WEDNESDAY = date(2019, 1, 23)


@pytest.mark.parametrize(
    ("word", "future", "day"),
    [
        ("mercredi", False, date(2019, 1, 23)),
        ("lundi", False, date(2019, 1, 21)),
        ("jeudi", False, date(2019, 1, 17)),
        ("jeudi", True, date(2019, 1, 24)),
        ("mercredi", True, date(2019, 1, 30)),
        ("hier", False, date(2019, 1, 22)),
        ("demain", True, date(2019, 1, 24)),
        ("souvent", False, None),
    ],
)
def test_days_count_from_the_article(word: str, future: bool, day: date | None) -> None:
    assert resolve_day(word, WEDNESDAY, future=future) == day


def test_days_are_spelled_in_full() -> None:
    assert spell_day(WEDNESDAY) == "mercredi 23 janvier 2019"
    assert spell_day(date(2026, 5, 1)) == "vendredi 1er mai 2026"


@pytest.mark.parametrize("source", ["Clara", "le groupe", "les deux journaux", "Le ministre"])
def test_a_source_that_does_not_say_who_withholds(source: str) -> None:
    with pytest.raises(Withheld):
        check_source(source)


@pytest.mark.parametrize(
    "source", ["Clara Martin", "l’ONU", "OMS", "le ministère des Sports", "le groupe Valmont"]
)
def test_a_source_told_in_full_is_kept(source: str) -> None:
    check_source(source)
