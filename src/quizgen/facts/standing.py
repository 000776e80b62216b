"""Who has a claim to be known: by a role that the article tells, or because it is about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizgen.model import Document, Fact

_CENTRAL = 3  # sentences that name somebody whom the article is about


def claims_of(document: Document, roles: Iterable[Fact]) -> Mapping[str, str]:
    """The people with a claim to be known, by name, each with the role that an answer may tell.

    « un ingénieur de 41 ans » is a passer-by, and a founder or an owner is nobody by that alone;
    of « le maire » the place is missing.
    """
    told = {fact.fields["person"]: fact for fact in roles}
    claims: dict[str, str] = {}
    for entity in document.entities:
        role = told.get(entity.name)
        if (role is not None and _is_claim(role)) or _is_central(document, entity.name):
            claims[entity.name] = role.target.text if role is not None and _is_told(role) else ""
    return claims


def _is_claim(role: Fact) -> bool:
    """Whether a role makes somebody known."""
    whole = role.fields["complete"] or not role.fields["passing"]
    return bool(role.fields["sort"]) and bool(whole)


def _is_told(role: Fact) -> bool:
    """Whether a role can stand behind the name as it is."""
    return bool(role.fields["complete"]) or role.fields["sort"] == "profession"


def _is_central(document: Document, name: str) -> bool:
    at = {
        m.sentence
        for m in document.mentions
        if m.kind == "name" and m.entity is not None and m.entity.name == name
    }
    return len(at) >= _CENTRAL
