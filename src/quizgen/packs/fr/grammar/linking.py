"""Words that tie a sentence to the ones before it, or to the day of the article."""

from __future__ import annotations

from collections.abc import Collection

from quizgen.analysis.tree import matches, subtree
from quizgen.model import Sentence, Token
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_MOST_LINK = 4  # words of a link that opens a sentence
_MOST_DEICTIC = 5  # words of an adverbial that is left out for the day it counts from


def _plain(token: Token) -> str:
    return token.text.lower().replace("’", "'")


def is_link(sentence: Sentence, token: Token) -> bool:
    """Whether a dependent only ties the sentence to the one before (« en effet », « ainsi »)."""
    words = [sentence.tokens[i] for i in subtree(sentence, token.i)]
    text = " ".join(_plain(t) for t in words if t.pos != "PUNCT")
    return text.replace("' ", "'") in _WORDS.list("links")


def is_deictic(sentence: Sentence, token: Token) -> bool:
    """Whether a dependent tells a time by the day of the article (« mardi matin »)."""
    words = [sentence.tokens[i] for i in subtree(sentence, token.i)]
    texts = [_plain(t) for t in words if t.pos != "PUNCT"]
    if any(t.text.removesuffix("er").isdigit() for t in words) or len(texts) > _MOST_DEICTIC:
        return False
    after = sentence.tokens[words[-1].i + 1 : words[-1].i + 2]
    timed = bool(after) and _plain(after[0]) in _WORDS.list("day_times")
    if (len(texts) == 1 or timed) and texts[-1] in _WORDS.list("days"):
        return False  # resolved or refused where the words are rendered
    relative = any(_is_relative(t) for t in words)
    return relative or any(t in _WORDS.list("deictics") for t in texts)


def _is_relative(token: Token) -> bool:
    """« l'été dernier », « le mois prochain »."""
    return token.lemma in ("dernier", "prochain") and token.head < token.i and token.pos == "ADJ"


def names_source(sentence: Sentence, first: int) -> bool:
    """Whether a phrase that begins here tells whose claim the clause is (« selon l'étude »)."""
    opening = " ".join(_plain(t) for t in sentence.tokens[first : first + 2])
    sources = _WORDS.list("source_prepositions") - {"pour"}
    return any(opening == s or opening.startswith((f"{s} ", f"{s}'")) for s in sources)


def without_links(sentence: Sentence, tokens: Collection[int]) -> set[int]:
    """Leave out the links of a sentence: « En effet, » in front, « par ailleurs » anywhere."""
    kept = set(tokens)
    words = [_plain(t) for t in sentence.tokens]
    for start in range(len(words)):
        for length in range(_MOST_LINK, 0, -1):
            if _is_link_at(sentence, words, start, length):
                kept -= set(range(start, start + length))
                if start == 0 and words[length : length + 1] == [","]:
                    kept.discard(length)
                break
    return kept


def without_leaning(sentence: Sentence, tokens: Collection[int]) -> set[int]:
    """Leave out the link that opens some tokens (« En effet, », « Mais »), and « pour sa part ».

    Raises Withheld for « a aussi appelé »: what is told comes on top of another sentence.
    """
    words = [_plain(t) for t in sentence.tokens]
    first, kept = min(tokens), set(tokens)
    also = next((t for t in sentence.tokens if _adds_to_another(sentence, t)), None)
    if also is not None:
        raise Withheld(f"« {also.text} » adds to another sentence")
    since = next((sentence.tokens[i] for i in tokens if _counts_from_another(sentence, i)), None)
    if since is not None:
        raise Withheld(f"« {since.text} » counts from another sentence")
    for start in sorted(tokens):
        for length in range(_MOST_LINK, 0, -1):
            phrase = " ".join(words[start : start + length]).replace("' ", "'")
            opens = start == first and words[start + length : start + length + 1] == [","]
            known = phrase in _WORDS.list("links") if opens else False
            if known or phrase in _WORDS.list("leaning_links"):
                kept -= set(range(start, start + length + opens))
                break
    if sentence.tokens[first].pos == "CCONJ":
        kept.discard(first)
    return kept


def _adds_to_another(sentence: Sentence, token: Token) -> bool:
    """« a aussi appelé », « est également »: with the main verb; « mais aussi » adds to its own."""
    main = sentence.tokens[token.head].head == token.head
    before = sentence.tokens[token.i - 1].pos if token.i else ""
    also = _plain(token) in _WORDS.list("adding_adverbs")
    return also and main and before not in ("CCONJ", "PUNCT")


def _counts_from_another(sentence: Sentence, i: int) -> bool:
    """« ont depuis été relâchés »: with nothing behind it that says since when."""
    around = sentence.tokens[i - 1 : i + 2] if i else ()
    alone = len(around) == 3 and around[0].pos == "AUX" and around[2].pos in ("AUX", "VERB")
    return alone and _plain(sentence.tokens[i]) in _WORDS.list("leaning_openers")


def _is_link_at(sentence: Sentence, words: list[str], start: int, length: int) -> bool:
    phrase = " ".join(words[start : start + length]).replace("' ", "'")
    if start == 0 and words[length : length + 1] == [","]:
        return phrase in _WORDS.list("links")
    if length > 1:
        return phrase in _WORDS.list("links") and len(words[start : start + length]) == length
    token = sentence.tokens[start]
    adverb = matches(token.dep, ("advmod",)) and token.pos == "ADV"
    return adverb and phrase in _WORDS.list("link_adverbs")
