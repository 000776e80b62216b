"""True or false: sentences of the article, some with another number in the place of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.cards import Card
from quizgen.exporters.quiz.labels import of_article
from quizgen.exporters.quiz.sections.items import Call, Found, Item, enough
from quizgen.exporters.quiz.sections.of_cards import DELETION
from quizgen.exporters.quiz.shuffling import shuffle

_LEAST = 3
_MOST = 6
_QUANTITIES = {"percentage", "amount", "count", "measure", "duration"}
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_NEAR = 0.1  # of the greater number
_UNIT = re.compile(r"\s*([^\s,.;:!?»]+)")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A number as it is written, and the word behind it."""

    number: str
    unit: str


def find_true_false(call: Call) -> Found:
    """Sentences with their gap filled, one from each sentence of the article.

    True: with its own words. False: with another card's number, where that is certainly not
    right: the same kind of fact in the same unit, and a sentence that states an exact number.
    """
    sentences = _one_each(card for card in call.cards if _is_whole(card))
    most = min(call.most or _MOST, len(sentences))
    able = {card.id: _other_number(card, call) for card in sentences}
    false = [c for c in shuffle(sentences, call.seed, "false") if able[c.id]][: max(1, most // 2)]
    true = [c for c in sentences if c not in false][: min(most - len(false), 2 * len(false))]
    if not false or not true:
        return Found(reason="no sentence has a number that another one could stand in for")
    items = [
        _item(card, able[card.id] if card in false else "")
        for card in call.cards
        if card in false or card in true
    ]
    return enough(items, _LEAST, call, "sentences to judge")


def _is_whole(card: Card) -> bool:
    return card.kind == "cloze" and len(DELETION.findall(card.cloze)) == 1


def _one_each(cards: Iterable[Card]) -> list[Card]:
    """Cards from different sentences, numbers before other gaps."""
    chosen: dict[tuple[str, int], Card] = {}
    for card in sorted(cards, key=lambda c: c.fact not in _QUANTITIES):
        source = card.source.id if card.source else ""
        chosen.setdefault((source, card.evidence.start), card)
    return list(chosen.values())


def _item(card: Card, wrong: str) -> Item:
    """A statement; a card's own words are taken as the sentence has them."""
    right = _hidden(card)
    before, after = DELETION.split(card.cloze)[::2]
    return Item(card, (f"{before}{wrong or right}{after}",), right, wrong)


def _other_number(card: Card, call: Call) -> str:
    """The answer with a number that is certainly not right in its place; "" without any."""
    sentence = DELETION.sub(lambda gap: gap[1], card.cloze)
    figure = _figure_of(card)
    if figure is None or _is_inexact(sentence, call):
        return ""
    stated = [_value(number) for number in _NUMBER.findall(sentence)]
    others = {
        other.number
        for other in map(_figure_of, (c for c in call.cards if c.fact == card.fact))
        if other and other.unit == figure.unit and not _is_near(_value(other.number), stated)
    }
    if not others:
        return ""
    return _NUMBER.sub(shuffle(sorted(others), call.seed, card.id)[0], _hidden(card), count=1)


def _figure_of(card: Card) -> _Figure | None:
    """The exact number that a card asks for, with its unit; None where it asks for another thing.

    A gap may hide the number alone: then its unit is the word behind the gap.
    """
    hidden = _hidden(card)
    after = DELETION.split(card.cloze)[2] if card.kind == "cloze" else ""
    found = _NUMBER.match(hidden)
    if found is None or card.fact not in _QUANTITIES:
        return None
    unit = _UNIT.match(hidden[found.end() :] + after)
    return _Figure(found[0], unit[1] if unit else "")


def _hidden(card: Card) -> str:
    """What a card asks for, as its sentence or its answer says it."""
    return str(DELETION.findall(card.cloze)[0]) if _is_whole(card) else card.answer


def _is_inexact(sentence: str, call: Call) -> bool:
    """Whether a word of the list stands in the sentence; `dépass*` is all that begins so."""
    listed = (word.strip() for word in of_article(call.labels, "inexact").split("|"))
    patterns = (
        re.escape(word[:-1]) if word.endswith("*") else re.escape(word) + r"(?!\w)"
        for word in listed
    )
    return any(re.search(r"(?<!\w)" + p, sentence, re.IGNORECASE) for p in patterns)


def _is_near(value: float, stated: Iterable[float]) -> bool:
    """Whether a number might pass for one that the sentence states, rounded perhaps."""
    return any(abs(value - other) <= _NEAR * max(value, other) for other in stated)


def _value(number: str) -> float:
    """What a number is worth: groups of three digits are thousands, other digits decimals."""
    *groups, last = re.split(r"[.,\u00a0\u202f ]", number)
    whole = "".join(groups)
    grouped = len(last) == 3 and whole.strip("0")
    return float(f"{whole}{last}" if grouped or not groups else f"{whole}.{last}")
