"""Cloze sentences: the article's own sentence with a gap."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quizgen.model import Document, Fact, Sentence
from quizgen.packs.fr.grammar.asides import balanced
from quizgen.packs.fr.grammar.gap_checks import check_gap, check_period
from quizgen.packs.fr.grammar.guards import MOST_GAP_WORDS
from quizgen.packs.fr.grammar.linking import leading_link
from quizgen.packs.fr.grammar.phrases import Phrases
from quizgen.packs.fr.grammar.typography import Piece, compose
from quizgen.packs.fr.grammar.wholeness import check_pointers, check_whole
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.cloze import GAP
from quizgen.questions.withheld import Withheld

_OPENING = 4  # tokens
_WORDS = FrenchWords()
_DASHES = ("-", "–", "—", "•", ",")


def sentence_with_gap(document: Document, phrases: Phrases, fact: Fact) -> str:
    """The sentence of a fact with `[…]` for what a gap hides, everybody named in full.

    Raises Withheld for a sentence that cannot stand alone.
    """
    sentence = document.sentences[fact.sentence]
    inside = range(fact.hidden.start, fact.hidden.end)
    hidden = [t.i for t in sentence.tokens if t.start in inside]
    _check_glue(sentence, hidden[-1])
    kept = _own_words(sentence)
    _check_opening(sentence, kept)
    check_whole(document, sentence, kept)
    check_gap(document, sentence, fact, kept, hidden)
    text = _with_gap(phrases, sentence, kept, hidden)
    check_period(document, fact, text)
    return text


def _own_words(sentence: Sentence) -> set[int]:
    """The whole sentence but a link or a dash that opens it: nothing inside is ever cut."""
    kept = {t.i for t in sentence.tokens}
    first = leading_link(sentence)
    while first < len(sentence.tokens) - 1 and sentence.tokens[first].text in _DASHES:
        first += 1
    return {i for i in kept if i >= first}


def _check_opening(sentence: Sentence, kept: Collection[int]) -> None:
    """« Depuis, … », « La preuve : … »: what opens so goes on from the sentence before."""
    first = min(kept)
    opening = sentence.tokens[first : first + _OPENING]
    alone = opening[0].text.lower() in _WORDS.list("leaning_openers") and opening[1].text == ","
    if alone or any(t.text == ":" for t in opening):
        raise Withheld(f"« {opening[0].text} » goes on from another sentence")
    if any(t.text == ";" for t in sentence.tokens):
        raise Withheld("two sentences in one")


def _check_glue(sentence: Sentence, last: int) -> None:
    """« 1h30 »: half of a time of the day is no figure."""
    behind = sentence.tokens[last + 1 : last + 2]
    if behind and behind[0].start == sentence.tokens[last].end and behind[0].text[0].isalpha():
        raise Withheld(f"a part of « {sentence.tokens[last].text}{behind[0].text} »")


def _with_gap(
    phrases: Phrases, sentence: Sentence, kept: Collection[int], hidden: Sequence[int]
) -> str:
    if balanced(sentence, kept) != set(kept):
        raise Withheld("a part of a longer quotation")
    phrases.check_antecedents(sentence, kept)
    before = [i for i in kept if i < min(hidden)]
    after = [i for i in kept if i > max(hidden)]
    gap = Piece(GAP, max(hidden), glued=_is_glued(sentence, min(hidden)))
    said: set[str] = set()
    first = phrases.pieces(sentence, before, said=said, whole=True)
    pieces = [*first, gap, *phrases.pieces(sentence, after, said=said, whole=True)]
    text = compose(pieces).strip(" ,;:")
    check_pointers(text)
    if len(text.split()) > MOST_GAP_WORDS:
        raise Withheld(f"the sentence runs to {len(text.split())} words")
    text = text if text.endswith((".", "!", "?", "…", "»")) else f"{text}."
    opened = re.match(r"[«“\s]*(?=\w)", text)
    return (
        text[: opened.end()] + text[opened.end()].upper() + text[opened.end() + 1 :]
        if opened
        else text
    )


def _is_glued(sentence: Sentence, first: int) -> bool:
    return first > 0 and sentence.tokens[first - 1].end == sentence.tokens[first].start
