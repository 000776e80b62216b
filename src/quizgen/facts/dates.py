"""Dates: adverbials that are a date as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from quizgen.analysis.tree import cover
from quizgen.facts.targets import below, clauses_of, evidence_of, skeleton_sure
from quizgen.language import Language
from quizgen.model import Clause, Constituent, Document, Fact, Sentence


def find_dates(document: Document, language: Language) -> Iterator[Fact]:
    """Years, months and days as adverbials; fields: `grain` (year, since_year, month, day …)."""
    patterns = _patterns(language)
    for sentence in document.sentences:
        if sentence.heading:
            continue
        asked: set[int] = set()
        for clause in clauses_of(document, sentence):
            found = [
                fact
                for constituent in clause.constituents
                if constituent.role in ("oblique", "adverb")
                for fact in _facts(document, sentence, clause, constituent, patterns)
            ]
            if len(found) == 1:  # « de 2 % en 2016 à 3 % en 2017 » cannot be asked for one of them
                yield found[0]
                asked.add(found[0].target.start)
        yield from _elsewhere(document, sentence, asked, language)


def _elsewhere(
    document: Document, sentence: Sentence, asked: set[int], language: Language
) -> Iterator[Fact]:
    """Dates that are no adverbial of a clause: their sentence can still have a gap."""
    found = [
        match
        for pattern in _patterns(language, "dates_anywhere")
        for match in pattern[0].finditer(document.source.body, sentence.start, sentence.end)
    ]
    if len(found) != 1 or found[0].start("answer") in asked:
        return
    yield Fact(
        kind="date",
        evidence=evidence_of(document, sentence),
        target=document.source.span(*found[0].span("answer")),
        sentence=sentence.index,
    )


def _facts(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    constituent: Constituent,
    patterns: tuple[tuple[re.Pattern[str], str], ...],
) -> Iterator[Fact]:
    tokens = below(sentence, constituent.head)
    if not tokens or not skeleton_sure(sentence, clause, constituent.head):
        return
    span = cover(sentence, tokens, document.source.body)
    for pattern, grain in patterns:
        match = pattern.match(re.sub(r"\s", " ", span.text))
        if match is None:
            continue
        start, end = span.start + match.start("answer"), span.start + match.end("answer")
        yield Fact(
            kind="date",
            evidence=evidence_of(document, sentence),
            target=document.source.span(start, end),
            sentence=sentence.index,
            clause=clause,
            parts={"phrase": constituent.tokens},
            fields={"role": "oblique", "grain": grain},
        )
        return


def _patterns(language: Language, name: str = "dates") -> tuple[tuple[re.Pattern[str], str], ...]:
    months = "|".join(sorted(language.words.list("months")))
    weekdays = "|".join(sorted(language.words.list("weekdays")))
    table: Any = language.words.table(name)
    rows = tuple((str(r["pattern"]), str(r["grain"])) for r in table)
    return _compiled(rows, months, weekdays)


@lru_cache(maxsize=4)
def _compiled(
    rows: tuple[tuple[str, str], ...], months: str, weekdays: str
) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (
            re.compile(
                p.replace("MONTH", f"(?:{months})").replace("WEEKDAY", f"(?:{weekdays})"), re.I
            ),
            grain,
        )
        for p, grain in rows
    )
