"""The articles as reading text: lines that break where we say, and where a sentence stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from quizgen.cards import Card
from quizgen.exporters.quiz.geometry import Grid
from quizgen.exporters.quiz.labels import fill
from quizgen.exporters.quiz.measure import break_lines
from quizgen.exporters.quiz.typography import tie_words
from quizgen.model import Block, Source

_EVERY = 5  # lines that show their number


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; `number` counts through all articles, `shown` is the number or ""."""

    number: int
    start: int
    end: int
    words: str
    shown: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article, or a heading in it."""

    heading: bool
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """One article to read before the questions."""

    source: Source
    paragraphs: tuple[Paragraph, ...]


def set_texts(sources: Sequence[Source], grid: Grid, *, numbered: bool) -> tuple[Text, ...]:
    """Break the articles into lines; headings are not counted, boilerplate is left out."""
    count, texts = 0, []
    for source in sources:
        paragraphs = []
        for block in (b for b in source.blocks if b.kind != "boilerplate"):
            heading = block.kind == "heading"
            lines = tuple(_lines(source, block, grid, None if heading else count, numbered))
            count += 0 if heading else len(lines)
            paragraphs.append(Paragraph(heading, lines))
        texts.append(Text(source, tuple(paragraphs)))
    return tuple(texts)


def say_where(card: Card, texts: Sequence[Text], labels: Mapping[str, str]) -> str:
    """The lines on which a card's evidence stands, such as « l. 3–4 »; "" when they are unknown."""
    span = card.evidence
    numbers = [
        line.number
        for text in texts
        if card.source is not None and text.source.id == card.source.id
        for paragraph in text.paragraphs
        for line in paragraph.lines
        if line.number and line.start < span.end and span.start < line.end
    ]
    if not numbers:
        return ""
    first, last = numbers[0], numbers[-1]
    label = labels["line"] if first == last else labels["lines"]
    return fill(label, line=first, first=first, last=last).replace(" ", "\N{NO-BREAK SPACE}")


def _lines(
    source: Source, block: Block, grid: Grid, before: int | None, numbered: bool
) -> Iterator[Line]:
    """The lines of a block; `before` is how many were counted before it, None for a heading."""
    words = tie_words(source.body[block.start : block.end])
    broken = break_lines(words, grid.face, grid.size, grid.measure)
    for index, (start, end) in enumerate(broken, start=1):
        number = 0 if before is None else before + index
        shown = str(number) if numbered and number and number % _EVERY == 0 else ""
        said = " ".join(re.split(r"[ \t\r\n]+", words[start:end]))
        yield Line(number, block.start + start, block.start + end, said, shown)
