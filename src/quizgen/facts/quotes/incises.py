"""Quotations whose verb comes after them: « … », a déclaré X; P, indique X; comme le dit X, P."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.analysis.tree import children
from quizgen.facts.quotes.cues import (
    Group,
    after_mark,
    frames_of,
    group_at,
    is_relative,
    own_subject,
    plain,
)
from quizgen.facts.quotes.passages import (
    Passage,
    has_finite,
    is_finite,
    is_mark,
    is_sentential,
    word_count,
)
from quizgen.facts.quotes.sayings import (
    Saying,
    has_words,
    quoted,
    says_something,
    told,
    without_link,
)
from quizgen.facts.quotes.speakers import Cast, phrase

_TIMES = ("weekdays", "months", "time_units", "deictics")


@dataclass(frozen=True, slots=True)
class Incise:
    """A verb of saying with its subject behind it; `last` is the last word of both."""

    group: Group
    head: int | None
    last: int
    as_clause: bool = False


def find_incises(passage: Passage, unit: range, cast: Cast) -> list[Incise]:
    """The verbs of saying of a unit whose subject follows them, in order."""
    found: list[Incise] = []
    for i in unit:
        if i in passage.quoted or (found and i <= found[-1].last):
            continue
        as_clause = _after_as(passage, i, unit, cast)
        if not as_clause and not after_mark(passage, i):
            continue
        group = group_at(passage, i, unit.stop, cast.language, passage.quoted)
        if group is not None:
            incise = _incise(passage, unit, group, cast, as_clause)
            if incise is not None:
                found.append(incise)
    return found


def _after_as(passage: Passage, i: int, unit: range, cast: Cast) -> bool:
    before = i - 1
    if before < unit.start or before in passage.quoted:
        return False
    return plain(passage.tokens[before]) in cast.language.words.list("as_words")


def _incise(
    passage: Passage, unit: range, group: Group, cast: Cast, as_clause: bool
) -> Incise | None:
    frames = frames_of(group.lemma, cast.language)
    if group.clitic is not None:
        return _with_clitic(passage, unit, group, cast, frames)
    if not frames & {"direct", "that"}:
        return None
    head = subject_after(passage, group, unit.stop, cast)
    known = head is not None and cast.is_source(passage, head)
    if not known and not _follows_quotation(passage, unit, group):
        return None
    subject = own_subject(passage, group.verb)
    if subject is not None and unit.start <= subject.i < group.first and not as_clause:
        if not _follows_quotation(passage, unit, group) or subject.i not in passage.quoted:
            return None
    last = phrase(passage, head)[1] if head is not None else group.last
    return Incise(group, head, max(last, group.last), as_clause)


def _with_clitic(
    passage: Passage, unit: range, group: Group, cast: Cast, frames: frozenset[str]
) -> Incise | None:
    clitic = group.clitic
    if clitic is None:
        return None
    words, word = cast.language.words, plain(passage.tokens[clitic])
    if word in words.list("nobody_pronouns"):
        if not frames & {"direct", "that", "hearsay"}:
            return None
        head = next(
            (t.i for t in passage.tokens[group.last + 1 : unit.stop][:8] if t.pos in _NOUNS), None
        )
        if head is None or not cast.is_source(passage, head):
            return None
        return Incise(group, head, phrase(passage, head)[1])
    if not frames & {"direct", "that"} or word not in words.table("subject_pronouns"):
        return None
    return Incise(group, clitic, group.last)


_NOUNS = ("NOUN", "PROPN")


def _follows_quotation(passage: Passage, unit: range, group: Group) -> bool:
    """Whether a quotation that could be a sentence ends right before the verb."""
    before = group.first - 1
    while before >= unit.start and passage.tokens[before].text in (",", ".", "-", "–", "—"):
        before -= 1
    if before < unit.start or not is_mark(passage.tokens[before]):
        return False
    ended = [k for k in range(len(passage.zones)) if passage.closing(k) == before]
    comma = passage.tokens[group.first - 1].text == ","
    least = 1 if comma and not has_words(passage, unit.start, before - 2) else 3
    return any(is_sentential(passage, k, 2) or _opens_unit(passage, k, unit, least) for k in ended)


def _opens_unit(passage: Passage, zone: int, unit: range, least: int) -> bool:
    alone = not has_words(passage, unit.start, passage.opening(zone) - 1)
    return alone and word_count(passage, *passage.zones[zone]) >= least


def subject_after(passage: Passage, group: Group, stop: int, cast: Cast) -> int | None:
    """The head of the subject behind a verb: by the tree, or the first noun without preposition."""
    for token in children(passage.words, group.verb, "nsubj"):
        if group.last < token.i < stop and not is_relative(token):
            return token.i
    i = group.last + 1
    while i < stop:
        token = passage.tokens[i]
        if i in passage.quoted or token.text in (".", ";", ":", "(") or is_finite(token):
            return None
        if token.pos == "ADP":
            i = _behind_preposition(passage, i, stop, cast)
            continue
        source = plain(token) in cast.language.words.list("source_pronouns")
        if token.pos in ("NOUN", "PROPN") or (token.pos in ("PRON", "ADJ") and source):
            if not _is_time(passage, i, cast):
                return i
        i += 1
    return None


def _behind_preposition(passage: Passage, i: int, stop: int, cast: Cast) -> int:
    """The first word behind a preposition and the noun or the name that it governs."""
    i += 1
    while i < stop and passage.tokens[i].pos in ("DET", "ADJ", "NUM", "ADP", "ADV"):
        i += 1
    mention = cast.mention(passage, i) if i < stop else None
    if mention is not None and mention.kind == "name":
        return i + mention.last - passage.places[i][1] + 1
    i += 1
    while i < stop and passage.tokens[i].pos == "ADJ":
        i += 1
    return i


def _is_time(passage: Passage, i: int, cast: Cast) -> bool:
    word = plain(passage.tokens[i])
    return any(word in cast.language.words.list(name) for name in _TIMES)


def sayings_of(passage: Passage, unit: range, incises: list[Incise]) -> Iterator[Saying]:
    """What the verbs of saying of a unit tell."""
    start = unit.start
    for incise in incises:
        saying = _told_by(passage, start, unit.stop, incise)
        if saying is not None:
            yield saying
        start = incise.last + 1


def _told_by(passage: Passage, start: int, stop: int, incise: Incise) -> Saying | None:
    group = incise.group
    cue = (group.first, group.last)
    last = group.first - (2 if incise.as_clause else 1)
    while last > start and passage.tokens[last].pos == "PUNCT" and not is_mark(
        passage.tokens[last]
    ):
        last -= 1
    zones = passage.zones_in(start, last)
    if zones and passage.closing(zones[-1]) >= last:
        return _ends_quoted(passage, start, zones, incise)
    if zones and _starts_quoted(passage, start, last, zones[0]):
        return quoted(passage, zones[0], zones[0], cue, group.lemma, incise.head)
    if zones or says_something(passage, start, last):
        first = without_link(passage, start, last)
        return told(passage, first, last, cue, group.lemma, incise.head)
    return _told_after(passage, stop, incise)


def _told_after(passage: Passage, stop: int, incise: Incise) -> Saying | None:
    """What is told behind an incise that stands before the verb of its sentence."""
    first = incise.last + 1
    while first < stop and passage.tokens[first].text != ",":
        first += 1
    if first + 1 >= stop or not has_finite(passage, first, stop - 1):
        return None
    cue = (incise.group.first, incise.group.last)
    return told(passage, first + 1, stop - 1, cue, incise.group.lemma, incise.head)


def _ends_quoted(
    passage: Passage, start: int, zones: list[int], incise: Incise
) -> Saying | None:
    """« … », says X: the quotation alone, or with the words of its sentence before it."""
    first = last = zones[-1]
    for zone in reversed(zones[:-1]):
        if has_words(passage, passage.closing(zone) + 1, passage.opening(first) - 1):
            break
        first = zone
    group = incise.group
    cue = (group.first, group.last)
    opening = passage.opening(first)
    before = passage.tokens[opening - 1].text if opening > start else ""
    if before == ":" or not has_words(passage, start, opening - 1):
        return quoted(passage, first, last, cue, group.lemma, incise.head)
    first_word = without_link(passage, start, opening)
    return told(passage, first_word, passage.closing(last), cue, group.lemma, incise.head)


def _starts_quoted(passage: Passage, start: int, last: int, zone: int) -> bool:
    """A quotation with a few words of the sentence behind it."""
    if has_words(passage, start, passage.opening(zone) - 1) or not is_sentential(passage, zone):
        return False
    rest = word_count(passage, passage.closing(zone) + 1, last)
    return rest <= 6 and 2 * rest < word_count(passage, *passage.zones[zone])
