"""Roles tied to names: « le ministre de l'Économie X », « X, ministre de l'Économie, »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.analysis.names import Name
from quizgen.language import Language
from quizgen.model import Sentence, Token

_INSIDE = ("ADJ", "ADP", "DET", "NOUN", "PROPN", "NUM", "CCONJ")
_REACH = 14  # tokens that a role phrase may run to


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Tokens `first`..`last` say what somebody is; `head` is the role noun.

    The determiner is left out.
    """

    sentence: int
    first: int
    last: int
    head: int


def role_before(sentence: Sentence, name: Name, language: Language) -> RolePhrase | None:
    """The role phrase that runs up to a name, with or without a comma between."""
    tokens = sentence.tokens
    roles = language.words.list("role_nouns")
    last = name.first - 1
    comma = last >= 0 and tokens[last].text == ","
    last -= comma
    if last >= 0 and tokens[last].text.lower().rstrip(".") in language.words.list("titles"):
        last -= 1
    if last < 0 or tokens[last].pos in ("DET", "ADP", "CCONJ"):
        return None
    for i in range(last, max(-1, last - _REACH), -1):
        if tokens[i].pos not in _INSIDE or _leads_away(tokens[i], language):
            return None
        if tokens[i].text.lower() in roles and not _continues_role(sentence, i, language):
            first = _first(sentence, i, language)
            definite = first > 0 and _is_definite(sentence, first - 1)
            if comma and not (definite and _starts_phrase(sentence, first - 1)):
                return None
            return RolePhrase(sentence.index, first, last, i)
    return None


def role_after(sentence: Sentence, name: Name, language: Language) -> RolePhrase | None:
    """The role phrase set off by a comma behind a name."""
    tokens = sentence.tokens
    here = name.last + 1
    if here + 1 >= len(tokens) or tokens[here].text not in (",", "("):
        return None
    here += 1
    if tokens[here].pos == "NUM" and here + 2 < len(tokens) and tokens[here + 2].text == ",":
        here += 3  # an age between commas
    if here < len(tokens) and tokens[here].pos == "DET":
        here += 1
    head = _role_noun_from(sentence, here, language)
    if head is None:
        return None
    last = _end_of_phrase(sentence, head)
    closed = last + 1 >= len(tokens) or tokens[last + 1].pos == "PUNCT"
    return RolePhrase(sentence.index, here, last, head) if closed else None


def free_roles(sentence: Sentence, language: Language) -> Iterator[RolePhrase]:
    """Definite singular role phrases anywhere in a sentence, in order."""
    roles = language.words.list("role_nouns") | language.words.list("person_nouns")
    taken = -1
    for token in sentence.tokens:
        if token.i <= taken or token.text.lower() not in roles or token.pos == "VERB":
            continue
        first = _first(sentence, token.i, language)
        if first == 0 or not _is_definite(sentence, first - 1):
            continue
        if token.feats.get("Number") == "Plur":
            continue
        last = _end_of_phrase(sentence, token.i)
        taken = last
        yield RolePhrase(sentence.index, first, last, token.i)


def _leads_away(token: Token, language: Language) -> bool:
    """« le chef sur son compte X »: a preposition that a role does not take."""
    word = token.text.lower().replace("’", "'")
    return token.pos == "ADP" and word not in language.words.list("role_prepositions")


def _is_definite(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.pos == "DET" and token.feats.get("Definite") == "Def"


def _starts_phrase(sentence: Sentence, i: int) -> bool:
    before = sentence.tokens[i - 1] if i else None
    return before is None or before.pos in ("PUNCT", "CCONJ", "SCONJ", "ADP", "VERB", "AUX", "PRON")


def _continues_role(sentence: Sentence, i: int, language: Language) -> bool:
    """« premier ministre », « avocat général »: a role noun right before is the head."""
    before = sentence.tokens[i - 1].text.lower() if i else ""
    openers = language.words.list("role_openers")
    return before in language.words.list("role_nouns") and before not in openers


def _first(sentence: Sentence, head: int, language: Language) -> int:
    openers = language.words.list("role_openers")
    first = head
    while first > 0 and sentence.tokens[first - 1].text.lower().rstrip("-") in openers:
        first -= 1
    return first


def _role_noun_from(sentence: Sentence, here: int, language: Language) -> int | None:
    roles = language.words.list("role_nouns")
    openers = language.words.list("role_openers")
    tokens = sentence.tokens
    while here < len(tokens):
        word = tokens[here].text.lower()
        if word in roles and not (
            word in openers and here + 1 < len(tokens) and tokens[here + 1].text.lower() in roles
        ):
            return here
        if word not in openers:
            return None
        here += 1
    return None


def _end_of_phrase(sentence: Sentence, head: int) -> int:
    """The last token of the noun phrase that starts with the role noun."""
    tokens = sentence.tokens
    last = head
    for i in range(head + 1, min(len(tokens), head + _REACH)):
        if tokens[i].pos not in _INSIDE:
            break
        if not _below(sentence, i, head):
            break
        last = i
    while last > head and tokens[last].pos in ("ADP", "DET", "CCONJ"):
        last -= 1
    return last


def _below(sentence: Sentence, i: int, head: int) -> bool:
    seen = set()
    while i != head and i not in seen:
        seen.add(i)
        i = sentence.tokens[i].head
    return i == head
