"""What a deck was built of, kept beside its files: by it the next build knows what to do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from quizgen.building.fingerprints import hash_file
from quizgen.files import write_atomically


@dataclass(frozen=True, slots=True)
class State:
    """A deck as built: hashes of its inputs, size and time (ns) of its files, keys of articles.

    `engine` is a hash of the program. Paths are written as they were given. `notes` are told
    again by every build that has nothing to do.
    """

    spec: str
    engine: str
    inputs: Mapping[str, str]
    outputs: Mapping[str, tuple[int, int]]
    articles: tuple[str, ...]
    cards: int
    notes: tuple[str, ...] = ()

    def is_current(self, spec: Path, engine: str) -> bool:
        """Whether a build would give just what is there."""
        return (
            self.spec == str(spec)
            and self.engine == engine
            and all(stamp(Path(path)) == was for path, was in self.outputs.items())
            and all(hash_file(Path(path)) == was for path, was in self.inputs.items())
        )


def stamp(path: Path) -> tuple[int, int]:
    """Size and time of change (ns) of a file, zeros where there is none."""
    try:
        stat = path.stat()
    except OSError:
        return 0, 0
    return stat.st_size, stat.st_mtime_ns


def read_state(path: Path) -> State | None:
    """Read a state; None where there is none or it is damaged."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        found["outputs"] = {key: tuple(value) for key, value in found["outputs"].items()}
        found |= {key: tuple(found[key]) for key in ("articles", "notes")}
        return State(**found)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_state(path: Path, state: State) -> None:
    """Write a state, whole or not at all."""
    write_atomically(path, json.dumps(asdict(state), indent=1).encode("utf-8", "surrogatepass"))


def used_articles(paths: Iterable[Path]) -> frozenset[str]:
    """The keys of all articles that the decks of some states use; a lost deck's state goes."""
    used: set[str] = set()
    for path in paths:
        state = read_state(path)
        if state and Path(state.spec).exists():
            used |= set(state.articles)
        else:
            path.unlink(missing_ok=True)
    return frozenset(used)
