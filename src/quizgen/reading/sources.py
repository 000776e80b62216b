"""A file, or standard input, as a `Source`.

The body is the text after the front matter with its line ends as stored; a UTF-8 byte order mark
is not part of it. Of a web page, the body is the Markdown-like text that `webpage` extracts.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

from quizgen.errors import Faults, QuizgenError
from quizgen.model import Block, Source
from quizgen.reading.blocks import split_blocks
from quizgen.reading.front_matter import Details, check_front_matter, split_front_matter
from quizgen.reading.webpage import extract

# Characters of the longest text that is read: some twenty long press articles. The time that
# analysis takes may grow with the square of the length, where a text is none that anybody wrote.
LIMIT = 200_000
PAGE_LIMIT = 5_000_000  # characters of the longest web page, nearly all of it markup and scripts
DEFAULT_LANGUAGE = "fr"

_PAGE = ("<!doctype html", "<html")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def read_source(path: Path | str, language: str = "") -> Source:
    """Read an article: plain text, Markdown or HTML, or "-" for standard input.

    `language` is that of an article that does not say its own. Raises QuizgenError for what is no
    article: nothing there, no text, not UTF-8, over `LIMIT` characters, broken front matter.
    """
    return parse_source(read_bytes(path), path, language)


def parse_source(raw: bytes, path: Path | str, language: str = "") -> Source:
    """Make a source of the content of a file; see `read_source`."""
    details, body = split_article(raw, path)
    if not body.strip():
        raise QuizgenError("no cards, because there is no text", path=path)
    blocks = split_blocks(body)
    stem = "stdin" if str(path) == "-" else Path(path).stem
    return Source(
        id=slug(stem),
        path=str(path),
        body=body,
        blocks=blocks,
        language=details.language or language or DEFAULT_LANGUAGE,
        title=details.title or _first_heading(body, blocks) or stem,
        publisher=details.publisher,
        author=details.author,
        published=details.published,
        issued=details.issued,
        url=details.url,
        licence=details.licence,
    )


def check_source(path: Path | str, language: str = "") -> Source:
    """Read an article strictly: every fault is told, also those that reading passes over."""
    raw = read_bytes(path)
    faults = Faults()
    with faults:
        check_front_matter(decode(raw, path), path)
    faults.settle()
    return parse_source(raw, path, language)


def split_article(raw: bytes, path: Path | str) -> tuple[Details, str]:
    """What is known of an article, and its body; of a web page, both are extracted."""
    text = decode(raw, path)
    details, body = split_front_matter(text, path)
    if is_page(body, path):
        page, body = extract(body)
        details = page.updated(details)
        if len(body) > LIMIT:
            raise _too_long(path, LIMIT)
    return details, body


def is_page(text: str, path: Path | str) -> bool:
    """Whether a text is HTML, by its name or its beginning."""
    named = Path(path).suffix.lower() in (".html", ".htm")
    return named or text[:1000].lstrip().lower().startswith(_PAGE)


def slug(name: str) -> str:
    """Make an id of lower-case ASCII letters, digits and hyphens from a name."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return _NOT_A_LETTER.sub("-", plain).strip("-") or "article"


def read_bytes(path: Path | str) -> bytes:
    """The content of a file; no more of it than shows that the file is over the limit."""
    most = 4 * PAGE_LIMIT + 4
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(most)
        with Path(path).open("rb") as file:
            return file.read(most)
    except IsADirectoryError as error:
        raise QuizgenError("this is a folder", path=path, hint="name the files in it") from error
    except FileNotFoundError as error:
        raise QuizgenError("there is no such file", path=path) from error
    except (OSError, ValueError) as error:
        raise QuizgenError(f"cannot read: {error}", path=path) from error


def decode(raw: bytes, path: Path | str) -> str:
    """The text of a file; refuses what is none, is not UTF-8 or is over the limit."""
    if len(raw) > 4 * PAGE_LIMIT:
        raise _too_long(path, PAGE_LIMIT)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise QuizgenError("this is UTF-16", path=path, hint="save it as UTF-8")
    if b"\0" in raw:
        raise QuizgenError(
            f"not text: a NUL at byte {raw.index(0)}",
            path=path,
            line=_line(raw, raw.index(0)),
            hint="name a text or HTML file",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuizgenError(
            f"not UTF-8: 0x{raw[error.start]:02X} at byte {error.start}",
            path=path,
            line=_line(raw, error.start),
            hint="save it as UTF-8",
        ) from error
    most = PAGE_LIMIT if is_page(text, path) else LIMIT
    if len(text) > most:
        raise _too_long(path, most)
    return text


def _too_long(path: Path | str, limit: int) -> QuizgenError:
    return QuizgenError(
        f"longer than the limit of {limit:,} characters", path=path, hint="split the text"
    )


def _line(raw: bytes, place: int) -> int:
    return raw.count(b"\n", 0, place) + 1


def _first_heading(body: str, blocks: tuple[Block, ...]) -> str:
    first = blocks[0] if blocks else None
    if first is None or first.kind != "heading":
        return ""
    return " ".join(body[first.start : first.end].split())
