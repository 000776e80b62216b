"""Verbs of saying with their subject behind them: …, a déclaré X; …, dit-il; comme le dit X."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.analysis.tree import children
from quizgen.facts.quotes.cues import Group, any_verb_at, group_at, plain
from quizgen.facts.quotes.passages import is_finite, is_mark, is_sentential, word_count
from quizgen.facts.quotes.phrases import behind_preposition
from quizgen.facts.quotes.sayings import has_words
from quizgen.facts.quotes.units import Unit
from quizgen.facts.quotes.verbs import is_relative, own_subject

_TIMES = ("weekdays", "months", "time_units", "time_words", "deictics")
_BREAKS = (",", "-", "–", "—")
_NEAR = 8  # words behind « a-t-on appris » among which the source is looked for


@dataclass(frozen=True, slots=True)
class Incise:
    """A verb of saying with the head of its subject; `last` is the last word of both."""

    group: Group
    head: int | None
    last: int
    as_clause: bool = False


def find_incises(unit: Unit) -> list[Incise]:
    """The verbs of saying of a unit whose subject follows them, in order."""
    found: list[Incise] = []
    for token in unit.own(unit.first + 1, unit.stop):
        if found and token.i <= found[-1].last:
            continue
        as_clause = _after_as(unit, token.i)
        if not as_clause and not _after_break(unit, token.i):
            continue
        group = group_at(unit.passage, token.i, unit.stop, unit.language)
        if group is None and unit.text_of(token.i - 1) == ",":
            group = any_verb_at(unit.passage, token.i, unit.stop, unit.language)
            if group is not None and not _ends_quotation(unit, group):
                continue
        incise = _incise(unit, group, as_clause) if group is not None else None
        if incise is not None:
            found.append(incise)
    return found


def _after_break(unit: Unit, i: int) -> bool:
    before = i - 1
    if before not in unit.passage.quoted and unit.tokens[before].text in _BREAKS:
        return True
    return is_mark(unit.tokens[before]) and before - 1 in unit.passage.quoted


def _after_as(unit: Unit, i: int) -> bool:
    return plain(unit.tokens[i - 1]) in unit.language.words.list("as_words")


def _incise(unit: Unit, group: Group, as_clause: bool) -> Incise | None:
    if group.clitic is not None:
        return _with_clitic(unit, group, group.clitic)
    if not group.frames & {"direct", "that"}:
        return None
    after_quotation = _follows_quotation(unit, group)
    head = subject_after(unit, group, unit.stop)
    if not after_quotation:
        if head is None or not _may_be_source(unit, group, head):
            return None
        if not as_clause and _has_subject_before(unit, group):
            return None
    last = group.last if head is None else unit.cast.words_of(unit.passage, head)[1]
    return Incise(group, head, max(last, group.last), as_clause)


def _may_be_source(unit: Unit, group: Group, head: int) -> bool:
    """Whether a phrase can speak: somebody known, or a subject by the tree of a sure verb."""
    if unit.cast.is_source(unit.passage, head):
        return True
    subject = any(t.i == head for t in children(unit.words, group.verb, "nsubj"))
    return subject and {"that", "direct"} <= group.frames


def _has_subject_before(unit: Unit, group: Group) -> bool:
    """Whether the verb's subject stands before it and no other verb can claim that."""
    subject = own_subject(unit.passage, group.verb)
    if subject is None or not unit.first <= subject.i < group.first:
        return False
    if subject.i in unit.passage.quoted:
        return False
    behind = [t for t in children(unit.words, group.verb, "nsubj") if t.i > group.last]
    if any(t.pos == "PROPN" for t in behind):
        return False
    between = unit.own(subject.i + 1, group.first)
    return sum(map(is_finite, between)) <= sum(map(is_relative, between))


def _ends_quotation(unit: Unit, group: Group) -> bool:
    """Whether a whole sentence in quotation marks ends before the comma, and nothing precedes."""
    passage, before = unit.passage, group.first - 2
    ended = [k for k in range(len(passage.zones)) if passage.closing(k) == before]
    if not ended or not is_sentential(passage, ended[0]):
        return False
    return not has_words(passage, unit.first, passage.opening(ended[0]) - 1)


def _with_clitic(unit: Unit, group: Group, clitic: int) -> Incise | None:
    words, word = unit.language.words, plain(unit.tokens[clitic])
    spoken = bool(group.frames & {"direct", "that"})
    if word in words.table("subject_pronouns"):
        return Incise(group, clitic, group.last) if spoken else None
    if word not in words.list("nobody_pronouns") or not (spoken or "hearsay" in group.frames):
        return None
    for token in unit.own(group.last + 1, group.last + 1 + _NEAR):
        if token.pos in ("NOUN", "PROPN"):
            if unit.cast.is_source(unit.passage, token.i):
                last = unit.cast.words_of(unit.passage, token.i)[1]
                return Incise(group, token.i, last)
            if not _is_time(unit, token.i):
                return None
    return None


def _follows_quotation(unit: Unit, group: Group) -> bool:
    """Whether a quotation that could be a sentence ends right before the verb."""
    passage, before = unit.passage, group.first - 1
    while before >= unit.first and passage.tokens[before].text in (*_BREAKS, "."):
        before -= 1
    ended = [k for k in range(len(passage.zones)) if passage.closing(k) == before]
    if not ended or before < unit.first:
        return False
    comma = before < group.first - 1
    alone = not has_words(passage, unit.first, passage.opening(ended[0]) - 1)
    if is_sentential(passage, ended[0], 2 if comma else 3):
        return comma or not _has_subject_before(unit, group)
    return comma and (alone or word_count(passage, *passage.zones[ended[0]]) > 3)


def subject_after(unit: Unit, group: Group, stop: int) -> int | None:
    """The head of the subject behind a verb: by the tree, or the first noun without preposition."""
    nearest = _first_noun(unit, group, stop)
    for token in children(unit.words, group.verb, "nsubj"):
        named = nearest is not None and unit.tokens[nearest].pos == "PROPN" and nearest < token.i
        if group.last < token.i < stop and not is_relative(token) and not named:
            return _behind_title(unit, token.i)
    return _behind_title(unit, nearest) if nearest is not None else None


def _behind_title(unit: Unit, i: int) -> int:
    """« a plaidé Me X »: the name rather than its title."""
    mention = unit.cast.mention(unit.passage, i + 1) if i + 1 < unit.stop else None
    alone = unit.cast.words_of(unit.passage, i)[1] == i
    titled = alone and unit.cast.lists(unit.passage, i, "titles") and mention is not None
    return i + 1 if titled and mention is not None and mention.kind == "name" else i


def _first_noun(unit: Unit, group: Group, stop: int) -> int | None:
    """The first noun or name behind a verb that no preposition governs."""
    i = group.last + 1
    while i < stop:
        token = unit.tokens[i]
        if is_mark(token) or token.text in (".", ";", ":", "(") or is_finite(token):
            return None
        if token.pos == "ADP":
            i = _before_name(unit, i, behind_preposition(unit.passage, i, stop))
            continue
        if _names_somebody(unit, i) and not _is_time(unit, i):
            return i
        i += 1
    return None


def _before_name(unit: Unit, first: int, stop: int) -> int:
    """Where a second name begins that the tree joins to the one behind a preposition."""
    starts = []
    for i in range(first + 1, min(stop, unit.stop)):
        mention = unit.cast.mention(unit.passage, i)
        if mention is not None and mention.kind == "name":
            starts.append(i - unit.passage.places[i][1] + mention.first)
    later = sorted({s for s in starts if s > min(starts)})
    return later[0] if later else stop


def _names_somebody(unit: Unit, i: int) -> bool:
    token = unit.tokens[i]
    if token.pos in ("NOUN", "PROPN"):
        return True
    if token.pos in ("PRON", "ADJ") and unit.cast.lists(unit.passage, i, "source_pronouns"):
        return unit.text_of(i + 1) in ("", ",", ".") or token.pos == "PRON"
    return token.text[0].isupper() and token.pos not in ("DET", "PUNCT")


def _is_time(unit: Unit, i: int) -> bool:
    return unit.cast.lists(unit.passage, i, *_TIMES)
