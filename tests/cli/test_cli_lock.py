"""`quizgen build` keeps account of what it published, beside the deck spec."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SPEC = "deck: Lacs::Brume\nsources: [../lac.md]\nformats: [apkg]\n"


@pytest.fixture
def build(quizgen, article, monkeypatch):
    """Builds the deck at a given time, and gives what was said on standard error."""
    Path("decks").mkdir()
    Path("decks/brume.yaml").write_text(SPEC, encoding="utf-8")

    def run(now, *options):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(now))
        result = quizgen("build", *options)
        return result.exit_code, result.stderr

    return run


def lines():
    text = Path("decks/brume.lock").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def change(path, before, after):
    text = Path(path).read_text(encoding="utf-8")
    assert before in text
    Path(path).write_text(text.replace(before, after), encoding="utf-8")


def test_a_lock_is_written_beside_the_spec(build):
    assert build(1_900_000_000) == (0, "")
    head, layout, *notes = lines()
    assert head == {"lock": 1, "deck": "Lacs::Brume"}
    assert layout["layout"] == "basic"
    assert [note["changed"] for note in notes] == ["2026-03-02T00:00:00Z"] * 2
    assert {note["answer"] for note in notes} == {"40 %", "12 %"}


def test_built_on_another_day_everything_is_the_same(build):
    def files():
        return {p: p.read_bytes() for p in Path().glob("*/brume.*")}

    build(1_900_000_000)
    first = files()
    build(1_950_000_000)
    assert files() == first
    Path("decks/brume.lock").unlink()
    build(1_990_000_000)
    assert files() == first


def test_only_what_changed_gets_the_time_of_the_build(build):
    build(1_900_000_000)
    change("lac.md", "a vidé 40 %", "a cédé 40 %")
    build(1_950_000_000)
    assert {note["answer"]: note["changed"] for note in lines()[2:]} == {
        "12 %": "2026-03-02T00:00:00Z",
        "40 %": "2031-10-17T10:40:00Z",
    }


def test_a_card_that_is_gone_is_kept_as_retired(build):
    build(1_900_000_000)
    change("lac.md", "12 % des poissons", "des poissons")
    for now in (1_950_000_000, 1_990_000_000):
        build(now)
        gone = [(note["answer"], note["changed"]) for note in lines() if note.get("retired")]
        assert gone == [("12 %", "2031-10-17T10:40:00Z")]


def test_a_renamed_deck_is_told_once(build):
    build(1_900_000_000)
    change("decks/brume.yaml", "Lacs::Brume", "Lacs::Mer")
    assert build(1_950_000_000) == (
        0,
        "quizgen: decks/brume.yaml: the deck 'Lacs::Brume' is now called 'Lacs::Mer': Anki will "
        "make a new deck and leave cards already imported in the old one (rename it in Anki "
        "first)\n",
    )
    assert build(1_950_000_000) == (0, "")


def test_a_lock_with_a_conflict_stops_the_build_of_its_deck(build):
    build(1_900_000_000)
    package = Path("build/brume.apkg").read_bytes()
    change("decks/brume.lock", '{"layout"', '<<<<<<< HEAD\n{"layout"')
    code, said = build(1_950_000_000)
    assert code == 1
    assert said.startswith("quizgen: decks/brume.lock:2: a merge conflict was left here (keep the")
    assert Path("build/brume.apkg").read_bytes() == package


def test_a_clock_that_is_none_is_refused(build):
    code, said = build("tomorrow")
    assert (code, said) == (
        1,
        "quizgen: SOURCE_DATE_EPOCH is 'tomorrow' (give seconds since 1970)\n",
    )
    assert not Path("decks/brume.lock").exists()


def test_all_decks_in_one_package(build, quizgen):
    Path("port.md").write_text(Path("lac.md").read_text(encoding="utf-8"), encoding="utf-8")
    Path("decks/port.yaml").write_text(SPEC.replace("lac.md", "port.md"), encoding="utf-8")
    change("decks/port.yaml", "Brume", "Port")
    assert build(1_900_000_000, "--together", "tout") == (0, "")
    sizes = [Path("build", f"{name}.apkg").stat().st_size for name in ("brume", "port", "tout")]
    assert sizes[2] > max(sizes[:2])
    first = Path("build/tout.apkg").read_bytes()
    build(1_950_000_000, "--together", "tout.apkg")
    assert Path("build/tout.apkg").read_bytes() == first


def test_a_package_of_all_that_would_overwrite_a_deck_is_refused(build):
    code, said = build(1_900_000_000, "--together", "brume")
    assert code == 1
    assert said.startswith("quizgen: brume: its deck would overwrite that of decks/brume.yaml")


def test_a_card_in_two_decks_cannot_be_in_one_package(build):
    Path("decks/mer.yaml").write_text(SPEC.replace("Brume", "Mer"), encoding="utf-8")
    code, said = build(1_900_000_000, "--together", "tout")
    assert code == 1
    assert "stands twice in the package" in said
    assert sorted(path.name for path in Path("build").glob("[!.]*")) == ["brume.apkg", "mer.apkg"]
