"""Quotations with the speaker inside the marks: « Ce plan, a-t-il dit, nous sauvera. »"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.facts.quotes.cues import Group, frames_of, group_at, plain
from quizgen.facts.quotes.incises import subject_after
from quizgen.facts.quotes.passages import Passage
from quizgen.facts.quotes.sayings import Saying
from quizgen.facts.quotes.speakers import Cast, phrase

_TAIL = 12  # words that an incise may run to before the comma that ends it


def split_quotations(passage: Passage, unit: range, cast: Cast) -> Iterator[Saying]:
    """The parts of the quotations of a unit that hold the verb of saying themselves."""
    for zone in passage.zones_in(unit.start, unit.stop - 1):
        first, last = passage.zones[zone]
        for i in range(first + 2, last):
            if passage.tokens[i - 1].text not in (",", "?", "!"):
                continue
            found = _inner(passage, i, last, cast)
            if found is not None:
                group, head = found
                yield from _parts(passage, zone, group, head)
                break


def _inner(passage: Passage, i: int, last: int, cast: Cast) -> tuple[Group, int] | None:
    group = group_at(passage, i, last + 1, cast.language, frozenset())
    if group is None or not frames_of(group.lemma, cast.language) & {"direct", "that"}:
        return None
    if group.clitic is not None:
        pronouns = cast.language.words.table("subject_pronouns")
        known = plain(passage.tokens[group.clitic]) in pronouns
        return (group, group.clitic) if known else None
    head = subject_after_in(passage, group, last + 1, cast)
    return (group, head) if head is not None else None


def subject_after_in(passage: Passage, group: Group, stop: int, cast: Cast) -> int | None:
    """The named speaker right behind a verb inside a quotation."""
    here = group.last + 1
    if here >= stop or _comma(passage, here, stop) is None:
        return None
    for i in (here, here + 1, here + 2):
        mention = cast.mention(passage, i) if i < stop else None
        if mention is not None and mention.kind in ("name", "role") and mention.entity is not None:
            return i if mention.kind == "name" else subject_after(passage, group, stop, cast)
        if i >= stop or passage.tokens[i].pos not in ("DET", "ADJ", "NOUN"):
            return None
    return None


def _comma(passage: Passage, i: int, stop: int) -> int | None:
    """The mark that ends an incise."""
    for j in range(i, min(stop, i + _TAIL)):
        if passage.tokens[j].text in (",", ".", "!", "?", ":"):
            return j
    return None


def _parts(passage: Passage, zone: int, group: Group, head: int) -> Iterator[Saying]:
    first, last = passage.zones[zone]
    tokens, cue = passage.tokens, (group.first, group.last)
    before = group.first - 1
    while before > first and tokens[before].text == ",":
        before -= 1
    yield Saying("direct", tokens[first].start, tokens[before].end, cue, group.lemma, head)
    behind = max(group.last, head, phrase(passage, head)[1] if head > group.last else head)
    comma = _comma(passage, behind + 1, last)
    if comma is not None and comma + 1 <= last:
        yield Saying(
            "direct", tokens[comma + 1].start, tokens[last].end, cue, group.lemma, head
        )
