"""A file, or standard input, as a `Source`.

The body is the text after the front matter with its line ends as stored; a UTF-8 byte order mark
is not part of it. Of a web page, the body is the Markdown-like text that `webpage` extracts.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.model import Block, Source
from quizgen.reading.blocks import split_blocks
from quizgen.reading.front_matter import split_front_matter
from quizgen.reading.webpage import extract

LIMIT = 1_000_000
DEFAULT_LANGUAGE = "fr"

_PAGE = ("<!doctype html", "<html")
_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")


def read_source(path: Path | str) -> Source:
    """Read an article: plain text, Markdown or HTML, or "-" for standard input.

    Raises QuizgenError for what is no article: nothing there, no text, not UTF-8, over `LIMIT`
    characters, broken front matter.
    """
    text = _decode(_read_bytes(path), path)
    details, body = split_front_matter(text, path)
    named = Path(path).suffix.lower() in (".html", ".htm")
    if named or body[:1000].lstrip().lower().startswith(_PAGE):
        page, body = extract(body)
        details = page.updated(details)
    if not body.strip():
        raise QuizgenError("no cards, because there is no text", path=path)
    blocks = split_blocks(body)
    stem = "stdin" if str(path) == "-" else Path(path).stem
    return Source(
        id=slug(stem),
        path=str(path),
        body=body,
        blocks=blocks,
        language=details.language or DEFAULT_LANGUAGE,
        title=details.title or _first_heading(body, blocks) or stem,
        publisher=details.publisher,
        author=details.author,
        published=details.published,
        url=details.url,
        licence=details.licence,
    )


def slug(name: str) -> str:
    """Make an id of lower-case ASCII letters, digits and hyphens from a name."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return _NOT_A_LETTER.sub("-", plain).strip("-") or "article"


def _read_bytes(path: Path | str) -> bytes:
    """Read no more than shows that the file is over the limit."""
    most = 4 * LIMIT + 4
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


def _decode(raw: bytes, path: Path | str) -> str:
    too_long = QuizgenError(
        f"longer than the limit of {LIMIT:,} characters", path=path, hint="split the text"
    )
    if len(raw) > 4 * LIMIT + 3:
        raise too_long
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise QuizgenError("this is UTF-16", path=path, hint="save it as UTF-8")
    if b"\0" in raw:
        raise QuizgenError(
            f"not text: a NUL at byte {raw.index(0)}", path=path, hint="name a text or HTML file"
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuizgenError(
            f"not UTF-8: 0x{raw[error.start]:02X} at byte {error.start}",
            path=path,
            hint="save it as UTF-8",
        ) from error
    if len(text) > LIMIT:
        raise too_long
    return text


def _first_heading(body: str, blocks: tuple[Block, ...]) -> str:
    first = blocks[0] if blocks else None
    if first is None or first.kind != "heading":
        return ""
    return " ".join(body[first.start : first.end].split())
