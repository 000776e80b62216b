"""Cloze sentences: the article's own sentence with a gap, whole and in its own words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from quizgen.analysis.tree import is_bare_definite
from quizgen.model import Document, Fact, Sentence
from quizgen.packs.fr.grammar.asides import balanced, without_stray_commas
from quizgen.packs.fr.grammar.gap_checks import check_hidden, check_words
from quizgen.packs.fr.grammar.guards import MOST_GAP_WORDS
from quizgen.packs.fr.grammar.linking import without_leaning
from quizgen.packs.fr.grammar.phrases import Phrases, Shown
from quizgen.packs.fr.grammar.typography import Piece, compose
from quizgen.packs.fr.grammar.wholeness import check_pointers, check_whole, whole_part
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.cloze import GAP
from quizgen.questions.withheld import Withheld

_OPENING = 4  # tokens
_WORDS = FrenchWords()


def sentence_with_gap(document: Document, phrases: Phrases, fact: Fact) -> str:
    """The sentence of a fact with `[…]` for what a gap hides, everybody named in full.

    A sentence that leans on the one before, or repeats its noun (« la porte »), is shown behind it.
    Raises Withheld where that does not help either.
    """
    sentence = document.sentences[fact.sentence]
    inside = range(fact.hidden.start, fact.hidden.end)
    hidden = [t.i for t in sentence.tokens if t.start in inside]
    _check_glue(sentence, hidden[-1])
    kept = _own_words(document, sentence, hidden)
    check_hidden(document, sentence, fact, kept, hidden)
    try:
        alone = _finished(_told(phrases, sentence, kept, hidden))
    except Withheld:
        text = _behind_another(document, phrases, sentence, kept, hidden)
        if not text:
            raise
        return text
    leans = _explains(document, sentence, kept)
    return (leans and _behind_another(document, phrases, sentence, kept, hidden)) or alone


def _explains(document: Document, sentence: Sentence, kept: Collection[int]) -> bool:
    """Whether the sentence before has the very noun of « la porte »: it says which one."""
    if not sentence.index:
        return False
    before = {t.lemma.lower() for t in document.sentences[sentence.index - 1].tokens}
    bare = (sentence.tokens[i] for i in kept)
    return any(t.lemma.lower() in before for t in bare if is_bare_definite(sentence, t))


def _behind_another(
    document: Document,
    phrases: Phrases,
    sentence: Sentence,
    kept: Collection[int],
    hidden: Sequence[int],
) -> str:
    """The sentence before and the one with the gap; "" where they do not stand alone either."""
    context = document.sentences[sentence.index - 1] if sentence.index else None
    if context is None or context.heading or min(kept) > 0:
        return ""
    try:
        before = _finished(_told(phrases, context, _own_words(document, context, ()), ()))
        return _finished(f"{before} {_capital(_told(phrases, sentence, kept, hidden, context))}")
    except Withheld:
        return ""


def _own_words(document: Document, sentence: Sentence, hidden: Sequence[int]) -> set[int]:
    """All words around the gap between colons and dashes, but for links to other sentences.

    Nothing else is cut.
    """
    part = whole_part(document, sentence, hidden or range(len(sentence.tokens)))
    kept = without_stray_commas(sentence, without_leaning(sentence, part))
    if balanced(sentence, kept) != kept:
        raise Withheld("a part of a longer quotation")
    _check_opening(sentence, kept)
    check_whole(document, sentence, kept)
    return kept


def _check_opening(sentence: Sentence, kept: Collection[int]) -> None:
    """« Depuis, … »: what opens so goes on from the sentence before."""
    first = min(kept)
    opening = sentence.tokens[first : first + _OPENING]
    alone = opening[0].text.lower() in _WORDS.list("leaning_openers")
    if alone and len(opening) > 1 and opening[1].text == ",":
        raise Withheld(f"« {opening[0].text} » goes on from another sentence")


def _check_glue(sentence: Sentence, last: int) -> None:
    """« 1h30 »: half of a time of the day is no figure."""
    behind = sentence.tokens[last + 1 : last + 2]
    if behind and behind[0].start == sentence.tokens[last].end and behind[0].text[0].isalpha():
        raise Withheld(f"a part of « {sentence.tokens[last].text}{behind[0].text} »")


def _told(
    phrases: Phrases,
    sentence: Sentence,
    kept: Collection[int],
    hidden: Sequence[int],
    context: Sentence | None = None,
) -> str:
    """The kept words, with a gap for those `hidden`."""
    check_words(phrases.document, sentence, kept, context)
    phrases.check_antecedents(sentence, kept)
    shown = Shown(context=context)
    if not hidden:
        return compose(phrases.pieces(sentence, kept, shown=shown))
    before = [i for i in kept if i < min(hidden)]
    after = [i for i in kept if i > max(hidden)]
    gap = Piece(GAP, max(hidden), glued=_is_glued(sentence, min(hidden)))
    first = phrases.pieces(sentence, before, shown=shown)
    return compose([*first, gap, *phrases.pieces(sentence, after, shown=shown)])


def _finished(text: str) -> str:
    """A capital in front, a stop behind; Withheld where it runs long or points elsewhere."""
    text = text.strip(" ,;:")
    check_pointers(text)
    if len(text.split()) > MOST_GAP_WORDS:
        raise Withheld(f"the sentence runs to {len(text.split())} words")
    return _capital(text if text.endswith((".", "!", "?", "…", "»")) else f"{text}.")


def _capital(text: str) -> str:
    opened = re.match(r"[«“\s]*(?=\w)", text)
    end = opened.end() if opened else 0
    return text[:end] + text[end : end + 1].upper() + text[end + 1 :]


def _is_glued(sentence: Sentence, first: int) -> bool:
    return first > 0 and sentence.tokens[first - 1].end == sentence.tokens[first].start
