"""The runs of a body: paragraphs and headings, and which of them are boilerplate.

Block offsets leave out Markdown markers (`**`, `#`, `- `) and the white space around the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizgen.model import Block
from quizgen.reading.lines import Line, joins, split_lines, wrap_width

_HEADING_WORDS = 20
_QUOTED_WORDS = 12
_LONGEST_TITLE = 250
_FINAL = tuple(".!?…:;,")
_LINE_END = re.compile(r"[\r\n]")
_QUOTES = "«»“”\"'’ \u00a0\u202f"
_QUOTED = re.compile(r"[«“\"].*[»”\"]")
_INTRODUCED = re.compile(r":\s?[«“\"].*[»”\"]$")


@dataclass(slots=True)
class _Run:
    """A block in the making."""

    first: Line
    end: int
    lines: int = 1


def split_blocks(body: str) -> tuple[Block, ...]:
    """Split a body into headings and paragraphs, in order.

    A blank line ends a block. A single line end does so as well, unless the text is hard-wrapped:
    then lines that end where the next word had no room are joined.
    """
    runs = list(_runs(split_lines(body)))
    return tuple(_block(body, run, k + 1 == len(runs)) for k, run in enumerate(runs))


def mark_boilerplate(
    blocks: Sequence[Block], body: str, patterns: Sequence[re.Pattern[str]]
) -> tuple[Block, ...]:
    """Mark what the patterns match as boilerplate.

    A match that reaches one edge of a block (an agency's credit) is cut off as a block of its own.
    After a pattern with a group `rest` matches a whole block, all blocks to the end are marked.
    """
    marked: list[Block] = []
    for k, block in enumerate(blocks):
        text = _LINE_END.sub(" ", body[block.start : block.end])
        head, tail = _edges(text, patterns)
        marked += _cut(block, body, block.start + head, block.start + tail)
        if any("rest" in p.groupindex and p.fullmatch(text) for p in patterns):
            return (*marked, *(replace(b, kind="boilerplate") for b in blocks[k + 1 :]))
    return tuple(marked)


def _runs(lines: Sequence[Line]) -> Iterator[_Run]:
    width = wrap_width(lines)
    run: _Run | None = None
    previous: Line | None = None
    for line in lines:
        if run and previous and joins(previous, line, width):
            run.end, run.lines = line.end, run.lines + 1
        else:
            if run:
                yield run
            run = None if line.kind == "blank" else _Run(line, line.end)
        previous = line
    if run:
        yield run


def _block(body: str, run: _Run, last: bool) -> Block:
    start, end = run.first.start, run.end
    title = run.first.kind == "plain" and run.lines == 1 and not last and _is_title(body[start:end])
    heading = title or run.first.kind == "heading"
    return Block("heading" if heading else "paragraph", start, end)


def _is_title(text: str) -> bool:
    """Whether a line between paragraphs is a title: short, and by its ends no sentence."""
    if len(text) > _LONGEST_TITLE:
        return False
    most = _QUOTED_WORDS if _QUOTED.fullmatch(text) else _HEADING_WORDS
    words = text.strip(_QUOTES)
    sentence = words.endswith(_FINAL) or words[:1].islower() or _INTRODUCED.search(text)
    return not sentence and len(words.split()) <= most


def _edges(text: str, patterns: Sequence[re.Pattern[str]]) -> tuple[int, int]:
    """How far boilerplate reaches into a text from its start, and from where to its end."""
    head, tail = 0, len(text)
    for pattern in patterns:
        for match in pattern.finditer(text):
            if match.start() == 0:
                head = max(head, match.end())
            if match.end() == len(text):
                tail = min(tail, match.start())
    return head, tail


def _cut(block: Block, body: str, head: int, tail: int) -> Iterator[Block]:
    """The block between `head` and `tail`, and as boilerplate what stands around it."""
    middle = _trim(body, min(head, tail), tail) if head < tail else (head, head)
    if middle[0] >= middle[1]:
        yield replace(block, kind="boilerplate")
        return
    if middle[0] > block.start:
        yield Block("boilerplate", *_trim(body, block.start, middle[0]))
    yield replace(block, start=middle[0], end=middle[1])
    if middle[1] < block.end:
        yield Block("boilerplate", *_trim(body, middle[1], block.end))


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    text = body[start:end]
    return end - len(text.lstrip()), start + len(text.rstrip())
