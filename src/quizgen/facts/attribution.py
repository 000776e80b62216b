"""Whose claim a fact is: what stands inside somebody's words is never asked as plain fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizgen.model import Document, Fact, Quote

_OF_THE_WORDS = ("acronym", "role")  # true whoever says it


def attribute(document: Document, quotes: Iterable[Quote], fact: Fact) -> Mapping[str, str]:
    """The speaker in whose words a fact stands: `attribution`, or `unattributed` when not known."""
    if fact.kind in _OF_THE_WORDS:
        return {}
    holding = [q for q in quotes if q.target.start <= fact.target.start and fact.target.end <= q.target.end]
    if not holding:
        return {}
    inner = min(holding, key=lambda q: q.target.end - q.target.start)
    cue_inside = fact.clause is not None and _holds_cue(document, fact, inner)
    if cue_inside:
        return {}
    if inner.speaker_name:
        return {"attribution": _named(inner), "said": inner.mode}
    return {"unattributed": "yes", "said": inner.mode}


def _holds_cue(document: Document, fact: Fact, quote: Quote) -> bool:
    """Whether the fact's clause is the one that tells who speaks."""
    if fact.clause is None or quote.cue is None:
        return False
    token = document.sentences[fact.clause.sentence].tokens[fact.clause.head]
    return quote.cue.start <= token.start < quote.cue.end


def _named(quote: Quote) -> str:
    return quote.speaker_name
