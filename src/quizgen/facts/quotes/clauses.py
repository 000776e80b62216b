"""What a verb of saying governs without quotation marks: a clause, an infinitive."""

from __future__ import annotations

from quizgen.analysis.tree import ancestors, child, children, subtree
from quizgen.facts.quotes.cues import Group, plain, speech_at
from quizgen.facts.quotes.passages import has_finite, is_finite, is_mark
from quizgen.facts.quotes.phrases import behind_preposition
from quizgen.facts.quotes.units import Unit
from quizgen.facts.quotes.verbs import is_participle
from quizgen.model import Token

Stretch = tuple[int, int]
_CLAUSAL = ("ccomp", "xcomp", "advcl", "obl", "acl", "obj", "parataxis", "root", "conj")
_TIMES = ("weekdays", "months", "time_units", "time_words", "deictics")


def clause(unit: Unit, group: Group) -> Stretch | None:
    """The clause that a verb brings, without its « que », coordinate ones included."""
    opener = _opener(unit, group)
    if opener is None:
        return None
    first = opener.i + (_is_that(unit, opener))
    last = end_of(unit, group, first, _top(unit, opener, group))
    if _is_that(unit, opener) and not has_finite(unit.passage, first, last):
        last = unit.stop - 1
    while True:
        following = _next_that(unit, last)
        if following is None:
            return first, last
        last = end_of(unit, group, following.i, _top(unit, following, group))


def _opener(unit: Unit, group: Group) -> Token | None:
    """The word that opens the clause: nothing but adverbials stands before it."""
    i = group.last + 1
    while i < unit.stop and i not in unit.passage.quoted:
        token = unit.tokens[i]
        if _is_that(unit, token):
            return token
        if _asks(unit, token, group):
            return token
        if token.pos == "ADP" and not _is_that(unit, unit.tokens[min(i + 1, unit.stop - 1)]):
            i = behind_preposition(unit.passage, i, unit.stop)
        elif token.pos in ("ADV", "PRON", "NUM") or token.text in (",", ":") or _is_time(unit, i):
            if token.pos == "ADV" and plain(token) in _openers(unit):
                return None
            i += 1
        else:
            return None
    return None


def _openers(unit: Unit) -> frozenset[str]:
    return unit.language.words.list("conjunction_openers")


def _is_that(unit: Unit, token: Token) -> bool:
    return plain(token) in unit.language.words.list("that_words")


def _is_time(unit: Unit, i: int) -> bool:
    return unit.cast.lists(unit.passage, i, *_TIMES) or unit.tokens[i].dep == "det"


def _asks(unit: Unit, token: Token, group: Group) -> bool:
    """An indirect question: « comment … », « si … » right behind the verb."""
    if token.feats.get("PronType") == "Int":
        return True
    if token.pos == "ADV" and token.feats.get("PronType") == "Rel":
        return True
    whether = plain(token) in unit.language.words.list("whether_words")
    return whether and token.pos == "SCONJ" and token.i == group.last + 1


def _top(unit: Unit, opener: Token, group: Group) -> int:
    """The predicate of the clause that a word opens: the highest one above it that follows."""
    above = [t.i for t in ancestors(unit.words, opener.i)]
    if group.verb in above:
        above = above[: above.index(group.verb)]
    following = [i for i in above if i > opener.i and i < unit.stop]
    return following[-1] if following else opener.i


def end_of(unit: Unit, group: Group, first: int, top: int) -> int:
    """The last word of a clause that starts at `first` under the predicate `top`.

    It runs over quotations and over words that the tree hangs elsewhere up to the next mark; a
    participle of saying behind a comma begins something else.
    """
    below = set(subtree(unit.words, top)) if top != first else set()
    last = max(first, top)
    while last + 1 < unit.stop:
        here = last + 1
        if turns(unit, here):
            break
        token = unit.tokens[here]
        inside = here in below or here in unit.passage.quoted or is_mark(token)
        later = any(i > here for i in below)
        if not inside and token.pos == "PUNCT":
            if token.text != "," or not (later or _lists_on(unit, here)):
                break
        elif not inside and token.pos == "CCONJ" and not later and not _lists_on(unit, here):
            break
        last = here
    return last


def _lists_on(unit: Unit, i: int) -> bool:
    """Whether only noun phrases follow up to the end of the unit: the rest of a list."""
    if i + 1 >= unit.stop or unit.tokens[i + 1].pos not in ("DET", "NOUN", "ADJ", "PROPN"):
        return False
    return not any(is_finite(t) or is_participle(t) for t in unit.own(i, unit.stop))


def turns(unit: Unit, i: int) -> bool:
    """Whether « , affirmant que … » or « , en laissant entendre … » begins at a comma."""
    if unit.text_of(i) != ",":
        return False
    for j in (i + 1, i + 2):
        if j < unit.stop and is_participle(unit.tokens[j]) and j not in unit.passage.quoted:
            return bool(speech_at(unit.passage, j, unit.language)[0])
    return False


def _next_that(unit: Unit, last: int) -> Token | None:
    """« …, et que … »: the conjunction of a clause that goes on with the list."""
    here = last + 1
    while here < unit.stop and unit.tokens[here].pos in ("PUNCT", "CCONJ"):
        here += 1
    if last + 1 < here < unit.stop and here not in unit.passage.quoted:
        token = unit.tokens[here]
        if _is_that(unit, token) and any(is_finite(t) for t in unit.own(here, unit.stop)):
            return token
    return None


def infinitive(unit: Unit, group: Group) -> Stretch | None:
    """The infinitive that a verb governs itself or, where it orders, through its object."""
    governors = [group.verb]
    if "that" not in group.frames or "as" in group.frames:
        governors += [t.i for t in children(unit.words, group.verb, "obj", "obl", "iobj")]
    for governor in governors:
        for token in children(unit.words, governor, *_CLAUSAL):
            if not group.last < token.i < unit.stop or not _is_infinitive(unit, token):
                continue
            mark = child(unit.words, token.i, "mark", "case")
            if mark is not None and mark.i < token.i:
                if plain(mark) not in unit.language.words.list("infinitive_markers"):
                    continue
                first = mark.i + 1
            else:
                first = _own_first(unit, token, group)
            return first, end_of(unit, group, first, token.i)
    return None


def _own_first(unit: Unit, infinitive: Token, group: Group) -> int:
    """Where an infinitive begins, with its auxiliary, its clitics and its « ne pas »."""
    first = infinitive.i
    while first - 1 > group.last and unit.tokens[first - 1].pos in ("AUX", "PRON", "ADV"):
        first -= 1
    return first


def _is_infinitive(unit: Unit, token: Token) -> bool:
    if token.feats.get("VerbForm") == "Inf":
        return True
    helpers = children(unit.words, token.i, "aux", "cop")
    return any(t.feats.get("VerbForm") == "Inf" for t in helpers)
