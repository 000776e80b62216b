"""Acronyms: which words spell one, and the names that stand before their own acronym."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from quizgen.analysis.capitals import folded, is_acronym
from quizgen.language import Language
from quizgen.model import Sentence, Token

_MOST_WORDS = 14  # tokens before the bracket among which a name may begin
_MOST_LETTERS = 3  # that one word gives (« AGriculture » in « OFAG »)
_LEAST_LETTERS = 3  # of an acronym written as a word
_STOPS = (",", ";", ":", "(", ")", ".", "?", "!")


def spells(acronym: str, words: Sequence[str], small: frozenset[str]) -> bool:
    """Whether words spell an acronym from the first to the last.

    Every word gives a letter or two, small words none: where the letters need a small word, the
    words are not the whole name.
    """
    letters = plain(acronym)
    telling = [plain(w) for w in words if folded(w).rstrip("'") not in small and len(w) > 1]
    return len(telling) > 1 and _spell(letters, telling)


def _spell(letters: str, words: Sequence[str]) -> bool:
    if not words:
        return not letters
    return any(
        letters[:size] == words[0][:size] and _spell(letters[size:], words[1:])
        for size in range(1, min(_MOST_LETTERS, len(letters), len(words[0])) + 1)
    )


def plain(text: str) -> str:
    """Capitals without accents."""
    bare = unicodedata.normalize("NFKD", text.upper())
    return "".join(c for c in bare if c.isalpha())


def spelled_names(sentence: Sentence, language: Language) -> Iterator[tuple[int, int]]:
    """The first and the last token of each name that its acronym follows in brackets.

    « le Cercle alpin des guides et des skieurs (CAGS) »: the acronym tells where the name
    begins and ends.
    """
    for i in range(2, len(sentence.tokens) - 1):
        before, token, behind = sentence.tokens[i - 1 : i + 2]
        if before.text == "(" and behind.text == ")" and _may_be_acronym(token):
            first = _start(sentence, i - 2, token.text, language)
            if first is not None:
                yield first, i - 2


def _may_be_acronym(token: Token) -> bool:
    """« (CNLD) », « (Criirad) »: what its words must still spell."""
    short = token.text[0].isupper() and len(token.text) > _LEAST_LETTERS
    return is_acronym(token.text) or short


def _start(sentence: Sentence, last: int, acronym: str, language: Language) -> int | None:
    small = language.words.list("small_words")
    words: list[str] = []
    for token in reversed(sentence.tokens[max(0, last - _MOST_WORDS) : last + 1]):
        if token.text in _STOPS:
            return None
        words = [*_parts(token), *words]
        if token.text[0].isupper() and spells(acronym, words, small):
            return token.i
    return None


def _parts(token: Token) -> list[str]:
    """The words that hyphens join."""
    return [part for part in token.text.split("-") if part]
