"""Why a card was not made."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.model import Fact


class Withheld(Exception):  # noqa: N818 - a decision, not an error
    """Raised where no right question can be built; the message is the reason."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A rule that stayed silent on a fact, and why."""

    rule: str
    fact: Fact
    reason: str
