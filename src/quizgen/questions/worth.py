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
    "year": 0.31,
    "names": 0.09,
    "long": 0.09,
    "long_gap": 0.10,
    "commas": -0.40,
    "brackets": 0.03,
    "quoted": 0.45,
    "quoted_gap": -0.47,
    "one_word": -0.33,
    "many_words": -0.03,
    "definite": -0.44,
    "past_perfect": -0.38,
    "attributed": -0.10,
    "lead": 0.32,
    "late": -0.25,
    "slips": -0.41,
    "topic": 0.36,
    "sure": 0.12,
    "central": 0.33,
}
"""What each trait adds to the log-odds of acceptance, fitted by `training/worth.py`."""


OFFSET = 1.11
"""What the traits of a usual card add."""


def worth(document: Document, wording: Wording, language: Language) -> float:
    """From 0 to 1: a rule's own worth is the share accepted of its usual cards."""
    base = min(max(wording.rule.worth, 0.01), 0.99)
    seen = traits(document, wording, language)
    odds = math.log(base / (1 - base)) - OFFSET + sum(WEIGHTS[name] * seen[name] for name in seen)
    return 1 / (1 + math.exp(-odds))
