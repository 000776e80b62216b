"""The article of a web page as Markdown-like text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

from quizgen.reading.front_matter import Details, make_details
from quizgen.reading.markup import defuse

_MENUS = {"nav", "header", "footer", "aside", "form", "button", "select", "dialog"}
_SKIPPED = _MENUS | {"script", "style", "noscript", "template", "svg", "figure", "iframe", "table"}
_HEADINGS = {f"h{n}": "#" * n + " " for n in range(1, 7)}
_MARKS = {**_HEADINGS, "p": "", "li": "- ", "blockquote": ""}
_CONTAINERS = {"title", "body", "main", "article", "section", "div", "ul", "ol", "dl", "dd", "dt"}
_BOUNDARIES = _MARKS.keys() | _CONTAINERS | _SKIPPED
_VOID = {"meta", "br", "hr", "img", "input", "link", "source", "wbr"}
_META = {
    "og:title": "title",
    "og:site_name": "publisher",
    "author": "author",
    "article:author": "author",
    "article:published_time": "published",
    "date": "published",
    "dc.date": "published",
    "og:url": "url",
}
_SPACES = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some words with the element that they stand in, and what encloses it."""

    tag: str
    text: str
    in_article: bool
    in_main: bool


def extract(page: str) -> tuple[Details, str]:
    """What a page says about itself, and its article: headings as `#` lines, paragraphs, lists.

    The text of `<article>` is taken, else that of `<main>`, else all; menus, forms, captions and
    scripts are left out.
    """
    reader = _Reader()
    reader.feed(defuse(page))
    reader.close()
    reader.flush()
    pieces = reader.pieces
    for chosen in ([p for p in pieces if p.in_article], [p for p in pieces if p.in_main]):
        if any(p.tag == "p" for p in chosen):
            pieces = chosen
            break
    if any(p.tag == "p" for p in pieces):
        pieces = [p for p in pieces if p.tag in _MARKS]
    lines = [_MARKS.get(p.tag, "") + p.text for p in pieces]
    values = reader.details | {"title": reader.headline or reader.details.get("title", "")}
    return make_details(values), "\n\n".join(lines) + "\n"


class _Reader(HTMLParser):
    """Collects pieces; counts open elements to know what to skip."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[_Piece] = []
        self.details: dict[str, str] = {}
        self.headline = ""
        self._open: Counter[str] = Counter()
        self._tags: list[str] = [""]
        self._text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._note(tag, {name: value or "" for name, value in attrs})
            return
        if tag == "html":
            self.details["language"] = dict(attrs).get("lang") or ""
        if tag in _BOUNDARIES:
            self.flush()
            self._tags.append(tag)
        self._open[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if not self._open[tag]:
            return
        if tag not in _BOUNDARIES:
            self._open[tag] -= 1
            return
        self.flush()
        inner = ""
        while inner != tag:  # what stands open inside ends as well
            inner = self._tags.pop()
            self._open[inner] -= 1

    def handle_data(self, data: str) -> None:
        if self._tags[-1] in ("title", "h1") or not any(self._open[tag] for tag in _SKIPPED):
            self._text.append(data)

    def flush(self) -> None:
        """Put away the words read since the last boundary."""
        text = _SPACES.sub(" ", "".join(self._text)).strip(" ")
        self._text.clear()
        tag = self._tags[-1]
        if not text:
            return
        if tag == "title":
            self.details.setdefault("title", text)
            return
        if tag == "h1":
            self.headline = self.headline or text
        if not any(self._open[skipped] for skipped in _SKIPPED):
            article, main = self._open["article"] > 0, self._open["main"] > 0
            self.pieces.append(_Piece(tag, text, article, main))

    def _note(self, tag: str, values: dict[str, str]) -> None:
        """Take what an element without content says."""
        name = _META.get((values.get("property") or values.get("name") or "").lower())
        if tag == "meta" and name and (name == "title" or name not in self.details):
            self.details[name] = values.get("content", "")
        elif tag == "br":
            self._text.append(" ")
        elif tag == "hr":
            self.flush()
