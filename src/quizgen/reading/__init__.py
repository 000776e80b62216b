"""Reading articles: files as `Source`s, their blocks, and whether they are in a language."""

from quizgen.reading.blocks import mark_boilerplate, split_blocks
from quizgen.reading.language_check import looks_like
from quizgen.reading.sources import LIMIT, read_source

__all__ = ["LIMIT", "looks_like", "mark_boilerplate", "read_source", "split_blocks"]
