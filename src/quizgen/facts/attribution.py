"""Whose claim a fact is: what stands inside somebody's words is never asked as plain fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizgen.language import Language
from quizgen.model import Document, Fact, Quote

_OF_THE_WORDS = ("acronym", "short_name", "former_name", "role")  # true whoever says it


def attribute(
    document: Document, quotes: Iterable[Quote], fact: Fact, language: Language
) -> Mapping[str, str]:
    """The speaker in whose words a fact stands: `attribution`, or `unattributed` when not known.

    `told_here`: nobody else's claim, or the sentence itself says whose.
    """
    if fact.kind in _OF_THE_WORDS:
        return {}
    holding = [
        q for q in quotes if q.target.start <= fact.target.start and fact.target.end <= q.target.end
    ]
    if not holding:
        return {"told_here": "yes"}
    inner = min(holding, key=lambda q: q.target.end - q.target.start)
    cue_inside = fact.clause is not None and _holds_cue(document, fact, inner)
    if cue_inside:
        return {"told_here": "yes"}
    if _is_source_phrase(inner, language):
        return {"told_here": "yes", "said": inner.mode}
    speaker = _named(document, inner)
    if speaker:
        gender = inner.entity.gender if inner.entity else ""
        told = {"said": inner.mode, "told_here": _told_here(fact, inner)}
        return {"attribution": speaker, "gender": gender, **told}
    return {"unattributed": "yes", "said": inner.mode, "told_here": _told_here(fact, inner)}


def _is_source_phrase(quote: Quote, language: Language) -> bool:
    """« selon l'étude, … »: the source stands in the claim's own clause and is kept with it."""
    opening = quote.cue.text.lower().replace("’", "'") if quote.cue else ""
    return any(opening.startswith(p) for p in language.words.list("source_prepositions"))


def _holds_cue(document: Document, fact: Fact, quote: Quote) -> bool:
    """Whether the fact's clause is the one that tells who speaks."""
    if fact.clause is None or quote.cue is None:
        return False
    token = document.sentences[fact.clause.sentence].tokens[fact.clause.head]
    return quote.cue.start <= token.start < quote.cue.end


def _named(document: Document, quote: Quote) -> str:
    """A person by the full name, a body by the words of the article; "" for a pronoun."""
    if quote.entity is not None and quote.entity.kind == "person":
        return quote.entity.name
    if quote.speaker is None or quote.speaker_name == "":
        return ""
    first = next(
        (t for s in document.sentences for t in s.tokens if t.start == quote.speaker.start), None
    )
    if first is None or first.pos == "PRON":
        return ""
    text = quote.speaker.text
    return text if first.pos == "PROPN" else text[0].lower() + text[1:]


def _told_here(fact: Fact, quote: Quote) -> str:
    """Whether the fact's own sentence says who speaks."""
    if quote.cue is None or not quote.speaker_name:
        return ""
    inside = fact.evidence.start <= quote.cue.start < fact.evidence.end
    return "yes" if inside else ""
