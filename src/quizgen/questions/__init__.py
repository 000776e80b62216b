"""From facts to cards: each fact gets the first rule of its kind that can word it well."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.cards import Card, CardKind
from quizgen.language import Language
from quizgen.model import Block, Document, Fact, Quote, Span
from quizgen.questions.ambiguity import ambiguous
from quizgen.questions.cloze import with_words
from quizgen.questions.withheld import Silence, Withheld
from quizgen.questions.wording import Wording, word_facts
from quizgen.questions.worth import worth

__all__ = ["Silence", "Withheld", "make_cards"]


def make_cards(
    document: Document, facts: Iterable[Fact], language: Language, least: float = 0.0
) -> tuple[tuple[Card, ...], tuple[Silence, ...]]:
    """Every card that passes the guards, in the order of the facts, and why others were not.

    `least`: what a card has to be worth.
    """
    worded, silences = word_facts(document, facts, language)
    cards = [_card(document, wording, language) for wording in worded]
    twice = ambiguous(cards)
    kept: list[Card] = []
    for card, wording in zip(cards, worded, strict=True):
        reason = ""
        if card.id in twice:
            reason = f"another fact answers the very question: {card.question}"
        elif card.score < least:
            reason = f"worth too little ({card.score:.2f}): {card.question} → {card.answer}"
        if reason:
            silences.append(Silence(card.rule, wording.fact, reason))
        else:
            kept.append(card)
    return tuple(kept), tuple(silences)


def _card(document: Document, wording: Wording, language: Language) -> Card:
    fact, rule = wording.fact, wording.rule
    kind: CardKind = "cloze" if rule.kind == "cloze" else "basic"
    card = Card(
        id=wording.id,
        kind=kind,
        rule=rule.id,
        fact=fact.kind,
        question="",
        answer="",
        answer_span=_answer_span(fact, kind),
        evidence=fact.evidence,
        score=worth(document, wording, language),
        topic=wording.topic,
        context=_heading_above(document, fact),
        source=document.source,
    )
    return with_words(card, wording.question, wording.answer)


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
