"""Quotations with a source instead of a verb: according to X, …; … , according to X."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.facts.quotes.cues import plain, plain_verbs
from quizgen.facts.quotes.incises import Incise
from quizgen.facts.quotes.passages import has_finite, is_finite, is_sentential
from quizgen.facts.quotes.sayings import Cue, Saying, has_words, told, without_link
from quizgen.facts.quotes.units import Unit
from quizgen.facts.quotes.verbs import is_relative
from quizgen.facts.quotes.voices import voice_at

_TELLING = frozenset({"that", "noun"})
_NEAR = 6  # words from the preposition to its noun, or to a quotation behind « pour lui »


def find_sources(unit: Unit, incises: Sequence[Incise]) -> Iterator[Saying]:
    """What a unit tells on the word of somebody."""
    first_incise = min((n.group.first for n in incises), default=unit.stop)
    for token in unit.own(unit.first, first_incise):
        for marker in sorted(unit.language.words.list("source_prepositions")):
            last = _match(unit, token.i, marker)
            head = _noun_behind(unit, last) if last is not None else None
            if last is None or head is None:
                continue
            cue = Cue(token.i, last, marker, head)
            people = marker in unit.language.words.list("people_prepositions")
            saying = _of_people(unit, cue) if people else _told(unit, cue)
            if saying is not None:
                yield saying


def _match(unit: Unit, i: int, marker: str) -> int | None:
    """The last word of a preposition that starts at a word."""
    start = unit.tokens[i].start
    text = unit.cast.document.source.body[start : start + len(marker)].lower().replace("’", "'")
    if text != marker:
        return None
    return next((t.i for t in unit.tokens[i : i + 5] if t.end == start + len(marker)), None)


def _noun_behind(unit: Unit, i: int) -> int | None:
    for token in unit.own(i + 1, i + 1 + _NEAR):
        if is_finite(token) or token.pos in ("SCONJ", "VERB", "PUNCT"):
            return None
        if token.pos in ("NOUN", "PROPN", "PRON"):
            known = unit.cast.is_source(unit.passage, token.i)
            return token.i if known or _brings_quotation(unit, token.i) else None
        alone = unit.tokens[min(token.i + 1, unit.stop - 1)].pos not in ("NOUN", "ADJ")
        if alone and unit.cast.lists(unit.passage, token.i, "source_pronouns"):
            return token.i
    return None


def _brings_quotation(unit: Unit, head: int) -> bool:
    """Whether a whole sentence in quotation marks follows the phrase and its comma."""
    last = unit.cast.words_of(unit.passage, head)[1]
    zones = unit.passage.zones_in(last + 1, unit.stop - 1)
    near = bool(zones) and unit.passage.opening(zones[0]) == last + 2
    return near and is_sentential(unit.passage, zones[0])


def _of_people(unit: Unit, cue: Cue) -> Saying | None:
    """« pour X, … » at the head of a sentence; « pour lui « … » » anywhere."""
    head = cue.head
    if head is None or unit.cast.is_document(unit.passage, head):
        return None
    last = unit.cast.words_of(unit.passage, head)[1]
    leading = not has_words(unit.passage, unit.first, cue.first - 1)
    if unit.tokens[head].pos == "PRON" and not leading:
        near = unit.passage.zones_in(last + 1, unit.stop - 1)
        if not near or unit.passage.opening(near[0]) - last > _NEAR:
            return None
        return told(unit.passage, last + 1, unit.stop - 1, cue)
    if unit.text_of(last + 1) == "(":
        last = next((t.i for t in unit.own(last, unit.stop) if t.text == ")"), last)
    if not leading or unit.text_of(last + 1) != ",":
        return None
    voice = voice_at(unit.passage, head, unit.cast)
    named = voice.entity is not None and voice.entity.kind in ("person", "organisation")
    quotes = unit.passage.zones_in(last, unit.stop - 1)
    return _told(unit, cue) if named or quotes or plain(unit.tokens[head]) == voice.name else None


def _told(unit: Unit, cue: Cue) -> Saying | None:
    head = cue.head if cue.head is not None else cue.last
    last = unit.cast.words_of(unit.passage, head)[1]
    before = cue.first - 1
    leading = not has_words(unit.passage, unit.first, before)
    if not leading and _is_parenthesis(unit, before):
        return told(unit.passage, unit.first, unit.stop - 1, cue)
    fresh = unit.tokens[max(0, before)].pos == "CCONJ"  # « …, mais selon X, … »
    if not leading and not fresh and has_finite(unit.passage, unit.first, before):
        first = _clause_start(unit, before)
        return told(unit.passage, without_link(unit.passage, first, before), before, cue)
    if not leading and before in unit.passage.quoted | {z + 1 for _, z in unit.passage.zones}:
        return None  # « une peine « aménageable » selon X, … »: only the words quoted are X's
    first = _behind(unit, last + 1)
    if first >= unit.stop or not has_finite(unit.passage, first, unit.stop - 1):
        return None
    return told(unit.passage, first, unit.stop - 1, cue)


def _is_parenthesis(unit: Unit, before: int) -> bool:
    """« il aurait, selon X, détourné … »: the source stands inside the verb group."""
    while before > unit.first and unit.tokens[before].pos == "PUNCT":
        before -= 1
    token = unit.tokens[before]
    return token.pos == "AUX" and token.head > before


def _behind(unit: Unit, i: int) -> int:
    """Where the words told start behind a source: after the comma, and after what describes it."""
    zones = unit.passage.zones_in(i, unit.stop - 1)
    colon = unit.passage.opening(zones[0]) - 1 if zones else 0
    said = any(is_finite(t) for t in unit.own(i, colon))
    if colon > i and unit.text_of(colon) == ":" and not said:
        return colon + 1
    commas = [t.i for t in unit.own(i, unit.stop) if t.text == ","]
    for comma in commas[:-1]:
        if not _describes(unit, comma + 1):
            return comma + 1
    return commas[-1] + 1 if commas else i


def _describes(unit: Unit, i: int) -> bool:
    """What describes a source behind a comma: « interrogé sur RFI », « maire de », a name."""
    token = unit.tokens[i]
    mention = unit.cast.mention(unit.passage, i + unit.cast.lists(unit.passage, i, "titles"))
    entity = mention.entity if mention is not None and mention.kind == "name" else None
    if entity is not None and entity.kind == "person" and mention is not None:
        behind = i - unit.passage.places[i][1] + mention.last + 1
        return unit.text_of(behind) == ","  # « son avocate, Me X, »
    participle = token.pos == "VERB" and token.feats.get("VerbForm") == "Part"
    indefinite = token.feats.get("Definite") == "Ind" and i + 1 < unit.stop
    noun = i + 1 if indefinite else i
    bare = unit.tokens[noun].pos == "NOUN" and unit.cast.lists(unit.passage, noun, "role_nouns")
    return participle or is_relative(token) or bare


def _clause_start(unit: Unit, last: int) -> int:
    """The start of what is told before a source: behind the last semicolon.

    Where somebody else speaks first (« X dit …, alors que P, selon Y »), behind the conjunction.
    """
    marks = [t.i for t in unit.own(unit.first, last) if t.text == ";"]
    start = marks[-1] + 1 if marks else unit.first
    others = list(plain_verbs(unit.passage, start, last, unit.language))
    openers = unit.language.words.list("conjunction_openers")
    for token in reversed(unit.own(start, last)):
        follows = unit.text_of(token.i - 1) == "," and plain(token) in openers
        if follows and any(g.last < token.i and g.frames & _TELLING for g in others):
            that = unit.language.words.list("that_words")
            return token.i + 1 + (plain(unit.tokens[token.i + 1]) in that)
    return start
