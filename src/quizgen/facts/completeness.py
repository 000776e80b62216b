"""Clauses that say nothing alone: a verb of saying without what is said, a gapped verb."""

from __future__ import annotations

from dataclasses import replace

from quizgen.analysis.tree import children, matches
from quizgen.language import Language
from quizgen.model import Clause, Document, Fact, Sentence

_SAID = ("object", "complement")


def without_empty_clause(document: Document, fact: Fact, language: Language) -> Fact:
    """The fact itself, or without its clause where that would make an empty question."""
    if fact.clause is None:
        return fact
    sentence = document.sentences[fact.clause.sentence]
    if tells_something(sentence, fact.clause, language):
        return fact
    return replace(fact, clause=None)


def tells_something(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """Whether a clause, cut out of its sentence, still says what it says there."""
    return not (_only_introduces(sentence, clause, language) or _is_gapped(sentence, clause))


def _only_introduces(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """« souligne une étude »: a verb of saying beside a quotation tells nothing without it."""
    verb = sentence.tokens[clause.head]
    modes = language.words.table("speech_verbs").get(verb.lemma, ())
    speech = "that" in modes and verb.pos == "VERB"
    own = [c for c in clause.constituents if sentence.tokens[c.head].head == clause.head]
    said = any(c.role in _SAID for c in own)
    return speech and not clause.passive and not said


def _is_gapped(sentence: Sentence, clause: Clause) -> bool:
    """« 53 % iront aux uns et 47 % aux autres »: the second half has no verb of its own."""
    for token in children(sentence, clause.head, "conj"):
        verbal = token.pos in ("VERB", "AUX", "ADJ") or bool(
            children(sentence, token.i, "cop", "aux")
        )
        orphan = any(matches(t.dep, ("orphan", "obl")) for t in children(sentence, token.i))
        if not verbal and (orphan or not clause.copular):
            return True
    return False
