from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import quizgen
from quizgen.errors import QuizgenError
from quizgen.reading import LIMIT, looks_like, read_source
from quizgen.reading.sources import PAGE_LIMIT
from quizgen.yamlfile import load

PACK = Path(quizgen.__file__).parent / "packs" / "fr"


@pytest.fixture
def read(tmp_path, monkeypatch):
    """Writes an article and reads it."""
    monkeypatch.chdir(tmp_path)

    def write_and_read(content, name="lac.md"):
        raw = content if isinstance(content, bytes) else content.encode("utf-8")
        Path(name).write_bytes(raw)
        return read_source(Path(name))

    return write_and_read


def test_front_matter_says_what_is_known(read):
    source = read(
        "---\ntitle: 'Le lac : vide'\npublisher: Gazette\nauthor: [J. Martin, P. Dubois]\n"
        "published: 2026-03-02\nurl: https://example.org/lac\nlanguage: fr-FR\nlicence: CC0\n"
        "tags: [a, {b: c}]\n---\nLe lac est vide.\n"
    )
    assert (source.id, source.path, source.body) == ("lac", "lac.md", "Le lac est vide.\n")
    assert (source.title, source.publisher) == ("Le lac : vide", "Gazette")
    assert (source.author, source.published) == ("J. Martin, P. Dubois", date(2026, 3, 2))
    assert (source.url, source.language) == ("https://example.org/lac", "fr")
    assert source.licence == "CC0"


def test_other_names_for_the_same_and_dates_that_are_none(read):
    assert read("---\nsource: Gazette\ndate: '2026-03-02'\n---\nA.").published == date(2026, 3, 2)
    source = read("---\nsource: Gazette\ndate: mars 2026\nurl: null\n---\nA.")
    assert (source.publisher, source.published, source.url) == ("Gazette", None, "")


def test_a_month_is_a_date_too(read):
    source = read("---\ndate: 2026-03\n---\nA.")
    assert (source.published, source.month) == (None, date(2026, 3, 1))
    assert read("---\ndate: 2026-13\n---\nA.").month is None
    assert read("---\ndate: 2026-03-02\n---\nA.").month == date(2026, 3, 1)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_body_is_the_text_as_stored(read, line_end, mark):
    text = "---\ntitle: Lac\n---\n\nLe lac.\n---\nIl pleut.\n".replace("\n", line_end)
    source = read(mark + text)
    assert source.title == "Lac"
    assert source.body == "\nLe lac.\n---\nIl pleut.\n".replace("\n", line_end)
    words = [source.body[block.start : block.end] for block in source.blocks]
    assert words == ["Le lac.", "Il pleut."]


def test_without_front_matter_the_first_heading_is_the_title(read):
    assert read("# Un lac à sec\n\nLe lac est vide.").title == "Un lac à sec"
    assert read("Le lac est vide.").title == "lac"
    assert read("Le lac est vide.").language == "fr"


def test_ids_are_made_from_the_name_of_the_file(read):
    assert read("Le lac.", name="L’Été à Brume (2).txt").id == "lete-a-brume-2"
    assert read("Le lac.", name="湖.txt").id == "article"


def test_one_sentence_is_enough(read):
    assert len(read("Le lac est vide.").blocks) == 1


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no cards, because there is no text"),
        (" \n\t\n", "no cards, because there is no text"),
        ("---\ntitle: Lac\n---\n", "no cards, because there is no text"),
        (b"Le lac\n\x00.", "2: not text: a NUL at byte 7 (name a text or HTML file)"),
        (b"\xff\xfeL\x00e\x00", "this is UTF-16 (save it as UTF-8)"),
        (b"Un \xe9t\xe9", "1: not UTF-8: 0xE9 at byte 3 (save it as UTF-8)"),
        ("a" * (LIMIT + 1), "longer than the limit of 200,000 characters (split the text)"),
        ("é" * (2 * LIMIT + 2), "longer than the limit of 200,000 characters (split the text)"),
    ],
)
def test_what_is_no_article(read, content, message):
    with pytest.raises(QuizgenError) as error:
        read(content)
    assert str(error.value) in (f"lac.md: {message}", f"lac.md:{message}")


def test_a_page_may_be_longer_than_its_article(read):
    page = f"<html><body><p>Le lac.</p><script>{'x' * LIMIT}</script></body></html>"
    assert read(page).body == "Le lac.\n"
    with pytest.raises(QuizgenError, match="longer than the limit of 200,000 characters"):
        read(f"<html><body><p>{'x' * LIMIT} x</p></body></html>")
    with pytest.raises(QuizgenError, match="longer than the limit of 5,000,000 characters"):
        read(f"<html>{' ' * PAGE_LIMIT}")


def test_the_limit_itself_passes(read):
    assert len(read("a" * LIMIT).body) == LIMIT


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: a: b\n---\nA.", "lac.md:2:9: not YAML: mapping values are not allowed"),
        ("---\ntitle: A\nurl: [\n---\nA.", "lac.md:4:1: not YAML: "),
        ("---\ntitle: A\ntitle: B\n---\nA.", "lac.md:3:1: the key 'title' stands here twice"),
        ("---\ntitle: A\n\nLe lac.", "lac.md:1: the front matter is not closed (end it with"),
        ("---\nLe lac.\n---\nA.", "lac.md:2:1: the front matter must be lines of `key: value`"),
    ],
)
def test_broken_front_matter_has_a_place(read, text, message):
    with pytest.raises(QuizgenError) as error:
        read(text)
    assert str(error.value).startswith(message)


def test_what_is_not_there_or_is_a_folder(tmp_path):
    with pytest.raises(QuizgenError, match=r"none\.md: there is no such file$"):
        read_source(tmp_path / "none.md")
    with pytest.raises(QuizgenError, match=r"this is a folder \(name the files in it\)$"):
        read_source(tmp_path)


PAGE = """<!DOCTYPE html><html lang="fr-FR"><head><title>Le lac - Gazette</title>
<meta property="og:site_name" content="Gazette"><meta name="author" content="J. Martin">
<meta property="article:published_time" content="2026-03-02T10:00:00+01:00">
<style>p { color: red }</style><script>var p = "<p>Non</p>";</script></head><body>
<nav><ul><li>Accueil</li></ul></nav>
<header><h1>Le lac est &agrave; sec</h1></header>
<p>Une annonce.</p>
<article><p>La commune a vid&eacute; <b>40&nbsp;%</b>
du lac.<p>Il pleut.
<h2>Des pêcheurs</h2><ul><li>un bassin<li>deux barques</ul>
<aside><p>Lire aussi</p></aside><figure><figcaption>Le lac</figcaption></figure>
<form><p>Votre adresse</p></form></article>
<footer><p>Mentions</p></footer></body></html>"""


def test_of_a_web_page_the_article_is_read(read):
    source = read(PAGE, name="lac.html")
    assert source.body == (
        "La commune a vidé 40\u00a0% du lac.\n\nIl pleut.\n\n## Des pêcheurs\n\n"
        "- un bassin\n\n- deux barques\n"
    )
    assert (source.title, source.publisher, source.author) == (
        "Le lac est à sec",
        "Gazette",
        "J. Martin",
    )
    assert (source.language, source.published) == ("fr", date(2026, 3, 2))
    kinds = [block.kind for block in source.blocks]
    assert kinds == ["paragraph", "paragraph", "heading", "paragraph", "paragraph"]


def test_a_web_page_without_paragraphs(read):
    source = read("<html><body><main><div>Le lac.<br>Il pleut.</div></main></body>", name="a.htm")
    assert source.body == "Le lac. Il pleut.\n"
    assert read("<p>Le lac.</p></div></p>", name="a.html").body == "Le lac.\n"


FRENCH = frozenset(load(PACK / "lexicon" / "function_words.yaml"))


@pytest.mark.parametrize(
    ("text", "french"),
    [
        ("La commune a vidé le lac pour que les ouvriers réparent la digue.", True),
        ("Le lac est vide.", True),
        ("The town has drained the lake so that workers may repair the dam this year.", False),
        ("El alcalde anunció que la presa será reparada con fondos de la región.", False),
    ],
)
def test_a_language_is_known_by_its_small_words(text, french):
    assert looks_like(text, FRENCH) is french


@pytest.mark.parametrize(
    "text",
    [
        "Il sindaco ha annunciato che la diga sarà riparata con i fondi della regione, e che le "
        "barche non potranno tornare sul lago prima della fine di maggio, quando i lavori saranno "
        "finiti e l'acqua avrà raggiunto di nuovo il livello di prima.",
        "L'alcalde va anunciar que la presa es repararà amb els fons de la regió i que les barques "
        "no podran tornar al llac abans de finals de maig, quan les obres s'hagin acabat i l'aigua "
        "hagi arribat al nivell d'abans.",
    ],
)
def test_neighbours_of_french_are_told_apart(text):
    assert not looks_like(text, FRENCH)


@pytest.mark.shared
def test_real_articles_are_told_apart():
    shared = Path(__file__).parents[2] / "shared"
    if not shared.is_dir():
        pytest.skip("../shared is absent")
    for folder, french in (("articles", True), ("articles-en", False)):
        for path in (shared / folder).glob("*.txt"):
            assert looks_like(read_source(path).body, FRENCH) is french, path.name
