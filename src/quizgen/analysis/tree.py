"""Walking a sentence's dependency tree."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from quizgen.model import Sentence, Span, Token

_DESCRIBING = ("nmod", "amod", "acl", "appos", "flat", "nummod")


def children(sentence: Sentence, i: int, *relations: str) -> list[Token]:
    """The dependents of token `i`, those of the given relations (any subtype) when some are."""
    found = [sentence.tokens[d] for d in sentence.dependents[i]]
    return [t for t in found if matches(t.dep, relations)] if relations else found


def child(sentence: Sentence, i: int, *relations: str) -> Token | None:
    """The first such dependent."""
    return next(iter(children(sentence, i, *relations)), None)


def is_bare_definite(sentence: Sentence, token: Token) -> bool:
    """« la porte »: a definite noun of which no word says which one."""
    before = children(sentence, token.i, "det", "case")
    definite = any(t.feats.get("Definite") == "Def" for t in before)
    return token.pos == "NOUN" and definite and not children(sentence, token.i, *_DESCRIBING)


def matches(dep: str, relations: Collection[str]) -> bool:
    """Whether a relation is one of these, or a subtype of one given without subtype."""
    return dep in relations or dep.partition(":")[0] in relations


def subtree(sentence: Sentence, i: int, without: Collection[int] = ()) -> tuple[int, ...]:
    """The indexes of `i` and all below it, in order; branches in `without` are left out."""
    found, queue = [], [i]
    while queue:
        here = queue.pop()
        if here in without and here != i:
            continue
        found.append(here)
        queue.extend(sentence.dependents[here])
    return tuple(sorted(found))


def ancestors(sentence: Sentence, i: int) -> Iterator[Token]:
    """The head of `i`, that one's head, and so on to the root."""
    seen = {i}
    while sentence.tokens[i].head not in seen:
        i = sentence.tokens[i].head
        seen.add(i)
        yield sentence.tokens[i]


def runs(tokens: Iterable[int]) -> list[tuple[int, int]]:
    """Maximal runs of neighbouring indexes as inclusive pairs."""
    found: list[tuple[int, int]] = []
    for i in sorted(tokens):
        if found and found[-1][1] == i - 1:
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found


def cover(sentence: Sentence, tokens: Collection[int], body: str) -> Span:
    """The stretch of the body from the first to the last of some tokens."""
    start = sentence.tokens[min(tokens)].start
    end = sentence.tokens[max(tokens)].end
    return Span(start, end, body[start:end])
