"""Quotation zones: what stands between quotation marks, nested and over several sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quizgen.model import Block, Source, Zone

_PAIRS = {"«": "»", "“": "”", "„": "“"}
_CLOSERS = {closer: opener for opener, closer in _PAIRS.items()}
_STRAIGHT = '"'
_MARKS = re.compile('[«»“”„"]')


@dataclass(slots=True)
class _Open:
    mark: str
    start: int
    depth: int


def find_zones(source: Source) -> tuple[Zone, ...]:
    """All quotation zones of the running text, by start; headings and boilerplate have none.

    A zone that its paragraph does not close goes on when the next paragraph opens with the same
    mark again (the custom for long quotations) or closes it, and otherwise ends there.
    """
    found: list[Zone] = []
    stack: list[_Open] = []
    for block in source.blocks:
        if block.kind == "boilerplate":
            continue
        if stack and not _goes_on(source.body, block, stack[0].mark):
            stack.clear()
        _scan(source.body, block, stack, found)
        for left in stack:
            found.append(Zone(*_trim(source.body, left.start, block.end), left.depth))
    return tuple(sorted((z for z in found if z.start < z.end), key=lambda z: (z.start, -z.end)))


def _goes_on(body: str, block: Block, mark: str) -> bool:
    if block.kind != "paragraph":
        return False
    first = _MARKS.search(body, block.start, block.end)
    if first is None:
        return False
    if not body[block.start : first.start()].strip() or first.group() == _PAIRS.get(mark):
        return True
    before, after = body[first.start() - 1], body[first.end() : first.end() + 1]
    return mark == first.group() == _STRAIGHT and not before.isspace() and not after.isalnum()


def _scan(body: str, block: Block, stack: list[_Open], found: list[Zone]) -> None:
    """Read the marks of one block; what stays open is left on the stack."""
    fresh = stack[:1]
    for left in stack:
        left.start = block.start
    if fresh and body[block.start : block.end].lstrip().startswith(fresh[0].mark):
        stack.clear()
    else:
        fresh.clear()
    for match in _MARKS.finditer(body, block.start, block.end):
        mark, here = match.group(), match.start()
        if mark == _STRAIGHT and _is_slip(body, block, here):
            continue
        if fresh and mark == fresh[0].mark and not body[block.start : here].strip():
            stack.append(_Open(mark, here + 1, 0))
            fresh.clear()
        elif _opens(body, block, here, mark, stack):
            stack.append(_Open(mark, here + 1, len(stack)))
        else:
            _close(body, here, mark, stack, found)


def _is_slip(body: str, block: Block, here: int) -> bool:
    """A straight mark typed for an apostrophe (l"économie) or typed twice."""
    if here == block.start or here + 1 >= block.end:
        return False
    before, after = body[here - 1], body[here + 1]
    return before == _STRAIGHT or (before.isalpha() and after.isalpha())


def _opens(body: str, block: Block, here: int, mark: str, stack: list[_Open]) -> bool:
    if mark != _STRAIGHT:
        return mark in _PAIRS and not (mark in _CLOSERS and any(o.mark == "„" for o in stack))
    if any(o.mark == _STRAIGHT for o in stack):
        return False
    before = body[here - 1] if here > block.start else " "
    after = body[here + 1] if here + 1 < block.end else " "
    return not after.isspace() or before.isspace()


def _close(body: str, here: int, mark: str, stack: list[_Open], found: list[Zone]) -> None:
    opener = _CLOSERS.get(mark, mark)
    for level in range(len(stack) - 1, -1, -1):
        if stack[level].mark == opener:
            for left in stack[level:]:
                found.append(Zone(*_trim(body, left.start, here), left.depth))
            del stack[level:]
            return


def _trim(body: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (body[start].isspace() or body[start] == _STRAIGHT):
        start += 1
    while end > start and (body[end - 1].isspace() or body[end - 1] == _STRAIGHT):
        end -= 1
    return start, end


def zone_at(zones: tuple[Zone, ...], offset: int) -> Zone | None:
    """The innermost zone in which a character stands."""
    inside = [z for z in zones if z.start <= offset < z.end]
    return max(inside, key=lambda z: z.depth, default=None)
