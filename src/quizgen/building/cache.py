"""What was found in articles, kept in files so that an unchanged one is not read again."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from quizgen.building.harvests import dump, load
from quizgen.files import write_atomically
from quizgen.pipeline import Harvest

_DAYS = 7  # that an entry is kept which no deck uses


@dataclass(frozen=True, slots=True)
class HarvestCache:
    """Harvests by keys: those of `folders`, of which the first is the one that is written to."""

    folders: tuple[Path, ...]

    def has(self, key: str) -> bool:
        """Whether there is an entry."""
        return any(_path(folder, key).exists() for folder in self.folders)

    def get(self, key: str) -> Harvest | None:
        """An entry; None where there is none or it is damaged."""
        for folder in self.folders:
            try:
                return load(_path(folder, key).read_text(encoding="utf-8"))
            except (OSError, ValueError, KeyError, TypeError):
                continue
        return None

    def put(self, key: str, harvest: Harvest) -> None:
        """Keep an entry."""
        content = dump(harvest).encode("utf-8", "surrogatepass")
        write_atomically(_path(self.folders[0], key), content)

    def prune(self, used: Collection[str]) -> None:
        """Delete old entries that are not used; ever the same articles take no more space."""
        oldest = time.time() - _DAYS * 86_400
        for path in self.folders[0].glob("*.json"):
            if path.stem not in used and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)


def _path(folder: Path, key: str) -> Path:
    return folder / f"{key}.json"
