"""Quotations: short texts and what must be found in them, as plain files in `cases/quotes`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from quizgen.analysis import analyse
from quizgen.analysis.zones import find_zones
from quizgen.facts.quotes import find_quotes
from quizgen.language import Language
from quizgen.model import Block, Document, Quote, Source
from quizgen.packs import load_language

CASES = Path(__file__).parent.parent / "cases" / "quotes"


@cache
def french() -> Language:
    return load_language("fr")


def source(text: str) -> Source:
    found = re.finditer(r"[^\n]+", text)
    blocks = tuple(Block("paragraph", m.start(), m.end()) for m in found)
    return Source("case", "case.md", text, blocks, "fr")


def read(text: str) -> tuple[Document, list[Quote]]:
    document = analyse(source(text), french())
    return document, list(find_quotes(document, french()))


def shown(quote: Quote) -> str:
    speaker = quote.speaker.text if quote.speaker else ""
    parts = (quote.mode, quote.target.text, speaker, quote.speaker_name)
    return " | ".join(parts).strip()


def cases() -> list[object]:
    found: list[object] = []
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            name = f"{path.stem}: {case['why']}"
            found.append(pytest.param(case["text"], case["quotes"], id=name))
    return found


@pytest.mark.parametrize(("text", "quotes"), cases())
def test_case(text: str, quotes: list[str]) -> None:
    _, found = read(text)
    assert [shown(q) for q in found] == [q.strip() for q in quotes]


@pytest.mark.parametrize(("text", "quotes"), cases())
def test_every_span_is_in_the_body(text: str, quotes: list[str]) -> None:
    _, found = read(text)
    assert len(found) == len(quotes)
    for quote in found:
        for span in (quote.target, quote.evidence, quote.cue, quote.speaker):
            assert span is None or text[span.start : span.end] == span.text
        assert quote.evidence.start <= quote.target.start
        assert quote.target.end <= quote.evidence.end


def test_the_verb_and_its_words_are_kept() -> None:
    _, (quote,) = read("« Le lac est gelé », a constaté Anne Colin.")
    assert quote.fields["cue_lemma"] == "constater"
    assert quote.cue is not None
    assert quote.cue.text == quote.fields["cue_text"] == "a constaté"


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        ("« Ce pont, a dit Anne Leroy, sera ouvert. »", ["yes", "yes"]),
        ("Le lac « restera gelé », a dit Anne Leroy.", [""]),
        ("« Restez chez vous », a dit Anne Leroy.", [""]),
        ("Mais « le lac est gelé », a dit Anne Leroy.", [""]),
    ],
)
def test_fragments(text: str, fragments: list[str]) -> None:
    assert [q.fields["fragment"] for q in read(text)[1]] == fragments


def test_headings_are_kept_out() -> None:
    text = "« Le lac est gelé »\nAnne Colin est venue."
    blocks = (Block("heading", 0, 19), Block("paragraph", 20, len(text)))
    document = analyse(Source("case", "case.md", text, blocks, "fr"), french())
    assert list(find_quotes(document, french())) == []


def test_reading_twice_gives_the_same() -> None:
    text = "« Le lac est gelé », a constaté Anne Colin. Elle craint que « la glace ne cède »."
    assert read(text)[1] == read(text)[1]


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("Il dit « oui » et “non”.", ["oui", "non"]),
        ('Il dit "oui" et "non".', ["oui", "non"]),
        ('Le ministre de l"économie a dit "oui".', ["oui"]),
        ('Il explique : ""oui".', ["oui"]),
        ("Il dit « oui, “vraiment” oui ».", ["oui, “vraiment” oui", "vraiment"]),
        ("« Un.\n« Deux. »", ["Un.", "Deux."]),
        ("« Un.\nDeux. »", ["Un.", "Deux."]),
        ('"Un.\nDeux", dit-il.', ["Un.", "Deux"]),
    ],
)
def test_zones(text: str, zones: list[str]) -> None:
    found = find_zones(source(text))
    assert [text[z.start : z.end] for z in found] == zones
