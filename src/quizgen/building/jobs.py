"""Decks that a build was asked for, and which of them are as they would be built."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quizgen.building.fingerprints import engine
from quizgen.building.states import State, read_state

OWN_FOLDER = ".quizgen"


@dataclass(frozen=True, slots=True)
class Job:
    """One deck: its spec, where its files go (without suffix), and its state if it has one."""

    spec: Path
    stem: Path
    state: State | None

    @property
    def state_path(self) -> Path:
        """Where the state is kept."""
        return self.stem.parent / OWN_FOLDER / "decks" / f"{self.stem.name}.json"


def open_job(spec: Path, stem: Path, pipeline: str | None) -> Job:
    """A deck to be built; it has its state only where there is nothing to do."""
    job = Job(spec, stem, None)
    state = read_state(job.state_path)
    current = state is not None and state.is_current(spec, engine(pipeline).decks)
    return Job(spec, stem, state if current else None)


def articles_folder(output: Path) -> Path:
    """Where what was found in articles is kept."""
    return output / OWN_FOLDER / "articles"
