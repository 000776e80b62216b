"""Quotations: direct, mixed and indirect, with their cue and their speaker.

incises · interrupted · reported · sources · floating; each finds one way of quoting.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.facts.quotes.floating import find_floating
from quizgen.facts.quotes.incises import find_incises, sayings_of
from quizgen.facts.quotes.interrupted import split_quotations
from quizgen.facts.quotes.passages import Passage, find_passages
from quizgen.facts.quotes.reported import find_reported
from quizgen.facts.quotes.sayings import Saying
from quizgen.facts.quotes.sources import find_sources
from quizgen.facts.quotes.speakers import Cast, Voice
from quizgen.language import Language
from quizgen.model import Document, Quote, Span

_SAME = 0.6  # overlap over union from which two findings are one quotation


def find_quotes(document: Document, language: Language) -> Iterator[Quote]:
    """Every quotation of the running text, in order."""
    cast = Cast.of(document, language)
    for passage in find_passages(document):
        for unit in passage.units:
            yield from _in_unit(passage, unit, cast)


def _in_unit(passage: Passage, unit: range, cast: Cast) -> Iterator[Quote]:
    incises = find_incises(passage, unit, cast)
    found: list[Saying] = []
    for saying in (
        *split_quotations(passage, unit, cast),
        *sayings_of(passage, unit, incises),
        *find_reported(passage, unit, incises, cast),
        *find_sources(passage, unit, incises, cast),
    ):
        if not any(_same(saying, other) for other in found):
            found.append(saying)
    found += find_floating(passage, unit, found, cast)
    for saying in sorted(found, key=lambda s: (s.start, -s.end)):
        yield _quote(passage, unit, saying, cast)


def _same(one: Saying, other: Saying) -> bool:
    """Whether two findings are one quotation, or one is a quotation already cut in parts."""
    both = one.overlap(other)
    union = one.end - one.start + other.end - other.start - both
    inside = other.mode == "direct" and other.cue != one.cue and both == other.end - other.start
    return both / max(1, union) >= _SAME or (inside and one.mode == "direct")


def _quote(passage: Passage, unit: range, saying: Saying, cast: Cast) -> Quote:
    voice = cast.last if saying.head is None else cast.voice(passage, saying.head)
    source = cast.document.source
    if voice.span is not None:
        cast.remember(voice, passage, saying.end)
    first = next(t.i for t in passage.tokens if t.end > saying.start)
    start = min(saying.start, passage.tokens[unit.start].start)
    end = max(saying.end, passage.tokens[unit.stop - 1].end)
    return Quote(
        kind="quote",
        evidence=source.span(start, end),
        target=source.span(saying.start, saying.end),
        sentence=passage.places[first][0],
        mode=saying.mode,
        cue=_cue(passage, saying, cast),
        speaker=voice.span,
        entity=voice.entity,
        speaker_name=voice.name,
        fields=_fields(passage, saying, voice, cast),
    )


def _cue(passage: Passage, saying: Saying, cast: Cast) -> Span | None:
    if saying.cue is None:
        return None
    first, last = saying.cue
    return cast.document.source.span(passage.tokens[first].start, passage.tokens[last].end)


def _fields(passage: Passage, saying: Saying, voice: Voice, cast: Cast) -> dict[str, str]:
    cue = _cue(passage, saying, cast)
    return {"cue_lemma": saying.lemma, "cue_text": cue.text if cue is not None else ""}
