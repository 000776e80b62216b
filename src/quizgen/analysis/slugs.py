"""Titles rebuilt from an address (« laccueil des refugies »), spelt as the article spells them."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from quizgen.model import Sentence

_MARKED = re.compile(r"[^\x00-\x7f]|['’]")
_WORD = re.compile(r"\w+")


def respell(title: str, sentences: Iterable[Sentence]) -> str:
    """The title with the accents, apostrophes and capitals that its words have in the article.

    A title that has accents or apostrophes of its own is left as it is.
    """
    if _MARKED.search(title):
        return title
    spellings: dict[str, Counter[str]] = {}
    for form in _forms(sentences):
        spellings.setdefault(_bare(form), Counter())[form] += 1
    small = title.islower()

    def spelt(match: re.Match[str]) -> str:
        word = match[0]
        known = spellings.get(_bare(word))
        if known is None or len(word) == 1:
            return word
        best = known.most_common(1)[0][0]
        missing = not any(form.lower() == word.lower() for form in known)
        return best if small else word[0] + best[1:] if missing else word

    return _WORD.sub(spelt, title)


def _forms(sentences: Iterable[Sentence]) -> Iterator[str]:
    """The words of an article, each also with the elided one before it (« l'accueil »)."""
    for sentence in sentences:
        for before, token in zip((None, *sentence.tokens), sentence.tokens, strict=False):
            opens = token.i == 0 and token.pos != "PROPN"
            text = token.text[0].lower() + token.text[1:] if opens else token.text
            yield text
            if before is not None and before.text.endswith(("'", "’")):
                yield before.text.lower() + text


def _bare(text: str) -> str:
    """A word without accents, apostrophes and capitals."""
    decomposed = unicodedata.normalize("NFD", text.lower().replace("œ", "oe"))
    return "".join(c for c in decomposed if c.isalnum())
