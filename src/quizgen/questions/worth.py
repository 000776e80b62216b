"""How much a card is worth: the chance that a reader of the news accepts it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from quizgen.language import Language
from quizgen.model import Document
from quizgen.questions.traits import traits
from quizgen.questions.wording import Wording

WEIGHTS: Mapping[str, float] = {
    "dated": 0.69,
    "year": 0.32,
    "names": 0.12,
    "long": 0.33,
    "long_gap": -0.32,
    "commas": -0.13,
    "brackets": -0.07,
    "quoted": 0.63,
    "quoted_gap": -0.38,
    "one_word": -0.53,
    "many_words": -0.15,
    "definite": -0.43,
    "past_perfect": -0.49,
    "attributed": -0.31,
    "lead": 0.41,
    "late": -0.18,
    "minor": 0.05,
    "slips": -0.41,
    "topic": 0.56,
    "sure": 0.22,
    "central": 0.56,
}
"""What each trait adds to the log-odds of acceptance, fitted by `training/worth.py`."""


OFFSET = 1.52
"""What the traits of a usual card add."""


def worth(document: Document, wording: Wording, language: Language) -> float:
    """From 0 to 1: a rule's own worth is the share accepted of its usual cards."""
    base = min(max(wording.rule.worth, 0.01), 0.99)
    seen = traits(document, wording, language)
    odds = math.log(base / (1 - base)) - OFFSET + sum(WEIGHTS[name] * seen[name] for name in seen)
    return 1 / (1 + math.exp(-odds))
