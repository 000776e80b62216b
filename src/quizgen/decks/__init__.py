"""Deck specs: the YAML files that say which articles make which deck."""

from quizgen.decks.keys import Vocabulary
from quizgen.decks.schema import json_schema
from quizgen.decks.specs import DeckSpec, load_spec

__all__ = ["DeckSpec", "Vocabulary", "json_schema", "load_spec"]
