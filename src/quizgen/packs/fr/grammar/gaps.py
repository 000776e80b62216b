"""Cloze sentences: the article's own sentence, or one clause of it, with a gap."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quizgen.analysis.tree import subtree
from quizgen.model import Clause, Document, Fact, Sentence
from quizgen.packs.fr.grammar.asides import balanced, without_asides, without_stray_commas
from quizgen.packs.fr.grammar.clause_words import clause_tokens, without_unresolved
from quizgen.packs.fr.grammar.guards import MOST_GAP_WORDS
from quizgen.packs.fr.grammar.linking import without_links
from quizgen.packs.fr.grammar.phrases import Phrases
from quizgen.packs.fr.grammar.typography import Piece, compose
from quizgen.questions.cloze import GAP
from quizgen.questions.withheld import Withheld


def sentence_with_gap(document: Document, phrases: Phrases, fact: Fact) -> str:
    """The sentence of a fact with `[…]` for its target, everybody named in full.

    A sentence too long for a card gives way to the clause that holds the target. Raises Withheld.
    """
    sentence = document.sentences[fact.sentence]
    inside = range(fact.target.start, fact.target.end)
    hidden = [t.i for t in sentence.tokens if t.start in inside]
    _check_verb(document, phrases, sentence)
    dashes = {t.i for t in sentence.tokens[:1] if t.text in ("-", "–", "—", "•")}
    whole = without_links(sentence, range(len(sentence.tokens))) - dashes
    whole = without_stray_commas(sentence, whole)
    try:
        return _with_gap(phrases, sentence, whole, hidden)
    except Withheld:
        clause = _clause_around(document, sentence, hidden[0])
        kept = clause_tokens(sentence, clause, hidden)
        kept = without_unresolved(phrases, sentence, clause, kept, hidden)
        if not set(hidden) <= kept:
            raise
        return _with_gap(phrases, sentence, kept, hidden)


def _check_verb(document: Document, phrases: Phrases, sentence: Sentence) -> None:
    """A headline or an incise alone is no sentence to learn from."""
    if not any(c.sentence == sentence.index and c.kind == "main" for c in document.clauses):
        raise Withheld("the sentence has no verb of its own")
    root = next(t for t in sentence.tokens if t.head == t.i)
    first = next((t for t in sentence.tokens if t.pos != "PUNCT"), root)
    if root.lemma in phrases.words.table("speech_verbs") and first.pos in ("VERB", "AUX"):
        raise Withheld("an incise without its quotation")


def _clause_around(document: Document, sentence: Sentence, token: int) -> Clause:
    """The innermost clause with a subject around a word."""
    found = [
        c
        for c in document.clauses
        if c.sentence == sentence.index and c.subject and token in subtree(sentence, c.head)
    ]
    if not found:
        raise Withheld("no clause around the answer")
    return min(found, key=lambda c: len(subtree(sentence, c.head)))


def _with_gap(
    phrases: Phrases, sentence: Sentence, kept: Collection[int], hidden: Sequence[int]
) -> str:
    kept = balanced(sentence, without_asides(sentence, kept, keep=kept)) | set(hidden)
    phrases.check_antecedents(sentence, kept)
    before = [i for i in kept if i < min(hidden)]
    after = [i for i in kept if i > max(hidden)]
    gap = Piece(GAP, max(hidden), glued=_is_glued(sentence, min(hidden)))
    said: set[str] = set()
    first = phrases.pieces(sentence, before, said=said)
    pieces = [*first, gap, *phrases.pieces(sentence, after, said=said)]
    text = compose(pieces).strip(" ,;:")
    if len(text.split()) > MOST_GAP_WORDS:
        raise Withheld(f"the sentence runs to {len(text.split())} words")
    text = text if text.endswith((".", "!", "?", "…", "»")) else f"{text}."
    return text[0].upper() + text[1:]


def _is_glued(sentence: Sentence, first: int) -> bool:
    return first > 0 and sentence.tokens[first - 1].end == sentence.tokens[first].start
