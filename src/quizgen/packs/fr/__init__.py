"""The French pack: words, dictionary, pipelines, grammar, wording rules, labels."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from quizgen.errors import QuizgenError
from quizgen.language import Grammar
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.frequency import frequency
from quizgen.packs.fr.words import FOLDER, FrenchWords
from quizgen.yamlfile import load as load_yaml


class French:
    """French, as the engine is handed it; `pipeline` names another spaCy pipeline to read with."""

    code = "fr"

    def __init__(self, pipeline: str | None = None) -> None:
        self.words = FrenchWords()
        self._pipeline = pipeline

    @cached_property
    def lexicon(self) -> Dicollecte:
        """The Dicollecte dictionary."""
        from quizgen.packs.fr.lemmas import lexicon

        return lexicon()

    @cached_property
    def grammar(self) -> Grammar:
        """The realiser that asks."""
        from quizgen.packs.fr.grammar import FrenchGrammar

        return FrenchGrammar(self)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """What the printed page and the Anki card say beside the questions."""
        from quizgen.packs import load_labels

        return load_labels(self.code)

    @cached_property
    def boilerplate(self) -> tuple[re.Pattern[str], ...]:
        """Patterns of bylines, captions and credits."""
        return tuple(re.compile(p) for p in load_yaml(FOLDER / "boilerplate.yaml"))

    @cached_property
    def function_words(self) -> frozenset[str]:
        """The commonest grammatical words, by which the language is recognised."""
        return frozenset(load_yaml(FOLDER / "function_words.yaml"))

    def frequency(self, form: str) -> int:
        """In how many of a thousand pages of news a word form stands."""
        return frequency(form)

    def pipelines(self) -> Sequence[Any]:
        """The shipped pipelines, best first, or the one asked for by name."""
        return self._pipelines

    @cached_property
    def _pipelines(self) -> tuple[Any, ...]:
        from quizgen.packs.fr.nlp import load_shipped

        if self._pipeline is None:
            first, second = load_shipped()
            return second, first
        return (_load_named(self._pipeline),)

    def rules(self) -> Sequence[Any]:
        """The wording rules."""
        return self._rules

    @cached_property
    def _rules(self) -> tuple[Any, ...]:
        from quizgen.packs.fr.grammar.filters import FUNCTIONS
        from quizgen.questions.rules import load_rules

        return load_rules(FOLDER.parent / "questions", FUNCTIONS)


def load(pipeline: str | None = None) -> French:
    """The pack, reading with its own pipelines or with the one named."""
    return French(pipeline)


def _load_named(name: str) -> Any:
    import spacy

    try:
        return spacy.load(name)
    except OSError as error:
        raise QuizgenError(
            f"no spaCy pipeline {name!r}", hint="install it, or give the path of its folder"
        ) from error
