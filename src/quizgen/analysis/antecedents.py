"""Choosing what a pronoun, a possessive or a role phrase stands for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quizgen.analysis.entities import words_of
from quizgen.language import Language
from quizgen.model import Entity

PRONOUN_REACH = 2  # sentences that a pronoun looks back
_SURE_LEAD = 2.0  # points by which the best candidate must lead to be trusted


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something mentioned before that may be meant again; `entity` is None for common nouns."""

    sentence: int
    token: int
    entity: Entity | None
    gender: str
    number: str
    subject: bool
    quoted: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """The entity chosen, if any, and whether no other came near."""

    entity: Entity | None
    sure: bool


NOTHING = Choice(None, sure=False)


def choose_for_pronoun(
    history: Sequence[Candidate],
    sentence: int,
    *,
    gender: str,
    number: str,
    speaks: bool,
    barred: Entity | None = None,
    reach: int = PRONOUN_REACH,
) -> Choice:
    """The antecedent of a third-person pronoun, from what was said up to `reach` sentences back.

    `speaks`: the pronoun is the subject of a verb of saying, so a person or a body is meant.
    `barred` cannot be meant (the speaker whose words are told, say).
    """
    scores: dict[str, float] = {}
    entities: dict[str, Entity | None] = {}
    for candidate in history:
        back = sentence - candidate.sentence
        if back > reach or candidate.quoted or not _agrees(candidate, gender, number):
            continue
        entity = candidate.entity
        if barred is not None and entity is not None and entity.name == barred.name:
            continue
        if speaks and (entity is None or entity.kind in ("place", "other")):
            continue
        key = entity.name if entity else f"#{candidate.sentence}.{candidate.token}"
        score = _points(candidate, back)
        scores[key] = max(scores.get(key, -9.0), score) + (0.5 if key in scores else 0.0)
        entities[key] = entity
    return _best(scores, entities, lead=1.0 if speaks else _SURE_LEAD)


def _points(candidate: Candidate, back: int) -> float:
    score = 3.0 if candidate.subject else 0.0
    score -= 2.0 * back
    if candidate.entity is not None:
        score += 2.0 if candidate.entity.kind == "person" else 1.0
    return score


def _agrees(candidate: Candidate, gender: str, number: str) -> bool:
    if candidate.number and number and candidate.number != number:
        return False
    return not (candidate.gender and gender and candidate.gender != gender)


def _best(
    scores: Mapping[str, float], entities: Mapping[str, Entity | None], *, lead: float
) -> Choice:
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked:
        return NOTHING
    best = entities[ranked[0][0]]
    second = ranked[1][1] if len(ranked) > 1 else -9.0
    return Choice(best, sure=best is not None and ranked[0][1] - second >= lead)


def choose_for_role(
    phrase: str,
    head: str,
    entities: Iterable[Entity],
    history: Sequence[Candidate],
    sentence: int,
    language: Language,
) -> Choice:
    """The person whom a role phrase (without article) means; `head` is its noun."""
    phrase = phrase.lower().replace("’", "'")
    phrase = str(language.words.table("role_synonyms").get(phrase, phrase))
    gender = noun_gender(head, language)
    scores: dict[str, float] = {}
    known: dict[str, Entity | None] = {}
    for entity in entities:
        if entity.kind != "person" or (gender and entity.gender and gender != entity.gender):
            continue
        likeness = max((_likeness(phrase, role, language) for role in entity.roles), default=0.5)
        if likeness > 0:
            scores[entity.name] = likeness + _recency(entity, history, sentence)
            known[entity.name] = entity
    choice = _best(scores, known, lead=1.5)
    top = max(scores.values(), default=0.0)
    if top < 2.0:
        return NOTHING
    return Choice(choice.entity, sure=choice.sure and top >= 4.0)


def noun_gender(noun: str, language: Language) -> str:
    """The gender of a noun when its form has but one."""
    found = {r.gender for r in language.lexicon.readings(noun.lower()) if r.pos == "NOUN"}
    return found.pop() if len(found) == 1 else ""


def _likeness(phrase: str, role: str, language: Language) -> float:
    """How well a role phrase fits a role that the article gives: below 0 where they differ."""
    role = str(language.words.table("role_synonyms").get(role.lower(), role.lower()))
    small = language.function_words
    said = [w for w in words_of(phrase) if w not in small]
    held = [w for w in words_of(role) if w not in small]
    if not said or not held:
        return 0.0
    leaders = {word for noun in language.words.list("leader_nouns") for word in words_of(noun)}
    score = 0.0
    if said[0] == held[0] or (said[0] in held) or (held[0] in said):
        score = 4.0
    elif said[0] in leaders and held[0] in leaders:
        score = 2.0
    shared = set(said[1:]) & set(held[1:])
    other = set(said[1:]) - set(held)
    score += 2.0 * len(shared)
    return score - (3.0 if other and set(held[1:]) - set(said) and not shared else 0.0)


def _recency(entity: Entity, history: Sequence[Candidate], sentence: int) -> float:
    seen = [c.sentence for c in history if c.entity is not None and c.entity.name == entity.name]
    if not seen:
        return 0.0
    back = sentence - max(seen)
    return max(0.0, 2.5 - 0.5 * back)
