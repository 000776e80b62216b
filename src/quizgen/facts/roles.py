"""Roles: what a named person is (« secrétaire général de l'OTAN »)."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.names import find_names
from quizgen.analysis.roles import RolePhrase, role_after, role_before
from quizgen.analysis.tree import cover
from quizgen.facts.targets import evidence_of
from quizgen.language import Language
from quizgen.model import Document, Entity, Fact, Sentence


def find_roles(document: Document, language: Language) -> Iterator[Fact]:
    """The fullest role that the article ties to each person's name; fields: `person`, `gender`."""
    best: dict[str, Fact] = {}
    entities = {(m.sentence, m.first): m.entity for m in document.mentions if m.kind == "name"}
    for sentence in document.sentences:
        if sentence.heading:
            continue
        for name in find_names(sentence, language):
            entity = entities.get((sentence.index, name.first))
            if entity is None or entity.kind != "person" or len(entity.name.split()) < 2:
                continue
            for phrase in (
                role_after(sentence, name, language),
                role_before(sentence, name, language),
            ):
                if phrase is not None:
                    _keep(best, _fact(document, sentence, phrase, entity, language))
    yield from sorted(best.values(), key=lambda f: f.target.start)


def _keep(best: dict[str, Fact], fact: Fact) -> None:
    person = fact.fields["person"]
    if person not in best or len(fact.target.text.split()) > len(best[person].target.text.split()):
        best[person] = fact


def _is_complete(sentence: Sentence, phrase: RolePhrase, language: Language) -> bool:
    """« ancien président » leaves open of what; « président du Sénat » does not."""
    if phrase.last > phrase.head:
        return True
    opener = sentence.tokens[phrase.first].text.lower()
    return phrase.first < phrase.head and opener in language.words.list("role_nouns")


def _fact(
    document: Document, sentence: Sentence, phrase: RolePhrase, entity: Entity, language: Language
) -> Fact:
    tokens = range(phrase.first, phrase.last + 1)
    noun = sentence.tokens[phrase.head].text.lower()
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
            "complete": "yes" if _is_complete(sentence, phrase, language) else "",
        },
    )
