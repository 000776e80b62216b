"""The YAML block between two `---` lines that may open an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from quizgen.errors import Faults, QuizgenError
from quizgen.yamlfile import Located, parse

_ALIASES = {
    "publisher": ("publisher", "source"),
    "published": ("published", "date"),
    "issued": ("published", "date"),
    "licence": ("licence", "license"),
}
# Every key that is understood.
KEYS = frozenset({"title", "author", "url", "language", *chain(*_ALIASES.values())})
_OPENING = re.compile(r"---[ \t]*\r?\n")
_MONTH = re.compile(r"(?!0000)\d{4}-(?:0[1-9]|1[0-2])")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of an article beside its text; "" and None where nothing is."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    issued: str = ""  # year and month, where the day is not told
    url: str = ""
    language: str = ""
    licence: str = ""

    def updated(self, other: Details) -> Details:
        """These details where the other ones say nothing, otherwise the other ones."""
        names = [field.name for field in fields(self)]
        return Details(**{name: getattr(other, name) or getattr(self, name) for name in names})


def split_front_matter(text: str, path: Path | str) -> tuple[Details, str]:
    """Split a text into what its front matter says and its body; see `read_front_matter`.

    Keys that are no concern of ours are passed over: front matter comes from anywhere.
    """
    values, body = read_front_matter(text, path)
    return make_details(values), body


def read_front_matter(text: str, path: Path | str) -> tuple[dict[Any, Any], str]:
    """Split a text into all that its front matter holds and its body.

    Raises QuizgenError where the front matter is not closed or no YAML mapping.
    """
    end = front_matter_end(text, path)
    found = _read(text[:end], path)
    return found.value if found else {}, text[end:]


def front_matter_end(text: str, path: Path | str) -> int:
    """Where the body of a text begins: 0 where it has no front matter."""
    opening = _OPENING.match(text)
    if not opening:
        return 0
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        raise QuizgenError(
            "the front matter is not closed", path=path, line=1, hint="end it with a line ---"
        )
    return closing.end()


def check_front_matter(text: str, path: Path | str) -> None:
    """Raise QuizgenError for every fault, also for what `split_front_matter` passes over."""
    faults = Faults()
    with faults:
        found = _read(text[: front_matter_end(text, path)], path, faults)
        for key, item in found.pairs() if found else ():
            with faults:
                dates = key.value in _ALIASES["published"] and item.value
                if dates and not (_day(item.value) or _month(item.value)):
                    raise item.error(
                        f"{item.node.value!r} is no date that is understood",
                        "write it year-month-day, like 2026-05-11, or year-month, like 2026-05",
                    )
    faults.settle()


def _read(front: str, path: Path | str, faults: Faults | None = None) -> Located | None:
    """The YAML between the two lines of `---`; None where there is nothing."""
    inside = _CLOSING.split(_OPENING.sub("", front, count=1))[0]
    found = parse(inside, path, first_line=2, faults=faults)
    if found.value is None:
        return None
    if not isinstance(found.value, dict):
        raise found.error("the front matter must be lines of `key: value`")
    return found


def make_details(values: dict[Any, Any]) -> Details:
    """Pick the details out of a mapping that may hold them under other names as well."""
    picked: dict[str, Any] = {}
    for field in fields(Details):
        for name in _ALIASES.get(field.name, (field.name,)):
            value = values.get(name)
            picked.setdefault(field.name, None)
            picked[field.name] = picked[field.name] or value
    return Details(
        title=_text(picked["title"]),
        publisher=_text(picked["publisher"]),
        author=_text(picked["author"]),
        published=_day(picked["published"]),
        issued=_month(picked["issued"]),
        url=_text(picked["url"]),
        language=re.split(r"[-_]", _text(picked["language"]).lower())[0],
        licence=_text(picked["licence"]),
    )


def _text(value: object) -> str:
    """Text on one line, whatever the value is."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value)))
    return "" if value is None or isinstance(value, dict) else " ".join(str(value).split())


def _day(value: object) -> date | None:
    """A day written year first; a date written otherwise is not guessed at."""
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        return None


def _month(value: object) -> str:
    """A month written year first, and nothing behind it; "" for anything else."""
    text = str(value).strip()
    return text if _MONTH.fullmatch(text) else ""
