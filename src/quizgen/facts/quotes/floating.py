"""Quotations without a cue of their own: behind a colon, or after words of the same speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.analysis.tree import child
from quizgen.facts.quotes.cues import own_subject, speech_at
from quizgen.facts.quotes.passages import Passage, is_sentential, word_count
from quizgen.facts.quotes.sayings import Saying, has_words, quoted
from quizgen.facts.quotes.speakers import Cast

_LEAST = 5  # words of a quotation that continues inside another sentence


def find_floating(
    passage: Passage, unit: range, found: Sequence[Saying], cast: Cast
) -> Iterator[Saying]:
    """The quotations of a unit that nothing found so far covers, where somebody can be meant."""
    for zone in passage.zones_in(unit.start, unit.stop - 1):
        whole = quoted(passage, zone, zone)
        if any(2 * whole.overlap(other) > whole.end - whole.start for other in found):
            continue
        opening = passage.opening(zone)
        if opening > unit.start and passage.tokens[opening - 1].text == ":":
            if is_sentential(passage, zone) or word_count(passage, *passage.zones[zone]) > 5:
                yield _behind_colon(passage, unit, zone, cast)
        elif not has_words(passage, unit.start, opening - 1) and _ends(passage, unit, zone):
            if is_sentential(passage, zone, 2):
                yield quoted(passage, zone, zone, head=_speaker_before(passage, unit, cast))
        elif is_sentential(passage, zone, _LEAST) and _goes_on(passage, unit, found, cast):
            yield quoted(passage, zone, zone, head=_subject(passage, unit, opening, cast))


def _ends(passage: Passage, unit: range, zone: int) -> bool:
    return not has_words(passage, passage.closing(zone) + 1, unit.stop - 1)


def _behind_colon(passage: Passage, unit: range, zone: int, cast: Cast) -> Saying:
    """The verb of saying before the colon, if any, and who is subject or agent there."""
    colon = passage.opening(zone) - 1
    cue, lemma, head = None, "", None
    for i in range(colon - 1, unit.start - 1, -1):
        if i in passage.quoted or passage.tokens[i].pos != "VERB":
            continue
        lemma, last = speech_at(passage, i, cast.language)
        agent = child(passage.words, i, "obl:agent")
        subject = agent or own_subject(passage, i)
        if lemma and cue is None:
            cue = (i, last)
        if subject is not None and cast.is_source(passage, subject.i):
            head = subject.i
            break
    if head is None:
        head = _first_source(passage, unit.start, colon, cast)
    return quoted(passage, zone, zone, cue, lemma if cue else "", head)


def _first_source(passage: Passage, first: int, stop: int, cast: Cast) -> int | None:
    """The first person or body mentioned, those behind a preposition last."""
    found = []
    for token in passage.tokens[first:stop]:
        mention = cast.mention(passage, token.i)
        if mention is None or mention.entity is None or token.i in passage.quoted:
            continue
        if mention.entity.kind in ("person", "organisation"):
            found.append((child(passage.words, token.i, "case") is not None, token.i))
    return min(found)[1] if found else None


def _speaker_before(passage: Passage, unit: range, cast: Cast) -> int | None:
    """Who is subject of the sentence before, when that one told nothing itself."""
    earlier = [u for u in passage.units if u.stop == unit.start]
    if not earlier or _told_in(passage, earlier[0], cast):
        return None
    return _subject(passage, earlier[0], earlier[0].stop, cast)


def _told_in(passage: Passage, unit: range, cast: Cast) -> bool:
    start, end = passage.tokens[unit.start].start, passage.tokens[unit.stop - 1].end
    return cast.last_end > start and cast.last_end <= end


def _subject(passage: Passage, unit: range, stop: int, cast: Cast) -> int | None:
    """The first subject of a unit that is a person or a body."""
    for token in passage.tokens[unit.start : stop]:
        if token.dep.startswith("nsubj") and token.i not in passage.quoted:
            mention = cast.mention(passage, token.i)
            if mention is not None and mention.entity is not None:
                if mention.entity.kind in ("person", "organisation"):
                    return token.i
            elif token.pos == "NOUN" and cast.is_source(passage, token.i):
                return token.i
    return None


def _goes_on(passage: Passage, unit: range, found: Sequence[Saying], cast: Cast) -> bool:
    """Whether somebody has spoken in this paragraph, or is the subject of this sentence."""
    return bool(found) or cast.last_block == passage.words.block or (
        _subject(passage, unit, unit.stop, cast) is not None
    )
