"""What a verb of saying governs: a clause, an infinitive, a phrase with quotation marks."""

from __future__ import annotations

from quizgen.analysis.tree import ancestors, child, children, matches, subtree
from quizgen.facts.quotes.cues import Group, plain
from quizgen.facts.quotes.passages import Passage, is_finite, is_mark
from quizgen.language import Language
from quizgen.model import Token

Stretch = tuple[int, int]
_NEAR = 10  # words between a verb and the conjunction of its clause
_CLAUSAL = ("ccomp", "xcomp", "advcl", "obl", "acl", "obj", "parataxis", "root", "conj")


def clause(passage: Passage, unit: range, group: Group) -> Stretch | None:
    """The clause that a verb brings, without its « que », coordinate ones included."""
    opener = _opener(passage, unit, group)
    if opener is None:
        return None
    first = opener.i + (_is_that(opener))
    head = passage.tokens[opener.head] if opener.dep == "mark" else _clause_of(passage, opener)
    last = _end(passage, max(first, head.i), set(subtree(passage.words, head.i)), unit)
    while True:
        following = _next_that(passage, last, unit)
        if following is None:
            return first, last
        below = set(subtree(passage.words, following.head))
        last = _end(passage, max(following.i, following.head), below, unit)


def _opener(passage: Passage, unit: range, group: Group) -> Token | None:
    """The word that opens the clause: « que » or a question word near the verb."""
    start = group.last + 1
    for token in passage.tokens[start : min(unit.stop, start + _NEAR)]:
        if token.i in passage.quoted or token.text in (";", "."):
            return None
        if token.pos == "SCONJ" and token.dep == "mark":
            below = _is_below(passage, token.i, group.verb)
            return token if below or token.i - start < 4 else None
        if token.feats.get("PronType") == "Int" or _asks(token):
            return token
        if is_finite(token):
            return None
    return None


def _asks(token: Token) -> bool:
    return token.pos == "ADV" and token.feats.get("PronType") in ("Int", "Rel")


def _is_that(token: Token) -> bool:
    return token.pos == "SCONJ" and token.lemma in ("que", "qu'")


def _clause_of(passage: Passage, token: Token) -> Token:
    """The predicate of the clause that a question word opens."""
    return next((t for t in ancestors(passage.words, token.i) if t.pos in ("VERB", "AUX")), token)


def _is_below(passage: Passage, i: int, verb: int) -> bool:
    return any(t.i == verb for t in ancestors(passage.words, i))


def _end(passage: Passage, last: int, below: set[int], unit: range) -> int:
    """The last word of the run of words that starts at `last` and stays below a head."""
    tokens = passage.tokens
    while last + 1 < unit.stop:
        here = last + 1
        inside = here in below or here in passage.quoted or is_mark(tokens[here])
        if not inside and not (tokens[here].pos == "PUNCT" and here + 1 in below):
            break
        last = here
    return last


def _next_that(passage: Passage, last: int, unit: range) -> Token | None:
    """« …, et que … »: the conjunction of a clause that goes on with the list."""
    here = last + 1
    while here < unit.stop and passage.tokens[here].pos in ("PUNCT", "CCONJ"):
        here += 1
    if here < unit.stop and here > last + 1:
        token = passage.tokens[here]
        if _is_that(token) and token.dep == "mark" and token.head > here:
            return token
    return None


def infinitive(
    passage: Passage, unit: range, group: Group, language: Language
) -> Stretch | None:
    """The infinitive that a verb governs, itself or through its object."""
    governors = [group.verb, *(t.i for t in children(passage.words, group.verb, "obj", "obl"))]
    for governor in governors:
        for token in children(passage.words, governor, *_CLAUSAL):
            if not group.last < token.i < unit.stop or not _is_infinitive(passage, token):
                continue
            mark = child(passage.words, token.i, "mark", "case")
            if mark is not None and mark.i > token.i:
                mark = None
            if mark and plain(mark) not in language.words.list("infinitive_markers"):
                continue
            below = set(subtree(passage.words, token.i))
            first = mark.i + 1 if mark is not None else min(below)
            if first > group.last:
                return first, _end(passage, max(first, token.i), below, unit)
    return None


def _is_infinitive(passage: Passage, token: Token) -> bool:
    if token.feats.get("VerbForm") == "Inf":
        return True
    helpers = children(passage.words, token.i, "aux", "cop")
    return any(t.feats.get("VerbForm") == "Inf" for t in helpers)


def quoted_phrase(
    passage: Passage, unit: range, group: Group, frames: frozenset[str]
) -> Stretch | None:
    """The phrase behind a verb that holds words in quotation marks."""
    for zone in passage.zones_in(group.last + 1, unit.stop - 1):
        opening = passage.opening(zone)
        branch = _branch(passage, zone, group)
        if branch is None:
            if not _adjoins(passage, group.last + 1, opening):
                return None
            first, last = group.last + 1, passage.closing(zone)
        else:
            below = set(subtree(passage.words, branch.i))
            first = min(i for i in below if i > group.last)
            last = _end(passage, max(branch.i, passage.closing(zone)), below, unit)
            first = min(first, opening)
            if "as" in frames:
                first = _from_object(passage, group, first)
        first = _without_preposition(passage, first, opening)
        return first, last
    return None


def _branch(passage: Passage, zone: int, group: Group) -> Token | None:
    """The dependent of the verb below which a quotation stands, no clause of its own."""
    tokens = passage.tokens
    for i in range(passage.zones[zone][0], passage.zones[zone][1] + 1):
        path = [tokens[i], *ancestors(passage.words, i)]
        above = next((k for k, t in enumerate(path) if t.i == group.verb), 0)
        if not above:
            continue
        branch = path[above - 1]
        if branch.i > group.last and not matches(branch.dep, ("parataxis", "punct", "ccomp")):
            own = child(passage.words, branch.i, "nsubj") is not None
            return None if own and branch.i not in passage.quoted else branch
    return None


def _adjoins(passage: Passage, first: int, opening: int) -> bool:
    """Whether only small words and adverbials stand between a verb and a quotation."""
    between = passage.tokens[first:opening]
    kinds = ("DET", "ADP", "ADV", "ADJ", "PRON", "NOUN", "NUM", "PROPN")
    return len(between) <= 8 and all(t.pos in kinds or t.text == ":" for t in between)


def _from_object(passage: Passage, group: Group, first: int) -> int:
    for token in children(passage.words, group.verb, "obj"):
        if group.last < token.i < first:
            return min(i for i in subtree(passage.words, token.i) if i > group.last)
    return first


def _without_preposition(passage: Passage, first: int, opening: int) -> int:
    while first < opening and passage.tokens[first].pos in ("ADP", "ADV", "PUNCT", "SCONJ"):
        first += 1
    return first
