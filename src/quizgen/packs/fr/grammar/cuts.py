"""What may not be cut out of a clause: without it the question would say something else."""

from __future__ import annotations

from collections.abc import Collection

from quizgen.analysis.tree import children, matches
from quizgen.model import Clause, Sentence
from quizgen.packs.fr.grammar.asides import is_set_off, separates
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
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
    """« contre les impôts, les taxes ou … », « à la demande | de fermer … »: the answer goes on."""
    last = max(target, default=-1)
    if last < 1 or last + 1 >= len(sentence.tokens):
        return
    following = sentence.tokens[last + 1]
    listed = following.text == "," and last + 2 in kept
    member = sentence.tokens[last + 2] if listed else None
    goes_on = (
        member is not None
        and min(target) > 0
        and (
            member.pos in ("DET", "NOUN", "PROPN")
            or member.text.lower() in _WORDS.list("answer_links")
        )
    )
    linked = following.i in kept and following.text.lower() in _WORDS.list("answer_links")
    governed = sentence.tokens[min(target)].pos == "ADP"
    if goes_on or (governed and linked and following.pos == "ADP"):
        raise Withheld("the words asked for go on")


def opens_aside_only(sentence: Sentence, tokens: Collection[int]) -> bool:
    """« une marque, comme celle-ci a »: one comma, and no list that it would separate."""
    commas = [i for i in tokens if sentence.tokens[i].text == ","]
    return len(commas) == 1 and not separates(sentence, commas[0], tokens)


def is_closed(sentence: Sentence, tokens: Collection[int]) -> bool:
    """« une marque, comme celle-ci, a »: a comma behind the last of some words."""
    behind = sentence.tokens[max(tokens) + 1 :]  # nothing, of a title without its full stop
    return bool(behind) and behind[0].text == ","
