"""Impersonal « il »: « il faut », « il est prévu de », « il ne fait guère de doute »."""

from __future__ import annotations

from quizgen.analysis.capitals import folded
from quizgen.analysis.tree import child, children
from quizgen.language import Language
from quizgen.model import Sentence, Token

_BROUGHT = ("ccomp", "csubj", "xcomp")


def may_be_impersonal(sentence: Sentence, pronoun: Token, language: Language) -> bool:
    """Whether a subject pronoun may stand for nothing at all."""
    if pronoun.dep.startswith("expl"):
        return True
    word = pronoun.text.lower().lstrip("-").removeprefix("t-")
    if word not in language.words.list("impersonal_pronouns"):
        return False
    verb = sentence.tokens[pronoun.head]
    chain = [verb, *children(sentence, verb.i, "xcomp")]  # « il pourrait s'agir de »
    if any(t.lemma in language.words.list("impersonal_verbs") for t in chain):
        return True
    if _tells_time(verb, language):
        return True
    linked = child(sentence, verb.i, "aux:pass", "cop") is not None
    if linked or verb.lemma in language.words.list("impersonal_with_clause"):
        return _brings_subject(sentence, verb, pronoun, language)
    return False


def _tells_time(verb: Token, language: Language) -> bool:
    """« il est 22 heures », « il est temps »."""
    return verb.pos == "NUM" or verb.text.lower() in language.words.list("time_units") | (
        language.words.list("impersonal_nouns")
    )


def _brings_subject(sentence: Sentence, verb: Token, pronoun: Token, language: Language) -> bool:
    """« il est reproché à X des achats », « il est clair que »: the true subject comes behind."""
    clause = any(t.i > verb.i for t in children(sentence, verb.i, *_BROUGHT))
    behind = [
        t
        for t in children(sentence, verb.i, "obj", "nsubj")
        if t.i > verb.i and t.pos in ("NOUN", "PROPN") and t.i != pronoun.i
    ]
    passive = child(sentence, verb.i, "aux:pass") is not None
    return (
        clause
        or (passive and bool(behind))
        or (passive and _opens_with_name(sentence, verb, language))
    )


def _opens_with_name(sentence: Sentence, verb: Token, language: Language) -> bool:
    """« il est reproché à X »: somebody governed by « à » right behind the participle."""
    plain = language.words.table("plain_prepositions")
    behind = [folded(t.text) for t in sentence.tokens[verb.i + 1 : verb.i + 2]]
    return any(plain.get(word, word) in language.words.list("to_words") for word in behind)
