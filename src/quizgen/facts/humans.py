"""Nouns of people and of bodies: they act, and « qui » asks for them."""

from __future__ import annotations

from quizgen.language import Language
from quizgen.model import Token

_SPEAKING = ("role_nouns", "person_nouns", "counted_people", "organisation_nouns")
_LISTS = ("role_nouns", "person_nouns", "counted_people", "source_nouns", "organisation_nouns")


def is_human(noun: Token, language: Language) -> bool:
    """Whether a common noun means people or a body of people."""
    forms = {noun.text.lower(), noun.lemma.lower()}
    return noun.pos == "NOUN" and any(forms & language.words.list(name) for name in _LISTS)


def is_somebody(noun: Token, language: Language) -> bool:
    """Whether a common noun means people or a body that speaks, not what they wrote."""
    forms = {noun.text.lower(), noun.lemma.lower()}
    return noun.pos == "NOUN" and any(forms & language.words.list(name) for name in _SPEAKING)


def may_be_human(noun: Token, language: Language) -> bool:
    """Whether the ending of a common noun is one that nouns of people have."""
    lemma = noun.lemma.lower()
    return any(lemma.endswith(ending) for ending in language.words.list("person_endings"))


def is_body(noun: Token, language: Language) -> bool:
    """Whether a noun says what a body is (« l'association X », « le Conseil de sécurité »)."""
    forms = {noun.text.lower(), noun.lemma.lower()}
    return noun.pos == "NOUN" and bool(forms & language.words.list("asked_bodies"))
