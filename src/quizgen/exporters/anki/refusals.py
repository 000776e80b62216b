"""The refusal of cards that Anki would swallow, before anything is written."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase

from quizgen.cards import Card
from quizgen.errors import QuizgenError
from quizgen.exporters.anki.escaping import escape, split_cloze


def check_cards(cards: Iterable[Card]) -> None:
    """Raise QuizgenError for a card that would be no card in Anki, or that stands there twice."""
    seen: set[tuple[str, str]] = set()
    for card in cards:
        _check(card)
        if (card.id, card.kind) in seen:
            raise _refusal(card, "stands twice in the package", "give each fact a card of its own")
        seen.add((card.id, card.kind))


def _check(card: Card) -> None:
    if _is_blank(card.answer):
        raise _refusal(card, "has no answer")
    if card.kind == "cloze":
        gaps = [words for number, words in split_cloze(card) if number]
        if not gaps or any(_is_blank(words) for words in gaps):
            raise _refusal(card, "hides no words", "write the gap as {{c1::words}}")
    elif _is_blank(card.question):
        raise _refusal(card, "has no question")
    if card.kind == "choice":
        _check_choices(card)


def _check_choices(card: Card) -> None:
    if not 2 <= len(card.choices) <= len(ascii_uppercase):
        raise _refusal(card, f"has {len(card.choices)} choices", "give from 2 to 26")
    if len({choice.strip() for choice in card.choices}) < len(card.choices):
        raise _refusal(card, "offers the same choice twice")
    if card.answer not in card.choices:
        raise _refusal(card, "does not offer its answer among the choices")
    if any(_is_blank(choice) for choice in card.choices):
        raise _refusal(card, "offers an empty choice")


def _is_blank(text: str) -> bool:
    """Whether Anki would see nothing: some characters it cannot store."""
    return not escape(text).strip()


def _refusal(card: Card, what: str, hint: str = "") -> QuizgenError:
    return QuizgenError(
        f"card {card.id!r} {what}",
        path=card.source.path if card.source else None,
        hint=hint or f"mend the rule {card.rule}",
    )
