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
_MINOR = 0.45  # what a speaker named once, without office, leaves of a quotation's worth
_NAME = re.compile(r"(?<=\s)[A-ZÀ-Ý]\w+")
_WORD = re.compile(r"[^\W\d_][\w-]*")


def worth(document: Document, fact: Fact, base: float, question: str) -> float:
    """From 0 to 1; `base` is that of the rule that worded the card."""
    if isinstance(fact, Quote) and _is_minor(document, fact):
        base *= _MINOR
    names = min(len(_NAME.findall(question)), _ENOUGH_NAMES) / _ENOUGH_NAMES
    early = 1.0 - fact.evidence.start / max(1, len(document.source.body))
    length = 1.0 if len(question.split()) in _GOOD_LENGTH else 0.0
    telling = _telling(document, question)
    return _KIND * base + _NAMES * names + _TELLING * telling + _EARLY * early + _LENGTH * length


def _is_minor(document: Document, quote: Quote) -> bool:
    """Whether the speaker is a person whom the article names once and gives no office."""
    entity = quote.entity
    if entity is None or entity.kind != "person":
        return entity is None
    sentences = {m.sentence for m in document.mentions if m.entity == entity and m.kind == "name"}
    return len(sentences) < 2 and not entity.roles


def _telling(document: Document, question: str) -> float:
    """The weight of the question's weightiest words beside the article's own weightiest."""
    heaviest = sorted(document.weights.values(), reverse=True)[:_TELLING_WORDS]
    words = {word.lower() for word in _WORD.findall(question)}
    found = sorted((document.weights.get(word, 0.0) for word in words), reverse=True)
    return min(1.0, sum(found[:_TELLING_WORDS]) / max(1.0, sum(heaviest)))
