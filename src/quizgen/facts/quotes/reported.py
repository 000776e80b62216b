"""Quotations behind a plain verb: says that …, says to have …, denounces « … », explains: …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.analysis.tree import children
from quizgen.facts.quotes.clauses import clause, infinitive
from quizgen.facts.quotes.cues import Group, plain, plain_verbs
from quizgen.facts.quotes.incises import Incise
from quizgen.facts.quotes.passages import has_finite
from quizgen.facts.quotes.quoted_phrases import quoted_phrase
from quizgen.facts.quotes.sayings import Saying, cue_of, told
from quizgen.facts.quotes.subjects import subject_of
from quizgen.facts.quotes.units import Unit
from quizgen.facts.quotes.verbs import is_negated, is_told

_DECLARING = frozenset({"that", "infinitive"})
_OPINIONS = frozenset({"think"})
_ONLY_QUOTED = frozenset({"noun", "as", "direct", "hearsay"})


def find_reported(unit: Unit, incises: Sequence[Incise]) -> Iterator[Saying]:
    """What the plain verbs of saying of a unit tell, in order."""
    taken = {i for n in incises for i in range(n.group.first, n.group.last + 1)}
    for group in plain_verbs(unit.passage, unit.first, unit.stop, unit.language):
        if group.verb in taken or not is_told(unit.passage, group.verb):
            continue
        head = subject_of(unit, group.verb, incises)
        if head is not None and _may_speak(unit, head):
            saying = _saying(unit, group, head)
            if saying is not None:
                yield saying


def _may_speak(unit: Unit, head: int) -> bool:
    token, words = unit.tokens[head], unit.language.words
    word = plain(token)
    if word in words.list("nobody_pronouns") or word in words.list("first_second_person"):
        return False
    return token.pos != "PRON" or unit.cast.is_source(unit.passage, head)


def _saying(unit: Unit, group: Group, head: int) -> Saying | None:
    known = unit.cast.is_source(unit.passage, head)
    if group.frames >= _DECLARING and unit.tokens[head].pos in ("NOUN", "ADJ", "VERB"):
        known = True  # only people declare, whatever the noun
    spans = [clause(unit, group)] if "that" in group.frames else []
    if known:
        if "infinitive" in group.frames:
            spans.append(infinitive(unit, group))
        spans.append(quoted_phrase(unit, group))
        if "that" in group.frames:
            spans.append(_after_colon(unit, group))
    for span in spans:
        saying = told(unit.passage, *span, cue_of(group, head)) if span is not None else None
        if saying is not None and _stands(unit, group, saying):
            return saying
    return None


def _stands(unit: Unit, group: Group, saying: Saying) -> bool:
    """Without quotation marks, only affirmed words of a proper verb of saying count."""
    if saying.mode != "indirect":
        return True
    if group.frames & _OPINIONS or not group.frames - _ONLY_QUOTED:
        return False
    markers = [plain(t) for t in children(unit.words, group.verb, "mark", "case")]
    without = unit.language.words.list("denying_words")
    return not is_negated(unit.passage, group.verb) and not without.intersection(markers)


def _after_colon(unit: Unit, group: Group) -> tuple[int, int] | None:
    """« a vanté ce plan : il réduit … »: the object and what explains it."""
    colon = next((t.i for t in unit.own(group.last + 1, unit.stop) if t.text == ":"), None)
    if colon is None or {colon + 1, colon + 2} & unit.passage.quoted or colon + 1 >= unit.stop:
        return None
    if has_finite(unit.passage, group.last + 1, colon):
        return None
    if not has_finite(unit.passage, colon, unit.stop - 1):
        return None
    first = group.last + 1
    while first < colon and unit.tokens[first].pos in ("ADV", "ADP"):
        first += 1
    return (first if first < colon else colon + 1), unit.stop - 1
