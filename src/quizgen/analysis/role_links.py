"""Role phrases: which person « le patron de l'usine » or « le ministre » means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.analysis.antecedents import NOTHING, Candidate, Choice, best_of
from quizgen.analysis.entities import words_of
from quizgen.analysis.walk import Walk
from quizgen.language import Language
from quizgen.model import Entity

_UNTOLD = 0.5  # likeness for somebody of whom the article tells no role
_TRUSTED = 4.0  # points, by roles that the article tells, from which on a link is sure


@dataclass(frozen=True, slots=True)
class RoleAsked:
    """A role phrase without its article, its gender, and the sentence in which it stands."""

    phrase: str
    gender: str
    sentence: int


def choose_for_role(asked: RoleAsked, walk: Walk) -> Choice:
    """The person whom a role phrase means; never sure by roles alone that were linked in doubt."""
    language, history = walk.language, walk.history
    phrase = asked.phrase.lower().replace("’", "'")
    phrase = str(language.words.table("role_synonyms").get(phrase, phrase))
    scores: dict[str, float] = {}
    trusted: dict[str, float] = {}
    known: dict[str, Entity | None] = {}
    for entity in walk.register.entities:
        if entity.kind != "person" or {asked.gender, entity.gender} == {"Masc", "Fem"}:
            continue
        told = (*entity.roles, *walk.learned.get(entity.name, ()))
        firm = max((_likeness(phrase, role, language) for role in told), default=_UNTOLD)
        taken = (_likeness(phrase, role, language) for role in walk.guessed.get(entity.name, ()))
        likeness = max((firm, *taken)) if told else max(taken, default=_UNTOLD)
        if likeness > 0:
            recency = _recency(entity, history, asked.sentence)
            scores[entity.name] = likeness + recency
            known[entity.name] = entity
            trusted[entity.name] = firm + recency
    choice = best_of(scores, known, lead=1.5)
    if choice.entity is None or scores[choice.entity.name] < 2.0:
        return NOTHING
    sure = choice.sure and trusted[choice.entity.name] >= _TRUSTED
    return Choice(choice.entity, sure=sure and _is_present(asked, choice.entity, walk))


def _is_present(asked: RoleAsked, entity: Entity, walk: Walk) -> bool:
    """Whether a bare « l'actrice » may only mean this one: nobody else came up since.

    Whom the article is about is always meant; words behind the role noun tell by themselves.
    """
    topical = walk.topic is not None and walk.topic.name == entity.name
    if topical or len(words_of(asked.phrase)) > 1:
        return True
    places = [(c.sentence, c.token) for c in walk.history if c.entity == entity]
    return bool(places) and not any(
        (c.sentence, c.token) > max(places)
        and c.entity is not None
        and c.entity.kind == "person"
        and {asked.gender, c.entity.gender} != {"Masc", "Fem"}
        for c in walk.history
    )


def _likeness(phrase: str, role: str, language: Language) -> float:
    """How well a role phrase fits a role that the article gives: below 0 where they differ."""
    role = str(language.words.table("role_synonyms").get(role.lower(), role.lower()))
    small = language.words.list("small_words")
    ranks = {word for rank in language.words.list("role_ranks") for word in words_of(rank)}
    said = [w for w in words_of(_joined(phrase, language)) if w not in small and w not in ranks]
    held = [w for w in words_of(_joined(role, language)) if w not in small and w not in ranks]
    if not said or not held:
        return 0.0
    leaders = {word for noun in language.words.list("leader_nouns") for word in words_of(noun)}
    score = 0.0
    if said[0] in _opening(role, language) or held[0] in _opening(phrase, language):
        score = 4.0
    elif said[0] in leaders and held[0] in leaders:
        score = 2.0
    shared = set(said[1:]) & set(held[1:])
    other = set(said[1:]) - set(held)
    score += 2.0 * len(shared)
    return score - (3.0 if other and set(held[1:]) - set(said) and not shared else 0.0)


def _opening(role: str, language: Language) -> frozenset[str]:
    """The words before a complement: « porte-parole du ministre » is no « ministre »."""
    governing = {w for p in language.words.list("role_prepositions") for w in words_of(p)}
    words = words_of(_joined(role, language))
    stop = next((k for k, word in enumerate(words) if word in governing), None)
    return frozenset(words[:stop])


def _joined(role: str, language: Language) -> str:
    """« premier ministre » as one word: no « ministre »."""
    for whole in language.words.list("joined_roles"):
        role = role.replace(whole, whole.replace(" ", ""))
    return role


def _recency(entity: Entity, history: Sequence[Candidate], sentence: int) -> float:
    seen = [c.sentence for c in history if c.entity is not None and c.entity.name == entity.name]
    if not seen:
        return 0.0
    back = sentence - max(seen)
    return max(0.0, 2.5 - 0.5 * back)
