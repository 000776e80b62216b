"""Facts in words: each by the first rule of its kind that can word it well."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from quizgen.language import Language
from quizgen.model import Document, Fact, Span
from quizgen.questions.answers import answer_faults
from quizgen.questions.rules import Rule
from quizgen.questions.withheld import Silence, Withheld

_PLAIN = ("ADP", "ADV", "DET", "NUM", "SCONJ")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a rule makes of a fact; `id` is that of the card, `topic` stands in front of it."""

    id: str
    fact: Fact
    rule: Rule
    question: str
    answer: str
    topic: str


def word_facts(
    document: Document, facts: Iterable[Fact], language: Language
) -> tuple[list[Wording], list[Silence]]:
    """Every wording that passes the guards, in the order of the facts, and why others do not."""
    filters = language.grammar.filters(document)
    by_kind: dict[str, list[Rule]] = {}
    for rule in sorted(language.rules(), key=lambda r: r.kind == "cloze"):
        by_kind.setdefault(rule.fact, []).append(rule)
    worded: list[Wording] = []
    silences: list[Silence] = []
    used: Counter[str] = Counter()
    for fact in facts:
        for rule in by_kind.get(fact.kind, []):
            made = _word(document, fact, rule, filters, language)
            if isinstance(made, Silence):
                silences.append(made)
                continue
            key = _key(document, fact)
            used[key] += 1
            topic = "" if rule.alone else language.grammar.topic(document, *made)
            worded.append(Wording(_hash(f"{key}#{used[key]}"), fact, rule, *made, topic))
            break
    return worded, silences


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


def _hash(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:16]
