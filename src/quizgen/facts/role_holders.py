"""Whose a role is: words that hold another name, or another role before the name, are nobody's."""

from __future__ import annotations

from quizgen.analysis.roles import RolePhrase
from quizgen.language import Language
from quizgen.model import Document, Entity, Sentence

_APPOSED = 3  # tokens from a name to the role behind it


def is_somebody_elses(
    document: Document, sentence: Sentence, phrase: RolePhrase, language: Language
) -> bool:
    """« ministre Paul Durand et son rival »; « porte-parole du maire » where no name is told.

    Behind another name « porte-parole du maire Paul Durand » says whose spokesman somebody is.
    """
    named = [
        m
        for m in document.mentions
        if m.sentence == sentence.index
        and m.kind == "name"
        and m.entity is not None
        and m.entity.kind == "person"
    ]
    inside = range(phrase.head + 1, phrase.last + 1)
    if any(_holds(sentence, phrase, m.first, language) for m in named if m.first in inside):
        return True
    told = any(phrase.first - _APPOSED <= m.last < phrase.first for m in named)
    return not told and any(_is_governed_role(sentence, i, language) for i in inside)


def _holds(sentence: Sentence, phrase: RolePhrase, name: int, language: Language) -> bool:
    """Whether a name in a role is no complement of a role inside it (« … du maire X »)."""
    return not any(_is_governed_role(sentence, i, language) for i in range(phrase.head + 1, name))


def _is_governed_role(sentence: Sentence, i: int, language: Language) -> bool:
    """« … du premier ministre »: a role noun behind a preposition."""
    if sentence.tokens[i].text.lower() not in language.words.list("role_nouns"):
        return False
    before = sentence.tokens[max(0, i - 2) : i]
    return any(t.pos == "ADP" for t in before)


def is_of_other_gender(sentence: Sentence, phrase: RolePhrase, entity: Entity) -> bool:
    """« la ministre », « député » of a woman: the article's word, or its link, is wrong."""
    gender = sentence.tokens[phrase.head].feats.get("Gender", "")
    return bool(gender and entity.gender) and gender != entity.gender
