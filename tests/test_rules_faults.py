"""A faulty wording rule is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.errors import QuizgenError
from quizgen.questions.rules import load_rules

RULE = """- id: fr.test
  fact: count
  why: To see faults.
  when: {has: [noun]}
  ask: "{{ asked(noun) }}"
  examples: [{text: a, asks: b, answer: c}]
  silent_on: [d]
"""


def load(text: str, folder: Path) -> None:
    (folder / "rules.yaml").write_text(text, encoding="utf-8")
    load_rules(folder, ("asked",))


def test_a_sound_rule_loads(tmp_path: Path) -> None:
    load(RULE, tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("why: To see faults.", "wy: To see faults.", "unknown key 'wy'"),
        ("  examples: [{text: a, asks: b, answer: c}]\n", "", "'examples' is missing"),
        ("has: [noun]", "with: [noun]", "unknown key 'with'"),
        ("asked(noun)", "asked(nom)", "'nom' is no function"),
        ("asked(noun) }}", "asked(noun }}", "unexpected '}'"),
        ("silent_on: [d]", "silent_on: d", "must be a list"),
    ],
)
def test_a_faulty_rule_is_told_with_its_place(
    old: str, new: str, said: str, tmp_path: Path
) -> None:
    with pytest.raises(QuizgenError) as error:
        load(RULE.replace(old, new), tmp_path)
    assert said in str(error.value)
    assert "rules.yaml:" in str(error.value)


def test_two_rules_of_one_name(tmp_path: Path) -> None:
    with pytest.raises(QuizgenError, match=r"rules.yaml:8:.*two rules called fr.test"):
        load(RULE + RULE, tmp_path)
