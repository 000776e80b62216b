"""Waiting until somebody changes a spec or an article."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from quizgen.building.states import stamp

_PAUSE = 0.4  # seconds between two looks

Look = dict[Path, tuple[int, int]]


def look(paths: Iterable[Path]) -> Look:
    """How some files are now."""
    return {path: stamp(path) for path in paths}


def wait_for_change(before: Look, paths: Callable[[], Iterable[Path]]) -> None:
    """Return when files are other than before, and nobody is writing to them any more."""
    while (now := look(paths())) == before:
        time.sleep(_PAUSE)
    while True:
        time.sleep(_PAUSE)
        if (later := look(paths())) == now:
            return
        now = later
