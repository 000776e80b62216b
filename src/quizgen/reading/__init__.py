"""Reading articles: files as `Source`s, their blocks, and whether they are in a language."""

from quizgen.reading.blocks import mark_boilerplate, split_blocks
from quizgen.reading.language_check import looks_like
from quizgen.reading.sources import LIMIT, check_source, parse_source, read_bytes, read_source, slug

__all__ = [
    "LIMIT",
    "check_source",
    "looks_like",
    "mark_boilerplate",
    "parse_source",
    "read_bytes",
    "read_source",
    "slug",
    "split_blocks",
]
