"""Quotations with the speaker inside the marks: « Ce plan, a-t-il dit, nous sauvera. »"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.facts.quotes.cues import Group, group_at, plain
from quizgen.facts.quotes.sayings import Saying, cue_of
from quizgen.facts.quotes.units import Unit

_TAIL = 12  # words that an incise may run to before the comma that ends it
_NAMED = ("name", "role")


def split_quotations(unit: Unit) -> Iterator[Saying]:
    """The parts of the quotations of a unit that hold the verb of saying themselves."""
    for zone in unit.passage.zones_in(unit.first, unit.stop - 1):
        first, last = unit.passage.zones[zone]
        for i in range(first + 2, last):
            if unit.tokens[i - 1].text not in (",", "?", "!"):
                continue
            group = group_at(unit.passage, i, last + 1, unit.language)
            head = _speaker(unit, group, last + 1) if group is not None else None
            if group is not None and head is not None:
                yield from _parts(unit, zone, group, head)
                break


def _speaker(unit: Unit, group: Group, stop: int) -> int | None:
    """The pronoun or the name behind the verb, with a comma soon after."""
    if not group.frames & {"direct", "that"}:
        return None
    if group.clitic is not None:
        pronouns = unit.language.words.table("subject_pronouns")
        return group.clitic if plain(unit.tokens[group.clitic]) in pronouns else None
    if _end_of_incise(unit, group.last + 1, stop) is None:
        return None
    return _named_speaker(unit, group, stop)


def _named_speaker(unit: Unit, group: Group, stop: int) -> int | None:
    """The head of the name, the role or the body right behind the verb."""
    for i in range(group.last + 1, min(stop, group.last + 4)):
        mention = unit.cast.mention(unit.passage, i)
        if mention is not None and mention.kind in _NAMED and mention.entity is not None:
            return i - unit.passage.places[i][1] + mention.head
        if unit.tokens[i].pos == "NOUN" and unit.cast.is_source(unit.passage, i):
            return i if unit.tokens[i - 1].feats.get("Definite") == "Def" else None
        if unit.tokens[i].pos not in ("DET", "ADJ", "NOUN"):
            return None
    return None


def _end_of_incise(unit: Unit, i: int, stop: int) -> int | None:
    """The mark that ends an incise."""
    for j in range(i, min(stop, i + _TAIL)):
        if unit.tokens[j].text in (",", ".", "!", "?", ":"):
            return j
    return None


def _parts(unit: Unit, zone: int, group: Group, head: int) -> Iterator[Saying]:
    first, last = unit.passage.zones[zone]
    tokens, cue = unit.tokens, cue_of(group, head)
    before = group.first - 1
    while before > first and tokens[before].text == ",":
        before -= 1
    yield Saying("direct", tokens[first].start, tokens[before].end, cue, head)
    behind = max(group.last, unit.cast.words_of(unit.passage, head)[1])
    comma = _end_of_incise(unit, behind + 1, last)
    if comma is not None and comma < last:
        yield Saying("direct", tokens[comma + 1].start, tokens[last].end, cue, head)
