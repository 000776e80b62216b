"""Fuller forms: what a bare « l'étude » or « cette étude » was called when it came up."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.analysis.tree import child, matches, subtree
from quizgen.language import Language
from quizgen.model import Entity, Sentence, Token

REACH = 8  # sentences
_MOST_WORDS = 9
_PLAIN = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "PUNCT")


def fuller_form(
    sentences: Sequence[Sentence], here: Sentence, noun: Token, body: str, language: Language
) -> Entity | None:
    """The last phrase before `noun` with the same head noun and with words that tell which one.

    Nouns for documents (« enquête », « étude ») stand for one another.
    """
    documents = language.words.list("document_nouns")
    wanted = documents if noun.lemma in documents else {noun.lemma}
    for back in range(here.index, max(-1, here.index - REACH - 1), -1):
        sentence = sentences[back]
        for token in reversed(sentence.tokens):
            before = back < here.index or token.i < noun.i
            if before and token.lemma in wanted and token.pos == "NOUN" and not sentence.heading:
                found = _phrase(sentence, token, body)
                if found is not None:
                    return found
    return None


def _phrase(sentence: Sentence, token: Token, body: str) -> Entity | None:
    """The phrase of a noun with its complements, as an entity that goes by these words."""
    drop = {d for d in sentence.dependents[token.i] if _is_outside(sentence, sentence.tokens[d])}
    tokens = [i for i in subtree(sentence, token.i, without=drop) if i not in drop]
    tokens = [i for i in tokens if i >= token.i]
    while tokens and sentence.tokens[tokens[-1]].pos == "PUNCT":
        tokens.pop()
    whole = len(tokens) == (tokens[-1] - tokens[0] + 1 if tokens else 0)
    if not whole or not 2 <= len(tokens) <= _MOST_WORDS:
        return None
    words = [sentence.tokens[i] for i in tokens]
    tells = any(matches(t.dep, ("nmod", "amod", "appos")) for t in words[1:])
    if not tells or any(t.pos not in _PLAIN or _points(t) for t in words):
        return None
    text = body[words[0].start : words[-1].end]
    gender = token.feats.get("Gender", "")
    return Entity(text, "other", gender, token.feats.get("Number", "Sing"))


def _is_outside(sentence: Sentence, token: Token) -> bool:
    outside = ("det", "case", "punct", "acl", "conj", "cc", "appos", "parataxis", "cop", "nsubj")
    return matches(token.dep, outside) or child(sentence, token.i, "cop") is not None


def _points(token: Token) -> bool:
    return token.feats.get("PronType") == "Dem" or token.feats.get("Poss") == "Yes"
