"""The dictionary read forwards (what is this form?) and backwards (the form of a lemma)."""

import time
from pathlib import Path

import pytest

from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.fronted import SortedTable, write_table


@pytest.fixture(scope="module")
def lexicon() -> Dicollecte:
    return Dicollecte()


@pytest.mark.parametrize(
    ("form", "lemma", "pos"),
    [
        ("chevaux", "cheval", "NOUN"),
        ("Etat", "état", "NOUN"),
        ("État", "état", "NOUN"),
        ("A", "à", "ADP"),
        ("Evoquant", "évoquer", "VERB"),
        ("aujourd’hui", "aujourd'hui", "ADV"),
        ("-t-elle", "elle", "PRON"),
        ("sont", "être", "AUX"),
        ("PARIS", "Paris", "PROPN"),
        ("Etats-Unis", "États-Unis", "PROPN"),
    ],
)
def test_readings(lexicon: Dicollecte, form: str, lemma: str, pos: str) -> None:
    assert (lemma, pos) in {(one.lemma, one.pos) for one in lexicon.readings(form)}


@pytest.mark.parametrize(
    ("form", "kind", "gender"),
    [("Sylvie", "given", "Fem"), ("Macron", "surname", ""), ("Kiev", "place", "")],
)
def test_names(lexicon: Dicollecte, form: str, kind: str, gender: str) -> None:
    assert (kind, gender) in {(one.name, one.gender) for one in lexicon.readings(form)}


def test_traits_of_verbs(lexicon: Dicollecte) -> None:
    traits = {
        verb: next(one.traits for one in lexicon.readings(verb) if one.verb_form == "Inf")
        for verb in ("fournir", "devenir", "évanouir", "falloir", "naître")
    }
    assert "t" in traits["fournir"]
    assert "a" in traits["fournir"]
    assert {"c", "e"} <= set(traits["devenir"])
    assert {"p", "e"} <= set(traits["évanouir"])
    assert "m" in traits["falloir"]
    assert "e" in traits["naître"]


def test_unknown_words_have_no_reading(lexicon: Dicollecte) -> None:
    assert lexicon.readings("zzgrt") == ()
    assert lexicon.readings("") == ()
    assert lexicon.reading_class("zzgrt") == "?"
    assert lexicon.reading_class("2024") == "#"
    assert lexicon.inflect("zzgrt", "VERB", person="3") is None
    assert lexicon.inflect("table", "VERB", mood="Cnd", person="3", number="Sing") != "table"


def test_words_alike_have_one_class(lexicon: Dicollecte) -> None:
    assert lexicon.reading_class("mangeait") == lexicon.reading_class("finissait")
    assert lexicon.reading_class("mangeait") != lexicon.reading_class("mangeaient")


VERBS = [
    ("aller", {"person": "3", "number": "Sing"}, "va"),
    ("aller", {"person": "3", "number": "Plur", "tense": "Fut"}, "iront"),
    ("faire", {"person": "3", "number": "Plur", "tense": "Imp", "mood": "Ind"}, "faisaient"),
    ("voir", {"person": "3", "number": "Sing", "tense": "Past", "mood": "Ind"}, "vit"),
    ("pouvoir", {"person": "3", "number": "Sing", "mood": "Cnd"}, "pourrait"),
    ("être", {"person": "3", "number": "Plur", "mood": "Sub", "tense": "Pres"}, "soient"),
    ("finir", {"person": "3", "number": "Sing", "mood": "Sub", "tense": "Imp"}, "finît"),
    (
        "fournir",
        {"verb_form": "Part", "tense": "Past", "gender": "Fem", "number": "Plur"},
        "fournies",
    ),
    ("prendre", {"verb_form": "Part", "tense": "Past", "gender": "Masc", "number": "Sing"}, "pris"),
    ("prendre", {"verb_form": "Part", "tense": "Pres"}, "prenant"),
    ("prendre", {"verb_form": "Inf"}, "prendre"),
]


@pytest.mark.parametrize(("lemma", "features", "form"), VERBS)
def test_conjugation(lexicon: Dicollecte, lemma: str, features: dict[str, str], form: str) -> None:
    assert lexicon.inflect(lemma, "VERB", **features) == form


@pytest.mark.parametrize(
    ("lemma", "pos", "features", "form"),
    [
        ("beau", "ADJ", {"gender": "Fem", "number": "Plur"}, "belles"),
        ("rouge", "ADJ", {"gender": "Fem", "number": "Sing"}, "rouge"),
        ("heureux", "ADJ", {"gender": "Masc", "number": "Plur"}, "heureux"),
        ("acteur", "NOUN", {"gender": "Fem", "number": "Sing"}, "actrice"),
        ("travail", "NOUN", {"number": "Plur"}, "travaux"),
    ],
)
def test_agreement(
    lexicon: Dicollecte, lemma: str, pos: str, features: dict[str, str], form: str
) -> None:
    assert lexicon.inflect(lemma, pos, **features) == form


def test_a_look_up_is_fast(lexicon: Dicollecte) -> None:
    lemmas = ["parler", "finir", "prendre", "vendre", "manger", "placer"] * 20
    forms = [form for lemma in lemmas[:6] for form, _ in lexicon.paradigm(lemma)]
    start = time.perf_counter()
    for form in forms:
        lexicon.readings(form)
    assert (time.perf_counter() - start) / len(forms) < 0.001


def test_the_table_gives_back_what_was_written(tmp_path: Path) -> None:
    entries = {f"mot{number}": str(number % 7) for number in range(1000)} | {"é": "x", "a": "y"}
    write_table(tmp_path / "table", entries)
    table = SortedTable(tmp_path / "table")
    assert {key: table.get(key) for key in entries} == entries
    assert [table.get(key) for key in ("", "mot", "mot99x", "zz", "\x00")] == [None] * 5
    first = (tmp_path / "table").read_bytes()
    write_table(tmp_path / "table", dict(reversed(entries.items())))
    assert (tmp_path / "table").read_bytes() == first
