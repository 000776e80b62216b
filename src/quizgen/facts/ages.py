"""Ages: years that belong to somebody."""

from __future__ import annotations

from quizgen.analysis.tree import matches
from quizgen.facts.humans import is_human
from quizgen.language import Language
from quizgen.model import Sentence, Token


def is_age(sentence: Sentence, years: Token, language: Language) -> bool:
    """« âgé de 40 ans », « Julie Moreau, 40 ans », « un pêcheur de 40 ans »."""
    governor = sentence.tokens[years.head]
    if governor.lemma.lower() in language.words.list("age_words"):
        return True
    if _follows_name(sentence, years):
        return True
    beside = matches(years.dep, ("appos", "nmod", "conj", "parataxis"))
    person = governor.pos == "PROPN" or is_human(governor, language)
    return years.text.lower() in language.words.list("age_units") and beside and person


def _follows_name(sentence: Sentence, years: Token) -> bool:
    """« Julie Moreau, 40 ans, pêcheuse »: whatever the years hang by, they are hers."""
    start = years.i - 2
    marks = [sentence.tokens[i].text for i in (start, years.i + 1) if 0 < i < len(sentence.tokens)]
    name = start > 0 and sentence.tokens[start - 1].pos == "PROPN"
    return name and marks[:1] == [","] and marks[-1] in (",", ".", "(", ")")
