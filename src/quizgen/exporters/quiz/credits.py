"""Where the articles of a quiz come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.exporters.publication import published_on
from quizgen.model import Source


@dataclass(frozen=True, slots=True)
class Credit:
    """Where an article comes from; `link` is the address when a reader may safely follow it."""

    title: str
    rest: tuple[str, ...]
    address: str
    link: str


def credit_source(source: Source, labels: Mapping[str, str]) -> Credit:
    """Gather what the sheet says of an article."""
    published = published_on(source, labels)
    rest = (source.author, source.publisher, published, source.licence)
    # Anything but a web address (javascript:, data:) is shown and not followed.
    link = source.url if re.match(r"https?://", source.url, re.IGNORECASE) else ""
    return Credit(source.title, tuple(dict.fromkeys(filter(None, rest))), source.url, link)
