"""Roles: what a named person is (« secrétaire général de l'OTAN »)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from quizgen.analysis.entities import words_of
from quizgen.analysis.names import Name, find_names
from quizgen.analysis.roles import RolePhrase, role_after, role_before
from quizgen.analysis.tree import cover
from quizgen.facts.deaths import dead_people
from quizgen.facts.role_fields import is_former, role_fields
from quizgen.facts.role_wording import told_role
from quizgen.facts.role_words import founded_by, is_beside, own_words
from quizgen.facts.targets import evidence_of
from quizgen.language import Language
from quizgen.model import Document, Entity, Fact, Sentence


def find_roles(document: Document, language: Language) -> Iterator[Fact]:
    """The main role that the article ties to each person's name.

    Fields: `answer` (the role as an answer tells it), `person`, `gender`, `sort` (office or
    profession, "" for what is neither), `complete` (says of what), `former`, `known` (to
    everybody), `late` (the person is dead), `passing` (one of many), `plain` (a trade with nothing
    beside it), `several` (the article tells another office), `founded` (the article of what
    the person founded, which is the part `founded`); see `role_fields` for more.
    """
    best: dict[str, Fact] = {}
    offices: defaultdict[str, list[str]] = defaultdict(list)
    dead = dead_people(document, language)
    beside, linked = _beside_names(document, language), _linked(document, language)
    for sentence, phrase, entity in (*beside, *linked):
        own = own_words(sentence, phrase, language)
        fact = _fact(document, sentence, own, entity, language)
        known = best.get(entity.name)
        if _is_office(fact, language):
            offices[entity.name].append(fact.target.text)
        if known is None or _worth(fact) > _worth(known):
            best[entity.name] = fact
    for fact in sorted(best.values(), key=lambda f: f.target.start):
        person = fact.fields["person"]
        several = any(_is_other_role(fact.target.text, o, language) for o in offices[person])
        told = replace(fact, fields={**fact.fields, "several": "yes" if several else ""})
        yield _as_late(told) if person in dead else told


def _is_office(fact: Fact, language: Language) -> bool:
    """A whole office of now, or a seat: « le sénateur » tells what somebody is besides."""
    fields, first = fact.fields, fact.target.text.split()[0].lower()
    whole = bool(fields["complete"]) or first in language.words.list("seats")
    return whole and not fields["former"] and fields["sort"] == "office"


def _is_other_role(role: str, other: str, language: Language) -> bool:
    """« maire de Troyes » beside « président du conseil »: no word of one is in the other."""
    small = language.words.list("small_words")
    one, two = ({w for w in words_of(text.lower()) if w not in small} for text in (role, other))
    return not one & two


def _beside_names(
    document: Document, language: Language
) -> Iterator[tuple[Sentence, RolePhrase, Entity]]:
    """The roles that stand beside names of two words and more."""
    entities = {(m.sentence, m.first): m.entity for m in document.mentions if m.kind == "name"}
    for sentence in document.sentences:
        if sentence.heading:
            continue
        for name in find_names(sentence, language):
            entity = entities.get((sentence.index, name.first))
            if entity is None or not _is_asked(entity):
                continue
            for phrase in _told_beside(sentence, name, language):
                yield sentence, phrase, entity


def _told_beside(sentence: Sentence, name: Name, language: Language) -> Iterator[RolePhrase]:
    """The roles behind and before one name, as far as the sentence ties them to it."""
    for find in (role_after, role_before):
        phrase = find(sentence, name, language)
        if phrase is not None and is_beside(sentence, phrase, name, language):
            yield phrase


def _linked(
    document: Document, language: Language
) -> Iterator[tuple[Sentence, RolePhrase, Entity]]:
    """Role phrases surely linked to somebody, which say more fully a role told beside the name.

    « le président du conseil de Brest » for « la présidente X » may be another's role, and « le
    président » for somebody called « l'ancien président » is no present one.
    """
    for mention in document.mentions:
        entity = mention.entity
        if mention.kind != "role" or not mention.sure or entity is None or not _is_asked(entity):
            continue
        sentence = document.sentences[mention.sentence]
        words = [t.text.lower() for t in sentence.tokens[mention.first : mention.last + 1]]
        if _is_held(entity, words, language):
            yield (
                sentence,
                RolePhrase(sentence.index, mention.first + 1, mention.last, mention.head),
                entity,
            )


def _is_held(entity: Entity, words: list[str], language: Language) -> bool:
    """Whether a role told beside the name is one of several words, all of which these repeat."""
    roles = [role.lower().split() for role in entity.roles]
    told = [role for role in roles if len(role) > 1 and set(role) <= set(words)]
    return bool(told) and not any(is_former(role, language) for role in told)


def _is_asked(entity: Entity) -> bool:
    return entity.kind == "person" and len(entity.name.split()) > 1


def _worth(fact: Fact) -> tuple[bool, bool, bool, bool, int]:
    """What makes a role the main one: it is whole, held now, an office, told in full."""
    fields = fact.fields
    return (
        bool(fields["complete"]),
        not fields["former"],
        fields["sort"] == "office",
        fields["sort"] != "",
        len(fact.target.text.split()),
    )


def _first_telling(sentence: Sentence, phrase: RolePhrase, language: Language) -> int:
    """« autre cofondateur », « jeune chanteur »: where the role itself begins."""
    first = phrase.first
    while sentence.tokens[first].text.lower() in language.words.list("role_fillers"):
        first += 1
    return min(first, phrase.head)


def _as_late(fact: Fact) -> Fact:
    """The role of somebody dead: a life is told by its trade alone."""
    fields = fact.fields
    told = fields["complete"] or (fields["sort"] == "profession" and fields["plain"])
    return replace(fact, fields={**fields, "late": "yes", "complete": "yes" if told else ""})


def _fact(
    document: Document, sentence: Sentence, phrase: RolePhrase, entity: Entity, language: Language
) -> Fact:
    tokens = range(_first_telling(sentence, phrase, language), phrase.last + 1)
    noun = sentence.tokens[phrase.head].text.lower()
    founded = founded_by(sentence, phrase, language)
    return Fact(
        kind="role",
        evidence=evidence_of(document, sentence),
        target=cover(sentence, tokens, document.source.body),
        sentence=sentence.index,
        parts={
            **({} if noun in language.words.list("portfolio_nouns") else {"role": tuple(tokens)}),
            **({"founded": founded[1]} if founded else {}),
        },
        fields={
            "answer": told_role(document, sentence, tokens, phrase.head, language),
            "founded": founded[0] if founded else "",
            "person": entity.name,
            "gender": entity.gender,
            "late": "",
            **role_fields(document, sentence, phrase, entity, language),
        },
    )
