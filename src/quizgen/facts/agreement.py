"""Misspelt phrases: a card would teach the fault of the article."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.analysis.tree import matches
from quizgen.model import Sentence


def disagrees(sentence: Sentence, words: Iterable[int]) -> bool:
    """« des affaires maritime »: a noun in the plural with a lone adjective in the singular.

    Two adjectives in the singular may share one noun (« les polices belge et suisse »).
    """
    inside = set(words)
    for i in inside:
        token = sentence.tokens[i]
        noun = sentence.tokens[token.head]
        if token.pos != "ADJ" or not matches(token.dep, ("amod",)) or noun.i not in inside:
            continue
        alone = not any(t.head == i and matches(t.dep, ("conj",)) for t in sentence.tokens)
        if noun.i != i - 1 or noun.pos != "NOUN" or not alone:
            continue
        numbers = (noun.feats.get("Number"), token.feats.get("Number"))
        if numbers == ("Plur", "Sing") and not token.text.endswith(("s", "x")):
            return True
    return False
