"""The words behind a capitalised common noun that belong to its name."""

from __future__ import annotations

from quizgen.analysis.capitals import folded, is_capital, is_common, is_given, is_title
from quizgen.analysis.tree import ancestors
from quizgen.language import Language
from quizgen.model import Sentence

_LONGEST = 8  # tokens of complement behind the noun
_INSIDE = ("NOUN", "ADJ", "PROPN")


def full_end(sentence: Sentence, first: int, last: int, language: Language) -> int:
    """The last token of a name with the adjectives and complements that a body's name takes.

    « le Parlement ukrainien », « la Ligue alpine de la montagne ».
    """
    word = sentence.tokens[first].text
    if not is_common(word, language) or word.isupper():
        return last
    if last == first:
        last = _with_adjectives(sentence, first, last)
    if word.lower() in language.words.list("organisation_nouns"):
        last = _with_complements(sentence, first, last, language)
    return last


def _with_adjectives(sentence: Sentence, first: int, last: int) -> int:
    tokens = sentence.tokens
    while (
        last + 1 < len(tokens) and tokens[last + 1].pos == "ADJ" and tokens[last + 1].head == first
    ):
        last += 1
    return last


def _with_complements(sentence: Sentence, first: int, last: int, language: Language) -> int:
    """Over « de » and its like, as long as the tree hangs the words on the noun."""
    tokens = sentence.tokens
    links = language.words.list("name_links")
    end, here = last, last + 1
    while here < len(tokens) and here - last <= _LONGEST and _is_below(sentence, here, first):
        token = tokens[here]
        word = folded(token.text)
        if token.pos in _INSIDE:
            if is_title(token.text, language) or word in language.words.list("days"):
                break
            if is_capital(token) and is_given(token.text, language):
                break
            end = here
        elif word not in links:
            break
        here += 1
    return end


def _is_below(sentence: Sentence, here: int, first: int) -> bool:
    return any(a.i == first for a in ancestors(sentence, here))
