"""Quotations with a source instead of a verb: according to X, …; … , according to X."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.quotes.cues import plain
from quizgen.facts.quotes.incises import Incise
from quizgen.facts.quotes.passages import Passage, has_finite, is_finite
from quizgen.facts.quotes.sayings import Saying, has_words, told, without_link
from quizgen.facts.quotes.speakers import Cast, phrase

_NEAR = 6  # words from the preposition to its noun


def find_sources(
    passage: Passage, unit: range, incises: Sequence[Incise], cast: Cast
) -> Iterator[Saying]:
    """What a unit tells on the word of somebody."""
    for i in unit:
        if i in passage.quoted or any(n.group.first < i for n in incises):
            continue
        for marker in sorted(cast.language.words.list("source_prepositions")):
            last = _match(passage, i, marker, cast)
            if last is None:
                continue
            head = _noun_behind(passage, last, unit, cast)
            if head is not None and _is_meant(passage, unit, i, marker, head, cast):
                saying = _told(passage, unit, (i, last), head)
                if saying is not None:
                    yield saying


def _match(passage: Passage, i: int, marker: str, cast: Cast) -> int | None:
    """The last word of a preposition that starts at a word."""
    start = passage.tokens[i].start
    text = cast.document.source.body[start : start + len(marker)].lower().replace("’", "'")
    if text != marker:
        return None
    return next((t.i for t in passage.tokens[i:][:5] if t.end == start + len(marker)), None)


def _noun_behind(passage: Passage, i: int, unit: range, cast: Cast) -> int | None:
    for token in passage.tokens[i + 1 : min(unit.stop, i + 1 + _NEAR)]:
        if token.i in passage.quoted or is_finite(token) or token.pos in ("SCONJ", "VERB"):
            return None
        if token.pos in ("NOUN", "PROPN", "PRON"):
            return token.i if cast.is_source(passage, token.i) else None
        if plain(token) in cast.language.words.list("source_pronouns") and token.pos != "DET":
            return token.i
    return None


def _is_meant(
    passage: Passage, unit: range, i: int, marker: str, head: int, cast: Cast
) -> bool:
    """« pour » names a source only at the head of a sentence, before a comma, and of people."""
    if marker not in cast.language.words.list("people_prepositions"):
        return True
    quotes = bool(passage.zones_in(unit.start, unit.stop - 1))
    if passage.tokens[head].pos == "PRON":
        return quotes or not has_words(passage, unit.start, i - 1)
    last = phrase(passage, head)[1]
    comma = last + 1 < unit.stop and passage.tokens[last + 1].text == ","
    if has_words(passage, unit.start, i - 1) or not comma:
        return False
    mention = cast.mention(passage, head)
    entity = mention.entity if mention is not None else None
    person = entity is not None and entity.kind in ("person", "organisation")
    named = cast.voice(passage, head).entity
    return person or (named is not None and named.kind == "person") or (
        quotes and not cast.is_document(passage, head)
    )


def _told(
    passage: Passage, unit: range, marker: tuple[int, int], head: int
) -> Saying | None:
    tokens = passage.tokens
    last = phrase(passage, head)[1]
    before = marker[0] - 1
    leading = not has_words(passage, unit.start, before)
    if leading or not _says(passage, unit.start, before):
        first = _behind(passage, last + 1, unit)
        if not leading and not has_finite(passage, first, unit.stop - 1):
            return None
        return told(passage, first, unit.stop - 1, marker, tokens[marker[0]].lemma, head)
    first = _clause_start(passage, unit, before)
    first = without_link(passage, first, before)
    return told(passage, first, before, marker, tokens[marker[0]].lemma, head)


def _says(passage: Passage, first: int, last: int) -> bool:
    return has_finite(passage, first, last)


def _behind(passage: Passage, i: int, unit: range) -> int:
    """Where the words told start behind a source: after the comma, and after what describes it."""
    tokens = passage.tokens
    commas = [t.i for t in tokens[i : unit.stop] if t.text == "," and t.i not in passage.quoted]
    for comma in commas:
        following = tokens[comma + 1] if comma + 1 < unit.stop else None
        later = any(c > comma for c in commas)
        if following is None or not (later and _describes(passage, following.i)):
            return comma + 1
    return i


def _describes(passage: Passage, i: int) -> bool:
    """A participle or a noun without article behind a name: « interrogé sur RFI », « maire de »."""
    token = passage.tokens[i]
    participle = token.pos == "VERB" and token.feats.get("VerbForm") == "Part"
    relative = token.pos == "PRON" and token.feats.get("PronType") == "Rel"
    return participle or relative or (token.pos == "NOUN" and token.dep == "appos")


def _clause_start(passage: Passage, unit: range, last: int) -> int:
    """The start of what is told before a source: behind the last semicolon."""
    marks = [
        t.i for t in passage.tokens[unit.start : last] if t.text == ";" and t.i not in passage.quoted
    ]
    return marks[-1] + 1 if marks else unit.start
