"""The article of a web page, found by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quizgen.errors import QuizgenError
from quizgen.reading.front_matter import Details, make_details
from quizgen.reading.webpage import extract

_FEWEST_WORDS = 20
_DATES = {"original_date": True, "extensive_search": False}
_LEVEL = re.compile(r"h([1-6])")


def read_page(page: bytes | str, path: str) -> tuple[Details, str]:
    """What a page says about itself, and its article: headings as `#` lines, paragraphs, lists.

    Raises QuizgenError where no article is found, or trafilatura is not installed.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise QuizgenError(
            "web pages are read with trafilatura, which is not installed",
            path=path,
            hint="pip install 'quizgen[web]'",
        ) from error
    found: Any = bare_extraction(
        page,
        include_comments=False,
        include_tables=False,
        include_formatting=True,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    lines = [] if found is None or found.body is None else list(_lines(found.body))
    if sum(len(line.split()) for line in lines) < _FEWEST_WORDS:
        raise QuizgenError("no article is found on this page", path=path)
    values = found.as_dict()
    values |= {"publisher": values["sitename"], "published": values["date"]}
    values |= {"licence": values["license"]}
    said, _ = extract(page if isinstance(page, str) else page.decode("utf-8", "replace"))
    title = str(values["title"] or "")
    lines = [line for line in lines if line.lstrip("# ") != title]
    return said.updated(make_details(values)), "\n\n".join(lines) + "\n"


def _lines(body: Any) -> Iterator[str]:
    """The paragraphs of trafilatura's tree, whose elements are named as in TEI."""
    for element in body:
        words = " ".join("".join(element.itertext()).split())
        if element.tag == "list":
            items = (" ".join("".join(item.itertext()).split()) for item in element)
            yield from (f"- {item}" for item in items if item)
        elif element.tag == "quote" and len(element):
            yield from _lines(element)
        elif words and element.tag == "head":
            level = _LEVEL.search(element.get("rend") or "")
            yield f"{'#' * int(level[1]) if level else '##'} {words}"
        elif words:
            yield words
