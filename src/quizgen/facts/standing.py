"""Who has a claim to be known: by a role that the article tells, or because it is about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quizgen.analysis.name_parts import may_go_on
from quizgen.language import Language
from quizgen.model import Document, Fact

# The last complement of a role, where it is a common noun with nothing but adjectives.
_LAST_BODY = re.compile(r"\b(?:du |de la |de l'|des )([a-zà-ÿœ-]+)(?: (?!d[eu]s? )[a-zà-ÿœ-]+)*$")
_CENTRAL = 3  # sentences that name somebody whom the article is about
_MAIN = 5  # those that name whoever it is mainly about, without opening with him
_LEAD = 3  # sentences with which an article opens


def claims_of(document: Document, roles: Iterable[Fact]) -> Mapping[str, str]:
    """The people with a claim to be known, by name, each with the role that an answer may tell.

    « un ingénieur de 41 ans » is a passer-by, and a founder or an owner is nobody by that alone;
    of « le maire » the place is missing.
    """
    told = {fact.fields["person"]: fact for fact in roles}
    claims: dict[str, str] = {}
    for entity in document.entities:
        role = told.get(entity.name)
        if (role is not None and _is_claim(role)) or is_central(document, entity.name):
            claims[entity.name] = role.target.text if role is not None and _is_told(role) else ""
    return claims


def speakers_of(document: Document, roles: Iterable[Fact], language: Language) -> Mapping[str, str]:
    """Those with a claim to be known, less those whose role the article does not tell in full.

    Whose role only the article explains, the bare name tells nothing of, save of whom it is
    mainly about.
    """
    kept = tuple(roles)
    of_state = {r.fields["person"] for r in kept if _is_of_state(r, language)}
    told = {
        name: role if _is_clear(role, language) else ""
        for name, role in claims_of(document, kept).items()
    }
    open_roles = {r.fields["person"] for r in kept} - of_state
    return {
        name: role
        for name, role in told.items()
        if (role or name not in open_roles or _is_main(document, name))
        and not is_cut_short(document, name, language)
    }


def known_speakers(document: Document, roles: Iterable[Fact], language: Language) -> frozenset[str]:
    """Those of whom a reader would want to know that they said it.

    Holders of high office, those who speak for a state, and whoever the article is mainly about,
    unless as a doctor or a researcher asked for an opinion.
    """
    told = {fact.fields["person"]: fact for fact in roles}
    high = {name for name, role in told.items() if _is_high(role, language)}
    main = {
        entity.name
        for entity in document.entities
        if _is_main(document, entity.name)
        and (entity.name not in told or told[entity.name].fields["sort"] != "profession")
    }
    return frozenset(high | main)


def _is_high(role: Fact, language: Language) -> bool:
    """« gouverneur du Texas », « porte-parole du ministère »; not « adjoint au maire »."""
    words = role.target.text.lower().replace("’", "'").replace("-", " ").replace("'", " ").split()
    leading = language.words.list("high_offices") | language.words.list("leading_offices")
    offices = leading | language.words.list("local_offices")
    if _is_of_state(role, language) or any(w in offices for w in words[:2]):
        return not role.fields["minor"]
    of_state = any(w in language.words.list("state_things") for w in words)
    return of_state and role.fields["sort"] == "office" and not role.fields["minor"]


def _is_of_state(role: Fact, language: Language) -> bool:
    """« Premier ministre », « président de la République »: known by the office alone."""
    words = role.target.text.lower().replace("-", " ").split()
    office = any(w in language.words.list("state_offices") for w in words[:2])
    return office or bool(role.fields["known"])


def _is_clear(role: str, language: Language) -> bool:
    """« président de la commission », « … du réseau social dominant »: which one is not told."""
    found = _LAST_BODY.search(role.replace("’", "'"))
    return found is None or found[1] not in language.words.list("pointing_nouns")


def is_cut_short(document: Document, name: str, language: Language) -> bool:
    """Whether the article may call somebody by more than a name: « Paul Durand de Vernoux »."""
    return any(
        m.entity is not None
        and m.entity.name == name
        and m.kind == "name"
        and may_go_on(document.sentences[m.sentence], m.last, language)
        for m in document.mentions
    )


def _is_claim(role: Fact) -> bool:
    """Whether a role makes somebody known."""
    whole = role.fields["complete"] or not role.fields["passing"]
    return bool(role.fields["sort"]) and bool(whole)


def _is_told(role: Fact) -> bool:
    """Whether a role can stand behind the name as it is."""
    return bool(role.fields["complete"]) or role.fields["sort"] == "profession"


def is_central(document: Document, name: str) -> bool:
    """Whether an article is about somebody: it names him again and again."""
    return len(sentences_naming(document, name)) >= _CENTRAL


def _is_main(document: Document, name: str) -> bool:
    """Whether the article opens with somebody whom it is about, or names him all along."""
    at = sentences_naming(document, name)
    opens = bool(at) and min(at) < _LEAD
    return len(at) >= (_CENTRAL if opens else _MAIN)


def sentences_naming(document: Document, name: str) -> set[int]:
    """The sentences in which somebody is named."""
    return {
        m.sentence
        for m in document.mentions
        if m.kind == "name" and m.entity is not None and m.entity.name == name
    }
