"""What stands before a verb of saying: « … », a déclaré X; P, indique X; « … » de Y, dit-il."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.quotes.incises import Incise
from quizgen.facts.quotes.passages import has_finite, is_mark, is_sentential, word_count
from quizgen.facts.quotes.sayings import (
    Saying,
    cue_of,
    has_words,
    quoted,
    says_something,
    told,
    without_link,
)
from quizgen.facts.quotes.units import Unit

_REST = 6  # words behind a quotation that still belong to its sentence


def find_said_before(unit: Unit, incises: Sequence[Incise]) -> Iterator[Saying]:
    """What the verbs of saying of a unit that stand behind their words tell."""
    start = unit.first
    for incise in incises:
        saying = _before(unit, start, incise)
        if saying is not None:
            yield saying
        start = incise.last + 1


def _before(unit: Unit, start: int, incise: Incise) -> Saying | None:
    passage, cue = unit.passage, cue_of(incise.group, incise.head)
    last = incise.group.first - (2 if incise.as_clause else 1)
    while (
        last > start and passage.tokens[last].pos == "PUNCT" and not is_mark(passage.tokens[last])
    ):
        last -= 1
    zones = passage.zones_in(start, last)
    if incise.as_clause and _opens_after(unit, incise):
        return _behind(unit, incise)
    if zones and passage.closing(zones[-1]) >= last:
        return _ending_quoted(unit, start, zones, incise)
    if zones and _starting_quoted(unit, start, last, zones[0]):
        return quoted(passage, zones[0], zones[0], cue)
    if zones or says_something(unit, start, last):
        return told(passage, without_link(passage, start, last), last, cue)
    return _behind(unit, incise)


def _opens_after(unit: Unit, incise: Incise) -> bool:
    """« comme le dit X, « … » »: the quotation follows."""
    after = incise.last + 1
    return unit.text_of(after) == "," and after + 2 in unit.passage.quoted


def _behind(unit: Unit, incise: Incise) -> Saying | None:
    """What is told behind an incise that stands before the verb of its sentence."""
    first = incise.last + 1
    while first < unit.stop and unit.tokens[first].text != ",":
        first += 1
    if first + 1 >= unit.stop or not has_finite(unit.passage, first, unit.stop - 1):
        return None
    return told(unit.passage, first + 1, unit.stop - 1, cue_of(incise.group, incise.head))


def _ending_quoted(unit: Unit, start: int, zones: list[int], incise: Incise) -> Saying | None:
    """« … », says X: the quotation alone, or with the words of its sentence before it."""
    passage, cue = unit.passage, cue_of(incise.group, incise.head)
    first = last = zones[-1]
    for zone in reversed(zones[:-1]):
        if has_words(passage, passage.closing(zone) + 1, passage.opening(first) - 1):
            break
        first = zone
    opening = passage.opening(first)
    before = passage.tokens[opening - 1].text if opening > start else ""
    if before == ":" or not has_words(passage, start, opening - 1):
        return quoted(passage, first, last, cue)
    return told(passage, without_link(passage, start, opening), passage.closing(last), cue)


def _starting_quoted(unit: Unit, start: int, last: int, zone: int) -> bool:
    """A quotation with a few words of the sentence behind it."""
    passage = unit.passage
    if has_words(passage, start, passage.opening(zone) - 1) or not is_sentential(passage, zone):
        return False
    rest = word_count(passage, passage.closing(zone) + 1, last)
    return rest <= _REST and 2 * rest < word_count(passage, *passage.zones[zone])
