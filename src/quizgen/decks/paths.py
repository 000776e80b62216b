"""Paths of articles in a deck spec."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.yamlfile import Located
from quizgen.yamlfile.shapes import Text


@dataclass(frozen=True, slots=True)
class ArticlePath:
    """The path of an article, looked for beside the spec, then in the folder above."""

    def read(self, place: Located, name: str) -> Path:
        """The path from the current folder."""
        written = Text().read(place, name)
        folder = Path(place.path).parent
        tried = [Path(os.path.normpath(base / written)) for base in (folder, folder.parent)]
        path = next((p for p in tried if os.path.isfile(p)), None)
        if path is None:
            raise place.error(f"there is no such file: {written}", "paths count from this file")
        return path

    def schema(self) -> dict[str, Any]:
        """A string."""
        return Text().schema()
