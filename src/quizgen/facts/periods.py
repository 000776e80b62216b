"""Periods: « du 3 mars au 5 avril 2020 », « entre 2008 et 2012 »; and where in time a verb is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from quizgen.analysis.tree import children
from quizgen.facts.targets import build, clauses_of, running_text, skeleton_sure
from quizgen.language import Language
from quizgen.model import Clause, Document, Fact, Sentence

_CLOCK = 3  # words of a time of the day, up to its unit


def find_periods(document: Document, language: Language) -> Iterator[Fact]:
    """Periods that are adverbials of a clause, as facts of the kind `date`."""
    for sentence in running_text(document):
        for pattern, grain in date_patterns(language, "periods"):
            for match in pattern.finditer(document.source.body, sentence.start, sentence.end):
                span = range(*match.span("answer"))
                tokens = tuple(t.i for t in sentence.tokens if t.start in span)
                clause = _clause_of(document, sentence, tokens)
                if clause is not None and tokens:
                    yield build(
                        document,
                        sentence,
                        "date",
                        tokens,
                        clause=clause,
                        parts={"phrase": (*tokens, *_hour(sentence, clause, language))},
                        fields={
                            "role": "oblique",
                            "grain": grain,
                            "direction": direction_of(sentence, clause),
                        },
                    )


def _hour(sentence: Sentence, clause: Clause, language: Language) -> Iterator[int]:
    """« à trois heures du matin » beside a date: a question that asks when does not keep it."""
    before, units = language.words.list("clock_prepositions"), language.words.list("clock_units")
    for constituent in clause.constituents:
        words = [sentence.tokens[i].text.lower() for i in constituent.tokens[:_CLOCK]]
        if constituent.role == "oblique" and words[0] in before and units & set(words):
            yield from constituent.tokens


def _clause_of(document: Document, sentence: Sentence, tokens: tuple[int, ...]) -> Clause | None:
    """The clause all of whose words inside the period are obliques of its own."""
    inside = set(tokens)
    for clause in clauses_of(document, sentence):
        held = [c for c in clause.constituents if c.head in inside]
        whole = {i for c in held for i in c.tokens if sentence.tokens[i].pos != "PUNCT"}
        plain = all(c.role in ("oblique", "adverb") for c in held) and not _counts(sentence, clause)
        if held and plain and whole == inside and skeleton_sure(sentence, clause):
            return clause
    return None


def _counts(sentence: Sentence, clause: Clause) -> bool:
    """« 22 000 cas ont été recensés entre …»: what is worth asking is how many, not when."""
    head = sentence.tokens[clause.subject.head] if clause.subject else None
    return head is not None and (
        head.pos == "NUM" or any(t.dep == "nummod" for t in children(sentence, head.i))
    )


def direction_of(sentence: Sentence, clause: Clause) -> str:
    """Whether a clause tells of the past or the future; "" for the present and what is open."""
    verbs = [sentence.tokens[i] for i in clause.verbs]
    finite = sentence.tokens[clause.finite]
    if any(v.feats.get("Tense") == "Fut" for v in verbs) or finite.feats.get("Mood") == "Cnd":
        return "future"
    if finite.feats.get("Tense") in ("Past", "Imp"):
        return "past"
    compound = len([v for v in verbs if v.pos == "AUX"]) > int(clause.passive)
    head = sentence.tokens[clause.head]
    participle = head.feats.get("VerbForm") == "Part" and head.feats.get("Tense") == "Past"
    return "past" if compound and participle and finite.i != head.i else ""


def is_imperfect(sentence: Sentence, clause: Clause) -> bool:
    """« les prix montaient », « la route était fermée »: what lasted, no pluperfect."""
    finite = sentence.tokens[clause.finite]
    simple = finite.i == clause.head or (
        finite.lemma == "être" and (clause.passive or clause.copular)
    )
    return finite.feats.get("Tense") == "Imp" and simple


def date_patterns(language: Language, name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The pack's patterns of dates with their grains; the group `answer` is what is answered."""
    months = "|".join(sorted(language.words.list("months")))
    weekdays = "|".join(sorted(language.words.list("weekdays")))
    table: Any = language.words.table(name)
    rows = tuple((str(r["pattern"]), str(r["grain"])) for r in table)
    return _compiled(rows, months, weekdays)


@lru_cache(maxsize=8)
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
