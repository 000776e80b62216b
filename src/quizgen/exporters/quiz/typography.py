"""What the page does to words so that they are set well and stay words."""

from __future__ import annotations

import re

from markupsafe import Markup

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_TIED = re.compile(r" (?=[»›?!;:])|(?<=[«‹]) |(?<=\d) (?=[%‰€$£°]|\d{3}(?!\d))")


def tie(value: object) -> object:
    """Keep marks with their word: a plain space beside them becomes one that does not break."""
    if isinstance(value, str) and not isinstance(value, Markup):
        return _TIED.sub(_NO_BREAK_SPACE, value)
    return value


def shorten(words: str, limit: int) -> str:
    """Take the first words, within `limit` characters, with an ellipsis when some are left out."""
    words = " ".join(words.split())
    if len(words) <= limit:
        return words
    cut = words[: limit - 1]
    head = cut.rpartition(" ")[0] or cut
    return head.rstrip(" ,;:–—-") + "…"


def css_string(words: str) -> Markup:
    """Words as a CSS string that neither a quote nor a tag in them can close."""
    inside = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in words)
    return Markup(f'"{inside}"')  # only letters, digits and escapes are left


def css_page_of(label: str) -> Markup:
    """Put the label « page $page of $pages » as the value of CSS `content`."""
    counters = {"$page": "counter(page)", "$pages": "counter(pages)"}
    parts = [part for part in re.split(r"(\$pages?)\b", label) if part]
    return Markup(" ").join(Markup(counters.get(part, "")) or css_string(part) for part in parts)
