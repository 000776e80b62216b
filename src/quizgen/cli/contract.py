"""The JSON that `--json` prints, on which other programs rely."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from quizgen.cards import Card
from quizgen.model import Fact, Quote, Source, Span


def facts_of(source: Source, facts: Iterable[Fact]) -> dict[str, Any]:
    """The facts of one source."""
    return {
        "source": source.path,
        "language": source.language,
        "facts": [_fact(fact) for fact in facts],
    }


def cards_of(source: Source, cards: Iterable[Card]) -> dict[str, Any]:
    """The cards of one source, in the order given."""
    return {
        "source": source.path,
        "language": source.language,
        "title": source.title,
        "cards": [_card(card) for card in cards],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    """A fact; what its kind adds never hides what every fact has."""
    own: dict[str, Any] = {"target": _span(fact.target)}
    if isinstance(fact, Quote):
        own = {
            "mode": fact.mode,
            "quote": _span(fact.target),
            "cue": _span(fact.cue),
            "speaker": _span(fact.speaker),
            "speaker_name": fact.speaker_name or None,
        }
    every = {"kind": fact.kind, **_place(fact.evidence), **own}
    return every | {key: value for key, value in fact.fields.items() if key not in every}


def _card(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "kind": card.kind,
        "rule": card.rule,
        "fact": card.fact,
        "question": card.front,
        "topic": card.topic,
        "answer": card.answer,
        "answer_span": _span(card.answer_span),
        "choices": list(card.choices) or None,
        "cloze": card.cloze or None,
        "evidence": _span(card.evidence),
        "score": card.score,
    }


def _span(span: Span | None) -> dict[str, Any] | None:
    return None if span is None else _place(span)


def _place(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}
