"""Noun phrases that name a speaker: their words, the names in them, what governs those."""

from __future__ import annotations

from quizgen.analysis.tree import children, matches, subtree
from quizgen.facts.quotes.passages import Passage

_LOOSE = ("acl", "parataxis", "punct", "advcl", "ccomp", "cop", "advmod", "obl", "orphan")
_LISTED = ("appos", "nmod", "amod", "conj")
_BREAKS = (",", "(", "-", "–", "—", ":")
_EDGES = ("ADP", "CCONJ", "ADV")


def phrase(passage: Passage, head: int) -> tuple[int, int]:
    """The words of a noun phrase without what is loosely attached behind a comma."""
    tokens = passage.tokens
    loose = {t.i for t in children(passage.words, head) if matches(t.dep, _LOOSE)}
    loose |= {
        t.i
        for t in children(passage.words, head, *_LISTED)
        if t.i > head and any(b.text in _BREAKS for b in tokens[head : t.i])
    }
    within = set(subtree(passage.words, head, without=loose)) - loose
    first = last = head
    while first - 1 in within and tokens[first - 1].pos != "PUNCT":
        first -= 1
    while last + 1 in within and (tokens[last + 1].pos != "PUNCT" or tokens[last + 1].text == "-"):
        last += 1
    while last > head and tokens[last].pos in ("CCONJ", "ADP", "DET"):
        last -= 1
    while first < head and tokens[first].pos in _EDGES:
        first += 1
    if tokens[head].pos != "PRON" and first == head and first and tokens[first - 1].pos == "DET":
        first -= 1
    return first, _before_participle(passage, head, last)


def _before_participle(passage: Passage, head: int, last: int) -> int:
    """« la note du syndicat parue hier » ends before the participle."""
    for token in passage.tokens[head + 1 : last + 1]:
        if token.pos == "VERB" and matches(token.dep, ("acl",)):
            return token.i - 1
    return last


def governed(passage: Passage, i: int, first: int) -> bool:
    """Whether the word `i` stands behind a preposition in the phrase that starts at `first`."""
    for j in range(i - 1, first - 1, -1):
        token = passage.tokens[j]
        if token.pos == "ADP":
            return True
        if token.pos != "DET":
            return False
    return False


def behind_preposition(passage: Passage, i: int, stop: int) -> int:
    """The first word behind the preposition `i` and the noun or the name that it governs."""
    tokens = passage.tokens
    i += 1
    while i < stop and tokens[i].pos in ("DET", "ADJ", "NUM", "ADP"):
        i += 1
    if i < stop and tokens[i].pos not in ("NOUN", "PROPN", "PRON", "ADV"):
        return i
    if i < stop and tokens[i].feats.get("PronType") == "Int":
        return i
    named = i < stop and tokens[i].pos == "PROPN" and not tokens[i].text.isupper()
    titled = i + 1 < stop and tokens[i].pos == "NOUN" and tokens[i + 1].pos == "PROPN"
    if titled and tokens[i].text[0].isupper():  # « à M. X »
        i, named = i + 1, True
    i += 1
    while i < stop and (tokens[i].pos == "ADJ" or (named and tokens[i].dep.startswith("flat"))):
        i += 1
    return i
