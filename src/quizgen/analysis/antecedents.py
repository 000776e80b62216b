"""Choosing what a pronoun, a possessive or a role phrase stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quizgen.language import Language
from quizgen.model import Entity

PRONOUN_REACH = 2  # sentences that a pronoun looks back
_SURE_LEAD = 2.0  # points by which the best candidate must lead to be trusted


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something mentioned before that may be meant again; `entity` is None for common nouns.

    `doubtful`: the mention was itself linked without being sure. `human`: a common noun that says
    who somebody is; `described`: it does so with its article, which may be somebody known.
    `unresolved`: a pronoun of which nobody knows whom it means. `embedded`: the subject of a clause
    inside another.
    """

    sentence: int
    token: int
    entity: Entity | None
    gender: str
    number: str
    subject: bool
    quoted: bool
    doubtful: bool = False
    human: bool = False
    described: bool = False
    unresolved: bool = False
    embedded: bool = False


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
        key += "?" if candidate.unresolved else ""
        score = _points(candidate, asked)
        scores[key] = max(scores.get(key, -9.0), score) + (0.5 if key in scores else 0.0)
        entities[key] = entity
        if not candidate.doubtful or _is(entity, asked.topic):
            firm.add(key)
    choice = best_of(scores, entities, lead=1.0 if asked.speaks else _SURE_LEAD)
    if choice.entity is None:
        best = max(scores, key=lambda key: scores[key], default="")
        here = best.startswith(f"#{asked.sentence}.") and not best.endswith("?")
        token = int(best.rpartition(".")[2]) if here else -1
        subject = any(
            c.subject and c.token == token for c in history if c.sentence == asked.sentence
        )
        return Choice(None, choice.sure and here and subject, token)
    if choice.entity.name not in firm:
        return Choice(choice.entity, sure=False)
    if _is_steady(history, choice.entity, asked):
        return Choice(choice.entity, sure=True)
    people = [e for e in entities.values() if e is not None and e.kind == choice.entity.kind]
    alone = len(people) == 1 or _is(choice.entity, asked.topic)
    alone = alone and not _somebody_since(history, choice.entity, asked)
    alone = alone and not _has_rival(history, choice.entity, asked)
    alone = alone and _is_prominent(history, choice.entity, asked)
    alone = alone and not _is_overtaken(history, choice.entity, asked)
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


def _is_overtaken(history: Sequence[Candidate], entity: Entity, asked: PronounAsked) -> bool:
    """Whether somebody else has been named in a sentence after the last mention of an entity."""
    own = max((c.sentence for c in history if _is(c.entity, entity)), default=asked.sentence)
    return any(
        c.sentence > own
        and c.entity is not None
        and c.entity.kind == "person"
        and not _is(c.entity, entity)
        and _possible(c, asked)
        for c in history
    )


def _is_prominent(history: Sequence[Candidate], entity: Entity, asked: PronounAsked) -> bool:
    """Whether an entity is what the article is about, or has been a subject within reach."""
    return _is(entity, asked.topic) or any(
        c.subject and not c.doubtful and _is(c.entity, entity) and _possible(c, asked)
        for c in history
    )


def _is_steady(history: Sequence[Candidate], entity: Entity, asked: PronounAsked) -> bool:
    """Whether a person was the subject just before and nobody else who agrees came up there."""
    if entity.kind != "person" or _has_rival(history, entity, asked):
        return False
    near = [
        c
        for c in history
        if c.sentence >= asked.sentence - 1 and _possible(c, replace(asked, speaks=False))
    ]
    others = [c for c in near if not _is(c.entity, entity)]
    alone = not any(c.human or (c.entity and c.entity.kind == "person") for c in others)
    return alone and any(c.subject and not c.doubtful and _is(c.entity, entity) for c in near)


def _has_rival(history: Sequence[Candidate], entity: Entity, asked: PronounAsked) -> bool:
    """Whether something else that agrees is a subject as near as the entity or nearer."""
    anything = replace(asked, speaks=False)
    subjects = [c for c in history if c.subject and _possible(c, anything)]
    own = max((c.sentence for c in history if _is(c.entity, entity)), default=asked.sentence)
    nearest = max((c.sentence for c in subjects), default=own)
    return any(
        c.sentence == nearest >= own and not _is(c.entity, entity) and not _is_mute(c, asked)
        for c in subjects
    )


def _is_mute(candidate: Candidate, asked: PronounAsked) -> bool:
    """« X dit que la région paiera. « … », ajoute-t-elle »: not the region, of which X speaks."""
    thing = candidate.entity is None and not candidate.human
    return asked.speaks and thing and candidate.embedded


def _somebody_since(history: Sequence[Candidate], entity: Entity, asked: PronounAsked) -> bool:
    """Whether somebody without a name came up as a subject after the entity was mentioned."""
    known = _is(entity, asked.topic)
    places = [(c.sentence, c.token) for c in history if _is(c.entity, entity)]
    return any(
        c.human
        and not (c.described and known)
        and c.subject
        and not c.quoted
        and (c.sentence, c.token) > max(places)
        for c in history
        if _agrees(c, asked.gender, asked.number)
    )


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


def best_of(
    scores: Mapping[str, float], entities: Mapping[str, Entity | None], *, lead: float
) -> Choice:
    """The best candidate by points; sure when it leads by `lead`."""
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked:
        return NOTHING
    best = entities[ranked[0][0]]
    second = ranked[1][1] if len(ranked) > 1 else -9.0
    return Choice(best, sure=ranked[0][1] - second >= lead)


def noun_gender(noun: str, language: Language) -> str:
    """The gender of a noun when its form has but one."""
    found = {r.gender for r in language.lexicon.readings(noun.lower()) if r.pos == "NOUN"}
    return found.pop() if len(found) == 1 else ""
