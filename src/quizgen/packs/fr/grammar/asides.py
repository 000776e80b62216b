"""Asides: brackets, appositions, relatives between commas, and the marks around them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizgen.analysis.tree import matches, subtree
from quizgen.model import Sentence, Token

_SET_OFF = (",", ":", ";", "-", "–", "—", "(")
_PAIRS = {"«": "»", "“": "”"}


def is_set_off(sentence: Sentence, token: Token) -> bool:
    """Whether a comma, a colon, a dash or a bracket stands before a phrase."""
    first = min(subtree(sentence, token.i))
    before = sentence.tokens[first - 1].text if first else ""
    return before in _SET_OFF or sentence.tokens[first].text in _SET_OFF


def without_asides(
    sentence: Sentence, tokens: Collection[int], keep: Collection[int] = ()
) -> set[int]:
    """Leave out brackets, appositions and relatives between commas, and the commas with them."""
    kept = set(tokens)
    for i in sorted(tokens):
        token = sentence.tokens[i]
        if i in keep or i not in kept:
            continue
        if matches(token.dep, ("appos", "acl", "parataxis")) and is_set_off(sentence, token):
            kept -= set(subtree(sentence, i))
    return without_stray_commas(sentence, without_brackets(sentence, kept, keep))


def without_brackets(
    sentence: Sentence, tokens: Collection[int], keep: Collection[int] = ()
) -> set[int]:
    """Leave out round brackets and what is in them, where nothing to `keep` is."""
    kept = set(tokens)
    for first, last in _brackets(sentence):
        if not set(range(first, last + 1)) & set(keep):
            kept -= set(range(first, last + 1))
    return kept


def _brackets(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Pairs of round brackets as inclusive token ranges."""
    opened: list[int] = []
    for token in sentence.tokens:
        if token.text == "(":
            opened.append(token.i)
        elif token.text == ")" and opened:
            yield opened.pop(), token.i


def without_stray_commas(sentence: Sentence, tokens: Collection[int]) -> set[int]:
    """Leave out the commas that stood beside words that are gone."""
    kept = set(tokens)
    for i in sorted(tokens):
        if sentence.tokens[i].text not in (",", ":", ";", "-", "–", "—", "•"):
            continue
        alone = i - 1 not in kept or i + 1 not in kept
        if alone and not separates(sentence, i, kept):
            kept.discard(i)
    return kept


def separates(sentence: Sentence, comma: int, kept: Collection[int]) -> bool:
    """Whether a comma stands between members of a list that both stay."""
    member = sentence.tokens[sentence.tokens[comma].head]
    return matches(member.dep, ("conj",)) and member.i in kept and member.head in kept


def balanced(sentence: Sentence, tokens: Collection[int]) -> set[int]:
    """Quotation marks in pairs: a mark whose partner is near is taken in, else both go."""
    kept = set(tokens)
    stack: list[Token] = []
    for token in sentence.tokens:
        if token.text in _PAIRS or (token.text == '"' and not stack):
            stack.append(token)
        elif stack and (token.text in _PAIRS.values() or token.text == '"'):
            opener = stack.pop().i
            inside = [i for i in range(opener + 1, token.i) if i in kept]
            whole = len(inside) == token.i - opener - 1
            kept = kept | {opener, token.i} if whole and inside else kept - {opener, token.i}
    return kept - {token.i for token in stack}
