"""No text crashes or hangs the program: it makes a deck, or says in one line why it does not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hostile import UNITS, hostile_texts, try_text
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quizgen.cards import Card, Deck
from quizgen.errors import QuizgenError
from quizgen.exporters import DEFAULT_FORMATS
from quizgen.language import Language
from quizgen.model import Source, Span
from quizgen.pipeline import write
from quizgen.reading import parse_source
from quizgen.yamlfile import parse

MINUTES = 4 * 60  # far more than any of these texts takes: what does not end by then hangs
TAGS = ["<p>", "</p>", "<div", "<a href='", '"', "<!--", "-->", "<![CDATA[", "]]>", "<?", ">",
        "<script>", "</script>", "<title>", "<h1>", "<article>", "</article>", "<nav>", "<table>",
        "&#", "&#x110000;", "&amp", "<meta name=date content=", "Le lac. ", "\0", "é"]  # fmt: skip


def refusal(act: Callable[[], object]) -> str:
    """What the program says against it, "" if it does it; anything else goes through."""
    try:
        act()
    except QuizgenError as error:
        return str(error)
    return ""


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda t: t.encode("utf-8", "replace")))
@example(b"---\n---\n---\n")
@example(b"\xef\xbb\xbf---\r\ntitle: a\r\n---\r\nb")
def test_any_bytes_can_be_read_or_are_refused(raw: bytes) -> None:
    for name in ("a.txt", "a.html"):
        said = refusal(lambda name=name: parse_source(raw, name))
        assert said == "" or said.startswith(f"{name}:")
        assert "\n" not in said
        if not said:
            source = parse_source(raw, name)
            assert all(0 <= b.start < b.end <= len(source.body) for b in source.blocks)


@given(st.lists(st.sampled_from(TAGS) | st.text(max_size=5), max_size=60).map("".join))
@example("<![" * 3)
@example("&#" + "9" * 5000 + ";")
@example("<p>" + "<a " * 50)
@example("<nav><div></nav></div>")
def test_any_markup_can_be_read_or_is_refused(page: str) -> None:
    said = refusal(lambda: parse_source(f"<html>{page}".encode("utf-8", "replace"), "a.html"))
    assert said == "" or said.startswith("a.html:")


@given(st.text(max_size=200))
@example("a: &a [*a]")
@example("? {a: b}\n: c")
@example("a: 1e400\nb: 0x1F\nc: 9999-99-99\nd: " + "9" * 5000)
def test_any_yaml_can_be_read_or_is_refused(text: str) -> None:
    said = refusal(lambda: parse(text, "a.yaml"))
    assert said == "" or said.startswith("a.yaml:")


WORDS = st.text(min_size=1, max_size=40) | st.sampled_from([*UNITS.values()])


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.tuples(WORDS, WORDS, WORDS), kind=st.sampled_from(["basic", "cloze"]))
def test_any_words_can_be_exported_or_are_refused(
    words: tuple[str, str, str], kind: str, tmp_path: Path, french: Language
) -> None:
    question, answer, title = words
    source = Source("a", "a.md", "", (), "fr", title=title, url=title, published=date(2026, 5, 1))
    cloze = f"{question} {{{{c1::{answer}}}}}" if kind == "cloze" else ""
    card = Card("a" * 16, "basic", "r", "date", question, answer, None, Span(0, 1, title), 1.0)
    deck = Deck("a", title, "fr", (replace(card, kind=kind, cloze=cloze, source=source),))
    said = refusal(lambda: write(deck, DEFAULT_FORMATS, tmp_path / "deck", french))
    assert said == "" or "card" in said


@pytest.mark.parametrize(
    ("name", "text"), list(hostile_texts(3000)), ids=[name.replace(" ", "-") for name in UNITS]
)
def test_hostile_texts_are_made_into_decks_or_refused(name: str, text: str, tmp_path: Path) -> None:
    said = try_text(text.encode("utf-8", "surrogatepass"), "a.md", tmp_path)
    assert said == "" or said.startswith("a.md:")
    assert (tmp_path / "deck.apkg").exists() == (said == "")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "le chat " * 700_000),
        ("a.md", "---\n" + "[" * 199_000),
        ("a.md", "> " * 99_000),
        ("a.md", "*" * 199_000),
        ("a.html", "<html>" + "<div>" * 300_000 + "Le lac."),
        ("a.html", "<html>" + "<a " * 300_000),
        ("a.html", "<html>" + "<!--" * 300_000 + "<p>Le lac."),
        ("a.html", "<html><p>" + "le chat " * 600_000),
    ],
    ids=["5 MB line", "brackets", "quote marks", "stars", "deep", "unclosed", "comments", "5 MB p"],
)
def test_long_and_deep_files_do_not_hang(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "quizgen", "make", name],
        cwd=tmp_path, capture_output=True, text=True, timeout=MINUTES, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith(f"quizgen: {name}")
    assert done.stderr.count("\n") == 1
    assert len(done.stderr) < 300
