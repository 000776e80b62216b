"""Quotations without a cue of their own: behind a colon, or after words of the same speaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.analysis.tree import child
from quizgen.facts.quotes.cues import speech_at
from quizgen.facts.quotes.fragments import is_fragment, lacks_subject
from quizgen.facts.quotes.incises import Incise
from quizgen.facts.quotes.passages import is_sentential, word_count
from quizgen.facts.quotes.sayings import Cue, Saying, cue_of, has_words, quoted, told, without_link
from quizgen.facts.quotes.units import Unit
from quizgen.facts.quotes.verbs import is_relative, own_subject
from quizgen.model import Token

_LEAST = 5  # words of a quotation that continues inside another sentence
_PARAGRAPHS = 2  # how far back a speaker may stand whose words the conditional goes on to tell
_SPEAKERS = ("person", "organisation")


def find_floating(
    unit: Unit, found: Sequence[Saying], incises: Sequence[Incise]
) -> Iterator[Saying]:
    """The quotations of a unit that nothing found so far covers, where somebody can be meant."""
    zones = unit.passage.zones_in(unit.first, unit.stop - 1)
    everything = None if found else _hearsay(unit, zones)
    if everything is not None:
        yield everything
        return
    for zone in zones:
        whole = quoted(unit.passage, zone, zone)
        first, last = unit.passage.zones[zone]
        cut = any(s.cue is not None and first <= s.cue.first <= last for s in found)
        if not cut and 2 * sum(map(whole.overlap, found)) <= whole.end - whole.start:
            saying = _at(unit, zone, found, incises)
            if saying is not None:
                yield saying


def _at(unit: Unit, zone: int, found: Sequence[Saying], incises: Sequence[Incise]) -> Saying | None:
    """One quotation: behind a colon, as a sentence of its own, or inside another sentence."""
    passage, whole = unit.passage, quoted(unit.passage, zone, zone)
    opening, closing = passage.opening(zone), passage.closing(zone)
    if unit.text_of(opening - 1) == ":":
        long = word_count(passage, *passage.zones[zone]) >= _LEAST
        return _behind_colon(unit, zone, incises) if long or is_sentential(passage, zone) else None
    alone = not has_words(passage, unit.first, opening - 1)
    if alone and not has_words(passage, closing + 1, unit.stop - 1):
        return _floating(whole, _speaker_before(unit)) if is_sentential(passage, zone, 2) else None
    if not is_sentential(passage, zone, _LEAST):
        return None
    if not found and is_fragment(unit, whole) and lacks_subject(unit, whole):
        return _with_subject(unit, whole, closing)
    head = None if found else _subject(unit, opening)
    same = bool(found) or unit.cast.block == unit.words.block
    if head is None and not found and _names_another(unit):
        return None
    return _floating(whole, head) if head is not None or same else None


def _names_another(unit: Unit) -> bool:
    """Whether somebody else than who spoke last is named around a quotation."""
    last = unit.cast.last.name
    for token in unit.own(unit.first, unit.stop):
        mention = unit.cast.mention(unit.passage, token.i)
        entity = mention.entity if mention is not None and mention.kind == "name" else None
        if entity is not None and entity.kind == "person" and entity.name != last:
            return True
    return False


def _with_subject(unit: Unit, whole: Saying, closing: int) -> Saying | None:
    """M. X « a été condamné … »: what is told of X by whoever spoke in the paragraph before."""
    if not unit.cast.heard or unit.words.block - unit.cast.block > 1:
        return None
    start = unit.tokens[without_link(unit.passage, unit.first, unit.stop - 1)].start
    end = unit.tokens[closing].end
    return replace(whole, mode="mixed", start=start, end=end, head=None, goes_on=True)


def _hearsay(unit: Unit, zones: Sequence[int]) -> Saying | None:
    """A whole sentence in the conditional that goes on telling what somebody has said."""
    quotes = any(is_sentential(unit.passage, z, _LEAST) for z in zones)
    if not quotes or not _is_hearsay(unit) or not unit.cast.heard:
        return None
    if unit.words.block - unit.cast.block > _PARAGRAPHS:
        return None
    cue = Cue(unit.first, unit.first, "")
    everything = told(unit.passage, unit.first, unit.stop - 1, cue)
    return None if everything is None else replace(everything, cue=None, goes_on=True)


def _floating(whole: Saying, head: int | None) -> Saying:
    return replace(whole, head=head, goes_on=head is None)


def _is_hearsay(unit: Unit) -> bool:
    """« auraient remarqué »: the main verb in the conditional of what somebody else has told."""
    for token in unit.own(unit.first, unit.stop):
        if token.feats.get("Mood") == "Cnd":
            main = unit.tokens[token.head] if token.pos == "AUX" else token
            return main.dep == "root"
    return False


def _behind_colon(unit: Unit, zone: int, incises: Sequence[Incise]) -> Saying:
    """The verb of saying before the colon, if any, and who is subject or agent there."""
    opening = unit.passage.opening(zone)
    for incise in incises:
        if incise.last < opening and incise.head is not None:
            return quoted(unit.passage, zone, zone, cue_of(incise.group, incise.head))
    cue, head = None, None
    for token in reversed(unit.own(unit.first, opening - 1)):
        if token.pos != "VERB":
            continue
        lemma, last = speech_at(unit.passage, token.i, unit.language)
        if lemma and cue is None:
            cue = Cue(token.i, last, lemma)
        head = _speaking_subject(unit, token, lemma)
        if head is not None:
            break
    if head is None:
        head = _first_source(unit, opening - 1)
    whole = quoted(unit.passage, zone, zone, replace(cue, head=head) if cue else None, head)
    return replace(whole, goes_on=head is None)


def _speaking_subject(unit: Unit, verb: Token, lemma: str) -> int | None:
    """The agent or the subject of a verb before a colon, where it can speak."""
    subject = child(unit.words, verb.i, "obl:agent") or child(unit.words, verb.i, "nsubj")
    if lemma and subject is None:
        subject = own_subject(unit.passage, verb.i)
    if subject is None or is_relative(subject):
        return None
    known = unit.cast.is_source(unit.passage, subject.i)
    return subject.i if known or (lemma and subject.pos == "NOUN") else None


def _first_source(unit: Unit, stop: int) -> int | None:
    """The first person or body mentioned, those behind a preposition last."""
    found = []
    for token in unit.own(unit.first, stop):
        mention = unit.cast.mention(unit.passage, token.i)
        entity = mention.entity if mention is not None else None
        if entity is not None and entity.kind in _SPEAKERS:
            found.append((child(unit.words, token.i, "case") is not None, token.i))
    return min(found)[1] if found else None


def _speaker_before(unit: Unit) -> int | None:
    """Who is subject of the sentence before, when that one told nothing itself."""
    earlier = [u for u in unit.passage.units if u.stop == unit.first]
    if not earlier:
        return None
    before = Unit(unit.passage, earlier[0].start, earlier[0].stop, unit.cast)
    if unit.cast.end > unit.tokens[before.first].start:
        return None
    return _subject(before, before.stop)


def _subject(unit: Unit, stop: int) -> int | None:
    """The first subject of a unit that is a person or a body."""
    for token in unit.own(unit.first, stop):
        if token.dep.startswith("nsubj"):
            mention = unit.cast.mention(unit.passage, token.i)
            if mention is not None and mention.entity is not None:
                if mention.entity.kind in _SPEAKERS:
                    return token.i
            elif token.pos == "NOUN" and unit.cast.is_source(unit.passage, token.i):
                return token.i
    return None
