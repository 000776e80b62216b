from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.decks import Vocabulary, load_spec
from quizgen.errors import QuizgenError

WORDS = Vocabulary(
    formats=("apkg", "html"),
    kinds=("quote", "percentage"),
    languages=("fr",),
)
BASE = "deck: A\nsources: [port.md]\n"


def test_what_a_spec_leaves_out(spec):
    found = spec("deck: Lacs\nsources: [port.md]\n")
    assert (found.id, found.deck, found.title, found.cards) == ("a", "Lacs", "", 20)
    assert (found.kinds, found.formats, found.options, found.language) == (None, None, {}, "")
    assert (found.curation.edits, found.curation.own) == ((), ())


def test_what_a_spec_says(spec):
    found = spec(
        "deck: Lacs::Brume\ntitle: Le lac\ndescription: Questions.\ncards: 5\nlanguage: fr\n"
        "sources: [../sources/lac.md, port.md]\nkinds: [quote]\nformats: [html]\n"
        "print: {paper: Letter, key: none}\n",
        WORDS,
    )
    assert found.sources == (Path("sources/lac.md"), Path("decks/port.md"))
    assert (found.deck, found.title, found.description) == ("Lacs::Brume", "Le lac", "Questions.")
    assert (found.cards, found.kinds, found.formats) == (5, frozenset({"quote"}), ("html",))
    assert (found.options, found.language) == ({"paper": "Letter", "key": "none"}, "fr")


def test_choices_are_given_when_asked_for(spec):
    assert not spec(BASE).choices
    assert spec(BASE + "choices: true\n").choices
    with pytest.raises(
        QuizgenError, match=r"3:10: 'choices' must be true or false, not 'yes' .wri"
    ):
        spec(BASE + "choices: yes\n")


def test_sources_may_count_from_the_project(spec):
    assert spec("deck: Lacs\nsources: [sources/lac.md]\n").sources == (Path("sources/lac.md"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("deck: A\nsources: [none.md]", "2:11: there is no such file: none.md (paths count"),
        ("deck: A\nsources: [port.md, ./port.md]", "2:20: ./port.md stands in 'sources' twice"),
        ("deck: A\nsources: []", "2:10: 'sources' is an empty list"),
        ("deck: A\nsources: [3]", "2:11: an entry of 'sources' must be text, not a whole number"),
        ("deck: A\nsources: port.md", "2:10: 'sources' must be a list, not text"),
        ("deck: 'A::'\nsources: [port.md]", "1:7: 'deck' has an empty part (write it like A::B)"),
        ("deck: ' '\nsources: [port.md]", "1:7: 'deck' is empty"),
        (BASE + "cards: 0", "3:8: 'cards' must be 1 or more"),
        (BASE + "formats: [ankg]", "3:11: unknown word 'ankg' (did you mean 'apkg'?)"),
        (BASE + "formats: []", "3:10: 'formats' is an empty list"),
        (BASE + "kinds: [quotes]", "3:9: unknown word 'quotes' (did you mean 'quote'?)"),
        (BASE + "language: en", "3:11: unknown word 'en' (known: fr)"),
        (BASE + "print: {papper: A4}", "3:9: unknown key 'papper' (did you mean 'paper'?)"),
        (BASE + "print: {paper: A5}", "3:16: paper: 'A5' is not known (known: A4, Letter)"),
        (BASE + "deck: B", "3:1: the key 'deck' stands here twice"),
        ("sources: [port.md]", "1:1: the key 'deck' is missing"),
        ("- deck: A", "1:1: a deck spec must be a mapping, not a list"),
        ("", "1:1: a deck spec must be a mapping, not nothing"),
        ("deck: no\nsources: [port.md]", "1:7: 'deck' may be misread: many programs take a bare"),
        ("deck: 2026-05-11\nsources: [port.md]", "1:7: 'deck' must be text, not a date (put it in"),
        (BASE + "title: 12:30", "3:8: 'title' may be misread: many programs take a bare 12:30"),
        (BASE + "title: 12_000", "3:8: 'title' must be text, not a whole number (put it in quotes"),
        (BASE + "print: {key: no}", "3:14: key: 'no' is not known (did you mean 'none'?)"),
    ],
)
def test_faults_have_a_place_and_a_way_out(spec, text, message):
    with pytest.raises(QuizgenError) as error:
        spec(text, WORDS)
    assert str(error.value).startswith(f"decks/a.yaml:{message}")
    assert len(error.value.faults) == 1


@pytest.mark.parametrize("word", ["yes", "No", "on", "OFF", "2026-13-45", "0x1F"])
def test_words_in_quotes_are_words(spec, word):
    assert spec(f'deck: A\nsources: [port.md]\ntitle: "{word}"\n').title == word
    with pytest.raises(QuizgenError, match=r"3:8: 'title' m.*put it in quotes"):
        spec(f"deck: A\nsources: [port.md]\ntitle: {word}\n")


def test_every_fault_is_told_at_once_in_the_order_of_the_file(spec):
    with pytest.raises(QuizgenError) as error:
        spec(
            "dek: A\nsources: [none.md, 3]\ncards: many\ncards: 3\n"
            "print: {paper: A5, key: 1}\ncurate: {zz: drop}\nown: [{question: Q ?}]\n",
            WORDS,
        )
    assert [str(fault).split(" (")[0] for fault in error.value.faults] == [
        "decks/a.yaml:1:1: unknown key 'dek'",
        "decks/a.yaml:2:11: there is no such file: none.md",
        "decks/a.yaml:2:20: an entry of 'sources' must be text, not a whole number",
        "decks/a.yaml:3:8: 'cards' must be a whole number, not text",
        "decks/a.yaml:4:1: the key 'cards' stands here twice",
        "decks/a.yaml:5:16: paper: 'A5' is not known",
        "decks/a.yaml:5:25: key: 1 is not known",
        "decks/a.yaml:6:10: 'zz' is no id of a card",
        "decks/a.yaml:7:7: the key 'answer' is missing",
    ]


def test_the_decks_of_this_project_can_be_read():
    specs = [load_spec(path) for path in Path(__file__).parents[2].glob("decks/*.yaml")]
    assert specs
    assert all(spec.deck and spec.title for spec in specs)
