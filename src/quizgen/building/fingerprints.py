"""Hashes by which a build knows whether anything that it depends on has changed."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from quizgen import __version__

_ROOT = Path(__file__).parents[1]
_LIBRARIES = ("spacy", "thinc", "jinja2", "pyyaml", "babel", "genanki")
# Rooms that have no part in what is found in an article; a change there spares its analysis.
_AFTER_ARTICLES = frozenset(
    {"adding", "building", "cli", "curation", "decks", "exporters", "lock", "printing"}
    | {"selection.py", "files.py", "errors.py"}
)


@dataclass(frozen=True, slots=True)
class Engine:
    """Hashes of the program: of what finds the cards of an article, and of all of it."""

    articles: str
    decks: str


@cache
def engine(pipeline: str | None) -> Engine:
    """The program as it is: its version, rules, words and pipelines, and the libraries it uses.

    `pipeline` is the spaCy pipeline that reads in place of the language's own.
    """
    common = [__version__, platform.python_version(), *map(_version, _LIBRARIES)]
    common.append(_other_pipeline(pipeline) if pipeline else "")
    for_articles, for_all = _hasher(common), _hasher(common)
    for path in _files(_ROOT):
        name = path.relative_to(_ROOT)
        digest = blake2b(path.read_bytes()).digest()
        for hasher in (for_all,) if name.parts[0] in _AFTER_ARTICLES else (for_all, for_articles):
            hasher.update(f"{name.as_posix()}\n".encode() + digest)
    return Engine(for_articles.hexdigest(), for_all.hexdigest())


def hash_of(*parts: bytes | str) -> str:
    """A hash of some content."""
    hasher = sha256()
    for part in parts:
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hasher.update(f"{len(raw)}\n".encode() + raw)
    return hasher.hexdigest()


def hash_file(path: Path) -> str:
    """A hash of a file's content, "" where there is none."""
    try:
        return hash_of(path.read_bytes())
    except OSError:
        return ""


def _hasher(parts: list[str]) -> blake2b:
    return blake2b("\n".join(parts).encode(), digest_size=20)


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder in an order of their own; compiled ones left out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _other_pipeline(name: str) -> str:
    """An installed pipeline by its version, a folder by names, sizes and times of its files."""
    folder = Path(name)
    if not folder.is_dir():
        return f"{name} {_version(name)}"
    stats = ((path.relative_to(folder), path.stat()) for path in _files(folder))
    return "\n".join(f"{path} {stat.st_size} {stat.st_mtime_ns}" for path, stat in stats)
