"""The bulk news: text to learn from, never to copy."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

FIELDS = ("h1", "desc")


def paragraphs(bulk: Path) -> Iterator[str]:
    """Yield the title, description and paragraphs of every page."""
    for path in sorted(bulk.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as pages:
            for page in map(json.loads, pages):
                yield from (page[field] for field in FIELDS if page.get(field))
                yield from page.get("ps") or ()
