"""What else a clause tells of its time and occasion, which decides what can be asked of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from quizgen.facts.periods import date_patterns
from quizgen.language import Language
from quizgen.model import Clause, Constituent, Sentence

_LONGEST_MARKER = 3  # words
_PLACES = ("oblique", "adverbial", "adverb")


def has_occasion(
    sentence: Sentence, clause: Clause, language: Language, without: Collection[int] = ()
) -> bool:
    """« lors du sommet », « devant les députés »: what tells a deed from others of its kind."""
    return any(
        _opens_with(sentence, c, language.words.list("occasion_markers"))
        for c in _beside(clause, without)
    )


def is_dated(
    sentence: Sentence, clause: Clause, language: Language, without: Collection[int] = ()
) -> bool:
    """Whether an adverbial of the clause is a date."""
    patterns = date_patterns(language, "dates")
    texts = [_text(sentence, c) for c in _beside(clause, without)]
    return any(pattern.match(text) for pattern, _ in patterns for text in texts)


def tells_hour(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """« à 14 heures », « de 21h à 6h »: an appointment, of which nobody learns the day."""
    units, before = language.words.list("clock_units"), language.words.list("clock_prepositions")
    pattern = _clock(tuple(sorted(units)), tuple(sorted(before)))
    return any(pattern.search(_text(sentence, c)) for c in _beside(clause, ()))


@lru_cache(maxsize=2)
def _clock(units: tuple[str, ...], before: tuple[str, ...]) -> re.Pattern[str]:
    after = "|".join(map(re.escape, units))
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(before)}) ?\d{{1,2}} ?(?:{after})(?![a-z])")


def _beside(clause: Clause, without: Collection[int]) -> Iterator[Constituent]:
    """The adverbials of a clause that hold none of some words."""
    for constituent in clause.constituents:
        if constituent.role in _PLACES and not set(constituent.tokens) & set(without):
            yield constituent


def _text(sentence: Sentence, constituent: Constituent) -> str:
    words = [sentence.tokens[i] for i in constituent.tokens if sentence.tokens[i].text != ","]
    return " ".join(t.text for t in words).replace("’", "'").replace("' ", "'")


def _opens_with(
    sentence: Sentence, constituent: Constituent, markers: Collection[str]
) -> bool:
    words = _text(sentence, constituent).lower().split()
    openings = {" ".join(words[:n]) for n in range(1, _LONGEST_MARKER + 1)}
    return bool(openings & set(markers))
