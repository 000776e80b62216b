"""Dates: adverbials that are a date as a whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from quizgen.analysis.tree import cover
from quizgen.facts.targets import Site, evidence_of, running_text, sites
from quizgen.language import Language
from quizgen.model import Document, Fact, Sentence


def find_dates(document: Document, language: Language) -> Iterator[Fact]:
    """Years, months and days as adverbials; fields: `grain` (year, since_year, month, day …).

    A clause with two dates (« de 2 % en 2016 à 3 % en 2017 ») cannot be asked for one of them.
    """
    by_clause: dict[tuple[int, int], list[Fact]] = {}
    for site in sites(document, language):
        fact = _fact(site)
        if fact is not None:
            by_clause.setdefault((site.sentence.index, site.clause.head), []).append(fact)
    asked = {facts[0].target.start: facts[0] for facts in by_clause.values() if len(facts) == 1}
    yield from asked.values()
    for sentence in running_text(document):
        yield from _elsewhere(document, sentence, asked, language)


def _elsewhere(
    document: Document, sentence: Sentence, asked: Collection[int], language: Language
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


def _fact(site: Site) -> Fact | None:
    if site.constituent.role not in ("oblique", "adverb") or not site.tokens:
        return None
    body = site.document.source.body
    span = cover(site.sentence, site.tokens, body)
    for pattern, grain in _patterns(site.language):
        match = pattern.match(re.sub(r"\s", " ", span.text))
        if match is None:
            continue
        start, end = (span.start + offset for offset in match.span("answer"))
        inside = range(start, end)
        answer = [i for i in site.tokens if site.sentence.tokens[i].start in inside]
        return site.fact("date", answer, {"role": "oblique", "grain": grain})
    return None


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
