"""Anki packages: note types, notes, and the file that carries them."""

from quizgen.exporters.anki.export import Fingerprints, export_anki, fingerprints
from quizgen.exporters.anki.labels import LABELS
from quizgen.exporters.anki.times import Times

__all__ = ["LABELS", "Fingerprints", "Times", "export_anki", "fingerprints"]
