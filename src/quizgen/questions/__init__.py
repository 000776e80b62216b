"""From facts to cards: each fact gets the first rule of its kind that can word it well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from quizgen.cards import Card, CardKind
from quizgen.language import Language
from quizgen.model import Block, Document, Fact, Quote, Span
from quizgen.questions.ambiguity import ambiguous
from quizgen.questions.answers import answer_faults
from quizgen.questions.cloze import with_words
from quizgen.questions.rules import Rule
from quizgen.questions.withheld import Silence, Withheld
from quizgen.questions.worth import worth

_PLAIN = ("ADP", "ADV", "DET", "NUM", "SCONJ")

__all__ = ["Silence", "Withheld", "make_cards"]


def make_cards(
    document: Document, facts: Iterable[Fact], language: Language
) -> tuple[tuple[Card, ...], tuple[Silence, ...]]:
    """Every card that passes the guards, in the order of the facts, and why others were not."""
    filters = language.grammar.filters(document)
    by_kind: dict[str, list[Rule]] = {}
    for rule in sorted(language.rules(), key=lambda r: r.kind == "cloze"):
        by_kind.setdefault(rule.fact, []).append(rule)
    made_of: list[tuple[Card, Fact]] = []
    silences: list[Silence] = []
    used: Counter[str] = Counter()
    for fact in facts:
        for rule in by_kind.get(fact.kind, []):
            made = _word(document, fact, rule, filters, language)
            if isinstance(made, Silence):
                silences.append(made)
                continue
            question, answer = made
            key = _key(document, fact)
            used[key] += 1
            card = _card(document, fact, rule, f"{key}#{used[key]}")
            card = replace(
                card,
                topic=language.grammar.topic(document, question, answer),
                score=worth(document, fact, rule.worth, question),
            )
            made_of.append((with_words(card, question, answer), fact))
            break
    twice = ambiguous(card for card, _ in made_of)
    for card, fact in made_of:
        if card.id in twice:
            reason = f"another fact answers the very question: {card.question}"
            silences.append(Silence(card.rule, fact, reason))
    return tuple(card for card, _ in made_of if card.id not in twice), tuple(silences)


def _word(
    document: Document, fact: Fact, rule: Rule, filters: Mapping[str, Any], language: Language
) -> tuple[str, str] | Silence:
    if not rule.fits(fact):
        return Silence(rule.id, fact, "conditions not met")
    names: dict[str, Any] = dict(fact.fields)
    names |= {name: function(fact) for name, function in filters.items()}
    said = fact.hidden if rule.kind == "cloze" else fact.target
    names["answer"] = fact.fields.get("answer", _inside(document, fact, said))
    try:
        question = rule.ask.render(names)
        answer = rule.answer.render(names).strip()
    except Withheld as reason:
        return Silence(rule.id, fact, str(reason))
    check = language.grammar.gap_faults if rule.kind == "cloze" else language.grammar.faults
    faults = [*check(question, answer), *answer_faults(document, fact, answer)]
    if faults:
        return Silence(rule.id, fact, f"{'; '.join(faults)}: {question} → {answer}")
    return question, answer


def _inside(document: Document, fact: Fact, said: Span) -> str:
    """Words as they stand inside a sentence: a capital that only opens it goes."""
    sentence = document.sentences[fact.sentence]
    first = next((t for t in sentence.tokens if t.start == said.start), None)
    opens = first is not None and first.i == 0 and first.pos in _PLAIN and fact.clause is not None
    return said.text[0].lower() + said.text[1:] if opens else said.text


def _key(document: Document, fact: Fact) -> str:
    """What makes a fact this fact: its source, its kind, its words and its predicate."""
    predicate = ""
    if fact.clause is not None:
        predicate = document.sentences[fact.clause.sentence].tokens[fact.clause.head].lemma
    words = " ".join(fact.target.text.split()).lower()
    return "|".join((document.source.id, fact.kind, predicate, words))


def _card(document: Document, fact: Fact, rule: Rule, key: str) -> Card:
    kind: CardKind = "cloze" if rule.kind == "cloze" else "basic"
    return Card(
        id=sha256(key.encode()).hexdigest()[:16],
        kind=kind,
        rule=rule.id,
        fact=fact.kind,
        question="",
        answer="",
        answer_span=_answer_span(fact, kind),
        evidence=fact.evidence,
        score=0.0,
        context=_heading_above(document, fact),
        source=document.source,
    )


def _answer_span(fact: Fact, kind: CardKind) -> Span | None:
    """The words of the body that the answer comes from."""
    if isinstance(fact, Quote):
        return fact.speaker
    return fact.hidden if kind == "cloze" else fact.target


def _heading_above(document: Document, fact: Fact) -> str:
    heading: Block | None = None
    for block in document.source.blocks:
        if block.start > fact.evidence.start:
            break
        heading = block if block.kind == "heading" else heading
    return document.source.body[heading.start : heading.end] if heading else ""
