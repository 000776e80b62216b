from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.decks import load_spec
from quizgen.errors import QuizgenError


@pytest.fixture
def spec(tmp_path, monkeypatch):
    """Writes decks/a.yaml beside an article in sources/ and one in decks/, and reads it."""
    monkeypatch.chdir(tmp_path)
    for name in ("sources/lac.md", "decks/port.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("Le lac.", encoding="utf-8")

    def load(text, **known):
        Path("decks/a.yaml").write_text(text, encoding="utf-8")
        return load_spec(Path("decks/a.yaml"), **known)

    return load


def test_what_a_spec_leaves_out(spec):
    found = spec("deck: Lacs\nsources: [port.md]\n")
    assert (found.id, found.deck, found.title, found.cards) == ("a", "Lacs", "", 20)
    assert (found.kinds, found.formats, found.options) == (None, ("apkg", "html"), {})


def test_what_a_spec_says(spec):
    found = spec(
        "deck: Lacs::Brume\ntitle: Le lac\ndescription: Questions.\ncards: 5\n"
        "sources: [../sources/lac.md, port.md]\nkinds: [quote]\nformats: [html]\n"
        "print: {paper: Letter, key: none}\n"
    )
    assert found.sources == (Path("sources/lac.md"), Path("decks/port.md"))
    assert (found.deck, found.title, found.description) == ("Lacs::Brume", "Le lac", "Questions.")
    assert (found.cards, found.kinds, found.formats) == (5, frozenset({"quote"}), ("html",))
    assert found.options == {"paper": "Letter", "key": "none"}


def test_choices_are_given_when_asked_for(spec):
    assert not spec("deck: Lacs\nsources: [port.md]\n").choices
    assert spec("deck: Lacs\nsources: [port.md]\nchoices: true\n").choices
    with pytest.raises(QuizgenError, match=r"3:10: 'choices' must be"):
        spec("deck: Lacs\nsources: [port.md]\nchoices: four\n")


def test_sources_may_count_from_the_project(spec):
    assert spec("deck: Lacs\nsources: [sources/lac.md]\n").sources == (Path("sources/lac.md"),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("deck: A\nsources: [none.md]", "2:11: there is no such file: none.md (paths count"),
        ("deck: A\nsources: [port.md, ./port.md]", "2:20: ./port.md stands here twice"),
        ("deck: A\nsources: []", "2:10: 'sources' names no article"),
        ("deck: A\nsources: [3]", "2:11: a source must be text, not a whole number"),
        ("deck: 'A::'\nsources: [port.md]", "1:7: the name of the deck has an empty part"),
        ("deck: A\nsources: [port.md]\ncards: 0", "3:8: 'cards' must be 1 or more"),
        ("deck: A\nsources: [port.md]\nformats: [ankg]", "3:11: unknown word 'ankg' (did you"),
        ("deck: A\nsources: [port.md]\nformats: []", "3:10: this list is empty"),
        ("deck: A\nsources: [port.md]\nprint: {papper: A4}", "3:9: unknown key 'papper' (did you"),
        (
            "deck: A\nsources: [port.md]\nprint: {paper: A5}",
            "3:16: paper: 'A5' is not known (known: A4, Letter)",
        ),
        ("sources: [port.md]", "1:1: the key 'deck' is missing"),
    ],
)
def test_faults_have_a_place_and_a_way_out(spec, text, message):
    with pytest.raises(QuizgenError) as error:
        spec(text)
    assert str(error.value).startswith(f"decks/a.yaml:{message}")


def test_kinds_are_checked_where_they_are_known(spec):
    text = "deck: A\nsources: [port.md]\nkinds: [quotes]\n"
    assert spec(text).kinds == {"quotes"}
    with pytest.raises(QuizgenError, match=r"3:9: unknown word 'quotes' .did you mean 'quote'"):
        spec(text, kinds=("quote", "percentage"))


def test_the_decks_of_this_project_can_be_read():
    specs = [load_spec(path) for path in Path(__file__).parents[1].glob("decks/*.yaml")]
    assert specs
    assert all(spec.deck and spec.title for spec in specs)
