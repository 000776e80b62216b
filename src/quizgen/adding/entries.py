"""Writing an article into a project: its Markdown, and a deck spec for it."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import yaml

from quizgen import pipeline
from quizgen.adding.articles import Article
from quizgen.errors import QuizgenError
from quizgen.files import write_atomically
from quizgen.reading import parse_source
from quizgen.reading.front_matter import Details


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an article and its spec are; `new_spec` is false where the spec was there before."""

    source: Path
    spec: Path
    new_spec: bool


def write_entry(
    article: Article, sources: Path, decks: Path, *, deck: str = "", force: bool = False
) -> Entry:
    """Write an article to `sources` and, where there is none yet, a spec for it to `decks`.

    An article that is there is only overwritten by `force`, a spec never: it may hold decisions.
    Raises QuizgenError, before anything is written, for a text from which no deck can be made.
    """
    source, spec = sources / f"{article.name}.md", decks / f"{article.name}.yaml"
    if source.exists() and not force:
        raise QuizgenError(
            "there is an article of this name", path=source, hint="give --name or --force"
        )
    content = _markdown(article).encode()
    read = parse_source(content, source)
    pipeline.admit(read)
    new = not spec.exists()
    write_atomically(source, content)
    if new:
        name = deck or read.title.replace("::", ": ")
        write_atomically(spec, _spec(name, source, decks).encode())
    return Entry(source, spec, new)


def _markdown(article: Article) -> str:
    """The article with its front matter; keys without a value are there to be filled in."""
    names = [field.name for field in fields(Details)]
    known: dict[Any, Any] = {name: getattr(article.details, name) or None for name in names}
    month = known.pop("issued")
    known["published"] = known["published"] or month
    body = article.body.strip("\n")
    return f"---\n{_dump(known | dict(article.others))}---\n\n{body}\n"


def _spec(name: str, source: Path, decks: Path) -> str:
    path = Path(os.path.relpath(source, decks)).as_posix()
    return _dump({"deck": name, "sources": [path]})


def _dump(values: dict[Any, Any]) -> str:
    text: str = yaml.dump(values, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000)
    return text


class _Plain(yaml.SafeDumper):
    """Writes nothing for None."""


_Plain.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)
