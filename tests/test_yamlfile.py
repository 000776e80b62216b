from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from quizgen.errors import QuizgenError
from quizgen.yamlfile import load, load_located, parse


def test_values(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("\ufeffwords: [on, no, 12:30, été]\nn: 3\nx: 0.5\nd: 2026-03-02\ne:\n", "utf-8")
    assert load(path) == {
        "words": ["on", "no", "12:30", "été"],
        "n": 3,
        "x": 0.5,
        "d": date(2026, 3, 2),
        "e": None,
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\nb: 2\na: 3\n", "a.yaml:3:1: the key 'a' stands here twice"),
        ("a: b: c", "a.yaml:1:5: not YAML: mapping values are not allowed in this context (put"),
        ("a: [1,\n", "a.yaml:2:1: not YAML: "),
        ("a: !!python/name:os.system x", "a.yaml:1:4: the tag"),
        ("? [a]\n: b\n", "a.yaml:1:3: a key must be text"),
        ("[" * 5000, "a.yaml:1:1: not YAML: "),
        ("- " * 5000, "a.yaml:1:1: not YAML: "),
        ("a: \x00", "a.yaml:1:1: not YAML: "),
        ("a: 1\n---\nb: 2\n", "a.yaml:2:1: not YAML: "),
    ],
)
def test_broken_text_is_one_error_with_its_place(text, message):
    with pytest.raises(QuizgenError) as error:
        parse(text, "a.yaml")
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("carts: 3", "a.yaml:1:1: unknown key 'carts' (did you mean 'cards'?)"),
        ("x: 3", "a.yaml:1:1: unknown key 'x' (known: cards, deck)"),
        ("deck: d\ncards: many", "a.yaml:2:8: 'cards' must be a whole number, not text"),
        ("deck: d\ncards: true", "a.yaml:2:8: 'cards' must be a whole number, not true or false"),
        ("deck: [d]", "a.yaml:1:7: 'deck' must be text, not a list"),
        ("cards: 3", "a.yaml:1:1: the key 'deck' is missing"),
        ("- deck", "a.yaml:1:1: this must be a mapping, not a list"),
        ("", "a.yaml:1:1: this must be a mapping, not nothing"),
    ],
)
def test_a_mapping_with_wrong_keys_or_types(text, message):
    with pytest.raises(QuizgenError) as error:
        parse(text, "a.yaml").fields({"deck": str, "cards": int}, required=["deck"])
    assert str(error.value) == message


def test_items_know_their_places():
    items = list(parse("- a\n-   b\n", "a.yaml", first_line=10).items())
    assert str(items[1].error("odd")) == "a.yaml:11:5: odd"


def test_what_an_alias_repeats_is_built_once():
    many = "a: &a [x, x]\n" + "".join(f"{k}: &{k} [*{p}, *{p}]\n" for p, k in pairwise("abcde"))
    value = parse(many, "a.yaml").value
    assert value["e"][0] is value["e"][1]


def test_a_file_that_cannot_be_read(tmp_path):
    (tmp_path / "latin.yaml").write_bytes(b"a: caf\xe9")
    with pytest.raises(QuizgenError, match=r"latin\.yaml: not UTF-8 at byte 6$"):
        load_located(tmp_path / "latin.yaml")
    with pytest.raises(QuizgenError, match=r"none\.yaml: cannot read: No such file"):
        load_located(tmp_path / "none.yaml")
