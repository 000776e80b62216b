"""What may not be cut out of a clause: without it the question would say something else."""

from __future__ import annotations

from collections.abc import Collection

from quizgen.analysis.tree import children, matches
from quizgen.model import Clause, Sentence
from quizgen.packs.fr.grammar.asides import is_set_off
from quizgen.questions.withheld import Withheld

_SPARED = ("punct", "cc", "advmod", "discourse", "parataxis", "mark")


def check_restricted(
    sentence: Sentence, clause: Clause, kept: Collection[int], target: Collection[int]
) -> None:
    """« les femmes qui prennent le train »: without the relative another group would be meant.

    What is cut stands between marks, or is a whole adverbial of the verb.
    """
    _check_cut(sentence, kept, target)
    for i in set(kept) - {clause.head, *target}:
        for token in children(sentence, i):
            gone = token.i not in kept and token.i not in target
            apart = is_set_off(sentence, token) and not matches(token.dep, ("conj",))
            if gone and not apart and not matches(token.dep, _SPARED):
                raise Withheld(f"« {sentence.tokens[i].text} » loses what tells which")
    held = {*kept, *target, clause.head, *clause.verbs}
    subject = clause.subject.head if clause.subject else -1
    for i in held - {clause.head, subject}:
        token = sentence.tokens[i]
        if token.head not in held and token.pos != "PUNCT" and not matches(token.dep, _SPARED):
            raise Withheld(f"« {token.text} » loses what it belongs to")


def _check_cut(sentence: Sentence, kept: Collection[int], target: Collection[int]) -> None:
    """« contre les impôts, les taxes ou … »: what is asked for goes on behind a comma."""
    last = max(target, default=-1)
    comma, following = last + 1, last + 2
    if last < 1 or following not in kept or sentence.tokens[comma].text != ",":
        return
    if sentence.tokens[following].pos in ("DET", "NOUN", "PROPN") and min(target) > 0:
        raise Withheld("the words asked for go on")


def opens_aside_only(sentence: Sentence, tokens: Collection[int]) -> bool:
    """« une marque, comme celle-ci a »: one comma, and no list that it would separate."""
    commas = [i for i in tokens if sentence.tokens[i].text == ","]
    listed = any(matches(sentence.tokens[i].dep, ("conj",)) for i in tokens)
    return len(commas) == 1 and not listed
