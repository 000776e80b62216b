"""Language packs by code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.language import Language
from quizgen.yamlfile import load as load_yaml

PACKS = {"fr": "quizgen.packs.fr"}


def load_language(code: str, pipeline: str | None = None) -> Language:
    """The pack of a language; `pipeline` names a spaCy pipeline to read with instead of its own."""
    if code not in PACKS:
        known = ", ".join(sorted(PACKS))
        raise QuizgenError(f"no language pack for {code!r}", hint=f"known: {known}")
    load: Callable[[str | None], Language] = import_module(PACKS[code]).load
    return load(pipeline)


def load_labels(code: str) -> Mapping[str, str]:
    """The words of a language for page and card; a language may have these and no pack yet."""
    labels: Mapping[str, str] = load_yaml(Path(__file__).parent / code / "labels.yaml")
    return labels
