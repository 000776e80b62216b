"""How wide words are, so that lines break on paper where we say they do.

Widths are in thousandths of the type size. They are those of Times and Arial and of every face
made to their measure, which are the faces that the style sheet names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

_SERIF = {
    180: "'", 200: "|", 250: " \u00a0\u202f,.", 278: "/:;\\ijltı", 333: "!()-I[]`fr’‘", 389: "Js",
    408: '"', 444: "?acez“”", 469: "^", 480: "{}", 500: "#$*0123456789_bdghknopquvxy«»–€",
    541: "~", 556: "FPS", 564: "+<=>", 611: "ELTZ", 667: "BCRæ", 722: "ADGHKNOQUVXYwœ",
    778: "&m", 833: "%", 889: "MÆŒ", 921: "@", 944: "W", 1000: "—…",
}  # fmt: skip
_SANS = {
    191: "'", 222: "ijl’‘", 260: "|", 278: " \u00a0\u202f!,./:;I[\\]ftı", 333: "()-`r“”", 334: "{}",
    355: '"', 389: "*", 469: "^", 500: "Jcksvxyz", 556: "#$0123456789?L_abdeghnopqu«»–€",
    584: "+<=>~", 611: "FTZ", 667: "&ABEKPSVXY", 722: "CDHNRUw", 778: "GOQ", 833: "Mm",
    889: "%æ", 944: "Wœ", 1000: "ÆŒ—…", 1015: "@",
}  # fmt: skip
_UNKNOWN = 1000
_FACES: Mapping[str, Mapping[str, int]] = {
    face: {char: width for width, chars in table.items() for char in chars}
    for face, table in (("serif", _SERIF), ("sans", _SANS))
}


def width_of(words: str, face: str, size: float) -> float:
    """The width of a line of words in points, `face` being serif or sans."""
    widths = _FACES[face]
    return sum(widths.get(char, _UNKNOWN) for char in _bare(words)) * size / 1000


def break_lines(words: str, face: str, size: float, measure: float) -> Iterator[tuple[int, int]]:
    """Where lines of at most `measure` points begin and end in words set apart by plain spaces.

    A word that is wider than a line is cut. Lines begin and end with no space.
    """
    start = end = -1  # of the line in the making, -1 while it has no word
    for first, last in _words(words):
        if start >= 0 and width_of(words[start:last], face, size) > measure:
            yield start, end
            start = -1
        start, end = first if start < 0 else start, last
        while start >= 0 and width_of(words[start:end], face, size) > measure:
            cut = _fitting(words, start, end, face, size, measure)
            yield start, cut
            start = cut if cut < end else -1
    if start >= 0:
        yield start, end


def _words(words: str) -> Iterator[tuple[int, int]]:
    start = 0
    for place, char in enumerate(f"{words} "):
        if char in " \t\r\n":
            if place > start:
                yield start, place
            start = place + 1


def _fitting(  # noqa: PLR0913, PLR0917 - a line is six things
    words: str, start: int, end: int, face: str, size: float, measure: float
) -> int:
    """Where a word too wide for a line is cut."""
    cut = start + 1
    while cut < end and width_of(words[start : cut + 1], face, size) <= measure:
        cut += 1
    return cut


def _bare(words: str) -> Iterator[str]:
    """Characters without accents, which have no width of their own."""
    return (c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
