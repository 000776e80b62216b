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
    return not (
        _only_introduces(sentence, clause, language)
        or _is_gapped(sentence, clause)
        or _leans(sentence, clause, language)
        or _is_misread(sentence, clause, language)
    )


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


def _leans(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """« un tel drame », « même les marques », « un recul, mais les autres un gain »."""
    words = language.words
    subject = (
        {sentence.tokens[i].text.lower() for i in clause.subject.tokens}
        if clause.subject
        else set()
    )
    objects = {
        sentence.tokens[i].text.lower()
        for c in clause.constituents
        if c.role == "object"
        for i in c.tokens
    }
    return bool(
        subject & words.list("leaning_words") or objects & words.list("adversative_conjunctions")
    )


def _is_misread(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """« le recul des insectes forment »: only nouns of quantity take a plural verb so.

    Nor has a verb two objects (« a plus de 60 ans, une population fragile »).
    """
    objects = [sentence.tokens[c.head] for c in clause.constituents if c.role == "object"]
    if sum(t.pos != "PRON" and t.head == clause.head for t in objects) > 1:
        return True
    if clause.subject is None:
        return False
    noun, finite = sentence.tokens[clause.subject.head], sentence.tokens[clause.finite]
    definite = any(t.feats.get("Definite") == "Def" for t in children(sentence, noun.i, "det"))
    number = noun.feats.get("Number"), finite.feats.get("Number")
    listed = bool(children(sentence, noun.i, "conj"))
    quantity = noun.lemma.lower() in language.words.list("quantity_nouns")
    return (
        noun.pos == "NOUN" and definite and number == ("Sing", "Plur") and not (listed or quantity)
    )
