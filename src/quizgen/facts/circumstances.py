"""What else a clause tells of its time and occasion, which decides what can be asked of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.analysis.tree import child
from quizgen.facts.periods import date_patterns
from quizgen.facts.targets import Site
from quizgen.model import Constituent, Sentence

_LONGEST_MARKER = 3  # words
_PLACES = ("oblique", "adverbial", "adverb")


def occasion_of(site: Site) -> tuple[int, ...]:
    """« lors du sommet », « devant les députés »: what tells a deed from others of its kind.

    « lors d'une visite » does not.
    """
    for constituent in _beside(site):
        article = child(site.sentence, constituent.head, "det")
        open_noun = article is not None and article.feats.get("Definite") == "Ind"
        if _is_occasion(site, constituent) and not open_noun:
            return constituent.tokens
    return ()


def decided_by(site: Site) -> tuple[int, ...]:
    """The day or the occasion: « Qu'a annoncé X ? » has many right answers without it."""
    patterns = date_patterns(site.language, "dates")
    for constituent in _beside(site):
        text = _text(site.sentence, constituent)
        if any(pattern.match(text) for pattern, _ in patterns):
            return constituent.tokens
    return occasion_of(site)


def tells_hour(site: Site) -> bool:
    """« à 14 heures », « de 21h à 6h »: an appointment, of which nobody learns the day."""
    words = site.language.words
    units, before = words.list("clock_units"), words.list("clock_prepositions")
    pattern = _clock(tuple(sorted(units)), tuple(sorted(before)))
    return any(pattern.search(_text(site.sentence, c)) for c in _beside(site))


@lru_cache(maxsize=2)
def _clock(units: tuple[str, ...], before: tuple[str, ...]) -> re.Pattern[str]:
    after = "|".join(map(re.escape, units))
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(before)}) ?\d{{1,2}} ?(?:{after})(?![a-z])")


def _beside(site: Site) -> Iterator[Constituent]:
    """The other adverbials of the clause."""
    for constituent in site.clause.constituents:
        if constituent.role in _PLACES and constituent is not site.constituent:
            yield constituent


def _text(sentence: Sentence, constituent: Constituent) -> str:
    words = [sentence.tokens[i] for i in constituent.tokens if sentence.tokens[i].text != ","]
    return " ".join(t.text for t in words).replace("’", "'").replace("' ", "'")


def _is_occasion(site: Site, constituent: Constituent) -> bool:
    words = _text(site.sentence, constituent).lower().split()
    openings = {" ".join(words[:n]) for n in range(1, _LONGEST_MARKER + 1)}
    return bool(openings & site.language.words.list("occasion_markers"))


def adds_to_another(site: Site) -> bool:
    """« résulte également de … »: what is told is one answer among others."""
    adding = site.language.words.list("adding_adverbs")
    verbs = {site.clause.head, *site.clause.verbs}
    return any(
        t.head in verbs and t.text.lower() in adding and t.pos == "ADV"
        for t in site.sentence.tokens
    )
