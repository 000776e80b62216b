"""Pronouns of the third person: whom or what they stand for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from quizgen.analysis.antecedents import (
    NOTHING,
    PRONOUN_REACH,
    Candidate,
    Choice,
    PronounAsked,
    choose_for_pronoun,
)
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
    above = None if source else _subject_above(sentence, token, traits, walk)
    if above is not None:
        return above
    speaks = source or _speaks(sentence, token, walk)
    asked = PronounAsked(
        sentence.index,
        traits["gender"],
        traits["number"],
        speaks=speaks,
        barred=teller,
        topic=walk.topic,
        reach=_SPEAKER_REACH if speaks else PRONOUN_REACH,
    )
    choice = choose_for_pronoun(_eligible(sentence, token, walk, speaks=speaks), asked)
    if source and _somebody_in(sentence, range(token.i), traits, walk):
        inside = any(
            c.sentence == sentence.index and c.entity == choice.entity for c in walk.history
        )
        return Choice(choice.entity, sure=choice.sure and inside)
    if choice.entity is None or speaks:
        return choice
    apart = _is_embedded(sentence, token, choice, walk) or _is_teller(sentence, choice, walk)
    return Choice(choice.entity, sure=choice.sure and not apart)


def _is_teller(sentence: Sentence, choice: Choice, walk: Walk) -> bool:
    """« « Ce plan … », a assuré X. Il permettra … »: X may only have told of what is meant."""
    own = [c for c in walk.history if c.entity == choice.entity and c.subject]
    if not own or own[-1].sentence == sentence.index:
        return False
    there = walk.sentences[own[-1].sentence]
    token = there.tokens[own[-1].token]
    return token.i > token.head and _speaks(there, token, walk)


def _is_embedded(sentence: Sentence, token: Token, choice: Choice, walk: Walk) -> bool:
    """Whether another subject opens the sentence before a pronoun that means something outside."""
    inside = any(c.sentence == sentence.index and c.entity == choice.entity for c in walk.history)
    others = [
        t
        for t in sentence.tokens[: token.i]
        if matches(t.dep, ("nsubj",)) and t.pos in ("NOUN", "PROPN") and not walk.is_quoted(t)
    ]
    return bool(others) and not inside


def _speaks(sentence: Sentence, token: Token, walk: Walk) -> bool:
    """Whether a pronoun is the subject of a verb of saying."""
    speech = sentence.tokens[token.head].lemma in walk.language.words.table("speech_verbs")
    return speech and matches(token.dep, ("nsubj",))


def is_source(sentence: Sentence, token: Token, walk: Walk) -> bool:
    """« selon lui »."""
    before = sentence.tokens[token.i - 1].text.lower() if token.i else ""
    words = walk.language.words
    opens = token.i == 1 or before not in words.list("people_prepositions")
    return opens and before in words.list("source_prepositions") | words.list("people_prepositions")


def _eligible(sentence: Sentence, token: Token, walk: Walk, *, speaks: bool) -> list[Candidate]:
    """What a pronoun may mean: not what stands beside it under one verb.

    « …, déplore-t-il », « selon lui »: who is spoken of is not who speaks.
    """
    aside = speaks and (token.text.startswith("-") or not matches(token.dep, ("nsubj",)))
    clitic = matches(token.dep, ("iobj", "obj")) and token.i < token.head
    own = child(sentence, token.head, "nsubj") if clitic else None
    return [
        c
        for c in walk.history
        if c.sentence != sentence.index
        or (not aside and (own is None or own.i == token.i or c.token != own.i))
        or (aside and _has_spoken(sentence, c.token, walk))
    ]


def _has_spoken(sentence: Sentence, i: int, walk: Walk) -> bool:
    """Whether somebody, or the noun that a name is set beside, is the subject of such a verb."""
    token = sentence.tokens[i]
    while matches(token.dep, ("appos", "flat")) and token.head < token.i:
        token = sentence.tokens[token.head]
    return _speaks(sentence, token, walk)


def _subject_above(
    sentence: Sentence, token: Token, traits: Mapping[str, str], walk: Walk
) -> Choice | None:
    """« le gouvernement annonce qu'il … »: the subject of the clause above, when it agrees.

    None when nothing stands above, or another noun that agrees stands between.
    """
    for head in ancestors(sentence, token.head):
        subject = child(sentence, head.i, "nsubj")
        if subject is None or subject.pos not in ("NOUN", "PROPN") or subject.i > token.i:
            continue
        if subject in ancestors(sentence, token.i):
            continue  # « le poison qu'il a pris »: he is not what his clause is about
        known = walk.candidate_at(sentence, subject.i)
        entity = known.entity if known else None
        gender = entity.gender if entity else subject.feats.get("Gender", "")
        number = entity.number if entity else subject.feats.get("Number", "")
        if gender != traits["gender"] or number != traits["number"]:
            return None
        between = sentence.tokens[subject.i + 1 : token.i]
        if any(t.text == ":" for t in between) or _defines(sentence, head, between):
            return None
        parallel = matches(sentence.tokens[token.head].dep, ("conj",)) and (
            sentence.tokens[token.head].head == head.i
        )
        if not parallel and any(_is_rival(t, gender, number) for t in between):
            return None
        doubtful = known is not None and known.doubtful
        if entity is None or entity.kind != "person":
            since = range(subject.i + 1, token.i)
            doubtful = doubtful or _somebody_in(sentence, since, traits, walk)
            others = [t for t in sentence.tokens[: token.i] if t.i != subject.i]
            doubtful = doubtful or any(_agrees(t, gender, number) for t in others)
            doubtful = doubtful or child(sentence, head.i, "cop") is not None
        return Choice(entity, sure=not doubtful, antecedent=-1 if entity else subject.i)
    return None


def _somebody_in(sentence: Sentence, places: range, traits: Mapping[str, str], walk: Walk) -> bool:
    """Whether somebody of this gender and number is named between two words."""
    return any(
        c.entity is not None
        and c.entity.kind == "person"
        and c.gender in ("", traits["gender"])
        and c.number == traits["number"]
        for c in walk.history
        if c.sentence == sentence.index and c.token in places
    )


def _defines(sentence: Sentence, head: Token, between: Sequence[Token]) -> bool:
    """« le but est qu'il »: a clause that says what the subject is, not what it does."""
    copula = child(sentence, head.i, "cop")
    linked = head if copula is None else copula
    return (
        linked.pos == "AUX"
        and any(t.i == linked.i for t in between)
        and (between[-1].pos == "SCONJ" and between[-2].i == linked.i)
    )


def _agrees(token: Token, gender: str, number: str) -> bool:
    """Whether a noun that some verb governs agrees in gender and number."""
    return (
        token.pos == "NOUN"
        and matches(token.dep, ("obj", "obl", "nsubj"))
        and token.feats.get("Gender", gender) == gender
        and token.feats.get("Number", number) == number
    )


def _is_rival(token: Token, gender: str, number: str) -> bool:
    """Whether another subject or object agrees as well."""
    core = matches(token.dep, ("nsubj", "obj")) and token.pos in ("NOUN", "PROPN")
    agrees = token.feats.get("Gender", gender) == gender
    return core and agrees and token.feats.get("Number", number) == number


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
