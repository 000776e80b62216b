from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.decks import load_spec
from quizgen.reading import read_source

PAGES = Path(__file__).parents[1] / "cases" / "pages"


def test_an_article_becomes_a_source_and_a_spec(quizgen, article):
    result = quizgen("add", article, "--author", "Anne Leroy", "--licence", "CC0-1.0")
    assert result.exit_code == 0
    assert result.stdout == (
        "sources/lac.md written, decks/lac.yaml written; next: quizgen build decks/lac.yaml\n"
    )
    head, body = Path("sources/lac.md").read_text(encoding="utf-8").split("---\n")[1:]
    assert head == (
        "title: Le lac de Brume\npublisher: Gazette de Brume\nauthor: Anne Leroy\n"
        "published: 2026-03-02\nurl:\nlanguage:\nlicence: CC0-1.0\n"
    )
    assert body.strip() == Path(article).read_text(encoding="utf-8").split("---\n")[2].strip()
    spec = load_spec(Path("decks/lac.yaml"))
    assert (spec.deck, spec.sources) == ("Le lac de Brume", (Path("sources/lac.md"),))
    assert quizgen("check").stdout == "no fault in 1 spec, 1 article\n"
    assert quizgen("build").exit_code == 0


def test_what_else_the_front_matter_says_is_kept(quizgen):
    Path("a.txt").write_text(
        "---\nsource: Le Phare\ndate: '2026-03-02'\nrubrique: mer\n---\n"
        "Le lac a perdu 3 % d’eau.\n",
        encoding="utf-8",
    )
    assert quizgen("add", "a.txt", "--title", "Deux : points", "-q").output == ""
    source = read_source("sources/a.md")
    assert (source.title, source.publisher) == ("Deux : points", "Le Phare")
    assert "\nrubrique: mer\n" in Path("sources/a.md").read_text(encoding="utf-8")


def test_a_month_of_publication_is_kept(quizgen):
    Path("a.txt").write_text("---\ndate: 2026-03\n---\nLe lac a perdu 3 % d’eau.\n", "utf-8")
    assert quizgen("add", "a.txt", "-q").exit_code == 0
    assert "\npublished: 2026-03\n" in Path("sources/a.md").read_text(encoding="utf-8")
    assert read_source("sources/a.md").issued == "2026-03"


def test_standard_input_is_named_after_its_title(quizgen):
    text = "---\ntitle: Les élus du lac, entre deux eaux\n---\nLe lac a perdu 3 % de son eau.\n"
    assert quizgen("add", "-", "--deck", "Mer::Lacs", input=text).exit_code == 0
    assert load_spec(Path("decks/les-elus-du-lac-entre-deux-eaux.yaml")).deck == "Mer::Lacs"


def test_a_web_page_is_read_as_an_article(quizgen):
    pytest.importorskip("trafilatura", reason="the extra [web] is not installed")
    assert quizgen("add", str(PAGES / "regional.html"), "--name", "pont").exit_code == 0
    source = read_source("sources/pont.md")
    assert source.title == "Brumeval rouvre son pont après huit mois de travaux"
    assert source.body.startswith("\nFermé en septembre, le pont des Meuniers")


def test_a_page_without_trafilatura_is_refused_with_a_way_out(quizgen, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    result = quizgen("add", str(PAGES / "regional.html"))
    assert result.exit_code == 1
    assert result.stderr.endswith(
        "regional.html: web pages are read with trafilatura, which is not installed "
        "(pip install 'quizgen[web]')\n"
    )
    assert not Path("sources").exists()


def test_an_article_that_is_there_is_not_overwritten_and_its_spec_never(quizgen, article):
    quizgen("add", article)
    Path("decks/lac.yaml").write_text("deck: Mine\nsources: [../sources/lac.md]\n")
    Path("sources/lac.md").write_text("Mine.")
    result = quizgen("add", article)
    assert (result.exit_code, Path("sources/lac.md").read_text()) == (1, "Mine.")
    assert result.stderr == (
        "quizgen: sources/lac.md: there is an article of this name (give --name or --force)\n"
    )
    result = quizgen("add", article, "--force")
    assert "decks/lac.yaml left as it is" in result.stdout
    assert "La commune" in Path("sources/lac.md").read_text(encoding="utf-8")
    assert Path("decks/lac.yaml").read_text().startswith("deck: Mine")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("The town has drained most of the lake.", "does not read like the language 'fr'"),
        ("---\ntitle: a\n---\n", "there is no text"),
        ("---\ntitle: a\n", "the front matter is not closed"),
    ],
)
def test_what_cannot_make_a_deck_is_not_added(quizgen, text, message):
    result = quizgen("add", "-", input=text)
    assert result.exit_code == 1
    assert message in result.stderr
    assert list(Path().iterdir()) == []


def test_an_address_of_this_machine_is_not_read(quizgen):
    result = quizgen("add", "http://localhost:1/article")
    assert result.exit_code == 1
    assert "localhost is a private address" in result.stderr


@pytest.mark.parametrize("name", ["../x", "a/b", ".x", ""])
def test_files_stay_in_their_folders(quizgen, article, name):
    result = quizgen("add", article, "--name", name)
    assert result.exit_code == (2 if name else 0)
    assert {p.name for p in Path().iterdir()} <= {article, "sources", "decks"}
