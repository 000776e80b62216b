"""What the engine needs of a language: words, a pipeline, a lexicon, a grammar that asks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from quizgen.model import Document, Fact


class WordReading(Protocol):
    """One way in which a lexicon reads a word form; "" where it does not say."""

    @property
    def lemma(self) -> str:
        """The dictionary form."""

    @property
    def pos(self) -> str:
        """The part of speech, as Universal Dependencies name it."""

    @property
    def gender(self) -> str:
        """Masc, Fem or ""."""

    @property
    def number(self) -> str:
        """Sing, Plur or ""."""

    @property
    def name(self) -> str:
        """Given, surname or place for proper names, otherwise ""."""


class Lexicon(Protocol):
    """A dictionary of word forms."""

    def readings(self, form: str) -> tuple[WordReading, ...]:
        """Every reading of a form, () when it is unknown."""


class Grammar(Protocol):
    """Turns clauses into questions; `filters` is what wording rules may call."""

    def filters(self, document: Document) -> Mapping[str, Any]:
        """The functions that templates see, bound to one document."""

    def faults(self, question: str, answer: str) -> Sequence[str]:
        """What is wrong with a finished card as a piece of the language, () when nothing is."""

    def topic(self, document: Document, question: str, answer: str) -> str:
        """What a card says in front of its question, so that a reader knows which event is meant.

        It never holds the answer; "" where nothing is known.
        """

    def slips(self, document: Document, fact: Fact, text: str) -> int:
        """How many words of a card, from the sentence of its fact, look like slips of the pen."""

    def gap_faults(self, sentence: str, answer: str) -> Sequence[str]:
        """The same for a cloze card; the sentence has `[…]` where the answer goes."""


class Words(Protocol):
    """The pack's word lists; each name is a file of its lexicon folder."""

    def list(self, name: str) -> frozenset[str]:
        """The words of a list, in lower case as the pack writes them."""

    def table(self, name: str) -> Mapping[str, Any]:
        """A list whose words carry properties."""


class Language(Protocol):
    """A language pack, as the engine is handed it."""

    code: str
    words: Words
    lexicon: Lexicon
    grammar: Grammar
    labels: Mapping[str, str]
    boilerplate: tuple[re.Pattern[str], ...]
    function_words: frozenset[str]

    def frequency(self, form: str) -> int:
        """In how many of a thousand pages of news a word form stands."""

    def pipelines(self) -> Sequence[Any]:
        """The spaCy pipelines, best first; where there are two, their agreement is trusted."""

    def rules(self) -> Sequence[Any]:
        """The wording rules, in the order of their files."""
