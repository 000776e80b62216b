"""`quizgen build` does what has changed, and only that; `quizgen plan` shows it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from quizgen.building import fingerprints
from quizgen.building.fingerprints import Engine

SPEC = "deck: Lacs\nsources: [../lac.md]\nformats: [html]\n"
OTHER = "---\ntitle: Le port\n---\nLe port a vendu 7 % des bateaux au printemps.\n"


@pytest.fixture
def project(quizgen, article):
    """Two decks of an article each; gives the runner."""
    Path("decks").mkdir()
    Path("port.md").write_text(OTHER, encoding="utf-8")
    Path("decks/lac.yaml").write_text(SPEC, encoding="utf-8")
    Path("decks/port.yaml").write_text(SPEC.replace("lac", "port"), encoding="utf-8")
    return quizgen


def change(path, before, after):
    text = Path(path).read_text(encoding="utf-8")
    assert before in text
    Path(path).write_text(text.replace(before, after), encoding="utf-8")


def ids():
    lines = Path("decks/lac.lock").read_text(encoding="utf-8").splitlines()
    return {note["answer"]: note["note"] for note in map(json.loads, lines) if "note" in note}


def built(result):
    """The decks that were built, by the lines on standard output."""
    return [line.split(":")[0] for line in result.stdout.splitlines() if "→" in line]


def test_what_is_as_it_was_is_not_built_again(project):
    assert built(project("build")) == ["decks/lac.yaml", "decks/port.yaml"]
    before = {path: path.stat().st_mtime_ns for path in Path().rglob("*")}
    result = project("build")
    assert result.stdout == (
        "decks/lac.yaml: 2 cards: 2 unchanged, nothing to build\n"
        "decks/port.yaml: 1 card: 1 unchanged, nothing to build\n"
    )
    assert {path: path.stat().st_mtime_ns for path in Path().rglob("*")} == before


@pytest.mark.parametrize(
    "act",
    [
        lambda: change("lac.md", "a vidé 40 %", "a vidé 41 %"),
        lambda: change("decks/lac.yaml", "deck: Lacs", "deck: Mers"),
        lambda: Path("build/lac.html").unlink(),
        lambda: Path("build/lac.html").write_text("mine"),
        lambda: Path("decks/lac.lock").unlink(),
        lambda: Path("build/.quizgen/decks/lac.json").write_text("{"),
    ],
    ids=["article", "spec", "file lost", "file changed", "lock lost", "state damaged"],
)
def test_what_has_changed_is_built_again_and_nothing_else(project, act):
    project("build")
    act()
    assert built(project("build")) == ["decks/lac.yaml"]
    assert "Quel pourcentage" in Path("build/lac.html").read_text(encoding="utf-8")
    assert built(project("build")) == []


def test_a_change_of_the_program_builds_everything(project, monkeypatch):
    project("build")
    monkeypatch.setattr("quizgen.building.jobs.engine", lambda _pipeline: Engine("same", "other"))
    assert len(built(project("build"))) == 2


def test_only_what_changes_a_file_of_the_program_counts(tmp_path, monkeypatch):
    for name in ("packs/fr/rules.yaml", "cli/x.py", "cli/__pycache__/x.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one")
    monkeypatch.setattr(fingerprints, "_ROOT", tmp_path)

    def engine_after(name):
        (tmp_path / name).write_text("two")
        fingerprints.engine.cache_clear()
        return fingerprints.engine(None)

    fingerprints.engine.cache_clear()
    first = fingerprints.engine(None)
    assert engine_after("cli/__pycache__/x.pyc") == first
    second = engine_after("cli/x.py")
    assert (second.articles == first.articles, second.decks == first.decks) == (True, False)
    assert engine_after("packs/fr/rules.yaml").articles != first.articles
    fingerprints.engine.cache_clear()


def test_force_builds_everything(project):
    project("build")
    assert built(project("build", "--force")) == ["decks/lac.yaml", "decks/port.yaml"]


def test_an_article_that_is_known_is_not_read_again(project, monkeypatch):
    project("build")
    change("decks/lac.yaml", "deck: Lacs", "deck: Mers")
    monkeypatch.setattr("quizgen.pipeline.analyse", None)
    assert built(project("build")) == ["decks/lac.yaml"]
    Path("build/.quizgen/articles").rename("elsewhere")
    with pytest.raises(TypeError):
        project("build", "--force", catch_exceptions=False)


def test_what_is_kept_of_an_article_may_be_damaged(project):
    project("build")
    for path in Path("build/.quizgen/articles").iterdir():
        path.write_text('{"source": 1}')
    assert len(built(project("build", "--force"))) == 2


def test_what_no_deck_uses_is_deleted_after_some_days(project):
    project("build")
    change("lac.md", "a vidé 40 %", "a vidé 41 %")
    folder = Path("build/.quizgen/articles")
    first = set(folder.iterdir())
    for path in first:
        os.utime(path, (1, 1))
    project("build")
    assert len(first & set(folder.iterdir())) == 1  # the port's is used
    assert len(set(folder.iterdir())) == 2


def test_the_summary_counts_what_changed(project):
    project("build")
    change("lac.md", "a vidé 40 %", "a cédé 40 %")
    change("lac.md", "12 % des poissons", "13 % des poissons")
    assert project("build", "decks/lac.yaml").stdout == (
        "decks/lac.yaml: 2 cards: 1 added, 1 changed, 1 retired → build/lac.html\n"
    )


def test_plan_shows_each_card_and_writes_nothing(project):
    project("build")
    change("lac.md", "a vidé 40 %", "a cédé 40 %")
    change("lac.md", "12 % des poissons", "13 % des poissons")
    before = {path: path.stat().st_mtime_ns for path in Path().rglob("*")}
    known = ids()
    lines = project("plan", "decks/lac.yaml").stdout.splitlines()
    question = "Quel pourcentage est-ce\u00a0?"
    assert lines[0] == "decks/lac.yaml: 2 cards: 1 added, 1 changed, 1 retired"
    assert lines[1].startswith("  + ")
    assert lines[1].endswith(f"  {question} → 13 %")
    assert lines[2] == f"  ~ {known['40 %']}  {question} → 40 %"
    assert lines[3].strip() == "what stands around it: evidence, source, heading or tags"
    assert lines[4] == f"  - {known['12 %']}  {question} → 12 %"
    assert {path: path.stat().st_mtime_ns for path in Path().rglob("*")} == before


def test_plan_for_programs(project):
    (line,) = project("plan", "--json", "decks/port.yaml").stdout.splitlines()
    found = json.loads(line)
    assert (found["deck"], found["status"], found["cards"]) == ("decks/port.yaml", "planned", 1)
    assert [card["answer"] for card in found["added"]] == ["7 %"]
    assert not Path("build").exists()
    project("build", "decks/port.yaml")
    (line,) = project("plan", "--json", "decks/port.yaml").stdout.splitlines()
    assert json.loads(line) == {
        "deck": "decks/port.yaml", "status": "unchanged", "cards": 1, "notes": [],
    }  # fmt: skip


def test_build_for_programs(project):
    Path("decks/port.yaml").write_text("deck: no\nsources: [../port.md]\n")
    result = project("build", "--json")
    first, second = map(json.loads, result.stdout.splitlines())
    assert (result.exit_code, result.stderr) == (1, "")
    assert (first["status"], first["files"]) == ("built", ["build/lac.html"])
    assert second["status"] == "failed"
    assert [(f["line"], f["column"]) for f in second["faults"]] == [(1, 7)]


def test_decisions_on_cards_survive_and_strays_are_told_every_time(project):
    project("build")
    known = ids()
    change(
        "decks/lac.yaml",
        "formats",
        f"curate:\n  {known['40 %']}: {{question: Combien d’eau ?}}\n  {known['12 %']}: drop\n"
        "own: [{question: 'Où ?', answer: Ici}]\nformats",
    )
    result = project("plan", "decks/lac.yaml")
    assert result.stdout.splitlines()[0] == "decks/lac.yaml: 2 cards: 1 added, 1 changed, 1 retired"
    assert "⇒ Combien d’eau ? → 40 %" in result.stdout
    project("build")
    change("lac.md", "a vidé 40 %", "a cédé 40 %")
    assert "Combien d’eau" in project("plan", "--json").stdout
    project("build")
    page = Path("build/lac.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "Combien d’eau ?" in page
    assert "12 %" not in page
    assert "Où ?" in page

    change("lac.md", "a cédé 40 %", "a cédé beaucoup")
    told = (
        f"quizgen: decks/lac.yaml:4:3: there is no card {known['40 %']} any more "
        "(it asked: Combien d’eau ?)\n"
    )
    for _ in range(2):  # also when there is nothing to build
        result = project("build", "decks/lac.yaml")
        assert (result.exit_code, result.stderr) == (0, told)
    assert "Combien d’eau" in Path("decks/lac.yaml").read_text(encoding="utf-8")


def test_points_and_tags_reach_the_quiz_and_anki(project):
    Path("decks/lac.yaml").write_text("deck: Lacs\nsources: [../lac.md]\nformats: [html, tsv]\n")
    project("build", "decks/lac.yaml")
    with Path("decks/lac.yaml").open("a", encoding="utf-8") as spec:
        spec.write(f"curate: {{{ids()['40 %']}: {{points: 2.5, tags: [eau douce, mer::lac]}}}}\n")
        spec.write("own: [{question: 'Où ?', answer: Ici, points: 1}]\n")
    project("build", "decks/lac.yaml")
    page = Path("build/lac.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "2,5 pts" in page
    assert "3,5 pts" in page  # the sum
    notes = Path("build/lac.tsv").read_text(encoding="utf-8")
    assert "eau-douce mer::lac" in notes
    assert "Où ?" in notes.replace("\u00a0", " ")
