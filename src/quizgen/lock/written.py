"""What a lock holds as plain values, ready for JSON."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from quizgen.cards import Card, CardKind
from quizgen.lock.entries import Entry, Mark
from quizgen.model import Source

MOMENT = "%Y-%m-%dT%H:%M:%SZ"

# What is no part of a published card, or is written in a form of its own; and so for its source.
APART_OF_CARD = frozenset(
    {"id", "kind", "rule", "score", "changed", "evidence", "answer_span", "source", "points"}
)
APART_OF_SOURCE = frozenset({"path", "body", "blocks", "published"})


def written_layout(kind: CardKind, mark: Mark) -> dict[str, Any]:
    """The line of a layout."""
    return {"layout": kind, **_written_mark(mark)}


def written_entry(entry: Entry) -> dict[str, Any]:
    """The line of a note."""
    line = {"note": entry.card.id, "kind": entry.card.kind, **_written_mark(entry.mark)}
    return line | ({"retired": True} if entry.retired else {}) | _written_card(entry.card)


def _written_mark(mark: Mark) -> dict[str, Any]:
    moment = datetime.fromtimestamp(mark.changed, tz=UTC)
    return {"hash": mark.hash, "changed": moment.strftime(MOMENT)}


def _written_card(card: Card) -> dict[str, Any]:
    start, marked = card.evidence.start, card.answer_span
    written = _plain(card, APART_OF_CARD) | {"evidence": card.evidence.text}
    if marked and start <= marked.start < marked.end <= card.evidence.end:
        written["marked"] = [marked.start - start, marked.end - start]
    if card.source:
        written["source"] = _plain(card.source, APART_OF_SOURCE)
        if card.source.published:
            written["source"]["published"] = card.source.published.isoformat()
    return written


def _plain(thing: Card | Source, apart: frozenset[str]) -> dict[str, Any]:
    """The fields of a card or source that JSON can hold as they are, unless left at default."""
    named = ((each, getattr(thing, each.name)) for each in fields(thing))
    return {each.name: value for each, value in named if each.name not in apart and value}
