"""Paragraphs as single runs of words, cut where quotation marks allow it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.analysis.parse import build_sentence
from quizgen.model import Document, Sentence, Token, Zone

_STOPS = (".", "!", "?", "…", "...")
_MARKS = ("«", "»", "“", "”", "„", '"')


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its words with heads counted from the first, and what stands in quotes.

    `places` gives for each word its sentence and its place there; `zones` the outermost quotations
    as inclusive pairs of words without their marks, beside `spans`, the same in characters;
    `quoted` every word inside marks; `units` the stretches from one full stop outside quotation
    marks to the next.
    """

    words: Sentence
    places: tuple[tuple[int, int], ...]
    zones: tuple[tuple[int, int], ...]
    spans: tuple[Zone, ...]
    quoted: frozenset[int]
    units: tuple[range, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words themselves."""
        return self.words.tokens

    def zones_in(self, first: int, last: int) -> list[int]:
        """The numbers of the quotations that lie wholly between two words."""
        return [k for k, (a, b) in enumerate(self.zones) if first <= a and b <= last]

    def opening(self, zone: int) -> int:
        """The word index of the opening mark, or of the first word where there is none."""
        first = self.zones[zone][0]
        return first - 1 if first and self.tokens[first - 1].text in _MARKS else first

    def closing(self, zone: int) -> int:
        """The word index of the closing mark, or of the last word where there is none."""
        last = self.zones[zone][1]
        after = last + 1 < len(self.tokens) and self.tokens[last + 1].text in _MARKS
        return last + 1 if after else last


def find_passages(document: Document) -> Iterator[Passage]:
    """The paragraphs of running text, in order."""
    blocks: dict[int, list[Sentence]] = {}
    for sentence in document.sentences:
        if not sentence.heading:
            blocks.setdefault(sentence.block, []).append(sentence)
    outermost = [z for z in document.zones if z.depth == 0]
    for block, sentences in blocks.items():
        yield _passage(block, sentences, outermost)


def _passage(block: int, sentences: Sequence[Sentence], zones: Sequence[Zone]) -> Passage:
    tokens: list[Token] = []
    places: list[tuple[int, int]] = []
    for sentence in sentences:
        shift = len(tokens)
        for token in sentence.tokens:
            tokens.append(replace(token, i=token.i + shift, head=token.head + shift))
            places.append((sentence.index, token.i))
    pairs, spans = _quotations(tokens, zones)
    quoted = frozenset(i for first, last in pairs for i in range(first, last + 1))
    return Passage(
        words=build_sentence(block, block, tokens, heading=False),
        places=tuple(places),
        zones=tuple(pairs),
        spans=tuple(spans),
        quoted=quoted,
        units=tuple(_units(tokens, quoted)),
    )


def _quotations(
    tokens: Sequence[Token], zones: Sequence[Zone]
) -> tuple[list[tuple[int, int]], list[Zone]]:
    pairs, spans = [], []
    for zone in zones:
        inside = [t.i for t in tokens if zone.start <= t.start and t.end <= zone.end]
        if inside:
            pairs.append((inside[0], inside[-1]))
            spans.append(zone)
    return pairs, spans


def _units(tokens: Sequence[Token], quoted: frozenset[int]) -> Iterator[range]:
    first = 0
    for i in range(1, len(tokens)):
        if i not in quoted and _starts_unit(tokens, i, quoted):
            yield range(first, i)
            first = i
    yield range(first, len(tokens))


def _starts_unit(tokens: Sequence[Token], i: int, quoted: frozenset[int]) -> bool:
    """Whether a unit begins: after a full stop, with a capital or an opening mark."""
    opens = is_mark(tokens[i]) and i + 1 in quoted
    if is_mark(tokens[i]) and not opens:
        return False
    first = tokens[i + 1] if opens else tokens[i]
    if not (opens or first.text[0].isupper() or first.text[0].isdigit()):
        return False
    before = i - 1
    while before > 0 and is_mark(tokens[before]):
        before -= 1
    return tokens[before].text in _STOPS


def is_mark(token: Token) -> bool:
    """Whether a word is a quotation mark."""
    return token.text in _MARKS


def is_finite(token: Token) -> bool:
    """Whether a word is a verb that carries person and tense."""
    return token.pos in ("VERB", "AUX") and token.feats.get("VerbForm") == "Fin"


def has_finite(passage: Passage, first: int, last: int) -> bool:
    """Whether a finite verb stands between two words (inclusive)."""
    return any(is_finite(t) for t in passage.tokens[first : last + 1])


def word_count(passage: Passage, first: int, last: int) -> int:
    """The words between two places, punctuation left out."""
    return sum(t.pos != "PUNCT" for t in passage.tokens[first : last + 1])


def is_sentential(passage: Passage, zone: int, least: int = 3) -> bool:
    """Whether a quotation says something by itself: a finite verb, or a full stop inside."""
    first, last = passage.zones[zone]
    if word_count(passage, first, last) < least:
        return False
    return has_finite(passage, first, last) or passage.tokens[last].text in _STOPS


def bare(passage: Passage, first: int, last: int) -> tuple[int, int]:
    """A stretch without the punctuation at its ends; quotation marks of its zones stay."""
    tokens = passage.tokens
    while first < last and _is_edge(tokens[first]) and not _opens_zone(passage, first):
        first += 1
    opened = sum(t.text in ("(", "[") for t in tokens[first:last])
    while last > first and _is_edge(tokens[last]):
        closes = is_mark(tokens[last]) and last - 1 in passage.quoted
        if closes or last in passage.quoted or (opened and tokens[last].text in (")", "]")):
            break
        last -= 1
    return first, last


def _is_edge(token: Token) -> bool:
    return token.pos == "PUNCT" or is_mark(token)


def _opens_zone(passage: Passage, i: int) -> bool:
    return is_mark(passage.tokens[i]) and i + 1 in passage.quoted
