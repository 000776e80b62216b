"""How much a card is worth: what kind of fact it asks about, and how much its words tell.

The shares below were set by comparing cards that were found acceptable with others: names in the
question and an early place in the article speak for a card, bare figures against it.
"""

from __future__ import annotations

import re

from quizgen.model import Document, Fact, Quote

_KIND, _NAMES, _TELLING, _EARLY, _LENGTH = 0.5, 0.2, 0.1, 0.15, 0.05  # shares of the whole
_ENOUGH_NAMES = 3
_TELLING_WORDS = 6
_GOOD_LENGTH = range(8, 23)  # words
_MINOR = 0.45  # what is left of a card's worth when its person only passes through
_EARLY_SENTENCES = 3
_NAME = re.compile(r"(?<=\s)[A-ZÀ-Ý]\w+")
_WORD = re.compile(r"[^\W\d_][\w-]*")


def worth(document: Document, fact: Fact, base: float, question: str) -> float:
    """From 0 to 1; `base` is that of the rule that worded the card."""
    if _is_minor(document, fact):
        base *= _MINOR
    names = min(len(_NAME.findall(question)), _ENOUGH_NAMES) / _ENOUGH_NAMES
    early = 1.0 - fact.evidence.start / max(1, len(document.source.body))
    length = 1.0 if len(question.split()) in _GOOD_LENGTH else 0.0
    telling = _telling(document, question)
    return _KIND * base + _NAMES * names + _TELLING * telling + _EARLY * early + _LENGTH * length


def _is_minor(document: Document, fact: Fact) -> bool:
    """Whether a card is about a person who only passes through the article.

    Somebody counts who is named twice, or early, or speaks for an office.
    """
    name = fact.fields.get("person", "")
    if isinstance(fact, Quote):
        if fact.entity is None or fact.entity.roles:
            return fact.entity is None
        name = fact.entity.name if fact.entity.kind == "person" else ""
    if not name:
        return False
    at = [m.sentence for m in document.mentions if m.entity is not None and m.entity.name == name]
    return len(set(at)) < 2 and min(at, default=0) > _EARLY_SENTENCES


def _telling(document: Document, question: str) -> float:
    """The weight of the question's weightiest words beside the article's own weightiest."""
    heaviest = sorted(document.weights.values(), reverse=True)[:_TELLING_WORDS]
    words = {word.lower() for word in _WORD.findall(question)}
    found = sorted((document.weights.get(word, 0.0) for word in words), reverse=True)
    return min(1.0, sum(found[:_TELLING_WORDS]) / max(1.0, sum(heaviest)))
