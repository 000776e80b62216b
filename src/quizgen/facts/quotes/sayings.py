"""What a quotation is before its speaker is resolved, and how its words are cut out."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.facts.quotes.passages import Passage, bare, is_finite, is_mark, is_sentential
from quizgen.model import QuoteMode


@dataclass(frozen=True, slots=True)
class Saying:
    """Words said: `start`..`end` in characters, the cue's words, the head of the speaker's.

    `head` is None where the speaker of the quotation before goes on.
    """

    mode: QuoteMode
    start: int
    end: int
    cue: tuple[int, int] | None = None
    lemma: str = ""
    head: int | None = None

    def overlap(self, other: Saying) -> int:
        """Characters that both cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


def quoted(
    passage: Passage,
    first: int,
    last: int,
    cue: tuple[int, int] | None = None,
    lemma: str = "",
    head: int | None = None,
) -> Saying:
    """The words from the quotation `first` to the quotation `last`, without the outer marks."""
    start, end = passage.spans[first].start, passage.spans[last].end
    start = max(start, passage.tokens[passage.zones[first][0]].start)
    end = min(end, passage.tokens[passage.zones[last][1]].end)
    return Saying("direct", start, end, cue, lemma, head)


def told(
    passage: Passage,
    first: int,
    last: int,
    cue: tuple[int, int] | None = None,
    lemma: str = "",
    head: int | None = None,
) -> Saying | None:
    """The words of a stretch: direct where they are one quotation, mixed where they hold one."""
    first, last = _whole_zones(passage, first, last)
    first, last = bare(passage, first, last)
    zones = passage.zones_in(first, last)
    if last < first or all(t.pos == "PUNCT" for t in passage.tokens[first : last + 1]):
        return None
    if zones and passage.opening(zones[0]) == first and passage.closing(zones[0]) == last:
        if is_sentential(passage, zones[0]):
            return quoted(passage, zones[0], zones[0], cue, lemma, head)
    mode: QuoteMode = "mixed" if zones else "indirect"
    start, end = passage.tokens[first].start, passage.tokens[last].end
    return Saying(mode, start, end, cue, lemma, head)


def _whole_zones(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """Widen a stretch to the quotations that it cuts."""
    for k, (a, b) in enumerate(passage.zones):
        if a <= last <= b or (last == a - 1 and is_mark(passage.tokens[last])):
            last = passage.closing(k)
        if a <= first <= b:
            first = passage.opening(k)
    if last + 1 < len(passage.tokens) and is_mark(passage.tokens[last + 1]):
        last += last in passage.quoted
    return first, last


def without_link(passage: Passage, first: int, last: int) -> int:
    """Where a stretch starts when conjunctions and adverbs before a comma are left out."""
    while first < last:
        token, after = passage.tokens[first], passage.tokens[first + 1]
        if token.pos == "PUNCT" and not is_mark(token):
            first += 1
        elif token.pos == "CCONJ":
            first += 1
        elif token.pos == "ADV" and after.text == ",":
            first += 2
        else:
            break
    return first


def has_words(passage: Passage, first: int, last: int) -> bool:
    """Whether more than punctuation, conjunctions and adverbs stands between two words."""
    return any(t.pos not in ("PUNCT", "CCONJ", "ADV") for t in passage.tokens[first : last + 1])


def says_something(passage: Passage, first: int, last: int) -> bool:
    """Whether a finite verb outside quotation marks stands between two words."""
    tokens = passage.tokens[first : last + 1]
    return any(is_finite(t) and t.i not in passage.quoted for t in tokens)
