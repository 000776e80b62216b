"""Adjuncts: where, to what end and why something happened."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import cover
from quizgen.facts.targets import below, build, clauses_of, skeleton_sure
from quizgen.language import Language
from quizgen.model import Clause, Constituent, Document, Fact, Mention, Sentence

_LEAST_GOAL = 3  # words: « pour voir » says nothing


def find_adjuncts(document: Document, language: Language) -> Iterator[Fact]:
    """Places (kind `place`, field `sort`: country, town, other), goals and causes."""
    for sentence in document.sentences:
        if sentence.heading:
            continue
        for clause in clauses_of(document, sentence):
            for constituent in clause.constituents:
                if not skeleton_sure(sentence, clause, constituent.head):
                    continue
                fact = (
                    _place(document, sentence, clause, constituent, language)
                    or _goal(document, sentence, clause, constituent, language)
                    or _cause(document, sentence, clause, constituent, language)
                )
                if fact is not None:
                    yield fact


def _place(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    constituent: Constituent,
    language: Language,
) -> Fact | None:
    tokens = below(sentence, constituent.head)
    if constituent.role != "oblique" or not tokens:
        return None
    marker = sentence.tokens[tokens[0]].text.lower()
    mention = _name_at(document, sentence, constituent.head)
    if mention is None or mention.entity is None or mention.entity.kind != "place":
        return None
    if marker not in language.words.list("place_markers") or mention.last != tokens[-1]:
        return None
    if sentence.tokens[mention.first - 1].pos == "DET":
        return None  # « à l'Iran » is to whom, not where
    answer = tokens if marker == "en" or marker in ("au", "aux") else tokens[1:]
    return build(
        document,
        sentence,
        "place",
        answer,
        clause=clause,
        parts={"phrase": constituent.tokens},
        fields={"role": "oblique", "sort": _sort(mention.entity.name, marker, language)},
    )


def _sort(name: str, marker: str, language: Language) -> str:
    folded = name.lower().replace("’", "'")
    if folded in language.words.list("countries"):
        return "country"
    known = any(r.name == "place" for r in language.lexicon.readings(name))
    return "town" if marker == "à" and known else "other"


def _name_at(document: Document, sentence: Sentence, head: int) -> Mention | None:
    for mention in document.mentions:
        if mention.sentence == sentence.index and mention.head == head and mention.kind == "name":
            return mention
    return None


def _goal(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    constituent: Constituent,
    language: Language,
) -> Fact | None:
    head = sentence.tokens[constituent.head]
    if constituent.role != "adverbial" or head.feats.get("VerbForm") != "Inf":
        return None
    return _marked(document, sentence, clause, constituent, "goal", "goal_markers", language)


def _cause(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    constituent: Constituent,
    language: Language,
) -> Fact | None:
    if constituent.role not in ("oblique", "adverbial"):
        return None
    return _marked(document, sentence, clause, constituent, "cause", "cause_markers", language)


def _marked(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    constituent: Constituent,
    kind: str,
    markers: str,
    language: Language,
) -> Fact | None:
    """A fact when the constituent opens with one of the pack's markers of this kind."""
    tokens = below(sentence, constituent.head)
    words = [sentence.tokens[i].text.lower().replace("’", "'") for i in tokens]
    for length in (4, 3, 2, 1):
        marker = " ".join(words[:length]).replace("' ", "'")
        if marker in language.words.list(markers) and len(tokens) >= length + _LEAST_GOAL:
            answer = tokens[length:] if kind == "goal" else tokens
            if cover(sentence, answer, document.source.body).text.count("«") > 1:
                return None
            return build(
                document,
                sentence,
                kind,
                answer,
                clause=clause,
                parts={"phrase": constituent.tokens},
                fields={"role": "oblique"},
            )
    return None
