"""What a quotation is before its speaker is resolved, and how its words are cut out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quizgen.facts.quotes.cues import Group
from quizgen.facts.quotes.passages import Passage, bare, is_finite, is_mark, is_sentential
from quizgen.facts.quotes.units import Unit
from quizgen.model import QuoteMode


@dataclass(frozen=True, slots=True)
class Cue:
    """What tells that words were said: its words, its lemma, the head of the speaker's phrase."""

    first: int
    last: int
    lemma: str
    head: int | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """Words said, in characters, and the head of the phrase that names who said them.

    Where `head` is None nobody is named; `goes_on` says that whoever spoke before is meant.
    """

    mode: QuoteMode
    start: int
    end: int
    cue: Cue | None = None
    head: int | None = None
    goes_on: bool = False

    def overlap(self, other: Saying) -> int:
        """Characters that both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def widened(self, other: Saying) -> Saying:
        """The same with another's words at its end."""
        return replace(self, end=max(self.end, other.end))


def cue_of(group: Group, head: int | None) -> Cue:
    """The cue that a verb group is."""
    return Cue(group.first, group.last, group.lemma, head)


def quoted(
    passage: Passage, first: int, last: int, cue: Cue | None = None, head: int | None = None
) -> Saying:
    """The words from the quotation `first` to the quotation `last`, without the outer marks."""
    start = max(passage.spans[first].start, passage.tokens[passage.zones[first][0]].start)
    end = min(passage.spans[last].end, passage.tokens[passage.zones[last][1]].end)
    return Saying("direct", start, end, cue, cue.head if cue is not None else head)


def told(passage: Passage, first: int, last: int, cue: Cue) -> Saying | None:
    """The words of a stretch: direct where they are one quotation, mixed where they hold one."""
    first, last = bare(passage, *_whole_zones(passage, first, last))
    zones = passage.zones_in(first, last)
    if last < first or all(t.pos == "PUNCT" for t in passage.tokens[first : last + 1]):
        return None
    whole = bool(zones) and (passage.opening(zones[0]), passage.closing(zones[0])) == (first, last)
    if whole and is_sentential(passage, zones[0]):
        return quoted(passage, zones[0], zones[0], cue)
    mode: QuoteMode = "mixed" if zones else "indirect"
    start, end = passage.tokens[first].start, passage.tokens[last].end
    return Saying(mode, start, end, cue, cue.head)


def _whole_zones(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Widen a stretch to the quotations that it cuts."""
    for k, (a, b) in enumerate(passage.zones):
        if a - 1 <= last <= b and is_mark(passage.tokens[max(0, a - 1)]):
            last = passage.closing(k)
        if a <= first <= b:
            first = passage.opening(k)
    after = last + 1
    if after < len(passage.tokens) and is_mark(passage.tokens[after]) and last in passage.quoted:
        last = after
    return first, last


def without_link(passage: Passage, first: int, last: int) -> int:
    """Where a stretch starts when conjunctions and adverbs before a comma are left out."""
    while first < last:
        token, after = passage.tokens[first], passage.tokens[first + 1]
        if token.pos == "CCONJ" or (token.pos == "PUNCT" and not is_mark(token)):
            first += 1
        elif token.pos == "ADV" and after.text == ",":
            first += 2
        else:
            break
    return first


def has_words(passage: Passage, first: int, last: int) -> bool:
    """Whether more than punctuation, conjunctions and adverbs stands between two words."""
    return any(t.pos not in ("PUNCT", "CCONJ", "ADV") for t in passage.tokens[first : last + 1])


def says_something(unit: Unit, first: int, last: int) -> bool:
    """Whether a finite verb outside quotation marks stands between two words."""
    return any(is_finite(t) for t in unit.own(first, last + 1))
