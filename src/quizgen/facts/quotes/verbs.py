"""What the tree says of a verb: its subject, its form, whether it is denied."""

from __future__ import annotations

from quizgen.analysis.tree import child, children
from quizgen.facts.quotes.passages import Passage
from quizgen.model import Token


def is_negated(passage: Passage, verb: int) -> bool:
    """Whether a verb, what helps it or what governs it is denied."""
    around = [verb, *(t.i for t in children(passage.words, verb, "aux"))]
    if passage.tokens[verb].dep == "xcomp":
        around.append(passage.tokens[verb].head)
    return any(
        t.feats.get("Polarity") == "Neg"
        for i in around
        for t in children(passage.words, i, "advmod")
    )


def own_subject(passage: Passage, verb: int) -> Token | None:
    """The subject of a verb, an impersonal one left out only in the passive."""
    passive = child(passage.words, verb, "aux:pass") is not None
    for token in children(passage.words, verb, "nsubj", "expl:subj"):
        if not (passive and token.dep.startswith("expl")):
            return token
    return None


def brings_clause(passage: Passage, token: Token) -> bool:
    """Whether a participle read as an adjective governs a clause (« reconnaissant que … »)."""
    clause = child(passage.words, token.i, "ccomp") if token.pos == "ADJ" else None
    return clause is not None and clause.i > token.i


def is_told(passage: Passage, verb: int) -> bool:
    """Whether a verb tells of speech: finite, infinitive, « -ant », or a participle with help."""
    token = passage.tokens[verb]
    if brings_clause(passage, token):
        return True
    if token.dep == "acl" and token.feats.get("Tense") != "Pres":
        return False  # « le règlement dit « … » »
    if token.feats.get("VerbForm") in ("Fin", "Inf", "Ger"):
        return token.feats.get("Mood") != "Imp"
    if token.feats.get("Tense") == "Pres":
        return True
    shared = token.head if token.dep == "conj" else verb
    return any(children(passage.words, i, "aux") for i in (verb, shared))


def is_participle(token: Token) -> bool:
    """Whether a word is a present participle or a gerund."""
    if token.feats.get("VerbForm") == "Ger":
        return True
    return token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Pres"


def is_relative(token: Token) -> bool:
    """Whether a word is a relative pronoun."""
    return token.pos == "PRON" and token.feats.get("PronType") == "Rel"
