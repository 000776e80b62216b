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
    """Something mentioned before that may be meant again; `entity` is None for common nouns.

    `doubtful`: the mention was itself linked without being sure.
    """

    sentence: int
    token: int
    entity: Entity | None
    gender: str
    number: str
    subject: bool
    quoted: bool
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """The entity chosen, if any, and whether no other came near.

    Sure of no entity: what is meant is a common noun of the same sentence.
    """

    entity: Entity | None
    sure: bool
    antecedent: int = -1


NOTHING = Choice(None, sure=False)


@dataclass(frozen=True, slots=True)
class PronounAsked:
    """A third-person pronoun with its traits and the sentence in which it stands.

    `speaks`: it is the subject of a verb of saying, so a person or a body is meant. `barred`
    cannot be meant. `topic` is whom the article is about. `reach` is how many sentences back the
    antecedent may stand.
    """

    sentence: int
    gender: str
    number: str
    speaks: bool = False
    barred: Entity | None = None
    topic: Entity | None = None
    reach: int = PRONOUN_REACH


def choose_for_pronoun(history: Sequence[Candidate], asked: PronounAsked) -> Choice:
    """The antecedent of a pronoun; sure when nobody else could be meant."""
    scores: dict[str, float] = {}
    entities: dict[str, Entity | None] = {}
    firm: set[str] = set()
    for candidate in history:
        if not _possible(candidate, asked):
            continue
        entity = candidate.entity
        key = entity.name if entity else f"#{candidate.sentence}.{candidate.token}"
        score = _points(candidate, asked)
        scores[key] = max(scores.get(key, -9.0), score) + (0.5 if key in scores else 0.0)
        entities[key] = entity
        if not candidate.doubtful or _is(entity, asked.topic):
            firm.add(key)
    choice = _best(scores, entities, lead=1.0 if asked.speaks else _SURE_LEAD)
    if choice.entity is None:
        best = max(scores, key=lambda key: scores[key], default="")
        here = best.startswith(f"#{asked.sentence}.")
        return Choice(None, choice.sure and here, int(best.rpartition(".")[2]) if here else -1)
    if choice.entity.name not in firm:
        return Choice(choice.entity, sure=False)
    people = [e for e in entities.values() if e is not None and e.kind == choice.entity.kind]
    alone = len(people) == 1 or _is(choice.entity, asked.topic)
    if choice.entity.kind != "person" and not asked.speaks:
        alone = alone and len(scores) == 1  # any noun that agrees may be meant instead
    return Choice(choice.entity, sure=choice.sure and alone)


def _possible(candidate: Candidate, asked: PronounAsked) -> bool:
    entity = candidate.entity
    reach = asked.reach + (2 if _is(entity, asked.topic) else 0)
    if asked.sentence - candidate.sentence > reach or candidate.quoted:
        return False
    if not _agrees(candidate, asked.gender, asked.number) or (
        asked.barred is not None and _is(entity, asked.barred)
    ):
        return False
    return not asked.speaks or (entity is not None and entity.kind in ("person", "organisation"))


def _is(one: Entity | None, other: Entity | None) -> bool:
    return one is not None and other is not None and one.name == other.name


def _points(candidate: Candidate, asked: PronounAsked) -> float:
    score = 3.0 if candidate.subject else 0.0
    score -= 2.0 * min(asked.sentence - candidate.sentence, PRONOUN_REACH)
    if candidate.entity is not None:
        score += 2.0 if candidate.entity.kind == "person" else 1.0
    person = candidate.entity is not None and candidate.entity.kind == "person"
    return score + (3.0 if person and _is(candidate.entity, asked.topic) else 0.0)


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
    return Choice(best, sure=ranked[0][1] - second >= lead)


@dataclass(frozen=True, slots=True)
class RoleAsked:
    """A role phrase without its article, its noun, and the sentence in which it stands."""

    phrase: str
    head: str
    sentence: int


def choose_for_role(
    asked: RoleAsked,
    entities: Iterable[Entity],
    learned: Mapping[str, Sequence[str]],
    history: Sequence[Candidate],
    language: Language,
) -> Choice:
    """The person whom a role phrase means.

    `learned` maps names of entities to role phrases that were linked to them before.
    """
    phrase = asked.phrase.lower().replace("’", "'")
    phrase = str(language.words.table("role_synonyms").get(phrase, phrase))
    gender = noun_gender(asked.head, language)
    scores: dict[str, float] = {}
    known: dict[str, Entity | None] = {}
    for entity in entities:
        if entity.kind != "person" or (gender and entity.gender and gender != entity.gender):
            continue
        roles = (*entity.roles, *learned.get(entity.name, ()))
        likeness = max((_likeness(phrase, role, language) for role in roles), default=0.5)
        if likeness > 0:
            scores[entity.name] = likeness + _recency(entity, history, asked.sentence)
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
    small = language.words.list("small_words")
    ranks = {word for rank in language.words.list("role_ranks") for word in words_of(rank)}
    said = [w for w in words_of(phrase) if w not in small and w not in ranks]
    held = [w for w in words_of(role) if w not in small and w not in ranks]
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
