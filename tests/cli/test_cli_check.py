from __future__ import annotations

import json
from pathlib import Path

import pytest

ARTICLE = "---\ntitle: Le lac\npublished: 2026-03-02\n---\nLa commune a vidé 40 % du lac hier.\n"


@pytest.fixture
def project(quizgen):
    """A sound project with one deck; gives the runner."""
    for name, text in {
        "sources/lac.md": ARTICLE,
        "decks/lac.yaml": "deck: Lacs\nsources: [../sources/lac.md]\n",
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    return quizgen


def test_a_sound_project(project):
    result = project("check")
    assert (result.stdout, result.stderr) == ("no fault in 1 spec, 1 article\n", "")
    assert result.exit_code == 0
    assert not Path("build").exists()
    assert project("check", "--quiet").output == ""


def test_every_fault_of_every_file_at_once(project):
    Path("decks/b.yaml").write_text("deck: no\nsources: [../sources/lac.md, x.md]\ncards: 0\n")
    Path("decks/c.yaml").write_text("deck: C\n  sources: [a.md]\n")
    Path("sources/lac.md").write_text("---\ntitle: a\ntitle: b\npublished: hier\n---\nLe lac.\n")
    Path("sources/latin.txt").write_bytes(b"Le lac.\ncaf\xe9")
    Path("sources/lake.txt").write_text("The town has drained most of the lake.")
    Path("sources/open.md").write_text("---\ntitle: a\nLe lac.\n")
    result = project("check")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert [line.split(" (")[0] for line in result.stderr.splitlines()] == [
        "quizgen: decks/b.yaml:1:7: 'deck' may be misread: "
        "many programs take a bare no for something else",
        "quizgen: decks/b.yaml:2:30: there is no such file: x.md",
        "quizgen: decks/b.yaml:3:8: 'cards' must be 1 or more",
        "quizgen: decks/c.yaml:2:10: not YAML: mapping values are not allowed in this context",
        "quizgen: sources/lac.md:3:1: the key 'title' stands here twice",
        "quizgen: sources/lac.md:4:12: 'hier' is no date that is understood",
        "quizgen: sources/lake.txt:1:1: no cards, "
        "because this does not read like the language 'fr'",
        "quizgen: sources/latin.txt:2:1: not UTF-8: 0xE9 at byte 11",
        "quizgen: sources/open.md:1:1: the front matter is not closed",
    ]


def test_faults_for_programs(project):
    Path("decks/b.yaml").write_text("dek: B\nsources: [../sources/lac.md]\n")
    result = project("check", "--json", "decks/b.yaml")
    assert result.exit_code == 1
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {
            "path": "decks/b.yaml",
            "line": 1,
            "column": 1,
            "message": "unknown key 'dek'",
            "hint": "did you mean 'deck'?",
        }
    ]


def test_articles_that_cannot_be_together(project):
    Path("autre").mkdir()
    Path("autre/lac.md").write_text(ARTICLE, encoding="utf-8")
    Path("decks/b.yaml").write_text("deck: B\nsources: [../sources/lac.md, ../autre/lac.md]\n")
    result = project("check")
    assert result.stderr == (
        "quizgen: decks/b.yaml:1:1: sources/lac.md and autre/lac.md have one name "
        "(rename one of them)\n"
    )


def test_a_lock_with_a_conflict(project):
    Path("decks/lac.lock").write_text('{"lock": 1, "deck": "Lacs"}\n<<<<<<< HEAD\n')
    result = project("check")
    assert result.exit_code == 1
    assert result.stderr.startswith("quizgen: decks/lac.lock:2:1: a merge conflict was left here")


def test_without_specs(quizgen):
    result = quizgen("check")
    assert result.exit_code == 1
    assert result.stderr == "quizgen: decks/*.yaml: there are no specs here (name a DECK)\n"


def test_the_schema_for_editors(quizgen):
    schema = json.loads(quizgen("check", "--schema").stdout)
    assert {"deck", "sources", "curate"} <= set(schema["properties"])
