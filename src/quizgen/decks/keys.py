"""The keys that a deck spec may have, each with its shape and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quizgen.decks.curated import Decisions
from quizgen.decks.paths import ArticlePath
from quizgen.decks.printed import PrintOptions
from quizgen.yamlfile import Located
from quizgen.yamlfile.shapes import Choice, Flag, Key, ListOf, Number, Table, Text


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that specs may use and that other rooms define; None where any will do."""

    formats: tuple[str, ...] | None = None
    kinds: tuple[str, ...] | None = None
    languages: tuple[str, ...] | None = None


def spec_table(words: Vocabulary) -> Table:
    """What a deck spec is like."""
    return Table(
        {
            "deck": Key(Text(nested=True), "Name of the deck in Anki; :: nests.", required=True),
            "title": Key(Text(), "Heading of the printed quiz; unless told, the first article's."),
            "description": Key(Text(blank=True), "Shown in Anki before studying."),
            "sources": Key(
                ListOf(ArticlePath()), "The articles, as paths from this file.", required=True
            ),
            "language": Key(
                Choice(words.languages), "Language of articles that do not say theirs."
            ),
            "cards": Key(Number(least=1), "How many cards at most."),
            "kinds": Key(ListOf(Choice(words.kinds)), "Kinds of fact to ask about."),
            "choices": Key(
                Flag(), "Four options to choose from, where the article offers three wrong ones."
            ),
            "reversed": Key(
                ListOf(Choice(words.kinds)), "Kinds of fact that are asked the other way as well."
            ),
            "level": Key(Level(), "Level of the learners, as a tag in Anki."),
            "formats": Key(ListOf(Choice(words.formats)), "Files to write."),
            "print": Key(PrintOptions(), "How the quiz is printed."),
            "curate": Key(Decisions(), "Decisions on cards, by their ids."),
            "own": Key(ListOf(Table(OWN_CARD)), "Cards that you write yourself."),
        }
    )


@dataclass(frozen=True, slots=True)
class Level:
    """A word or a number, taken as a word."""

    def read(self, place: Located, name: str) -> str:
        """The word."""
        return str(place.value) if type(place.value) is int else Text().read(place, name)

    def schema(self) -> dict[str, Any]:
        """A string or an integer."""
        return {"type": ["string", "integer"], "pattern": r"\S"}


OWN_CARD = {
    "question": Key(Text(), "The question.", required=True),
    "answer": Key(Text(), "The answer.", required=True),
    "id": Key(Text(), "Name of the card, so that it stays the same when reworded."),
    "points": Key(Number(most=1000, whole=False), "Points in the printed quiz."),
    "tags": Key(ListOf(Text()), "Tags in Anki."),
}
