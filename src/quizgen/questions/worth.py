"""How much a card is worth: what kind of fact it asks about, and how much its words tell.

The shares below are set by hand, after a look at 117 judged cards: names in the question and an
early place in the article spoke for a card, bare figures against it. Fitting them to 172 judged
cards ranked no better than chance.
"""

from __future__ import annotations

import re

from quizgen.analysis.tree import children
from quizgen.model import Document, Fact, Quote

_KIND, _NAMES, _TELLING, _EARLY, _LENGTH = 0.5, 0.2, 0.1, 0.15, 0.05  # shares of the whole
_ENOUGH_NAMES = 3
_TELLING_WORDS = 6
_GOOD_LENGTH = range(8, 23)  # words
_LONG, _LONG_COST = 32, 0.08  # words; what a longer card loses
_GIVEN_COST = 0.1  # what a card loses that leans on what came up before
_BARE_COST = 0.08  # what a card loses whose words name nothing
_HOLD = re.compile(r"\d|«")
_CENTRAL = 12  # weightiest words of an article
_QUOTED = re.compile(r"«[^»]*»")
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
    told = _KIND * base + _NAMES * names + _TELLING * telling + _EARLY * early + _LENGTH * length
    cost = _LONG_COST if len(question.split()) > _LONG else 0.0
    cost += _GIVEN_COST if _leans(document, fact, question) else 0.0
    cost += 0.0 if names or _HOLD.search(question) else _BARE_COST
    return told - cost


def _leans(document: Document, fact: Fact, question: str) -> bool:
    """Whether the question says « la porte » of one that came up before, in other words.

    What the article is about may be named so: its topic stands in front.
    """
    sentence = document.sentences[fact.sentence]
    central = sorted(document.weights, key=lambda word: -document.weights[word])[:_CENTRAL]
    said = {word.lower() for word in _WORD.findall(_QUOTED.sub("", question))}
    before = {
        t.lemma for s in document.sentences[: sentence.index] for t in s.tokens if t.pos == "NOUN"
    }
    return any(
        token.pos == "NOUN"
        and token.text.lower() in said
        and token.text.lower() not in central
        and token.lemma in before
        and any(
            t.feats.get("Definite") == "Def" for t in children(sentence, token.i, "det", "case")
        )
        and not children(sentence, token.i, "nmod", "amod", "acl", "appos", "nummod", "flat")
        for token in sentence.tokens
    )


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
