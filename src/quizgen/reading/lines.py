"""The lines of a body: their Markdown markers, and whether they were wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

LineKind = Literal["plain", "item", "heading", "blank"]

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_NO_PROSE = re.compile(
    r"[-*_=~]{3,}|(?:[-*_]\s+){2,}[-*_]"  # a rule
    r"|!\[[^\]]*\]\([^)]*\)|<!--.*-->|\|.*"  # an image, a comment, a row of a table
)
_QUOTE_MARK = re.compile(r"(?:>\s?)+")
_HASHES = re.compile(r"#{1,6}\s+")
_BOLD = ("**", "__")
_DASHES = "-–—"
_ITEM = re.compile(r"(?:[-*+•–—]|\d{1,2}[.)])\s+(?P<text>\S.*)")
_SENTENCE_END = tuple('.!?…»”"')
_NARROWEST, _WIDEST = 50, 130
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line, markers excluded; `width` is that of the whole line."""

    kind: LineKind
    start: int
    end: int
    width: int
    first_word: int
    ends_sentence: bool


def split_lines(body: str) -> tuple[Line, ...]:
    """Every line of a body; what is no prose (rules, images, tables) counts as blank."""
    return tuple(_line(m.start(), m[0].rstrip("\r\n")) for m in _LINE.finditer(body))


def wrap_width(lines: Sequence[Line]) -> int:
    """The width at which a text was wrapped by hand, 0 when it was not.

    In such a text nearly every line ends where the next word had no room, and mostly within a
    sentence.
    """
    breaks = [
        (a, b) for a, b in pairwise(lines) if a.kind in ("plain", "item") and b.kind == "plain"
    ]
    width = max((line.width for pair in breaks for line in pair), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(a.width + 1 + b.first_word > width for a, b in breaks)
    inside = sum(not a.ends_sentence for a, _ in breaks)
    return width if full >= 0.7 * len(breaks) and inside >= 0.5 * len(breaks) else 0


def joins(line: Line, following: Line, width: int) -> bool:
    """Whether the line end between two lines is only a wrap."""
    room = line.width + 1 + following.first_word
    return line.kind in ("plain", "item") and following.kind == "plain" and room > 0.8 * width > 0


def _line(start: int, raw: str) -> Line:
    text = raw.strip()
    start += len(raw) - len(raw.lstrip())
    quote = _QUOTE_MARK.match(text)
    if quote:
        start, text = start + quote.end(), text[quote.end() :]
    kind, first, last = _classify(text)
    words = text[first:last].split(None, 1)
    return Line(
        kind,
        start + first,
        start + last,
        len(raw.rstrip()),
        len(words[0]) if words else 0,
        text[first:last].endswith(_SENTENCE_END),
    )


def _classify(text: str) -> tuple[LineKind, int, int]:
    """A line's kind, and where its words begin and end."""
    if not any(map(str.isalnum, text)) or _NO_PROSE.fullmatch(text):
        return "blank", 0, len(text)
    if match := _HASHES.match(text):
        return "heading", match.end(), len(text.rstrip("# \t"))
    if marks := _marks(text):
        start, end = _within(text, marks)
        sentence = text[start:end].endswith((".", "…", ",", ";"))
        return "item" if sentence else "heading", start, end
    if match := _ITEM.fullmatch(text):
        return "item", *match.span("text")
    return "plain", 0, len(text)


def _marks(text: str) -> str:
    """The characters that make a line a heading: bold marks, or an agency's dashes around it."""
    for mark in _BOLD:
        if text.startswith(mark) and text.find(mark, 2) == len(text) - 2 > 2:
            return mark[0]
    if text[-1] not in _DASHES or len(text) > _LONGEST_HEADING:
        return ""
    return _DASHES if text[0] in _DASHES or text[-2:-1].isspace() else ""


def _within(text: str, marks: str) -> tuple[int, int]:
    """Where the words of a line begin and end, marks and white space left out."""
    dropped = marks + " \t\u00a0\u202f"
    return len(text) - len(text.lstrip(dropped)), len(text.rstrip(dropped))
