"""Quotations behind a plain verb: says that …, says to have …, denounces « … », explains: …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.quotes.complements import clause, infinitive, quoted_phrase
from quizgen.facts.quotes.cues import Group, frames_of, is_negated, plain, plain_verbs
from quizgen.facts.quotes.incises import Incise
from quizgen.facts.quotes.passages import Passage, has_finite
from quizgen.facts.quotes.sayings import Saying, told
from quizgen.facts.quotes.speakers import Cast
from quizgen.facts.quotes.subjects import is_told, subject_of

_ONLY_QUOTED = frozenset({"think", "weak", "as"})


def find_reported(
    passage: Passage, unit: range, incises: Sequence[Incise], cast: Cast
) -> Iterator[Saying]:
    """What the plain verbs of saying of a unit tell, in order."""
    taken = {i for n in incises for i in range(n.group.first, n.group.last + 1)}
    for group in plain_verbs(passage, unit, cast.language):
        if group.verb in taken or not is_told(passage, group.verb):
            continue
        head = subject_of(passage, group.verb, unit, incises)
        if head is None or not _may_speak(passage, head, cast):
            continue
        saying = _saying(passage, unit, group, head, cast)
        if saying is not None:
            yield saying


def _may_speak(passage: Passage, head: int, cast: Cast) -> bool:
    token, words = passage.tokens[head], cast.language.words
    word = plain(token)
    if token.pos != "PRON":
        return True
    if word in words.list("nobody_pronouns") or word in words.list("first_second_person"):
        return False
    return cast.is_source(passage, head)


def _saying(
    passage: Passage, unit: range, group: Group, head: int, cast: Cast
) -> Saying | None:
    frames = frames_of(group.lemma, cast.language)
    known = cast.is_source(passage, head)
    spans = []
    if "that" in frames:
        spans.append(clause(passage, unit, group))
    if "infinitive" in frames:
        spans.append(infinitive(passage, unit, group, cast.language))
    if frames - {"hearsay"} and known:
        spans.append(quoted_phrase(passage, unit, group, frames))
    if "that" in frames:
        spans.append(_after_colon(passage, unit, group))
    for span in spans:
        if span is None:
            continue
        saying = told(passage, *span, (group.first, group.last), group.lemma, head)
        if saying is not None and _stands(passage, group, saying, frames, known):
            return saying
    return None


def _stands(
    passage: Passage, group: Group, saying: Saying, frames: frozenset[str], known: bool
) -> bool:
    """Without quotation marks, only affirmed words of a proper verb of saying count."""
    if saying.mode != "indirect":
        return True
    opinion = "think" in frames or not frames - _ONLY_QUOTED
    return not opinion and not is_negated(passage, group.verb)


def _after_colon(passage: Passage, unit: range, group: Group) -> tuple[int, int] | None:
    """« a souligné l'efficacité de ce plan : il a permis … »: the object and what explains it."""
    tokens = passage.tokens
    colon = next((t.i for t in tokens[group.last + 1 : unit.stop] if t.text == ":"), None)
    if colon is None or colon in passage.quoted or colon + 1 >= unit.stop:
        return None
    if colon + 1 in passage.quoted or colon + 2 in passage.quoted:
        return None
    if has_finite(passage, group.last + 1, colon) or not has_finite(passage, colon, unit.stop - 1):
        return None
    first = group.last + 1
    while first < colon and tokens[first].pos in ("ADV", "ADP"):
        first += 1
    return (first if first < colon else colon + 1), unit.stop - 1
