"""How much a card is worth: the chance that a reader of the news accepts it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from quizgen.language import Language
from quizgen.model import Document
from quizgen.questions.traits import traits
from quizgen.questions.wording import Wording

WEIGHTS: Mapping[str, float] = {
    "dated": 0.70,
    "year": 0.35,
    "names": 0.19,
    "long": 0.01,
    "long_gap": 0.03,
    "commas": -0.35,
    "brackets": 0.13,
    "quoted": 0.58,
    "quoted_gap": -0.42,
    "one_word": -0.42,
    "many_words": -0.09,
    "definite": -0.39,
    "past_perfect": -0.46,
    "attributed": -0.17,
    "lead": 0.37,
    "late": -0.24,
    "slips": -0.36,
    "topic": 0.33,
    "sure": 0.20,
    "central": 0.33,
}
"""What each trait adds to the log-odds of acceptance, fitted by `training/worth.py`."""


OFFSET = 1.20
"""What the traits of a usual card add."""


def worth(document: Document, wording: Wording, language: Language) -> float:
    """From 0 to 1: a rule's own worth is the share accepted of its usual cards."""
    base = min(max(wording.rule.worth, 0.01), 0.99)
    seen = traits(document, wording, language)
    odds = math.log(base / (1 - base)) - OFFSET + sum(WEIGHTS[name] * seen[name] for name in seen)
    return 1 / (1 + math.exp(-odds))
