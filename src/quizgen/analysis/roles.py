"""Roles tied to names: « le ministre de l'Économie X », « X, ministre de l'Économie, »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.analysis.antecedents import noun_gender
from quizgen.analysis.names import Name
from quizgen.analysis.role_bounds import (
    INSIDE,
    REACH,
    continues_role,
    end_of_phrase,
    first_of,
    is_definite,
    is_elect,
    leads_away,
    may_be_verb,
    reaches,
    role_noun_from,
    starts_phrase,
)
from quizgen.language import Language
from quizgen.model import Sentence


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Tokens `first`..`last` say what somebody is; `head` is the role noun.

    The determiner is left out.
    """

    sentence: int
    first: int
    last: int
    head: int


def _may_hold(name: Name) -> bool:
    """Whether a name may be that of somebody: bodies and places hold no office."""
    return name.title or name.kind in ("person", "other")


def _end_before(sentence: Sentence, last: int, language: Language) -> int:
    """« le président de la Ligue (LADDH), M. X »: the token before a title and a bracket."""
    tokens = sentence.tokens
    if last >= 0 and tokens[last].text == ")":
        opening = next((t.i for t in reversed(tokens[:last]) if t.text == "("), last + 1)
        last = opening - 1
    if last >= 0 and tokens[last].text.lower().rstrip(".") in language.words.list("titles"):
        last -= 1
    return last


def role_before(sentence: Sentence, name: Name, language: Language) -> RolePhrase | None:
    """The role phrase that runs up to a name, with or without a comma between."""
    tokens = sentence.tokens
    roles = language.words.list("role_nouns")
    comma = name.first > 0 and tokens[name.first - 1].text == ","
    last = _end_before(sentence, name.first - 1 - comma, language)
    if not _may_hold(name) or last < 0 or tokens[last].pos in ("DET", "ADP", "CCONJ"):
        return None
    for i in range(last, max(-1, last - REACH), -1):
        chosen = i == last and is_elect(sentence, i)
        if not chosen and (tokens[i].pos not in INSIDE or leads_away(tokens[i], language)):
            return None
        if tokens[i].text.lower() in roles and not continues_role(sentence, i, language):
            if not reaches(sentence, i, name, language) or may_be_verb(sentence, i, language):
                return None
            first = first_of(sentence, i, language)
            definite = first > 0 and is_definite(sentence, first - 1)
            if comma and not (definite and starts_phrase(sentence, first - 1)):
                return None
            return RolePhrase(sentence.index, first, last, i)
    return None


def role_after(sentence: Sentence, name: Name, language: Language) -> RolePhrase | None:
    """The role phrase set off by a comma behind a name."""
    if not _may_hold(name):
        return None
    tokens = sentence.tokens
    here = name.last + 1
    if here + 1 >= len(tokens) or tokens[here].text not in (",", "("):
        return None
    here += 1
    if tokens[here].pos == "NUM" and here + 2 < len(tokens) and tokens[here + 2].text == ",":
        here += 3  # an age between commas
    if here < len(tokens) and tokens[here].pos == "DET":
        here += 1
    head = role_noun_from(sentence, here, language)
    if head is None:
        return None
    last = end_of_phrase(sentence, head, language)
    closed = last + 1 >= len(tokens) or tokens[last + 1].pos in ("PUNCT", "ADP")
    return RolePhrase(sentence.index, here, last, head) if closed else None


def role_gender(sentence: Sentence, phrase: RolePhrase, language: Language) -> str:
    """Masc or Fem, by the form of the role noun or its article; "" when neither tells."""
    told = noun_gender(sentence.tokens[phrase.head].text, language)
    before = sentence.tokens[phrase.first - 1] if phrase.first else None
    if told or before is None or before.pos != "DET" or before.text[-1] in "'’":
        return told
    return before.feats.get("Gender", "")


def free_roles(sentence: Sentence, language: Language) -> Iterator[RolePhrase]:
    """Definite singular role phrases anywhere in a sentence, in order."""
    roles = language.words.list("role_nouns") | language.words.list("person_nouns")
    taken = -1
    for token in sentence.tokens:
        if token.i <= taken or token.text.lower() not in roles or token.pos == "VERB":
            continue
        first = first_of(sentence, token.i, language)
        if first == 0 or not is_definite(sentence, first - 1):
            continue
        if token.feats.get("Number") == "Plur":
            continue
        last = end_of_phrase(sentence, token.i, language)
        taken = last
        yield RolePhrase(sentence.index, first, last, token.i)
