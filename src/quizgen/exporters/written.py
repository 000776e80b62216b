"""What an exporter tells of its work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, and notes on what somebody may have expected otherwise."""

    paths: tuple[Path, ...]
    notes: tuple[str, ...] = ()
