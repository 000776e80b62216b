"""Anki packages: note types, notes, and the file that carries them."""

from quizgen.exporters.anki.export import (
    Fingerprints,
    export_anki,
    export_together,
    fingerprints,
)
from quizgen.exporters.anki.labels import LABELS
from quizgen.exporters.anki.text import export_text

__all__ = [
    "LABELS",
    "Fingerprints",
    "export_anki",
    "export_text",
    "export_together",
    "fingerprints",
]
