"""The JSON Schema of deck specs, by which editors complete and check them."""

from __future__ import annotations

from typing import Any

from quizgen.decks.keys import Vocabulary, spec_table


def json_schema(words: Vocabulary) -> dict[str, Any]:
    """Describe deck specs in JSON Schema, draft 2020-12."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "quizgen deck",
        "description": "Which articles make which deck.",
        **spec_table(words).schema(),
    }
