"""Mending the parse where news text is known to break it; each rule says what it mends and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quizgen.model import Token


def mend(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence with better heads where a rule knows better."""
    mended = list(tokens)
    for i, token in enumerate(mended):
        head = _fellow_figure(mended, token)
        if head is not None:
            mended[i] = replace(token, head=head, dep="conj", sure=True)
    return mended


def _fellow_figure(tokens: Sequence[Token], token: Token) -> int | None:
    """« 75 % des X pour Y et 90 % des Z »: a share is co-ordinate with a share, not with Y."""
    if token.dep != "conj" or tokens[token.head].lemma == token.lemma:
        return None
    if not any(t.head == token.i and t.dep == "nummod" for t in tokens[: token.i]):
        return None
    for before in reversed(tokens[: token.i]):
        if before.pos == "VERB" and before.dep in ("root", "conj", "parataxis"):
            return None
        numbered = any(t.head == before.i and t.dep == "nummod" for t in tokens)
        if before.lemma == token.lemma and numbered and before.dep != "conj":
            return before.i
    return None
