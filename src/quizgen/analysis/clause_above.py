"""The subject of the clause above a pronoun: « le gouvernement annonce qu'il … »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizgen.analysis.antecedents import Candidate, Choice
from quizgen.analysis.tree import ancestors, child, matches
from quizgen.analysis.walk import Walk
from quizgen.model import Entity, Sentence, Token


@dataclass(frozen=True, slots=True)
class Above:
    """A subject before a pronoun, the verb that it belongs to, and what it names if anything."""

    sentence: Sentence
    pronoun: Token
    verb: Token
    subject: Token
    known: Candidate | None

    @property
    def entity(self) -> Entity | None:
        """What the subject names."""
        return self.known.entity if self.known is not None else None

    @property
    def traits(self) -> dict[str, str]:
        """The subject's gender and number."""
        entity, feats = self.entity, self.subject.feats
        return {
            "gender": entity.gender if entity else feats.get("Gender", ""),
            "number": entity.number if entity else feats.get("Number", ""),
        }

    @property
    def between(self) -> Sequence[Token]:
        """The words from the subject to the pronoun."""
        return self.sentence.tokens[self.subject.i + 1 : self.pronoun.i]


def subject_above(
    sentence: Sentence, token: Token, traits: Mapping[str, str], walk: Walk
) -> Choice | None:
    """The subject of the clause above, when it agrees.

    None when nothing stands above, or another noun that agrees stands between.
    """
    above = _find(sentence, token, walk)
    if above is None or above.traits != dict(traits) or _is_parted(above):
        return None
    entity = above.entity
    doubtful = above.known is not None and above.known.doubtful
    if entity is None or entity.kind != "person":
        doubtful = doubtful or _has_fellows(above, walk)
    return Choice(entity, sure=not doubtful, antecedent=-1 if entity else above.subject.i)


def _find(sentence: Sentence, token: Token, walk: Walk) -> Above | None:
    """The nearest subject above; not what the pronoun's own clause is about.

    « le poison qu'il a pris »: he is not the poison.
    """
    for head in ancestors(sentence, token.head):
        subject = child(sentence, head.i, "nsubj")
        if subject is None or subject.pos not in ("NOUN", "PROPN") or subject.i > token.i:
            continue
        if subject not in ancestors(sentence, token.i):
            return Above(sentence, token, head, subject, walk.candidate_at(sentence, subject.i))
    return None


def _is_parted(above: Above) -> bool:
    """Whether a colon, a definition or another noun that agrees stands between."""
    if any(t.text == ":" for t in above.between) or _defines(above):
        return True
    verb = above.sentence.tokens[above.pronoun.head]
    parallel = matches(verb.dep, ("conj",)) and verb.head == above.verb.i
    return not parallel and any(_agrees(t, above, "nsubj", "obj") for t in above.between)


def _has_fellows(above: Above, walk: Walk) -> bool:
    """Whether something else before the pronoun may be meant as well, or a copula links nouns."""
    since = range(above.subject.i + 1, above.pronoun.i)
    before = [t for t in above.sentence.tokens[: above.pronoun.i] if t.i != above.subject.i]
    return (
        somebody_in(above.sentence, since, above.traits, walk)
        or any(t.pos == "NOUN" and _agrees(t, above, "obj", "obl", "nsubj") for t in before)
        or child(above.sentence, above.verb.i, "cop") is not None
    )


def _agrees(token: Token, above: Above, *relations: str) -> bool:
    """Whether a noun in one of these relations agrees with the subject."""
    gender, number = above.traits["gender"], above.traits["number"]
    return (
        token.pos in ("NOUN", "PROPN")
        and matches(token.dep, relations)
        and token.feats.get("Gender", gender) == gender
        and token.feats.get("Number", number) == number
    )


def _defines(above: Above) -> bool:
    """« le but est qu'il »: a clause that says what the subject is, not what it does."""
    copula = child(above.sentence, above.verb.i, "cop") or above.verb
    before = above.between[-2:]
    linked = len(before) > 1 and before[1].pos == "SCONJ" and before[0].i == copula.i
    return copula.pos == "AUX" and linked


def somebody_in(sentence: Sentence, places: range, traits: Mapping[str, str], walk: Walk) -> bool:
    """Whether somebody of this gender and number is named between two words."""
    return any(
        c.entity is not None
        and c.entity.kind == "person"
        and c.gender in ("", traits["gender"])
        and c.number == traits["number"]
        for c in walk.history
        if c.sentence == sentence.index and c.token in places
    )
