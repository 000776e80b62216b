"""The quiz as the page needs it: one sheet a version, with its sections and numbered questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from quizgen.cards import Deck
from quizgen.errors import QuizgenError
from quizgen.exporters.quiz.credits import Credit, credit_source
from quizgen.exporters.quiz.geometry import grid_of
from quizgen.exporters.quiz.parts import Part, make_part, order_items
from quizgen.exporters.quiz.questions import check_card
from quizgen.exporters.quiz.sections import Item, deal
from quizgen.exporters.quiz.text import Text, say_where, set_texts
from quizgen.model import Source
from quizgen.printing import PrintOptions


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that stands on one version's pages, in order; `version` is "" for the only one."""

    version: str
    title: str
    intro: str
    texts: tuple[Text, ...]
    parts: tuple[Part, ...]
    credits: tuple[Credit, ...]

    @property
    def points(self) -> float:
        """The points of the whole sheet."""
        return sum(part.points for part in self.parts)


@dataclass(frozen=True, slots=True)
class Quiz:
    """All versions of a quiz, and what a teacher should know of how they came about."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...]


def lay_out(deck: Deck, options: PrintOptions, labels: Mapping[str, str]) -> Quiz:
    """Set the cards out in sections and versions; refuse a broken card and an empty sheet."""
    for card in deck.cards:
        check_card(card)
    dealt = deal(deck, options, labels)
    if not dealt.sections:
        why = f"deck {deck.name}: there is no card to print"
        hint = "; ".join(dealt.notes) or "loosen its limits or add sources"
        raise QuizgenError(why, hint=hint)
    sources = tuple({card.source.id: card.source for card in deck.cards if card.source}.values())
    texts = _texts(sources, options)
    known = texts if options.text == "numbered" else ()
    orders: dict[str, list[list[Item]]] = {name: [] for name in dealt.sections}
    sheets = []
    for version in _versions(options):
        parts = []
        for name, items in dealt.sections.items():
            orders[name].append(order_items(name, items, orders[name], version, options))
            parts.append(make_part(name, orders[name][-1], version, options, labels))
        sheets.append(
            Sheet(
                version=version,
                title=deck.title or deck.name.rpartition("::")[2],
                intro=deck.description,
                texts=texts,
                parts=tuple(_number(parts, known, len(sources) > 1, labels)),
                credits=tuple(credit_source(source, labels) for source in sources),
            )
        )
    return Quiz(tuple(sheets), (*dealt.notes, *_unknown_cards(deck, options)))


def _versions(options: PrintOptions) -> tuple[str, ...]:
    return tuple(ascii_uppercase[: options.versions]) if options.versions > 1 else ("",)


def _texts(sources: Sequence[Source], options: PrintOptions) -> tuple[Text, ...]:
    if options.text == "none":
        return ()
    return set_texts(sources, grid_of(options), numbered=options.text == "numbered")


def _number(
    parts: Sequence[Part], texts: Sequence[Text], several: bool, labels: Mapping[str, str]
) -> Iterator[Part]:
    """Number the questions through all parts and say where their evidence stands.

    Only questions on several articles name theirs.
    """
    count = 0
    for part in parts:
        questions = [
            replace(
                question,
                number=number,
                topic=question.topic if several else "",
                origin=question.origin if several else "",
                where=say_where(question.card, texts, labels),
            )
            for number, question in enumerate(part.questions, start=count + 1)
        ]
        count += len(questions)
        yield replace(part, questions=tuple(questions))


def _unknown_cards(deck: Deck, options: PrintOptions) -> list[str]:
    """A note for each card that points or lines are given for and the deck does not have."""
    known = {card.id for card in deck.cards}
    named = [key for key in (*options.points, *options.lines) if len(key) == 16]
    return [f"the deck has no card {key}, for which print says something" for key in named
            if key not in known]  # fmt: skip
