"""A stretch of a paragraph between two full stops outside quotation marks, with who is about."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.facts.quotes.passages import Passage
from quizgen.facts.quotes.speakers import Cast
from quizgen.language import Language
from quizgen.model import Sentence, Token


@dataclass(frozen=True, slots=True)
class Unit:
    """The words `first` to `stop` (exclusive) of a passage."""

    passage: Passage
    first: int
    stop: int
    cast: Cast

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the whole passage, so that their numbers hold."""
        return self.passage.tokens

    @property
    def words(self) -> Sentence:
        """The tree of the whole passage."""
        return self.passage.words

    @property
    def language(self) -> Language:
        """The language that the article is written in."""
        return self.cast.language

    def own(self, first: int, stop: int) -> list[Token]:
        """The words of the unit between two places (the second exclusive), quoted ones left out."""
        first, stop = max(first, self.first), min(stop, self.stop)
        return [t for t in self.tokens[first:stop] if t.i not in self.passage.quoted]

    def text_of(self, i: int) -> str:
        """The word at a place of the unit, "" outside it."""
        return self.tokens[i].text if self.first <= i < self.stop else ""
