"""Guards on answers that hold in every language."""

from __future__ import annotations

from quizgen.model import Document, Fact

MOST_WORDS = 8  # of an answer that is not a quotation, a goal or a list
MOST_WORDS_DATE = 12  # « dans la nuit du 31 janvier au 1er février 2012 »
MOST_WORDS_CLAUSE = 16
_CLAUSES = frozenset(
    {
        "attribute",
        "goal",
        "cause",
        "condition",
        "complement",
        "means",
        "object",
        "statement",
        "intention",
        "participle",
    }
)
LONG_KINDS = frozenset({"quote", "enumeration", "definition", "acronym", "short_name", "role"})
MOST_WORDS_LONG = 30


def answer_faults(document: Document, fact: Fact, answer: str) -> list[str]:
    """What is wrong with an answer, [] when nothing is."""
    faults = []
    most = MOST_WORDS_LONG if fact.kind in LONG_KINDS else MOST_WORDS
    most = MOST_WORDS_CLAUSE if fact.kind in _CLAUSES else most
    most = MOST_WORDS_DATE if fact.kind == "date" else most
    if not answer:
        faults.append("no answer")
    if len(answer.split()) > most:
        faults.append(f"the answer is longer than {most} words")
    if document.source.body[fact.target.start : fact.target.end] != fact.target.text:
        faults.append("the answer is not verbatim")
    return faults
