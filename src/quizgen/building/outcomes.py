"""What became of a deck that was to be built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.building.jobs import Job
    from quizgen.cards import Deck
    from quizgen.errors import QuizgenError
    from quizgen.language import Language
    from quizgen.lock import Changes


@dataclass(frozen=True, slots=True)
class Outcome:
    """A fault, or the deck with what changed since it was published; neither if it is current.

    `notes` tell what is no fault and yet should be known.
    """

    job: Job
    fault: QuizgenError | None = None
    deck: Deck | None = None
    language: Language | None = None
    changes: Changes | None = None
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
