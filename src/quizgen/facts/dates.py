"""Dates: adverbials that are a date or a period as a whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from quizgen.analysis.tree import child, cover
from quizgen.facts.circumstances import occasion_of, tells_hour
from quizgen.facts.periods import date_patterns, direction_of, find_periods, is_imperfect
from quizgen.facts.targets import Site, evidence_of, running_text, sites
from quizgen.language import Language
from quizgen.model import Document, Fact, Sentence

_SAYING = ("that", "infinitive")  # frames of verbs that only tell
_POINTS = ("year", "month", "day", "weekday")  # grains of what happened once


def find_dates(document: Document, language: Language) -> Iterator[Fact]:
    """Years, months, days and periods as adverbials.

    Fields: `grain` (year, since_year, month, day …), `direction` (past, future or "") of the verb.
    A clause with two dates (« de 2 % en 2016 à 3 % en 2017 ») cannot be asked for one of them.
    """
    by_clause: dict[tuple[int, int], list[Fact]] = {}
    for period in find_periods(document, language):
        if period.clause is not None:
            by_clause.setdefault((period.sentence, period.clause.head), []).append(period)
    for site in sites(document, language):
        fact = _fact(site)
        if fact is not None and not _is_in(fact, by_clause):
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
        for pattern in date_patterns(language, "dates_anywhere")
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
    for pattern, grain in date_patterns(site.language, "dates"):
        match = pattern.match(re.sub(r"\s", " ", span.text))
        if match is None:
            continue
        start, end = (span.start + offset for offset in match.span("answer"))
        inside = range(start, end)
        answer = [i for i in site.tokens if site.sentence.tokens[i].start in inside]
        if _only_tells(site) or site.negative or _counts(site, grain) or _is_told(site):
            return None
        direction = direction_of(site.sentence, site.clause)
        if _is_state(site, grain, direction):
            return None
        fields = {"role": "oblique", "grain": grain, "direction": direction}
        return site.fact("date", answer, fields, (*site.constituent.tokens, *_already(site)))
    return None


def _is_told(site: Site) -> bool:
    """« lors des jeux de Lima, en 2019 », « mardi à 14 heures »: the day of something known."""
    return bool(occasion_of(site)) or tells_hour(site)


def _already(site: Site) -> Iterator[int]:
    """« déjà » beside a date: a question that asks for the date cannot keep it."""
    for constituent in site.clause.constituents:
        words = cover(site.sentence, constituent.tokens, site.document.source.body).text.lower()
        if words.replace("’", "'") in site.language.words.list("already_adverbs"):
            yield from constituent.tokens


def _is_state(site: Site, grain: str, direction: str) -> bool:
    """« les cuves sont vides mardi », « le calme régnait »: a state has no day of its own."""
    verb = site.sentence.tokens[site.clause.head].lemma
    lasting = verb in site.language.words.list("state_verbs")
    if lasting or (site.clause.copular and not direction):
        return True
    unfinished = is_imperfect(site.sentence, site.clause) or (site.clause.passive and not direction)
    return unfinished and grain in _POINTS


def _is_in(fact: Fact, found: Mapping[tuple[int, int], list[Fact]]) -> bool:
    """Whether a date is part of a period found before."""
    return any(
        other.target.start <= fact.target.start and fact.target.end <= other.target.end
        for facts in found.values()
        for other in facts
    )


def _counts(site: Site, grain: str) -> bool:
    """« en 2023, 735 personnes … »: what is worth asking is how many, not in which year."""
    if "day" in grain:
        return False
    held = [c.head for c in site.clause.constituents if c.role in ("subject", "object", "oblique")]
    heads = [site.sentence.tokens[i] for i in held if i != site.constituent.head]
    return any(
        head.pos == "NUM" or child(site.sentence, head.i, "nummod") is not None for head in heads
    )


def _only_tells(site: Site) -> bool:
    """« a déclaré mardi »: the day on which somebody spoke is seldom worth a question."""
    verb = site.sentence.tokens[site.clause.head]
    modes = site.language.words.table("speech_verbs").get(verb.lemma, ())
    return any(mode in _SAYING for mode in modes)
