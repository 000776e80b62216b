"""Whether an article's sentence can be shown alone: whole, leaning on nothing before."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from quizgen.analysis.zones import zone_at
from quizgen.model import Document, Sentence
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_DASHES = ("-", "–", "—", "•")


def whole_part(document: Document, sentence: Sentence, hidden: Collection[int]) -> set[int]:
    """The tokens of a sentence around some, as far as the next mark that sets thoughts apart."""
    tokens = sentence.tokens
    first, last = 0, len(tokens) - 1
    for i in range(len(tokens)):
        if not _sets_apart(document, sentence, i):
            continue
        if i < min(hidden):
            first = i + 1
        elif i > max(hidden):
            last = i - 1
            break
    return set(range(first, last + 1))


def _sets_apart(document: Document, sentence: Sentence, i: int) -> bool:
    """Whether a mark stands between two thoughts; not before or inside a quotation."""
    token = sentence.tokens[i]
    if token.text not in (":", ";", *_DASHES) or zone_at(document.zones, token.start) is not None:
        return False
    quotes = sentence.tokens[i + 1 : i + 2] and sentence.tokens[i + 1].text in ("«", '"', "“")
    return not (token.text == ":" and quotes)


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
