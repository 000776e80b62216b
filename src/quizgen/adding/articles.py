"""An article that is to be added, wherever it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from quizgen.adding.fetch import Page, fetch
from quizgen.adding.pages import read_page
from quizgen.errors import QuizgenError
from quizgen.reading import parse_source, read_bytes, slug
from quizgen.reading.front_matter import KEYS, Details, make_details, read_front_matter
from quizgen.reading.sources import decode, is_page

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Article:
    """An article with what is known of it; `name` is what its files are called.

    `others` are keys of its front matter that are no concern of ours.
    """

    name: str
    details: Details
    body: str
    others: Mapping[str, Any] = field(default_factory=dict)

    def with_details(self, values: Mapping[str, Any]) -> Article:
        """The article with some details replaced by those given."""
        return replace(self, details=replace(self.details, **values))


def article_of(place: str, *, private: bool = False) -> Article:
    """Read an article: a file, an address of http or https, or "-" for standard input.

    Raises QuizgenError for what is no article; see `fetch` for `private`.
    """
    if "://" in place:
        article = _of_page(fetch(place, private=private))
    else:
        raw = read_bytes(place)
        page = is_page(raw[:2000].decode("utf-8", "replace"), place)
        article = _of_html(raw, place) if page else _of_text(raw, place)
    if not article.body.strip():
        raise QuizgenError("no cards, because there is no text", path=place)
    stem = "" if place == "-" or "://" in place else Path(place).stem
    return replace(article, name=_short(slug(stem or article.details.title)))


def _of_page(page: Page) -> Article:
    if page.is_html:
        content = page.content.decode(page.charset, "replace") if page.charset else page.content
        article = _of_html(content, page.url)
    else:
        article = _of_text(page.content, page.url)
    details = article.details
    return replace(article, details=replace(details, url=details.url or page.url))


def _of_html(page: bytes | str, path: str) -> Article:
    return Article("", *read_page(page, path))


def _of_text(raw: bytes, path: str) -> Article:
    values, body = read_front_matter(decode(raw, path), path)
    others = {key: value for key, value in values.items() if key not in KEYS}
    details = make_details(values)
    if not details.title and path != "-":
        details = replace(details, title=parse_source(raw, path).title)
    return Article("", details, body, others)


def _short(name: str) -> str:
    """A name of a length that is handy, cut between words."""
    if len(name) <= _LONGEST_NAME:
        return name
    return name[: _LONGEST_NAME + 1].rpartition("-")[0] or name[:_LONGEST_NAME]
