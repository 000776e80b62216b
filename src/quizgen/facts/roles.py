"""Roles: what a named person is (« secrétaire général de l'OTAN »)."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.names import find_names
from quizgen.analysis.roles import RolePhrase, role_after, role_before
from quizgen.analysis.tree import cover
from quizgen.facts.role_fields import is_complete, is_former
from quizgen.facts.targets import evidence_of
from quizgen.language import Language
from quizgen.model import Document, Entity, Fact, Sentence


def find_roles(document: Document, language: Language) -> Iterator[Fact]:
    """The main role that the article ties to each person's name.

    Fields: `person`, `gender`, `sort` (office or profession), `complete` (says of what), `former`.
    """
    best: dict[str, Fact] = {}
    beside, linked = _beside_names(document, language), _linked(document, language)
    for sentence, phrase, entity in (*beside, *linked):
        fact = _fact(document, sentence, phrase, entity, language)
        known = best.get(entity.name)
        if known is None or _worth(fact) > _worth(known):
            best[entity.name] = fact
    yield from sorted(best.values(), key=lambda f: f.target.start)


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
            for find in (role_after, role_before):
                phrase = find(sentence, name, language)
                if phrase is not None:
                    yield sentence, phrase, entity


def _linked(
    document: Document, language: Language
) -> Iterator[tuple[Sentence, RolePhrase, Entity]]:
    """Role phrases surely linked to somebody, which say a role told beside the name more fully.

    « le président » for somebody called « l'ancien président » is no present role.
    """
    for mention in document.mentions:
        entity = mention.entity
        if mention.kind != "role" or not mention.sure or entity is None or not _is_asked(entity):
            continue
        sentence = document.sentences[mention.sentence]
        head = sentence.tokens[mention.head].text.lower()
        if _is_held(entity, head, language):
            yield (
                sentence,
                RolePhrase(sentence.index, mention.first + 1, mention.last, mention.head),
                entity,
            )


def _is_held(entity: Entity, head: str, language: Language) -> bool:
    """Whether somebody has a role of this noun now, or leads by another one.

    News calls a secretary general « le patron de l'OTAN ».
    """
    roles = [role.lower().split() for role in entity.roles]
    same = [words for words in roles if head in words]
    if same:
        return not any(is_former(words[: words.index(head) + 1], language) for words in same)
    leaders = language.words.list("leader_nouns")
    leads = any(leaders & set(words) and not is_former(words, language) for words in roles)
    return head in leaders and leads


def _is_asked(entity: Entity) -> bool:
    return entity.kind == "person" and len(entity.name.split()) > 1


def _worth(fact: Fact) -> tuple[bool, bool, bool, int]:
    """What makes a role the main one: it is whole, held now, an office, told in full."""
    fields = fact.fields
    return (
        bool(fields["complete"]),
        not fields["former"],
        fields["sort"] == "office",
        len(fact.target.text.split()),
    )


def _first_telling(sentence: Sentence, phrase: RolePhrase, language: Language) -> int:
    """« autre cofondateur », « jeune chanteur »: where the role itself begins."""
    first = phrase.first
    while sentence.tokens[first].text.lower() in language.words.list("role_fillers"):
        first += 1
    return min(first, phrase.head)


def _fact(
    document: Document, sentence: Sentence, phrase: RolePhrase, entity: Entity, language: Language
) -> Fact:
    tokens = range(_first_telling(sentence, phrase, language), phrase.last + 1)
    noun = sentence.tokens[phrase.head].text.lower()
    opening = [t.text for t in sentence.tokens[phrase.first : phrase.head + 1]]
    complete = is_complete(document, sentence, phrase, language)
    return Fact(
        kind="role",
        evidence=evidence_of(document, sentence),
        target=cover(sentence, tokens, document.source.body),
        sentence=sentence.index,
        parts={} if noun in language.words.list("portfolio_nouns") else {"role": tuple(tokens)},
        fields={
            "person": entity.name,
            "gender": entity.gender,
            "sort": "profession" if noun in language.words.list("professions") else "office",
            "complete": "yes" if complete else "",
            "former": "yes" if is_former(opening, language) else "",
        },
    )
