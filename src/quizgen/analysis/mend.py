"""Mending the parse where news text is known to break it; each rule says what it mends and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.model import Token


def mend(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence with better heads where a rule knows better."""
    mended = list(tokens)
    for i in range(len(mended)):
        for find in (_fellow_figure, _first_object, _first_of_list):
            head = find(mended, mended[i])
            if head is not None:
                mended[i] = replace(mended[i], head=head, dep="conj", sure=True)
                break
        named = _named_subject(mended, mended[i])
        if named is not None:
            mended[i] = replace(mended[i], head=named, dep="appos")
        above = _predicate_above(mended, mended[i])
        if above is not None:
            mended[i] = replace(mended[i], head=above, sure=True)
    return [replace(t, sure=False) if _disagrees(mended, t) else t for t in mended]


def _disagrees(tokens: Sequence[Token], subject: Token) -> bool:
    """« le total des annonces coûteront »: misread, or the article's own slip.

    Quantities may go either way (« une majorité d'élus ont voté »), and so do several subjects.
    """
    if not subject.dep.startswith("nsubj") or subject.pos not in ("NOUN", "PRON"):
        return False
    below = [t for t in tokens if t.head == subject.i and t.i != subject.i]
    finite = [t for t in tokens if t.head == subject.head and t.dep.startswith(("aux", "cop"))]
    verbs = [*finite, tokens[subject.head]]
    number = next((n for t in verbs if _is_finite(t) and (n := t.feats.get("Number"))), "")
    own = subject.feats.get("Number", number)
    several = any(t.dep in ("conj", "nummod", "cc") for t in below)
    vague = any(t.feats.get("Definite") == "Ind" for t in below) or subject.feats.get("PronType")
    return bool(number) and own != number and not several and not vague


def _is_finite(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and "Person" in token.feats


def _predicate_above(tokens: Sequence[Token], token: Token) -> int | None:
    """« le but est de réduire »: what hangs on a copula hangs on what the copula links."""
    helper = tokens[token.head]
    linked = helper.dep == "cop" and helper.head not in (helper.i, token.i)
    return helper.head if linked else None


def _named_subject(tokens: Sequence[Token], token: Token) -> int | None:
    """« la Ligue, une association, ouvre … »: of two subjects before a verb the second explains."""
    if not token.dep.startswith("nsubj") or token.i > token.head or token.pos != "NOUN":
        return None
    opener = _opener(tokens, token)
    if opener == 0 or tokens[opener - 1].text != ",":
        return None
    for before in tokens[: opener - 1]:
        if before.dep.startswith("nsubj") and before.head == token.head and before.i < opener:
            return before.i
    return None


def _fellow_figure(tokens: Sequence[Token], token: Token) -> int | None:
    """« 75 % des X pour Y et 90 % des Z »: a share is co-ordinate with a share, not with Y."""
    if token.dep != "conj" or tokens[token.head].lemma == token.lemma:
        return None
    if not _is_numbered(tokens, token):
        return None
    for before in reversed(tokens[: token.i]):
        if before.pos == "VERB" and before.dep in ("root", "conj", "parataxis"):
            return None
        if before.lemma == token.lemma and before.dep != "conj" and _is_numbered(tokens, before):
            return before.i
    return None


def _is_numbered(tokens: Sequence[Token], token: Token) -> bool:
    return any(t.head == token.i and t.dep == "nummod" for t in tokens)


def _first_object(tokens: Sequence[Token], token: Token) -> int | None:
    """« des X sur le terrain, des Y »: behind a comma a second object belongs to a list."""
    if token.dep != "obj" or token.pos != "NOUN":
        return None
    opener = _opener(tokens, token)
    for before in tokens[: token.i]:
        fellow = before.dep == "obj" and before.head == token.head and before.pos == "NOUN"
        if fellow and opener > 0 and tokens[opener - 1].text == ",":
            return before.i
    return None


def _first_of_list(tokens: Sequence[Token], token: Token) -> int | None:
    """« des X, des Y dans les airs et des Z »: Z opens like the list, not like « les airs »."""
    opener = _opener(tokens, token)
    if token.dep != "conj" or opener == token.i or tokens[opener - 1].pos != "CCONJ":
        return None
    word = tokens[opener].text.lower()
    for before in reversed(tokens[: token.i]):
        listed = before.dep == "conj" and token.head not in (before.i, before.head)
        if listed and tokens[_opener(tokens, before)].text.lower() == word:
            here = tokens[_opener(tokens, tokens[token.head])].text.lower()
            return before.head if here != word else None
    return None


def _opener(tokens: Sequence[Token], token: Token) -> int:
    """The determiner or preposition that opens a noun's phrase, or the noun itself."""
    small = [t.i for t in tokens[: token.i] if t.head == token.i and t.dep in ("det", "case")]
    return min(small, default=token.i)
