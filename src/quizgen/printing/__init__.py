"""What a deck may ask of its printed quiz, from a deck spec, a flag or a mapping."""

from __future__ import annotations

from quizgen.printing.options import OPTIONS, PrintOptions, read_flag, read_options, read_print
from quizgen.printing.values import SECTIONS, OptionError, Section

__all__ = [
    "OPTIONS",
    "SECTIONS",
    "OptionError",
    "PrintOptions",
    "Section",
    "read_flag",
    "read_options",
    "read_print",
]
