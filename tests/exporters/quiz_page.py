"""The HTML of a printed quiz, to be asked what it shows."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

from quiz_cards import make_card, make_deck, make_source

from quizgen.cards import Card
from quizgen.exporters.quiz import render_quiz

VOID = {"meta", "link", "input", "br", "hr", "img"}


class Page(HTMLParser):
    """An HTML page whose elements can be asked for by class or tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self.ends: dict[int, int] = {}  # by element, the last element inside it
        self._open: list[int] = []
        self.feed(html)
        assert not self._open, "every element that opens closes"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}, []))
        if tag not in VOID:
            self._open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        index = self._open.pop()
        assert self.elements[index][0] == tag
        self.ends[index] = len(self.elements) - 1

    def handle_data(self, data: str) -> None:
        for index in self._open:
            self.elements[index][2].append(data)

    def all(self, wanted: str) -> list[tuple[dict[str, str], str]]:
        """Attributes and words of the elements `tag` or `.class`, in order."""
        return [
            (attrs, re.sub(r"[ \n]+", " ", "".join(words)).strip())
            for tag, attrs, words in self.elements
            if (tag == wanted or wanted in {f".{name}" for name in attrs.get("class", "").split()})
        ]

    def count_in(self, outer: str, tag: str) -> int:
        """How many elements `tag` stand in the elements `.class`."""
        inside = 0
        for index, (_, attrs, _) in enumerate(self.elements):
            if outer[1:] in attrs.get("class", "").split():
                last = self.ends[index]
                inside += sum(found == tag for found, _, _ in self.elements[index + 1 : last + 1])
        return inside

    def words(self, wanted: str) -> list[str]:
        return [words for _, words in self.all(wanted)]


def one(*row: Any, **said: Any) -> Card:
    """The only card of an article, from a row of the table of cards."""
    return make_card(1, make_source([row[3]], **said), row)


def page_of(labels: dict[str, str], *cards: Card, **said: Any) -> Page:
    """The first file of a deck of these cards, each with an id of its own."""
    own = tuple(replace(card, id=f"card-{n}") for n, card in enumerate(cards, start=1))
    return Page(render_quiz(make_deck(own, **said), labels))
