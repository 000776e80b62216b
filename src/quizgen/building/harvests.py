"""The cards of an article as JSON, to be kept between builds."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import Any

from quizgen.cards import Card
from quizgen.model import Block, Source, Span
from quizgen.pipeline import Harvest


def dump(harvest: Harvest) -> str:
    """One JSON object; what is at its default is left out of cards."""
    source = {field.name: getattr(harvest.source, field.name) for field in fields(Source)}
    source["blocks"] = [[block.kind, block.start, block.end] for block in harvest.source.blocks]
    source["published"] = source["published"] and source["published"].isoformat()
    found = {
        "source": source,
        "why_none": harvest.why_none,
        "cards": [_card(card) for card in harvest.cards],
    }
    return json.dumps(found, ensure_ascii=False)


def load(text: str) -> Harvest:
    """Read what `dump` wrote. Raises ValueError, KeyError or TypeError for anything else."""
    found = json.loads(text)
    values = found["source"]
    values["blocks"] = tuple(Block(*block) for block in values["blocks"])
    values["published"] = values["published"] and date.fromisoformat(values["published"])
    source = Source(**values)
    cards = tuple(_read_card(values, source) for values in found["cards"])
    return Harvest(source, cards, str(found["why_none"]))


def _card(card: Card) -> dict[str, Any]:
    named = ((field, getattr(card, field.name)) for field in fields(Card))
    values = {field.name: value for field, value in named if value != field.default}
    del values["source"]
    values["evidence"] = _span(card.evidence)
    values["answer_span"] = card.answer_span and _span(card.answer_span)
    return values


def _read_card(values: dict[str, Any], source: Source) -> Card:
    lists = {key: tuple(value) for key, value in values.items() if isinstance(value, list)}
    spans = {key: value and Span(*value) for key, value in values.items() if key in _SPANS}
    return Card(**(values | lists | spans), source=source)


_SPANS = ("evidence", "answer_span")


def _span(span: Span) -> tuple[int, int, str]:
    return span.start, span.end, span.text
