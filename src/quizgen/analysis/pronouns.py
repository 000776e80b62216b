"""Pronouns of the third person: whom or what they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from quizgen.analysis.antecedents import (
    NOTHING,
    PRONOUN_REACH,
    Candidate,
    Choice,
    PronounAsked,
    choose_for_pronoun,
)
from quizgen.analysis.clause_above import somebody_in, subject_above
from quizgen.analysis.doubts import is_embedded, is_inside, is_named_with, only_told, speaks
from quizgen.analysis.impersonal import may_be_impersonal
from quizgen.analysis.tree import ancestors, child, matches
from quizgen.analysis.walk import Walk
from quizgen.model import Entity, Sentence, Token

_SPEAKER_REACH = 4  # sentences back to whoever « dit-il » means


def link_pronoun(sentence: Sentence, token: Token, traits: Mapping[str, str], walk: Walk) -> Choice:
    """Whom or what a third-person pronoun with these traits means; nothing inside quotations."""
    if walk.is_quoted(token) or may_be_impersonal(sentence, token, walk.language):
        return NOTHING
    teller = _teller(sentence, token, walk)
    explained = _explained(sentence, traits, teller, walk)
    if explained is not None:
        return Choice(explained, sure=True)
    source = is_source(sentence, token, walk)
    above = None if source else subject_above(sentence, token, traits, walk)
    if above is not None:
        return above
    choice = _choose(sentence, token, traits, walk, teller)
    if choice.entity is not None and is_named_with(sentence, token, choice.entity, walk):
        return NOTHING
    return replace(choice, sure=choice.sure and not _is_doubtful(sentence, token, choice, walk))


def _choose(
    sentence: Sentence,
    token: Token,
    traits: Mapping[str, str],
    walk: Walk,
    teller: Entity | None,
) -> Choice:
    """The likeliest of what has been mentioned so far."""
    telling = is_source(sentence, token, walk) or speaks(sentence, token, walk)
    asked = PronounAsked(
        sentence.index,
        traits["gender"],
        traits["number"],
        speaks=telling,
        barred=teller,
        topic=walk.topic,
        reach=_SPEAKER_REACH if telling else PRONOUN_REACH,
    )
    return choose_for_pronoun(_eligible(sentence, token, walk, telling=telling), asked)


def _is_doubtful(sentence: Sentence, token: Token, choice: Choice, walk: Walk) -> bool:
    """Whether the sentence, or the one before, gives reason to doubt a choice."""
    if choice.entity is None:
        return False
    if is_source(sentence, token, walk):
        traits = {"gender": choice.entity.gender, "number": choice.entity.number}
        others = somebody_in(sentence, range(token.i), traits, walk)
        return others and not is_inside(sentence, choice.entity, walk)
    if speaks(sentence, token, walk):
        return False
    return is_embedded(sentence, token, choice, walk) or only_told(sentence, choice, walk)


def is_source(sentence: Sentence, token: Token, walk: Walk) -> bool:
    """« selon lui »."""
    before = sentence.tokens[token.i - 1].text.lower() if token.i else ""
    words = walk.language.words
    opens = token.i == 1 or before not in words.list("people_prepositions")
    return opens and before in words.list("source_prepositions") | words.list("people_prepositions")


def _eligible(sentence: Sentence, token: Token, walk: Walk, *, telling: bool) -> list[Candidate]:
    """What a pronoun may mean: not what stands beside it under one verb (« À Lens, elle … »).

    « …, déplore-t-il », « selon lui »: who is spoken of is not who speaks.
    """
    aside = telling and (token.text.startswith("-") or not matches(token.dep, ("nsubj",)))
    clitic = matches(token.dep, ("iobj", "obj")) and token.i < token.head
    own = child(sentence, token.head, "nsubj") if clitic else None
    return [
        c
        for c in walk.history
        if c.sentence != sentence.index
        or (
            not aside
            and not _complements(sentence, c.token, token)
            and (own is None or own.i == token.i or c.token != own.i)
        )
        or (aside and _has_spoken(sentence, c.token, walk))
    ]


def _complements(sentence: Sentence, i: int, pronoun: Token) -> bool:
    """Whether a token stands in a complement of the verb of which a pronoun is the subject."""
    verb = next((t.i for t in ancestors(sentence, i) if t.pos in ("VERB", "AUX")), -1)
    return matches(pronoun.dep, ("nsubj",)) and verb == pronoun.head


def _has_spoken(sentence: Sentence, i: int, walk: Walk) -> bool:
    """Whether somebody, or the noun that a name is set beside, is the subject of such a verb."""
    token = sentence.tokens[i]
    while matches(token.dep, ("appos", "flat")) and token.head < token.i:
        token = sentence.tokens[token.head]
    return speaks(sentence, token, walk)


def _teller(sentence: Sentence, token: Token, walk: Walk) -> Entity | None:
    """Whose words the colon brings: « X a loué ce plan : il a permis … » is not about X."""
    for head in ancestors(sentence, token.i):
        speech = head.lemma in walk.language.words.table("speech_verbs")
        if speech and head.i < token.i and token.head != head.i:
            between = sentence.tokens[head.i : token.i]
            if not any(t.text == ":" for t in between):
                return None
            subject = child(sentence, head.i, "nsubj")
            return walk.entity_at(sentence, subject.i) if subject else None
    return None


def _explained(
    sentence: Sentence, traits: Mapping[str, str], teller: Entity | None, walk: Walk
) -> Entity | None:
    """What the teller has just named before the colon, when it is one thing and agrees."""
    if teller is None:
        return None
    named = {
        c.entity.name: c.entity
        for c in walk.history
        if c.sentence == sentence.index
        and c.entity is not None
        and c.entity.name != teller.name
        and c.gender in ("", traits["gender"])
        and c.number == traits["number"]
    }
    return next(iter(named.values())) if len(named) == 1 else None
