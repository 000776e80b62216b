"""How much a card is worth: the chance that a reader of the news accepts it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from quizgen.language import Language
from quizgen.model import Document
from quizgen.questions.traits import traits
from quizgen.questions.wording import Wording

WEIGHTS: Mapping[str, float] = {
    "dated": 0.65,
    "year": 0.38,
    "names": 0.20,
    "long": 0.24,
    "long_gap": -0.20,
    "commas": -0.25,
    "brackets": 0.02,
    "quoted": 0.46,
    "quoted_gap": -0.40,
    "one_word": -0.46,
    "many_words": -0.08,
    "definite": -0.40,
    "past_perfect": -0.51,
    "attributed": -0.28,
    "lead": 0.43,
    "late": -0.25,
    "slips": -0.44,
    "topic": 0.60,
    "sure": 0.25,
    "central": 0.40,
}
"""What each trait adds to the log-odds of acceptance, fitted by `training/worth.py`."""


OFFSET = 1.47
"""What the traits of a usual card add."""


def worth(document: Document, wording: Wording, language: Language) -> float:
    """From 0 to 1: a rule's own worth is the share accepted of its usual cards."""
    base = min(max(wording.rule.worth, 0.01), 0.99)
    seen = traits(document, wording, language)
    odds = math.log(base / (1 - base)) - OFFSET + sum(WEIGHTS[name] * seen[name] for name in seen)
    return 1 / (1 + math.exp(-odds))
