"""Print options: what a spec or a flag may say, and where it is told what is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from quizgen.errors import QuizgenError
from quizgen.printing import OPTIONS, SECTIONS, OptionError, read_flag, read_options, read_print
from quizgen.yamlfile import parse


def read(text: str) -> dict[str, object]:
    return read_print(parse(text, Path("a.yaml")))


def test_every_option_has_a_value_unless_told() -> None:
    options = read_options({})
    assert (options.paper, options.key, options.versions) == ("A4", "page", 1)
    assert options.points == options.lines == options.sections == {}


def test_what_a_spec_says_is_kept_and_understood() -> None:
    told = read(
        "{paper: letter, sections: {open: 5, true-false: 2}, points: {open: 2, cloze: 0.5},\n"
        " lines: 3, versions: 26, seed: 7, offset: [1.5, -2], bank: true, labels: en}"
    )
    options = read_options(told)
    assert options.paper == "Letter"
    assert options.sections == {"open": 5, "true-false": 2}
    assert options.points == {"open": 2, "cloze": 0.5}
    assert options.lines == {"": 3}
    assert (options.versions, options.seed, options.bank) == (26, "7", True)
    assert options.offset == (1.5, -2)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{versions: 0}", "1:12: versions: must be a whole number from 1 to 26, not 0"),
        ("{versions: 27}", "1:12: versions: must be a whole number from 1 to 26, not 27"),
        ("{versions: 2.5}", "1:12: versions: must be a whole number"),
        ("{versions: true}", "1:12: versions: must be a whole number"),
        ("{points: -1}", "1:10: points: must be a number from 0 to 100, not -1"),
        ("paper: A4\npoints: {open: 1,\n  cloze: -0.5}", "3:10: points: cloze: must be a number"),
        ("{points: {opne: 2}}", "1:17: points: unknown section 'opne' (did you mean 'open'?)"),
        ("sections: [open,\n matchng]", "2:2: sections: unknown section 'matchng' (did you mean"),
        ("{sections: [open, open]}", "1:19: sections: 'open' stands here twice"),
        ("{sections: {open: 0}}", "1:19: sections: open: must be a whole number from 1"),
        ("{sections: []}", "1:12: sections: must be a list of sections, not [] (known: open"),
        ("{sections: 3}", "1:12: sections: must be a list of sections, not 3"),
        ("{lines: 99}", "1:9: lines: must be a whole number from 0 to 40"),
        ("{offset: [1]}", "1:10: offset: must be two numbers, across and down"),
        ("{offset: [1, 90]}", "1:14: offset: 1: must be a number from -8 to 8, not 90"),
        ("{bank: 1}", "1:8: bank: must be true or false, not 1"),
        ("{key: pgae}", "1:7: key: 'pgae' is not known (did you mean 'page'?)"),
        ("{seed: [1]}", "1:8: seed: must be text or a number"),
        ("{vresions: 2}", "1:2: unknown key 'vresions' (did you mean 'versions'?)"),
    ],
)
def test_faults_have_a_place_and_a_way_out(text: str, message: str) -> None:
    with pytest.raises(QuizgenError) as error:
        read(text)
    assert str(error.value).startswith(f"a.yaml:{message}")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("versions", "3", 3),
        ("points", "1.5", 1.5),
        ("points", "open=2, cloze=0.5", {"open": 2, "cloze": 0.5}),
        ("sections", "open,true-false", ["open", "true-false"]),
        ("sections", "open", "open"),
        ("sections", "open=5,order=4", {"open": 5, "order": 4}),
        ("offset", "1,-2.5", [1, -2.5]),
        ("seed", "3,4", "3,4"),
    ],
)
def test_a_flag_says_the_same_in_one_word(name: str, text: str, value: object) -> None:
    assert read_flag(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("versions", "many"),
        ("points", "open=x"),
        ("sections", ""),
        ("offset", "1"),
        ("lines", "-1"),
    ],
)
def test_a_flag_is_refused_like_a_spec(name: str, text: str) -> None:
    with pytest.raises(OptionError):
        read_flag(name, text)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "3", None, [3]])
def test_no_number_is_no_number(value: object) -> None:
    with pytest.raises(QuizgenError, match="print option points: must be a number"):
        read_options({"points": value})


def test_sections_are_named_in_the_help_of_their_option() -> None:
    named = re.findall(r"[a-z]+(?:-[a-z]+)?(?==\d)|(?<=as )[a-z]+", OPTIONS["sections"].help)
    assert set(named) <= set(SECTIONS)
