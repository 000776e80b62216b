"""The command line over rooms that understand percentages only, so that no parser is loaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from quizgen.cards import Card
from quizgen.cli import main
from quizgen.model import Document, Fact, Sentence, Source, Token
from quizgen.questions import Silence

ARTICLE = """\
---
title: Le lac de Brume
publisher: Gazette de Brume
published: 2026-03-02
---
La commune a vidé 40 % du lac pour les travaux de la digue.

**Des pêcheurs patients**

Les pêcheurs ont gardé 12 % des poissons dans un bassin. Ils seront rendus au lac.

Le maire parle d'une économie de 9 % mystère pour la ville.
"""


def _analyse(source: Source, _language: Any) -> Document:
    sentences = []
    for number, block in enumerate(b for b in source.blocks if b.kind != "boilerplate"):
        words = re.finditer(r"\S+", source.body[block.start : block.end])
        tokens = tuple(
            Token(
                i, block.start + w.start(), block.start + w.end(), w[0], w[0], "X", {}, "", 0, True
            )
            for i, w in enumerate(words)
        )
        sentences.append(
            Sentence(number, 0, block.start, block.end, tokens, (), block.kind == "heading")
        )
    return Document(source, tuple(sentences), (), (), (), ())


def _find(document: Document, _language: Any) -> tuple[Fact, ...]:
    def facts() -> Iterator[Fact]:
        for s in document.sentences:
            for found in re.finditer(r"\d+ %", document.source.body[s.start : s.end]):
                target = document.source.span(s.start + found.start(), s.start + found.end())
                evidence = document.source.span(s.start, s.end)
                yield Fact("percentage", evidence, target, s.index, fields={"value": found[0]})

    return tuple(facts())


def _make(
    document: Document, facts: tuple[Fact, ...], _language: Any, _least: float
) -> tuple[tuple[Card, ...], tuple[Silence, ...]]:
    cards, silences = [], []
    for fact in facts:
        if "mystère" in fact.evidence.text:
            silences.append(Silence("fr.percentage.share", fact, "of what is not said"))
            continue
        cards.append(
            Card(
                id=sha256(f"{document.source.id} {fact.target.text}".encode()).hexdigest()[:16],
                kind="basic",
                rule="fr.percentage.share",
                fact=fact.kind,
                question="Quel pourcentage est-ce\u00a0?",
                answer=fact.target.text,
                answer_span=fact.target,
                evidence=fact.evidence,
                score=float(fact.target.text.split()[0]),
                topic="Lac, juin 2026",
                source=document.source,
            )
        )
    return tuple(cards), tuple(silences)


def _select(
    cards: tuple[Card, ...],
    limit: int | None,
    kinds: frozenset[str] | None = None,
    kept: frozenset[str] = frozenset(),
) -> tuple[Card, ...]:
    wanted = [card for card in cards if kinds is None or card.fact in kinds]
    return tuple(sorted(wanted, key=lambda card: (card.id not in kept, -card.score))[:limit])


@pytest.fixture
def quizgen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Runs the command in an empty folder."""
    for name, stage in {
        "analyse": _analyse,
        "find_facts": _find,
        "make_cards": _make,
        "select": _select,
    }.items():
        monkeypatch.setattr(f"quizgen.pipeline.{name}", stage)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, **options: Any) -> Result:
        return CliRunner().invoke(main, list(arguments), **options)

    return run


@pytest.fixture
def article(quizgen: Callable[..., Result]) -> str:
    """The name of a file that gives two cards and one silence."""
    Path("lac.md").write_text(ARTICLE, encoding="utf-8")
    return "lac.md"
