"""Possessives of the third person: whose « son rapport » is."""

from __future__ import annotations

from quizgen.analysis.antecedents import NOTHING, Choice, PronounAsked, choose_for_pronoun
from quizgen.analysis.tree import ancestors, child, matches
from quizgen.analysis.walk import Walk
from quizgen.model import Sentence, Token


def link_possessive(sentence: Sentence, token: Token, number: str, walk: Walk) -> Choice:
    """The subject of the clause that the possessive stands in, where it agrees.

    `number` is that of the owner. Sure when nobody else has come between.
    """
    if walk.is_quoted(token):
        return NOTHING
    beside = _named_beside(sentence, token, walk)
    if beside is not None:
        return beside
    for head in ancestors(sentence, token.i):
        subject = child(sentence, head.i, "nsubj")
        if subject is not None and subject.i != token.head:
            owner = walk.candidate_at(sentence, subject.i)
            if owner is not None and owner.entity is not None and owner.number == number:
                sure = not owner.doubtful and not _has_rival(sentence, token, subject, walk)
                return Choice(owner.entity, sure=sure)
            if subject.i < token.i:
                return NOTHING
    asked = PronounAsked(sentence.index, "", number, topic=walk.topic)
    return Choice(choose_for_pronoun(walk.history, asked).entity, sure=False)


def _named_beside(sentence: Sentence, token: Token, walk: Walk) -> Choice | None:
    """« X et ses soutiens »: X's, rather than the subject's; never sure."""
    noun = sentence.tokens[token.head]
    if not matches(noun.dep, ("conj",)):
        return None
    entity = walk.entity_at(sentence, noun.head)
    return Choice(entity, sure=False) if entity is not None else None


def _has_rival(sentence: Sentence, token: Token, subject: Token, walk: Walk) -> bool:
    """Whether somebody else is named between the subject and the possessive."""
    owner = walk.entity_at(sentence, subject.i)
    return any(
        c.entity is not None and c.entity != owner and c.entity.kind == "person"
        for c in walk.history
        if c.sentence == sentence.index and subject.i < c.token < token.i
    )
