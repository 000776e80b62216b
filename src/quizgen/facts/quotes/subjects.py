"""The subject of a verb of saying, its own or that of the clause above."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.analysis.tree import child, matches
from quizgen.facts.quotes.incises import Incise
from quizgen.facts.quotes.passages import is_finite
from quizgen.facts.quotes.units import Unit
from quizgen.facts.quotes.verbs import is_participle, is_relative, own_subject
from quizgen.model import Token

_LIMIT = 8  # predicates to climb
_PEOPLE = ("role_nouns", "person_nouns")
_SHARING = ("advcl", "xcomp", "conj", "acl", "obl", "ccomp", "nmod", "obj")


def subject_of(unit: Unit, verb: int, incises: Sequence[Incise]) -> int | None:
    """The head of the phrase that names who speaks, None where nobody is in sight."""
    here = _main_verb(unit, verb, incises)
    shared = is_participle(unit.tokens[verb])
    for _ in range(_LIMIT):
        for incise in incises:
            if incise.group.verb == here:
                return incise.head
        passive = child(unit.words, here, "aux:pass") is not None
        subject = _subject_at(unit, here, passive=passive, own=here == verb)
        token = unit.tokens[here]
        if subject is not None:
            head = _antecedent(unit, subject, here)
            if head is None or head in unit.passage.quoted:
                return None
            if here == verb or not shared or unit.cast.is_source(unit.passage, head):
                return head
        elif here == verb and shared and _hangs_on_source(unit, token):
            return token.head
        if (passive and here == verb) or not matches(token.dep, _SHARING):
            break
        if not unit.first <= token.head < unit.stop:
            break
        here = token.head
    return next((i.head for i in reversed(incises) if i.group.last < verb), None)


def _hangs_on_source(unit: Unit, token: Token) -> bool:
    """« un élu affirmant que … »: the noun before the participle can speak."""
    return matches(token.dep, ("acl",)) and unit.cast.is_source(unit.passage, token.head)


def _main_verb(unit: Unit, verb: int, incises: Sequence[Incise]) -> int:
    """Where to look: « …, affirmant que » behind a comma hangs on the main verb before it."""
    if not is_participle(unit.tokens[verb]):
        return verb
    before = verb - 1
    if before > unit.first and unit.tokens[before].pos in ("ADP", "PRON", "ADV"):
        before -= 1
    if unit.text_of(before) != ",":
        return verb
    main = [i.group.verb for i in incises if i.group.verb < verb]
    main += [t.i for t in unit.own(unit.first, verb) if _is_main(unit, t)]
    for here in sorted(main, reverse=True):
        subject = own_subject(unit.passage, here)
        if subject is None or unit.cast.is_source(unit.passage, subject.i):
            return here
    return verb


def _is_main(unit: Unit, token: Token) -> bool:
    if token.pos not in ("VERB", "AUX"):
        return False
    helped = child(unit.words, token.i, "aux")
    if not is_finite(token) and (helped is None or not is_finite(helped)):
        return False
    here = token
    for _ in range(_LIMIT):
        if here.dep == "root":
            return True
        if here.dep != "conj":
            return False
        here = unit.tokens[here.head]
    return False


def _subject_at(unit: Unit, verb: int, *, passive: bool, own: bool) -> Token | None:
    """The subject of one predicate; in the passive, the agent."""
    if passive and own:
        return child(unit.words, verb, "obl:agent")
    return own_subject(unit.passage, verb) if own else child(unit.words, verb, "nsubj")


def _antecedent(unit: Unit, subject: Token, verb: int) -> int | None:
    """The noun that a relative pronoun stands for; any other subject itself."""
    if not is_relative(subject):
        return subject.i
    here = unit.tokens[verb]
    while matches(here.dep, ("conj", "xcomp", "advcl")) and here.head != here.i:
        here = unit.tokens[here.head]
    before = [t.i for t in unit.own(unit.first, subject.i) if t.pos in ("NOUN", "PROPN")]
    nearest = before[-1] if before else None
    named = unit.cast.mention(unit.passage, nearest) if nearest is not None else None
    entity = named.entity if named is not None and named.kind == "name" else None
    personal = entity is not None and entity.kind == "person"
    if nearest is not None and named is not None and personal:
        role = _role_above(unit, nearest)
        if role is not None:
            return role
        return nearest - unit.passage.places[nearest][1] + named.first
    if not matches(here.dep, ("acl",)):
        return _source_above(unit, nearest) if nearest is not None else None
    poor = unit.cast.is_document(unit.passage, here.head)
    if nearest is not None and (poor or not unit.cast.is_source(unit.passage, here.head)):
        return nearest if unit.cast.is_source(unit.passage, nearest) else here.head
    return here.head


def _role_above(unit: Unit, name: int) -> int | None:
    """« le successeur de X, qui … »: the role, not the name that it governs."""
    mention = unit.cast.mention(unit.passage, name)
    first = name if mention is None else name - unit.passage.places[name][1] + mention.first
    head = unit.tokens[first].head
    governed = child(unit.words, first, "case") is not None and head < first
    return head if governed and unit.cast.lists(unit.passage, head, *_PEOPLE) else None


def _source_above(unit: Unit, noun: int) -> int:
    """« l'adjoint aux routes, qui redoute »: the noun that can speak, over its complements."""
    here = noun
    while not unit.cast.is_source(unit.passage, here):
        token = unit.tokens[here]
        if not matches(token.dep, ("nmod", "appos", "flat")) or token.head >= here:
            return noun
        here = token.head
    return here
