"""Whether an article's sentence can be shown alone: whole, and pointing at nothing before it."""

from __future__ import annotations

import re

from quizgen.model import Document, Sentence
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()


def check_whole(document: Document, sentence: Sentence) -> None:
    """Raise Withheld for a fragment, and for a sentence that leans on the one before."""
    words = [t for t in sentence.tokens if t.pos != "PUNCT"]
    if not words or not any(
        c.sentence == sentence.index and c.kind == "main" and c.subject for c in document.clauses
    ):
        raise Withheld("the sentence has no subject and verb of its own")
    first = words[0]
    if first.pos in ("VERB", "AUX") and first.feats.get("VerbForm") != "Part":
        raise Withheld("an incise without its quotation, or an order")
    if first.feats.get("PronType") == "Rel" or first.text.lower() in ("dont", "lequel", "auquel"):
        raise Withheld("a relative clause without its noun")
    _check_marks(sentence)
    _check_pointers(document.source.body[sentence.start : sentence.end])


def _check_marks(sentence: Sentence) -> None:
    """A question, an exclamation, or two sentences around a colon."""
    texts = [t.text for t in sentence.tokens]
    if texts[-1] in ("?", "!"):
        raise Withheld("a question or an exclamation")
    for i, text in enumerate(texts):
        quotes = texts[i + 1 : i + 2] in (["«"], ['"'], ["“"])
        if text in (":", ";") and not quotes:
            raise Withheld(f"two sentences around « {text} »")


def _check_pointers(text: str) -> None:
    """« la mesure en question », « sur place », « l'an dernier »."""
    plain = " ".join(re.findall(r"[\w'-]+", text.lower().replace("’", "'").replace("'", "' ")))
    for phrase in _WORDS.list("pointing_phrases"):
        if re.search(rf"(?<!\w){re.escape(phrase.replace(chr(39), chr(39) + ' '))}(?!\w)", plain):
            raise Withheld(f"« {phrase} » points at something else")
