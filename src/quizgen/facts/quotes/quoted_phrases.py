"""A phrase behind a verb of saying that holds words in quotation marks: dénonce un « … »."""

from __future__ import annotations

from quizgen.analysis.tree import ancestors, children, matches, subtree
from quizgen.facts.quotes.clauses import turns
from quizgen.facts.quotes.cues import Group, plain
from quizgen.facts.quotes.passages import is_finite, is_mark, is_sentential, word_count
from quizgen.facts.quotes.units import Unit
from quizgen.model import Token

Stretch = tuple[int, int]
_ADJOINING = 8  # words between a verb and a quotation that the tree does not hang on it
_SMALL = ("DET", "ADP", "ADV", "ADJ", "PRON", "NOUN", "NUM", "PROPN")
_LINKS = ("PUNCT", "CCONJ", "DET", "ADP", "ADV")
_EPITHET = 2  # words of a quotation that is but part of its phrase


def quoted_phrase(unit: Unit, group: Group) -> Stretch | None:
    """The phrase that a verb governs with the first quotation behind it, lists included."""
    passage = unit.passage
    zones = passage.zones_in(group.last + 1, unit.stop - 1)
    if not zones:
        return None
    zone, opening = zones[0], passage.opening(zones[0])
    if unit.text_of(opening - 1) == ":":
        return (opening, passage.closing(zone)) if _one_clause(unit, group, opening) else None
    if not _takes_phrase(unit, group, opening) and not _stands_alone(unit, group, zone):
        return None
    branch = _branch(unit, zone, group)
    if branch is not None:
        below = [i for i in subtree(unit.words, branch.i) if i > group.last]
        first = min(opening, *below)
        last = _grown(unit, max(passage.closing(zone), branch.i), set(below), zone)
    elif _adjoins(unit, group.last + 1, opening):
        first, last = _own_phrase(unit, opening), _grown(unit, passage.closing(zone), set(), zone)
    else:
        return None
    first = _from_object(unit, group, first)
    return _without_preposition(unit, first, opening), last


def _takes_phrase(unit: Unit, group: Group, opening: int) -> bool:
    """Whether the verb tells by a phrase, or by one that « comme » or « de » brings."""
    if "noun" in group.frames:
        return True
    markers = unit.language.words.list("as_markers")
    between = unit.own(group.last + 1, opening + 1)
    return "as" in group.frames and any(plain(t) in markers for t in between)


def _stands_alone(unit: Unit, group: Group, zone: int) -> bool:
    """« avant de poursuivre « … » »: a whole sentence right behind the verb."""
    opening = unit.passage.opening(zone)
    near = all(t.pos in ("ADV", "PUNCT") for t in unit.tokens[group.last + 1 : opening])
    return near and "direct" in group.frames and is_sentential(unit.passage, zone)


def _one_clause(unit: Unit, group: Group, opening: int) -> bool:
    return not any(is_finite(t) for t in unit.own(group.last + 1, opening))


def _branch(unit: Unit, zone: int, group: Group) -> Token | None:
    """The dependent of the verb below which a quotation stands, no other clause between."""
    for i in range(unit.passage.zones[zone][0], unit.passage.zones[zone][1] + 1):
        path = [unit.tokens[i], *ancestors(unit.words, i)]
        above = next((k for k, t in enumerate(path) if t.i == group.verb), 0)
        if not above or path[above - 1].i <= group.last:
            continue
        if matches(path[above - 1].dep, ("parataxis", "punct", "ccomp", "advcl")):
            continue
        outside = [t for t in path[:above] if t.i not in unit.passage.quoted]
        if not any(_heads_clause(unit, t) for t in outside):
            return path[above - 1]
    return None


def _heads_clause(unit: Unit, token: Token) -> bool:
    if is_finite(token):
        return True
    return any(is_finite(t) for t in children(unit.words, token.i, "aux", "cop"))


def _adjoins(unit: Unit, first: int, opening: int) -> bool:
    """Whether only small words and adverbials stand between a verb and a quotation."""
    between = unit.tokens[first:opening]
    return len(between) <= _ADJOINING and all(t.pos in _SMALL for t in between)


def _own_phrase(unit: Unit, opening: int) -> int:
    """Where the noun phrase starts that a quotation ends: « d'un [projet « … »] »."""
    first = opening
    while first - 1 > unit.first and unit.tokens[first - 1].pos in ("DET", "ADJ", "NOUN", "NUM"):
        first -= 1
    return first


def _grown(unit: Unit, last: int, below: set[int], zone: int) -> int:
    """The end of the phrase: what hangs below it and further quotations of a list.

    Behind a quotation that is a mere epithet its complements belong too.
    """
    passage = unit.passage
    while last + 1 < unit.stop:
        here = last + 1
        following = _listed(unit, here)
        if turns(unit, here):
            break
        if following is not None:
            last = passage.closing(following)
        elif here in below or here in passage.quoted or is_mark(unit.tokens[here]):
            last = here
        elif unit.tokens[here].pos == "PUNCT" and here + 1 in below:
            last = here + 1
        else:
            break
    epithet = word_count(passage, *passage.zones[zone]) <= _EPITHET
    if epithet and last + 1 < unit.stop and unit.tokens[last + 1].pos == "ADP":
        last = _complements(unit, last + 1)
    return last


def _listed(unit: Unit, here: int) -> int | None:
    """The quotation that follows behind a comma or a conjunction."""
    if unit.tokens[here].pos not in ("PUNCT", "CCONJ") or is_mark(unit.tokens[here]):
        return None
    for zone in unit.passage.zones_in(here, unit.stop - 1)[:1]:
        opening = unit.passage.opening(zone)
        if opening - here <= 3 and all(t.pos in _LINKS for t in unit.tokens[here:opening]):
            return zone
    return None


def _complements(unit: Unit, here: int) -> int:
    """The last word before the next mark; relative clauses belong, other verbs do not."""
    last = here
    relative = False
    for token in unit.tokens[here : unit.stop]:
        if token.text in (",", ";", ".", ":", "(") and token.i not in unit.passage.quoted:
            break
        relative = relative or token.feats.get("PronType") == "Rel"
        if token.pos == "CCONJ" or (is_finite(token) and not relative):
            break
        last = token.i
    return last


def _from_object(unit: Unit, group: Group, first: int) -> int:
    for token in children(unit.words, group.verb, "obj"):
        if group.last < token.i < first:
            return min(i for i in subtree(unit.words, token.i) if i > group.last)
    return first


def _without_preposition(unit: Unit, first: int, opening: int) -> int:
    while first < opening and unit.tokens[first].pos in ("ADP", "ADV", "PUNCT", "SCONJ"):
        first += 1
    return first
