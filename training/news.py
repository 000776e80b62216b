"""The bulk news: text to learn from, never to copy."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

FIELDS = ("h1", "desc")


def pages(bulk: Path) -> Iterator[list[str]]:
    """Yield the texts of each page: title, description and paragraphs."""
    for path in sorted(bulk.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for page in map(json.loads, lines):
                yield [*(page[f] for f in FIELDS if page.get(f)), *(page.get("ps") or ())]


def paragraphs(bulk: Path) -> Iterator[str]:
    """Yield the title, description and paragraphs of every page, one after the other."""
    for page in pages(bulk):
        yield from page
