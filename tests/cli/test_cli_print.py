"""Print options on the command line: flags, files, notes, errors."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from quizgen.printing import OPTIONS


def test_flags_change_the_sheet(quizgen, article):
    flags = ["--points", "open=2", "--paper", "letter", "--versions", "2", "--text", "numbered"]
    result = quizgen("make", article, "--format", "html", *flags)
    assert result.exit_code == 0
    page = Path("lac.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "size: Letter" in page
    assert "Version B" in page
    assert "4 pts" in page
    assert "Les pêcheurs ont gardé 12 % des poissons" in page


def test_all_files_that_were_written_are_told(quizgen, article):
    flags = ["--versions", "2", "--files", "each", "--key", "file", "--flashcards", "fold"]
    result = quizgen("make", article, "--format", "html", *flags)
    names = ["lac.A.html", "lac.A.key.html", "lac.B.html", "lac.B.key.html", "lac.flashcards.html"]
    assert result.stdout == f"lac.md: 2 cards (2 percentage) → {', '.join(names)}\n"
    assert sorted(path.name for path in Path().glob("*.html")) == sorted(names)


def test_a_section_that_cannot_be_made_is_told_and_left_out(quizgen, article):
    flags = ["--sections", "open,matching,order"]
    result = quizgen("make", article, "--format", "html", *flags)
    assert result.exit_code == 0
    assert result.stderr == (
        "quizgen: lac.md: no section matching: it takes 3 quotations whose speakers have names of"
        " their own, and there is none\n"
        "quizgen: lac.md: no section order: it takes 3 dates that certainly follow one another, and"
        " there is none\n"
    )
    assert "Qui a dit quoi" not in Path("lac.html").read_text(encoding="utf-8")
    assert quizgen("make", article, "--format", "html", *flags, "--quiet").output == ""


def test_no_section_at_all_is_an_error_with_its_reason(quizgen, article):
    result = quizgen("make", article, "--format", "html", "--sections", "order")
    assert result.exit_code == 1
    assert "deck Le lac de Brume: there is no card to print" in result.stderr
    assert "no section order: it takes 3 dates" in result.stderr
    assert not Path("lac.html").exists()


def test_more_cards_than_there_are_is_told_with_the_number(quizgen, article):
    result = quizgen("make", article, "--format", "html", "--cards", "50")
    assert (result.exit_code, result.stderr) == (
        0,
        "quizgen: lac.md: 50 cards asked for, 2 made\n",
    )
    assert quizgen("make", article, "--format", "html").stderr == ""
    spec = "deck: Lacs\nsources: [lac.md]\ncards: 9\nprint: {sections: {open: 7}}\n"
    Path("a.yaml").write_text(spec, encoding="utf-8")
    result = quizgen("build", "a.yaml")
    assert result.exit_code == 0
    assert result.stderr == (
        "quizgen: a.yaml: 9 cards asked for, 2 made\n"
        "quizgen: a.yaml: section open: 7 questions asked for, 2 made\n"
    )


@pytest.mark.parametrize(
    ("flag", "value", "said"),
    [
        ("--versions", "0", "must be a whole number from 1 to 26, not 0"),
        ("--versions", "27", "must be a whole number from 1 to 26, not 27"),
        ("--points", "-1", "must be a number from 0 to 100, not -1"),
        ("--sections", "opne", "unknown section 'opne' (did you mean 'open'?)"),
        ("--key", "maybe", "'maybe' is not known (known: file, none, page)"),
    ],
)
def test_a_flag_that_says_nonsense_is_wrong_usage(quizgen, article, flag, value, said):
    result = quizgen("make", article, flag, value)
    assert result.exit_code == 2
    assert f"Invalid value for '{flag}': {said}" in " ".join(result.stderr.split())
    assert not Path("lac.html").exists()


@pytest.mark.parametrize(
    ("option", "place", "said"),
    [
        ("versions: 0", "3:19", "versions: must be a whole number from 1 to 26, not 0"),
        ("versions: 27", "3:19", "versions: must be a whole number from 1 to 26, not 27"),
        ("points: -1", "3:17", "points: must be a number from 0 to 100, not -1"),
        ("sections: [opne]", "3:20", "sections: unknown section 'opne' (did you mean 'open'?)"),
    ],
)
def test_a_spec_that_says_nonsense_is_told_with_its_place(quizgen, article, option, place, said):
    spec = f"deck: Lacs\nsources: [lac.md]\nprint: {{{option}}}\n"
    Path("a.yaml").write_text(spec, encoding="utf-8")
    result = quizgen("build", "a.yaml")
    assert result.exit_code == 1
    assert result.stderr == f"quizgen: a.yaml:{place}: {said}\n"


def test_every_option_is_a_flag_of_make(quizgen):
    told = quizgen("make", "--help").stdout
    assert all(f"--{name} " in told for name in OPTIONS)


def test_pdf_is_written_when_asked_for(quizgen, article):
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or Pango is not installed")
    result = quizgen("make", article, "--format", "pdf")
    assert result.stdout == "lac.md: 2 cards (2 percentage) → lac.pdf\n"
    assert Path("lac.pdf").read_bytes().startswith(b"%PDF")


def test_labels_in_english_change_the_page_and_not_the_anki_cards(quizgen, article):
    def package():
        with zipfile.ZipFile("lac.apkg") as found:
            return {name: found.read(name) for name in found.namelist()}

    assert quizgen("make", article).exit_code == 0
    french = package()
    assert quizgen("make", article, "--labels", "en").exit_code == 0
    page = Path("lac.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in page
    assert "Answer key" in page
    assert "2 March 2026" in page
    assert package() == french
