"""Tenses that only the sentences around explain."""

from __future__ import annotations

import re

from quizgen.model import Document, Fact
from quizgen.questions.withheld import Withheld

# Kinds that ask for what somebody did and why: its time is known from the question alone.
_OF_THE_CLAUSE = frozenset(
    ("cause", "complement", "condition", "goal", "intention", "means", "object", "statement")
)
_YEAR = re.compile(r"\b(1[5-9]|20)\d\d\b")


def check_tense(document: Document, fact: Fact) -> None:
    """« a dit qu'il était venu » means « est venu »: reported speech shifts the tense."""
    clause = fact.clause
    if clause is None or clause.kind != "reported" or not fact.fields.get("attribution"):
        return
    finite = document.sentences[clause.sentence].tokens[clause.finite]
    if finite.feats.get("Tense") in ("Imp", "Pqp"):
        raise Withheld("the tense is shifted by the verb of saying")


def check_anchor(document: Document, fact: Fact, question: str) -> None:
    """« avait appelé »: only a date in the question tells before what."""
    if fact.clause is None or fact.kind not in _OF_THE_CLAUSE or _YEAR.search(question):
        return
    finite = document.sentences[fact.clause.sentence].tokens[fact.clause.finite]
    perfect = finite.i != fact.clause.head and finite.lemma == "avoir"
    if finite.feats.get("Tense") == "Imp" and perfect:
        raise Withheld("a pluperfect without its date")
