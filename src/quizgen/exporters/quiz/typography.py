"""What the page does to words so that they are set well and stay words."""

from __future__ import annotations

import re

from markupsafe import Markup

_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
_TIED = re.compile(r" (?=[»›?!;:])|(?<=[«‹]) |(?<=\d) (?=[%‰€$£°]|\d{3}(?!\d))|^ (?=[%‰€$£°])")


def tie_words(words: str) -> str:
    """Keep marks with their word: a plain space beside them becomes one that does not break."""
    return _TIED.sub(_NO_BREAK_SPACE, words)


def tie(value: object) -> object:
    """The same for any value that a template shows."""
    return tie_words(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def before_element(words: str) -> Markup:
    """Words that an element follows, their last space in an element of its own.

    WeasyPrint breaks a line anywhere when what follows that space begins the next line.
    """
    kept = Markup.escape(tie_words(words))
    return kept.rstrip(" ") + Markup("<span> </span>") if kept.endswith(" ") else kept


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


def css_counters(label: str, **counters: str) -> Markup:
    """Put a label with `$places` as the value of CSS `content`; each place shows its counter."""
    parts = [part for part in re.split(r"(\$\w+)", label) if part]
    return Markup(" ").join(
        Markup(f"counter({counters[part[1:]]})") if part[1:] in counters else css_string(part)
        for part in parts
    )
