"""How much a card is worth: the chance that a reader of the news accepts it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from quizgen.language import Language
from quizgen.model import Document
from quizgen.questions.traits import traits
from quizgen.questions.wording import Wording

WEIGHTS: Mapping[str, float] = {
    "dated": 0.77,
    "year": 0.17,
    "names": 0.31,
    "commas": 0.11,
    "brackets": -0.34,
    "quoted": 0.56,
    "quoted_gap": 0.06,
    "one_word": -0.66,
    "many_words": 0.07,
    "definite": -0.56,
    "past_perfect": -0.36,
    "attributed": -0.34,
    "late": -0.30,
    "minor": -0.48,
}
"""What each trait adds to the log-odds of acceptance, fitted by `training/worth.py`."""


OFFSET = 0.63
"""What the traits of a usual card add."""


def worth(document: Document, wording: Wording, language: Language) -> float:
    """From 0 to 1: a rule's own worth is the share accepted of its usual cards."""
    base = min(max(wording.rule.worth, 0.01), 0.99)
    seen = traits(document, wording, language)
    odds = (
        math.log(base / (1 - base))
        - OFFSET
        + sum(WEIGHTS.get(name, 0.0) * seen[name] for name in seen)
    )
    return 1 / (1 + math.exp(-odds))
