"""Which sentences of a quotation a card shows: those that stand alone and tell most."""

from __future__ import annotations

import re
from dataclasses import replace

from quizgen.model import Document, Quote, Span
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.grammar.spoken import check_sentence, check_spoken, check_telling
from quizgen.questions.withheld import Withheld

_MOST_WORDS = 36
_MOST_SENTENCES = 2  # of those taken from the middle of a quotation
_END = re.compile(r"(?<=[.!?…])[\"»”\s\u00a0]+(?=[A-ZÉÈÀÊÎÔ«\"“])")


def choose_spoken(
    document: Document, quote: Quote, lexicon: Dicollecte, *, telling: bool = False
) -> str:
    """The words to show: the beginning, as far as it is clear alone, or else what tells most.

    `telling` words also say what they are about.

    Withheld, with what is wrong with the beginning, where no sentence stands alone.
    """
    sentences = _sentences(document, quote.target)
    opening = _opening(document, sentences)
    first: Withheld | None = None
    for span in (*opening, *_inner(document, sentences)):
        words = _shown(span)
        try:
            for one in _sentences(document, span):
                check_sentence(document, one)
            check_spoken(document, replace(quote, target=span), words, lexicon)
            if telling:
                check_telling(document, span)
        except Withheld as fault:
            first = first or fault
            continue
        return words
    raise first or Withheld("a sentence too long for a card")


def _sentences(document: Document, words: Span) -> list[Span]:
    """The sentences of some words."""
    text, start = words.text, 0
    bounds = []
    for gap in _END.finditer(text):
        bounds.append((start, gap.start()))
        start = gap.end()
    bounds.append((start, len(text)))
    return [document.source.span(words.start + a, words.start + b) for a, b in bounds]


def _opening(document: Document, sentences: list[Span]) -> list[Span]:
    """The longest beginning of whole sentences that a card can carry."""
    spans = [document.source.span(sentences[0].start, last.end) for last in sentences]
    return [span for span in spans if _fits(span)][-1:]


def _inner(document: Document, sentences: list[Span]) -> list[Span]:
    """One sentence, or two that follow each other; those of the weightiest words first."""
    runs = [
        document.source.span(first.start, last.end)
        for more in range(_MOST_SENTENCES)
        for first, last in zip(sentences, sentences[more:], strict=False)
    ]
    fitting = [span for span in runs if _fits(span)]
    return sorted(fitting, key=lambda span: (-_weight(document, span), span.start))


def _fits(span: Span) -> bool:
    return len(span.text.split()) <= _MOST_WORDS


def _weight(document: Document, span: Span) -> float:
    """How much of the article's subject some words tell."""
    return sum(document.weights.get(w, 0.0) for w in set(re.findall(r"\w+", span.text.lower())))


def _shown(span: Span) -> str:
    """Words with a capital and without their full stop."""
    text = " ".join(span.text.split(" ")).strip()
    text = text.removesuffix(".") if not text.endswith("..") else text
    return text[:1].upper() + text[1:]
