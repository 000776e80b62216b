"""Which words of a clause a question keeps: its skeleton and what belongs to it, no more."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizgen.analysis.clauses import find_finite
from quizgen.analysis.tree import children, matches, subtree
from quizgen.model import Clause, Sentence, Token
from quizgen.packs.fr.grammar.asides import is_set_off, without_asides, without_stray_commas
from quizgen.packs.fr.grammar.linking import is_deictic, is_link, names_source, without_links
from quizgen.packs.fr.grammar.phrases import Phrases
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_OUTSIDE = ("punct", "cc", "discourse", "vocative", "dislocated", "reparandum", "parataxis", "mark")
_ASIDES = ("acl", "advcl", "appos", "parataxis")
_ADJUNCTS = ("obl", "advmod", "advcl")
_WORDS = FrenchWords()


def clause_tokens(sentence: Sentence, clause: Clause, target: Collection[int] = ()) -> set[int]:
    """The words of a clause without co-ordinate clauses, links, incises and its conjunction.

    Raises Withheld where the pipelines differ on a dependent that the clause may need.
    """
    kept = set(subtree(sentence, clause.head))
    for token in _dependents(sentence, clause):
        if token.head == clause.head and _drops(sentence, token, clause):
            kept -= set(subtree(sentence, token.i))
        elif token.sure or token.head == clause.head:
            continue  # whatever it goes with, it stays where it is
        elif not _may_stay(sentence, token, clause, target):
            raise Withheld(f"the readings differ on « {token.text} »")
    if clause.kind == "relative":
        kept -= {t.i for t in children(sentence, clause.head) if t.feats.get("PronType") == "Rel"}
    kept |= set(clause.verbs)
    if clause.subject is not None:
        kept |= set(clause.subject.tokens)
    kept = without_links(sentence, kept) | set(target)
    left = without_asides(sentence, kept, keep={*clause.verbs, *target})
    _check_closed(sentence, kept - left, left)
    return left


def _check_closed(sentence: Sentence, gone: Collection[int], left: Collection[int]) -> None:
    """« Anne Leroy, la Ligue des parents, »: an apposition that no mark closes is misread."""
    for i in gone:
        ends = i + 1 in left and sentence.tokens[i + 1].pos != "PUNCT"
        if ends and sentence.tokens[i].pos != "PUNCT":
            raise Withheld(f"nothing closes the aside that ends in « {sentence.tokens[i].text} »")


def _may_stay(sentence: Sentence, token: Token, clause: Clause, target: Collection[int]) -> bool:
    """Whether a dependent may stay where it is, whatever it goes with: marks, verbs, and what

    comes right behind a date or a figure asked for: behind a noun it may belong to the answer.
    """
    if token.i in clause.verbs or matches(token.dep, ("punct", "cc", "advmod")):
        return True
    before = sentence.tokens[min(subtree(sentence, token.i)) - 1]
    dated = before.pos == "NUM" or before.text.lower() in _WORDS.list("months")
    inside = set(subtree(sentence, token.i)) <= set(target)
    return inside or (before.i in target and dated)


def _dependents(sentence: Sentence, clause: Clause) -> Iterator[Token]:
    """The dependents of the predicate and of the infinitives that it governs."""
    chain = [clause.head]
    while chain:
        head = chain.pop()
        for token in children(sentence, head):
            yield token
            if token.dep == "xcomp" and token.pos == "VERB":
                chain.append(token.i)


def _drops(sentence: Sentence, token: Token, clause: Clause) -> bool:
    """Whether a dependent of the predicate stays out of every question."""
    if token.i in clause.verbs:
        return False
    if matches(token.dep, (*_OUTSIDE, "dep")):
        return True
    if matches(token.dep, ("conj",)):
        return find_finite(sentence, token.i) is not None or token.pos == "VERB"
    apart = is_set_off(sentence, token)
    if matches(token.dep, ("advcl",)):
        return (apart or token.i < clause.finite) and not _limits(sentence, token)
    adverbial = matches(token.dep, ("advmod", "obl"))
    if adverbial and (is_link(sentence, token) or is_deictic(sentence, token)):
        return True
    return apart and _opens_aside(sentence, token)


def _limits(sentence: Sentence, token: Token) -> bool:
    """« si le vent tombe », « tant que … »: a clause without which the main one says too much."""
    if find_finite(sentence, token.i) is None:
        return False
    marks = (
        t.text.lower().replace("’", "'") for t in children(sentence, token.i, "mark", "advmod")
    )
    return any(mark in _WORDS.list("limiting_conjunctions") for mark in marks)


def _opens_aside(sentence: Sentence, token: Token) -> bool:
    """« , soit une hausse de 6 % »: what only says the same in other words."""
    words = [sentence.tokens[i] for i in subtree(sentence, token.i)]
    first = next((t.text.lower() for t in words if t.pos != "PUNCT"), "")
    return first in _WORDS.list("aside_openers")


def adjuncts(sentence: Sentence, clause: Clause) -> Iterator[set[int]]:
    """Branches set off by commas that a clause can do without and still be true."""
    for token in _dependents(sentence, clause):
        if not matches(token.dep, _ADJUNCTS) or token.i in clause.verbs:
            continue
        branch = set(subtree(sentence, token.i))
        first = sentence.tokens[min(branch)].text.lower().replace("’", "'")
        needed = names_source(sentence, min(branch)) or token.dep == "obl:agent"
        apart = is_set_off(sentence, token) or max(branch) < min(clause.verbs)
        if apart and not needed and first not in _WORDS.list("restricting"):
            yield branch


def without_inner_clauses(sentence: Sentence, tokens: Collection[int]) -> set[int]:
    """« En visite à Kiev pour … »: a phrase without the clauses inside it.

    « Pour ceux engagés dans la lutte »: without the participle more would be meant; one that only
    says how words got about may go.
    """
    kept = set(tokens)
    for i in sorted(tokens):
        token = sentence.tokens[i]
        if matches(token.dep, ("acl", "advcl")) and i in kept:
            told = matches(token.dep, ("acl",)) and not is_set_off(sentence, token)
            if told and token.lemma not in _WORDS.list("idle_participles"):
                raise Withheld(f"« {token.text} » tells which")
            kept -= set(subtree(sentence, i))
    return without_stray_commas(sentence, kept)


def without_last_aside(
    sentence: Sentence, tokens: Collection[int], needed: Collection[int]
) -> set[int]:
    """Leave out the last clause or apposition set off by a comma that holds no `needed` word.

    The same set if there is none.
    """
    kept = set(tokens)
    for i in sorted(kept, reverse=True):
        token = sentence.tokens[i]
        if not matches(token.dep, _ASIDES) or not is_set_off(sentence, token):
            continue
        branch = set(subtree(sentence, i))
        if branch <= kept and not branch & set(needed):
            return without_stray_commas(sentence, kept - branch)
    return kept


def without_unresolved(
    phrases: Phrases,
    sentence: Sentence,
    clause: Clause,
    tokens: Collection[int],
    target: Collection[int],
) -> set[int]:
    """Leave out asides that only the article explains (« Dans ce cadre, … »)."""
    kept = set(tokens)
    for branch in adjuncts(sentence, clause):
        if branch <= kept and not branch & set(target):
            try:
                phrases.pieces(sentence, branch)
            except Withheld:
                kept -= branch
    return without_stray_commas(sentence, kept)
