"""Quotations: direct, mixed and indirect, with their cue and their speaker.

Each way of quoting is a module: said_before (« … », says X), interrupted (« …, says X, … »),
reported (X says that …), sources (according to X), floating (no cue of its own).
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.facts.quotes.floating import find_floating
from quizgen.facts.quotes.fragments import is_cut, is_fragment
from quizgen.facts.quotes.incises import find_incises
from quizgen.facts.quotes.interrupted import split_quotations
from quizgen.facts.quotes.passages import find_passages
from quizgen.facts.quotes.reported import find_reported
from quizgen.facts.quotes.said_before import find_said_before
from quizgen.facts.quotes.sayings import Cue, Saying
from quizgen.facts.quotes.sources import find_sources
from quizgen.facts.quotes.speakers import NOBODY, Cast, Voice
from quizgen.facts.quotes.units import Unit
from quizgen.facts.quotes.voices import voice_at
from quizgen.language import Language
from quizgen.model import Document, Quote, Span

_SAME = 0.6  # overlap over union from which two findings are one quotation
_EQUAL = 0.95  # the same for reports in reports (« X dit que Y affirme … »)


def find_quotes(document: Document, language: Language) -> Iterator[Quote]:
    """Every quotation of the running text, in order."""
    cast = Cast.of(document, language)
    for passage in find_passages(document):
        for words in passage.units:
            yield from _in_unit(Unit(passage, words.start, words.stop, cast))


def _in_unit(unit: Unit) -> Iterator[Quote]:
    incises = find_incises(unit)
    found: list[Saying] = []
    for saying in (
        *split_quotations(unit),
        *find_said_before(unit, incises),
        *find_reported(unit, incises),
        *find_sources(unit, incises),
    ):
        if not any(_same(saying, other) or _repeats(unit, saying, other) for other in found):
            found.append(saying)
    for saying in find_floating(unit, tuple(found), incises):
        _add_floating(found, saying)
    for saying in sorted(found, key=lambda s: (s.start, -s.end)):
        yield _quote(unit, saying)


def _same(one: Saying, other: Saying) -> bool:
    """Whether two findings are one quotation, or one is a quotation already cut in parts."""
    both = one.overlap(other)
    union = one.end - one.start + other.end - other.start - both
    inside = other.mode == "direct" and other.cue != one.cue and both == other.end - other.start
    likeness = both / max(1, union)
    nested = one.mode == other.mode == "indirect" and one.head != other.head
    return likeness >= (_EQUAL if nested else _SAME) or (inside and one.mode == "direct")


def _repeats(unit: Unit, one: Saying, other: Saying) -> bool:
    """Whether a finding is part of what the same speaker is already said to say."""
    if one.head is None or other.head is None or one.overlap(other) < one.end - one.start:
        return False
    inner = voice_at(unit.passage, one.head, unit.cast)
    outer = voice_at(unit.passage, other.head, unit.cast)
    return one.head == other.head or (inner.name != "" and inner.name == outer.name)


def _add_floating(found: list[Saying], saying: Saying) -> None:
    """Add a quotation, or widen the phrase before it that already quotes the same speaker."""
    before = [s for s in found if s.end <= saying.start]
    last = max(before, key=lambda s: s.end, default=None)
    if saying.goes_on and last is not None and last.mode == "mixed":
        found[found.index(last)] = last.widened(saying)
    else:
        found.append(saying)


def _quote(unit: Unit, saying: Saying) -> Quote:
    voice = _voice(unit, saying)
    source, tokens = unit.cast.document.source, unit.tokens
    first = next(t.i for t in tokens if t.end > saying.start)
    start = min(saying.start, tokens[unit.first].start)
    end = max(saying.end, tokens[unit.stop - 1].end)
    cue = _cue(unit, saying.cue)
    fragment = saying.mode == "direct" and is_fragment(unit, saying)
    return Quote(
        kind="quote",
        evidence=source.span(start, end),
        target=source.span(saying.start, saying.end),
        sentence=unit.passage.places[first][0],
        mode="mixed" if fragment and not is_cut(unit, saying) else saying.mode,
        cue=cue,
        speaker=voice.span,
        entity=voice.entity,
        speaker_name=voice.name,
        fields={
            "cue_lemma": saying.cue.lemma if saying.cue is not None else "",
            "cue_text": cue.text if cue is not None else "",
            "fragment": "yes" if fragment else "",
        },
    )


def _voice(unit: Unit, saying: Saying) -> Voice:
    if saying.head is None:
        return unit.cast.last if saying.goes_on else NOBODY
    voice = voice_at(unit.passage, saying.head, unit.cast)
    unit.cast.remember(voice, unit.passage, saying.end)
    return voice


def _cue(unit: Unit, cue: Cue | None) -> Span | None:
    if cue is None:
        return None
    start, end = unit.tokens[cue.first].start, unit.tokens[cue.last].end
    return unit.cast.document.source.span(start, end)
