"""Cloze sentences: the article's own sentence with a gap."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quizgen.model import Document, Fact, Sentence
from quizgen.packs.fr.grammar.asides import balanced, without_brackets, without_stray_commas
from quizgen.packs.fr.grammar.clause_words import without_last_aside
from quizgen.packs.fr.grammar.guards import MOST_GAP_WORDS
from quizgen.packs.fr.grammar.linking import without_links
from quizgen.packs.fr.grammar.phrases import Phrases
from quizgen.packs.fr.grammar.typography import Piece, compose
from quizgen.packs.fr.grammar.wholeness import check_pointers, whole_part
from quizgen.questions.cloze import GAP
from quizgen.questions.withheld import Withheld

_LONG = 28  # words; a longer sentence is relieved of what it can spare


def sentence_with_gap(document: Document, phrases: Phrases, fact: Fact) -> str:
    """The sentence of a fact with `[…]` for what a gap hides, everybody named in full.

    Raises Withheld for a sentence that cannot stand alone.
    """
    sentence = document.sentences[fact.sentence]
    inside = range(fact.hidden.start, fact.hidden.end)
    hidden = [t.i for t in sentence.tokens if t.start in inside]
    _check_glue(sentence, hidden[-1])
    part = whole_part(document, sentence, hidden)
    kept = without_links(sentence, part) & part
    if sentence.tokens[min(part)].pos == "CCONJ":
        kept.discard(min(part))
    kept = without_brackets(sentence, without_stray_commas(sentence, kept), hidden)
    kept = _shortened(document, sentence, kept, hidden)
    return _with_gap(phrases, sentence, kept, hidden)


def _check_glue(sentence: Sentence, last: int) -> None:
    """« 1h30 »: half of a time of the day is no figure."""
    behind = sentence.tokens[last + 1 : last + 2]
    if behind and behind[0].start == sentence.tokens[last].end and behind[0].text[0].isalpha():
        raise Withheld(f"a part of « {sentence.tokens[last].text}{behind[0].text} »")


def _shortened(
    document: Document, sentence: Sentence, tokens: set[int], hidden: Sequence[int]
) -> set[int]:
    """A long sentence without the clauses and appositions that it can spare, the last first."""
    main = {
        i
        for c in document.clauses
        if c.sentence == sentence.index and c.kind in ("main", "coordinate", "reported")
        for i in c.verbs
    }
    kept = tokens
    while sum(sentence.tokens[i].pos != "PUNCT" for i in kept) > _LONG:
        fewer = without_last_aside(sentence, kept, main | set(hidden))
        if fewer == kept:
            break
        kept = fewer
    return kept


def _with_gap(
    phrases: Phrases, sentence: Sentence, kept: Collection[int], hidden: Sequence[int]
) -> str:
    kept = balanced(sentence, kept) | set(hidden)
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
