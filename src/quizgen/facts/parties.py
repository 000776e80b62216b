"""Parties: to which one somebody belongs: « Anne Leroy (PS) »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.facts.named_people import living_people
from quizgen.facts.targets import build
from quizgen.language import Language
from quizgen.model import Document, Entity, Fact, Mention, Sentence

_MOST_BRACKET = 5  # words of a party's name in brackets


def find_parties(document: Document, language: Language) -> Iterator[Fact]:
    """Facts of the kind `party` about the living; field `person`."""
    told: set[str] = set()
    for sentence, mention, entity in living_people(document, language):
        party = _behind(document, sentence, mention, language)
        if party and entity.name not in told and not _says(entity, sentence.tokens[party[0]].text):
            told.add(entity.name)
            yield build(document, sentence, "party", party, fields={"person": entity.name})


def _behind(
    document: Document, sentence: Sentence, mention: Mention, language: Language
) -> tuple[int, ...]:
    """« Anne Leroy (PS) »: nothing but the party stands in the brackets."""
    opening = mention.last + 1
    if [t.text for t in sentence.tokens[opening : opening + 1]] != ["("]:
        return ()
    for token in sentence.tokens[opening + 2 : opening + 2 + _MOST_BRACKET]:
        if token.text == ")":
            words = tuple(range(opening + 1, token.i))
            body = document.source.body
            name = body[sentence.tokens[words[0]].start : sentence.tokens[words[-1]].end]
            return words if _is_party(name, language) else ()
    return ()


def _says(entity: Entity, party: str) -> bool:
    """Whether a role says the party already: who asks for « député LR » asks for both."""
    return any(party in role.split() for role in entity.roles)


def _is_party(name: str, language: Language) -> bool:
    """The name of a party, with its capital."""
    plain = name.lower().replace("’", "'")
    return name[:1].isupper() and plain in language.words.list("parties")
