"""Misprints in what somebody said: a card would print them again, between quotation marks."""

from __future__ import annotations

import re

from quizgen.model import Sentence, Token
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.grammar.slips import disagrees
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_ZERO = re.compile(r"\b0[a-zà-ÿ]", re.IGNORECASE)  # « 0n », for « On »
_NO_VERB = ("DET", "NOUN", "ADP")


def check_spelling(shown: list[tuple[Sentence, Token]], words: str, lexicon: Dicollecte) -> None:
    """Raise Withheld for words that do not agree, a subject without its verb, a mistyped letter."""
    if _ZERO.search(words):
        raise Withheld("a figure in place of a letter")
    for sentence, token in shown:
        if disagrees(sentence, token, lexicon) or _lost_verb(sentence, token):
            raise Withheld(f"« {token.text} » looks like a slip of the pen")


def _lost_verb(sentence: Sentence, token: Token) -> bool:
    """« qu'il un homme »: right behind a subject pronoun no noun can stand."""
    word = token.text.lower().replace("’", "'")
    behind = sentence.tokens[token.i + 1 : token.i + 2]
    return word in _WORDS.list("bound_subjects") and bool(behind) and behind[0].pos in _NO_VERB
