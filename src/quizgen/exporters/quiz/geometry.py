"""The grid: sizes of paper, margins, measures and type, in one place for CSS and for line breaks.

Lengths are millimetres where nothing else is said, sizes of type points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.printing import PrintOptions

_POINT = 25.4 / 72
PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}


# Browsers set lines on whole pixels and round the height of a page up, others do neither. So all
# heights on a page are even numbers of pixels (1.5 points), and its room is one and a bit more:
# then the same things have room in every program.
_PIXEL = 25.4 / 96
_TOP = 76 * _PIXEL
_BIT = 0.25

# Size and leading in points of each sort of words.
Type = tuple[float, float]
_TYPES: Mapping[str, Mapping[str, Type]] = {
    "normal": {
        "words": (11.5, 16.5), "gap": (11.5, 22.5), "task": (10.5, 13.5), "heading": (11, 15),
        "worth": (8.5, 16.5), "key": (9.75, 13.5), "evidence": (9, 12), "credit": (8.5, 12),
        "edge": (8, 10.5),
    },
    "large": {
        "words": (17, 25.5), "gap": (17, 33), "task": (17, 25.5), "heading": (17, 25.5),
        "worth": (14, 25.5), "key": (16, 24), "evidence": (16, 24), "credit": (12, 18),
        "edge": (12, 15),
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grid:
    """One page: its paper, its margins, columns for numbers, words and points, its type."""

    paper: str
    width: float
    height: float
    top: float
    side: float
    bottom: float
    number: float
    points: float
    face: str
    types: Mapping[str, Type]

    @property
    def size(self) -> float:
        """The size of the words of texts and questions, in points."""
        return self.types["words"][0]

    @property
    def measure(self) -> float:
        """The width of a line of words, in points."""
        return (self.width - 2 * self.side - self.number - self.points) / _POINT


def grid_of(options: PrintOptions) -> Grid:
    """The grid that a quiz's options ask for."""
    width, height = PAPERS[options.paper]
    large = options.size == "large"
    return Grid(
        paper=options.paper,
        width=width,
        height=height,
        top=_TOP,
        side=20,
        bottom=_bottom(height),
        number=12 if large else 9,
        points=0 if large and not options.points else 18,
        face="sans" if large else "serif",
        types=_TYPES[options.size],
    )


def _bottom(height: float) -> float:
    """The margin at the foot, about as large as at the top, for a paper of this height."""
    pixels = height / _PIXEL - 2 * _TOP / _PIXEL
    return height - _TOP - (pixels // 2 * 2 + _BIT) * _PIXEL


@dataclass(frozen=True, slots=True)
class Slot:
    """A card to cut out: how large, how many rows on a page, and the room for words in points."""

    width: float
    height: float
    rows: int
    margin: float
    face: str
    sizes: tuple[float, ...]
    small_sizes: tuple[float, ...]

    @property
    def left(self) -> float:
        """The margin that sets two cards in the middle of the page, where both sides meet."""
        return self.margin + _SPARE

    @property
    def right(self) -> float:
        """The margin on the other side, with room to spare for widths that do not add up."""
        return self.margin - 3 * _SPARE

    @property
    def measure(self) -> float:
        """The width of a line of words, in points."""
        return (self.width - 2 * _PADDING) / _POINT - 2

    @property
    def room(self) -> float:
        """The height for words between the lines at a card's head and foot, in points."""
        return (self.height - 2 * _PADDING - 2 * _EDGE) / _POINT


_PADDING = 6.0
_EDGE = 5.0
_SPARE = 0.25


def slot_of(options: PrintOptions) -> Slot:
    """The cards that fill a page in two columns."""
    width, height = PAPERS[options.paper]
    large = options.size == "large"
    margin, rows = 10.0, 3 if large else 4
    return Slot(
        width=(width - 2 * margin) / 2 - _SPARE,
        height=float((height - 2 * margin - 1) // rows),
        rows=rows,
        margin=margin,
        face="sans" if large else "serif",
        sizes=(20, 18, 17, 16) if large else (15, 14, 13, 12, 11, 10, 9),
        small_sizes=(16,) if large else (9.5, 9, 8.5, 8),
    )
