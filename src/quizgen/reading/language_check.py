"""Whether a text is in the language of a pack, by its grammatical words."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.08
_ENOUGH = 30


def looks_like(body: str, function_words: AbstractSet[str]) -> bool:
    """Whether enough words of the body are among a language's commonest ones.

    A text of a few words is only refused when none of them is.
    """
    words = _WORD.findall(body.lower())
    known = sum(word in function_words for word in words)
    return known >= len(words) * _SHARE if len(words) >= _ENOUGH else known > 0 or len(words) < 4
