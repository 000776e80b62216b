"""Subjects that a clause shares: with the clause it is co-ordinate with, with its antecedent."""

from __future__ import annotations

from quizgen.analysis.tree import child, children, subtree
from quizgen.model import Constituent, Sentence, Token


def with_subject(
    sentence: Sentence, head: Token, constituents: tuple[Constituent, ...]
) -> tuple[Constituent, ...]:
    """A clause's constituents with the subject that it is about.

    A co-ordinate predicate without subject shares that of the first one; a relative clause whose
    subject is the pronoun is about the noun before it. Other relative clauses lose their subject:
    they are not asked about.
    """
    own = next((c for c in constituents if c.role == "subject"), None)
    if head.dep.startswith("acl"):
        rest = tuple(c for c in constituents if c is not own)
        subject = _antecedent(sentence, head, own) if own is not None else None
        return (subject, *rest) if subject is not None else rest
    first = child(sentence, head.head, "nsubj") if head.dep == "conj" else None
    if own is not None or first is None:
        return constituents
    return (Constituent("subject", first.i, subtree(sentence, first.i)), *constituents)


def _antecedent(sentence: Sentence, head: Token, own: Constituent) -> Constituent | None:
    """The noun phrase that a relative clause follows, without preposition, as its subject."""
    pronoun = sentence.tokens[own.head]
    if pronoun.feats.get("PronType") != "Rel":
        return None
    noun = _noun_before(sentence, sentence.tokens[head.head], pronoun)
    if noun is None:
        return None
    case = {t.i for t in children(sentence, noun.i, "case")}
    tokens = subtree(sentence, noun.i, without={head.i, pronoun.i})
    return Constituent("subject", noun.i, tuple(i for i in tokens if i not in case))


def _noun_before(sentence: Sentence, noun: Token, pronoun: Token) -> Token | None:
    """The noun that a relative pronoun follows at once; a name set beside it stands for it."""
    if noun.pos not in ("NOUN", "PROPN") or noun.i > pronoun.i:
        return None
    beside = children(sentence, noun.i, "appos", "flat") if noun.pos == "NOUN" else []
    name = next((t for t in beside if t.pos == "PROPN"), noun)
    last = max((i for i in subtree(sentence, name.i) if i < pronoun.i), default=pronoun.i)
    between = sentence.tokens[last + 1 : pronoun.i]
    return name if all(t.pos == "PUNCT" for t in between) else None
