"""The subject of a verb of saying, its own or that of the clause above."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.analysis.tree import child, children, matches
from quizgen.facts.quotes.cues import climbs, is_relative, own_subject
from quizgen.facts.quotes.incises import Incise
from quizgen.facts.quotes.passages import Passage
from quizgen.model import Token

_LIMIT = 8  # predicates to climb


def subject_of(
    passage: Passage, verb: int, unit: range, incises: Sequence[Incise]
) -> int | None:
    """The head of the phrase that names who speaks, None where nobody is in sight."""
    tokens, here = passage.tokens, verb
    for step in range(_LIMIT):
        for incise in incises:
            if incise.group.verb == here:
                return incise.head
        subject = _subject_at(passage, here, own=step == 0)
        if subject is not None:
            if subject.i in passage.quoted:
                return None
            return _antecedent(passage, subject, here)
        if not climbs(tokens[here]) or tokens[here].head not in unit:
            break
        here = tokens[here].head
    return _incise_before(verb, incises)


def _subject_at(passage: Passage, verb: int, *, own: bool) -> Token | None:
    """The subject of one predicate; in the passive, the agent."""
    if child(passage.words, verb, "aux:pass") is not None:
        return child(passage.words, verb, "obl:agent")
    if own:
        return own_subject(passage, verb)
    return child(passage.words, verb, "nsubj")


def _antecedent(passage: Passage, subject: Token, verb: int) -> int | None:
    """The noun that a relative pronoun stands for; any other subject itself."""
    if not is_relative(subject) and subject.lemma != "qui":
        return subject.i
    here = passage.tokens[verb]
    while matches(here.dep, ("conj", "xcomp", "advcl")) and here.head != here.i:
        here = passage.tokens[here.head]
    if matches(here.dep, ("acl",)):
        return here.head
    before = [t for t in passage.tokens[: subject.i] if t.pos in ("NOUN", "PROPN")]
    return before[-1].i if before else None


def _incise_before(verb: int, incises: Sequence[Incise]) -> int | None:
    """The speaker of the incise that a participle follows."""
    before = [i.head for i in incises if i.group.last < verb]
    return before[-1] if before else None


def is_told(passage: Passage, verb: int) -> bool:
    """Whether a verb tells of speech: finite, infinitive, « -ant », or a participle with help."""
    token = passage.tokens[verb]
    form = token.feats.get("VerbForm", "")
    if form in ("Fin", "Inf", "Ger"):
        return token.feats.get("Mood") != "Imp"
    if token.feats.get("Tense") == "Pres":
        return True
    return bool(children(passage.words, verb, "aux"))
