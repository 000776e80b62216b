from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from click.exceptions import Exit

from quizgen.cli import COMMANDS
from quizgen.cli.running import for_each
from quizgen.errors import QuizgenError

SPEC = "deck: Lacs::Brume\nsources: [../lac.md]\ncards: 1\nprint: {paper: Letter, key: none}\n"


def test_help_starts_without_heavy_libraries():
    code = (
        "import sys, quizgen.cli\n"
        "try: quizgen.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'spacy', 'genanki', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Usage:")
    assert done.stdout.endswith("[]\n")


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_shows_an_example(quizgen, command):
    result = quizgen(command, "--help")
    assert result.exit_code == 0
    assert f"Example: quizgen {command}" in result.output


def test_version(quizgen):
    assert quizgen("--version").output.startswith("quizgen, version ")


def test_wrong_usage_exits_2(quizgen, article):
    assert quizgen("make").exit_code == 2
    assert quizgen("make", article, "--format", "docx").exit_code == 2


def test_make_writes_both_formats_and_counts(quizgen, article):
    result = quizgen("make", article, "-o", "out")
    assert result.stdout == "lac.md: 2 cards (2 percentage) → out/lac.apkg, out/lac.html\n"
    assert result.exit_code == 0
    assert zipfile.is_zipfile("out/lac.apkg")
    assert "Quel pourcentage" in Path("out/lac.html").read_text(encoding="utf-8")


def test_make_one_format_quietly(quizgen, article):
    result = quizgen("make", article, "--format", "html", "--cards", "1", "--quiet")
    assert (result.output, result.exit_code) == ("", 0)
    assert sorted(path.name for path in Path().iterdir()) == ["lac.html", article]
    assert "40 %" in Path("lac.html").read_text(encoding="utf-8").replace("\u00a0", " ")


def test_making_twice_gives_the_same_bytes(quizgen, article):
    for folder in ("one", "two"):
        assert quizgen("make", article, "-o", folder).exit_code == 0
    for name in ("lac.apkg", "lac.html"):
        assert Path("one", name).read_bytes() == Path("two", name).read_bytes()


def test_a_bad_file_does_not_stop_the_others(quizgen, article):
    Path("bad.md").write_bytes(b"caf\xe9")
    result = quizgen("make", "bad.md", "none.md", article)
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "quizgen: bad.md:1: not UTF-8: 0xE9 at byte 3 (save it as UTF-8)",
        "quizgen: none.md: there is no such file",
    ]
    assert sorted(path.name for path in Path().glob("*.apkg")) == ["lac.apkg"]


def test_decks_of_one_run_do_not_overwrite_each_other(quizgen, article):
    Path("other").mkdir()
    Path("other", article).write_bytes(Path(article).read_bytes())
    result = quizgen("make", article, f"other/{article}")
    assert result.exit_code == 1
    assert result.stdout.startswith("lac.md: 2 cards")
    assert result.stderr == (
        "quizgen: other/lac.md: its deck would overwrite that of lac.md (rename one of them)\n"
    )


def test_an_article_without_cards_writes_nothing(quizgen):
    Path("calme.txt").write_text("Le lac est calme et les bateaux sont à quai.", encoding="utf-8")
    result = quizgen("make", "calme.txt")
    assert result.exit_code == 1
    assert "calme.txt: no cards, because nothing that can be asked" in result.stderr
    assert [path.name for path in Path().iterdir()] == ["calme.txt"]


def test_an_article_in_another_language_is_refused(quizgen):
    Path("lake.txt").write_text("The town has drained 40 % of the lake for the works this week.")
    result = quizgen("make", "lake.txt")
    assert result.exit_code == 1
    assert "lake.txt: no cards, because this does not read like the language 'fr'" in result.stderr


def test_a_language_without_a_pack_is_refused(quizgen):
    Path("lake.txt").write_text("---\nlanguage: en-GB\n---\nThe town has drained the lake.")
    result = quizgen("make", "lake.txt")
    assert result.exit_code == 1
    assert result.stderr == (
        "quizgen: lake.txt: no cards, because there is no language pack for 'en' (known: fr)\n"
    )


def test_standard_input_makes_a_deck(quizgen, article):
    text = Path(article).read_text(encoding="utf-8")
    assert quizgen("make", "-", input=text).exit_code == 0
    assert Path("stdin.apkg").exists()


def test_build_takes_every_spec(quizgen, article):
    Path("decks").mkdir()
    Path("decks/brume.yaml").write_text(SPEC, encoding="utf-8")
    Path("decks/lacs.yaml").write_text("deck: Lacs\nsources: [../lac.md]\n", encoding="utf-8")
    result = quizgen("build")
    assert result.stdout == (
        "decks/brume.yaml: 1 card: 1 added → build/brume.apkg, build/brume.html\n"
        "decks/lacs.yaml: 2 cards: 2 added → build/lacs.apkg, build/lacs.html\n"
    )
    assert "size: letter" in Path("build/brume.html").read_text(encoding="utf-8").lower()


def test_build_tells_where_a_spec_is_wrong_and_goes_on(quizgen, article):
    Path("decks").mkdir()
    Path("decks/a.yaml").write_text("deck: Lacs\nsource: [../lac.md]\n", encoding="utf-8")
    Path("decks/b.yaml").write_text(SPEC, encoding="utf-8")
    result = quizgen("build", "decks/a.yaml", "decks/b.yaml")
    assert result.exit_code == 1
    assert result.stderr == (
        "quizgen: decks/a.yaml:2:1: unknown key 'source' (did you mean 'sources'?)\n"
    )
    assert Path("build/b.apkg").exists()


def test_build_tells_where_a_kind_of_fact_is_unknown(quizgen, article):
    Path("a.yaml").write_text("deck: Lacs\nsources: [lac.md]\nkinds: [percent]\n", encoding="utf-8")
    result = quizgen("build", "a.yaml")
    assert result.exit_code == 1
    assert result.stderr == (
        "quizgen: a.yaml:3:9: unknown word 'percent' (did you mean 'percentage'?)\n"
    )


def test_progress_is_shown_on_a_terminal_and_results_below_it(capsys, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)

    def act(item):
        if item == "b":
            raise QuizgenError("this is bad", path=item)
        return f"{item} is done"

    with pytest.raises(Exit):
        for_each(["a", "b", "c"], act, bar=True)
    shown = capsys.readouterr()
    assert shown.out == "a is done\nc is done\n"
    assert "100%" in shown.err
    assert shown.err.endswith("quizgen: b: this is bad\n")


def test_build_without_specs_says_so(quizgen):
    result = quizgen("build")
    assert result.exit_code == 1
    assert result.stderr == "quizgen: decks/*.yaml: there are no specs here (name a DECK)\n"
