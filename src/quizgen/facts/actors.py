"""Actors: who or which body did what a clause tells."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, matches
from quizgen.facts.targets import build, clauses_of, running_text, skeleton_sure
from quizgen.language import Language
from quizgen.model import Clause, Document, Entity, Fact, Mention, Sentence, Token

_LEAST_REST = 4  # words beside the subject: a shorter clause tells too little


def find_actors(document: Document, language: Language) -> Iterator[Fact]:
    """Clauses whose subject is a person or a body known by name.

    Fields: `answer` (the full name), `actor` (person or organisation), `role`.
    """
    for sentence in running_text(document):
        for clause in clauses_of(document, sentence):
            fact = _fact(document, sentence, clause, language)
            if fact is not None:
                yield fact


def _fact(
    document: Document, sentence: Sentence, clause: Clause, language: Language
) -> Fact | None:
    subject = clause.subject
    if subject is None or not _tells_enough(sentence, clause, language):
        return None
    mention = _mention_of(document, sentence, subject.head)
    entity = mention.entity if mention is not None and mention.sure else None
    if mention is None or entity is None or entity.kind not in ("person", "organisation"):
        return None
    if entity.kind == "organisation" and mention.kind == "pronoun":
        return None  # « elle » may be any noun
    return build(
        document,
        sentence,
        "actor",
        range(mention.first, mention.last + 1),
        clause=clause,
        parts={"phrase": subject.tokens},
        fields={
            "answer": answer_for(entity, mention, sentence),
            "actor": entity.kind,
            "role": "subject",
        },
    )


def _tells_enough(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """A clause of one subject and of some length, that the pipelines read alike."""
    subject = clause.subject
    if subject is None or clause.kind == "reported" or not skeleton_sure(sentence, clause):
        return False
    if any(matches(sentence.tokens[i].dep, ("conj",)) for i in subject.tokens):
        return False
    rest = sum(len(c.tokens) for c in clause.constituents if c.role != "subject")
    return rest >= _LEAST_REST and not _only_introduces(sentence, clause, language)


def _only_introduces(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """A verb of saying beside a quotation tells nothing without it."""
    speech = sentence.tokens[clause.head].lemma in language.words.table("speech_verbs")
    said = ("object", "complement")
    return speech and not clause.passive and not any(c.role in said for c in clause.constituents)


def _is_beside(sentence: Sentence, name: Token) -> bool:
    """« le ministre X »: a name that no preposition ties to its noun."""
    beside = matches(name.dep, ("appos", "flat", "nmod"))
    return beside and child(sentence, name.i, "case") is None


def _mention_of(document: Document, sentence: Sentence, head: int) -> Mention | None:
    """The mention that a subject is: its head, or the name that its head introduces."""
    for mention in document.mentions:
        if mention.sentence != sentence.index:
            continue
        if mention.head == head:
            return mention
        name = sentence.tokens[mention.head]
        person = mention.entity is not None and mention.entity.kind == "person"
        named = person and mention.kind == "name" and name.head == head
        if named and _is_beside(sentence, name):
            return mention
    return None


def answer_for(entity: Entity, mention: Mention, sentence: Sentence) -> str:
    """A person by the full name; a body as the article writes it, with its article."""
    if entity.kind == "person" or mention.kind != "name":
        return entity.name
    before = sentence.tokens[mention.first - 1] if mention.first else None
    if before is not None and before.pos == "DET" and before.head == mention.head:
        glue = "" if before.end == sentence.tokens[mention.first].start else " "
        return f"{before.text.lower()}{glue}{entity.name}"
    return entity.name
