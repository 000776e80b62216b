"""What an article is about: words that it repeats and other articles seldom have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from quizgen.language import Language
from quizgen.model import Document, Sentence

_CONTENT = ("NOUN", "PROPN", "ADJ", "VERB")
CENTRAL = 12  # words of an article that a reader of its topic can place
_MOST = 16  # times that a word counts
_PAGES = 1000  # what frequencies are counted in


def weigh_words(sentences: Iterable[Sentence], language: Language) -> Mapping[str, float]:
    """The weight of each content word, by its form in lower case.

    How often it stands here, dampened, times how rare it is elsewhere (tf–idf).
    """
    counts = Counter(
        token.text.lower()
        for sentence in sentences
        for token in sentence.tokens
        if token.pos in _CONTENT and token.text[:1].isalpha()
    )
    return {form: sqrt(min(n, _MOST)) * rarity(form, language) for form, n in counts.items()}


def rarity(form: str, language: Language) -> float:
    """How rare a form is: from 0 for what every page has to about 7."""
    return log(_PAGES / max(language.frequency(form), 1))


def heaviest(document: Document, most: int = CENTRAL) -> frozenset[str]:
    """The word forms that weigh most in an article, lower-cased."""
    return frozenset(sorted(document.weights, key=lambda word: -document.weights[word])[:most])
