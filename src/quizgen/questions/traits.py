"""What can be seen of a card that tells whether readers will accept it, as numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quizgen.analysis.keywords import heaviest
from quizgen.analysis.tree import is_bare_definite
from quizgen.language import Language
from quizgen.model import Document, Fact, Quote
from quizgen.questions.wording import Wording

_MOST = 3  # of what is counted: more tells no more
_MANY_WORDS = 7  # of an answer
_LEAD = 2  # sentences that tell what the article is about
_TOPIC_WORDS = 8
_QUOTED = re.compile(r"«[^»]*»")
_NAME = re.compile(r"(?<=[\s’'])[A-ZÀ-Ý]\w+")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def traits(document: Document, wording: Wording, language: Language) -> Mapping[str, float]:
    """The traits of a card by name, each from 0 to about 1; a trait that is not there is 0."""
    fact, question = wording.fact, wording.question
    bare = _QUOTED.sub("", question)
    cloze = wording.rule.kind == "cloze"
    answer = len(wording.answer.split())
    return {
        "dated": float(document.source.month is not None),
        "year": float(bool(_YEAR.search(bare))),
        "names": min(len(_NAME.findall(bare)), _MOST) / _MOST,
        "long": len(question.split()) / 20,
        "long_gap": len(question.split()) / 20 if cloze else 0.0,
        "commas": min(question.count(","), _MOST) / _MOST,
        "brackets": float("(" in bare),
        "quoted": float("«" in question and not cloze and not isinstance(fact, Quote)),
        "quoted_gap": float("«" in question and cloze),
        "one_word": float(answer == 1 and not cloze),
        "many_words": float(answer > _MANY_WORDS),
        "definite": min(_definites(document, fact, bare), _MOST) / _MOST,
        "past_perfect": float(_is_past_perfect(document, fact)),
        "attributed": float(bool(fact.fields.get("attribution"))),
        "lead": float(fact.sentence < _LEAD and not isinstance(fact, Quote)),
        "late": fact.evidence.start / max(1, len(document.source.body)),
        "slips": min(language.grammar.slips(document, fact, f"{question} {wording.answer}"), 2) / 2,
        "topic": min(len(wording.topic.split()), _TOPIC_WORDS) / _TOPIC_WORDS,
        "sure": _sureness(document, fact),
        "central": min(len(heaviest(document) & _words(bare)), _MOST) / _MOST,
    }


def _sureness(document: Document, fact: Fact) -> float:
    """The share of words in the sentence that every pipeline reads alike."""
    tokens = document.sentences[fact.sentence].tokens
    return sum(token.sure for token in tokens) / len(tokens)


def _definites(document: Document, fact: Fact, question: str) -> int:
    """How many nouns the question has like « la porte »: definite, and nothing says which one.

    What the article is about may be named so.
    """
    sentence = document.sentences[fact.sentence]
    said = _words(question) - heaviest(document)
    nouns = (t for t in sentence.tokens if t.text.lower() in said)
    return sum(is_bare_definite(sentence, noun) for noun in nouns)


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _is_past_perfect(document: Document, fact: Fact) -> bool:
    """« avait annoncé »: before something that the question does not tell."""
    clause = fact.clause
    if clause is None:
        return False
    tokens = document.sentences[clause.sentence].tokens
    imperfect = tokens[clause.finite].feats.get("Tense") == "Imp"
    return imperfect and clause.head != clause.finite and not clause.copular
