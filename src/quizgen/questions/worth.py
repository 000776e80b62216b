"""How much a card is worth: the chance that a reader of the news accepts it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from quizgen.language import Language
from quizgen.model import Document
from quizgen.questions.traits import traits
from quizgen.questions.wording import Wording

WEIGHTS: Mapping[str, float] = {
    "dated": 0.68,
    "year": 0.22,
    "names": 0.27,
    "brackets": -0.50,
    "quoted": 0.62,
    "one_word": -0.71,
    "many_words": 0.09,
    "definite": -0.50,
    "past_perfect": -0.38,
    "attributed": -0.35,
    "late": -0.24,
    "minor": -0.36,
    "slips": -0.74,
    "topic": 0.37,
    "sure": 0.08,
    "central": 0.58,
}
"""What each trait adds to the log-odds of acceptance, fitted by `training/worth.py`."""


OFFSET = 1.06
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
