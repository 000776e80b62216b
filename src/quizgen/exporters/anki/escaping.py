"""Article text as harmless field content: nothing in it may act as HTML, cloze, sound or LaTeX."""

from __future__ import annotations

import html
import re
from functools import lru_cache

from quizgen.cards import Card
from quizgen.model import Span

# Anki splits fields at \x1f; the other control characters and lone surrogates break its database.
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ANKI_TAG = re.compile(r"\[(?=sound:|anki:|/?latex|/?\$)", re.IGNORECASE)
_BRACES_AND_HINTS = (("{", "&#123;"), ("}", "&#125;"), ("::", "&#58;&#58;"))
_DELETION = re.compile(r"\{\{c([1-9]\d*)::(.*?)\}\}", re.DOTALL)
_ANYTHING_UNSAFE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff&<>{}\[]|::")
_WEB_ADDRESS = re.compile(r"https?://[^\s\"<>]+", re.IGNORECASE)
_UNSAFE_IN_TAG = re.compile(r"[^\w.\-]+")


def escape(text: str) -> str:
    """Write text as HTML that shows just that; apostrophes stay, so that searching finds them."""
    if not _ANYTHING_UNSAFE.search(text):
        return text
    shown = html.escape(_UNSTORABLE.sub("", text), quote=False)
    for raw, entity in _BRACES_AND_HINTS:
        shown = shown.replace(raw, entity)
    return _ANKI_TAG.sub("&#91;", shown)


def escape_address(url: str) -> str:
    """Return an address fit for a link, "" for anything that a link should not open."""
    return escape(url.strip()) if _WEB_ADDRESS.fullmatch(url.strip()) else ""


def mark_answer(evidence: Span, answer: Span | None) -> str:
    """Write the evidence as HTML, the words of the answer marked when they stand in it."""
    if answer is None or not evidence.start <= answer.start < answer.end <= evidence.end:
        return escape(evidence.text)
    first, last = answer.start - evidence.start, answer.end - evidence.start
    before, words, after = evidence.text[:first], evidence.text[first:last], evidence.text[last:]
    return f"{escape(before)}<mark>{escape(words)}</mark>{escape(after)}"


ClozePart = tuple[str, str]
"""Raw words, after the number of their deletion or "" when they stand open."""


def split_cloze(card: Card) -> tuple[ClozePart, ...]:
    """Cut the sentence of a cloze card at its deletions.

    The deletion that holds the card's answer is looked for first: an article may itself hold
    words that look like a deletion.
    """
    before, found, after = card.cloze.partition(f"{{{{c1::{card.answer}}}}}")
    if found and card.answer:
        return ("", before), ("1", card.answer), ("", after)
    pieces = _DELETION.split(card.cloze)
    parts: list[ClozePart] = [("", pieces[0])]
    for number, words, open_words in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        parts += [(number, words), ("", open_words)]
    return tuple(parts)


def escape_cloze(parts: tuple[ClozePart, ...]) -> str:
    """Write the parts in Anki's cloze notation, each one escaped."""
    return "".join(
        f"{{{{c{number}::{escape(words)}}}}}" if number else escape(words)
        for number, words in parts
    )


def plain_tag(name: str) -> str:
    """Make a tag of what a person wrote, such as `news::economy`."""
    parts = (
        _UNSAFE_IN_TAG.sub("-", _UNSTORABLE.sub("", part)).strip("-") for part in name.split("::")
    )
    return "::".join(part for part in parts if part)


@lru_cache(maxsize=1000)
def tag(*names: str) -> str:
    """Make a tag such as `quizgen::source::id`, without what Anki or its search trips on."""
    safe = (_UNSAFE_IN_TAG.sub("-", _UNSTORABLE.sub("", name)).strip("-") for name in names)
    return "::".join(("quizgen", *safe))
