"""Whether an article's sentence can be shown alone: whole, leaning on nothing before."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from quizgen.model import Document, Sentence
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()


def check_whole(document: Document, sentence: Sentence, kept: Collection[int]) -> None:
    """Raise Withheld for a fragment, and for words that lean on the sentence before."""
    words = [sentence.tokens[i] for i in sorted(kept) if sentence.tokens[i].pos != "PUNCT"]
    if not any(_tells(document, sentence, head, kept) for head in kept):
        raise Withheld("the sentence has no verb of its own")
    first = words[0]
    if first.pos in ("VERB", "AUX") and first.feats.get("VerbForm") != "Part":
        raise Withheld("an incise without its quotation, or an order")
    if first.feats.get("PronType") == "Rel" or first.text.lower() in _WORDS.list("relatives"):
        raise Withheld("a relative clause without its noun")
    if sentence.tokens[max(kept)].text in ("?", "!"):
        raise Withheld("a question or an exclamation")


def _tells(document: Document, sentence: Sentence, head: int, part: Collection[int]) -> bool:
    """Whether the verb of a clause of its own stands here, with its subject if that is known."""
    return any(
        c.sentence == sentence.index
        and c.head == head
        and c.kind in ("main", "coordinate", "other")
        and (c.subject is None or set(c.subject.tokens) <= set(part))
        for c in document.clauses
    )


def check_pointers(text: str) -> None:
    """« la mesure en question », « sur place », « la veille »: Withheld."""
    found = _pointers().search(text.lower().replace("’", "'"))
    if found:
        raise Withheld(f"« {found[0]} » points at something else")


@cache
def _pointers() -> re.Pattern[str]:
    phrases = sorted(_WORDS.list("pointing_phrases"), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, phrases))})(?![\w-])")
