"""Decisions on cards, as they are written in a deck spec."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from quizgen.curation import Edit
from quizgen.errors import Faults
from quizgen.yamlfile import Located
from quizgen.yamlfile.shapes import Choice, Key, ListOf, Number, Table, Text

_ID = r"^[0-9a-f]{16}$"
_WORD = Choice(("drop", "keep"))
_CHANGES = Table(
    {
        "question": Key(Text(), "Other words for the question; a gap is written […]."),
        "answer": Key(Text(), "Another answer."),
        "points": Key(Number(most=1000, whole=False), "Points in the printed quiz."),
        "tags": Key(ListOf(Text()), "Tags in Anki."),
    }
)


@dataclass(frozen=True, slots=True)
class Decisions:
    """A mapping from ids of cards to `drop`, `keep`, or what is to be changed."""

    def read(self, place: Located, name: str) -> tuple[Edit, ...]:
        """The edits in the order in which they stand."""
        place.expect(dict, name)
        faults = Faults()
        edits = []
        for key, item in place.pairs():
            with faults:
                edits.append(_edit(key, item))
        faults.settle()
        return tuple(edits)

    def schema(self) -> dict[str, Any]:
        """An object whose keys are ids."""
        return {
            "type": "object",
            "additionalProperties": False,
            "patternProperties": {
                _ID: {"oneOf": [_WORD.schema(), {**_CHANGES.schema(), "minProperties": 1}]}
            },
        }


def _edit(key: Located, item: Located) -> Edit:
    card = str(key.node.value)  # an id of digits only would be read as a number
    if not re.fullmatch(_ID, card):
        raise key.error(
            f"{card!r} is no id of a card", "`quizgen plan` and `quizgen cards --json` tell ids"
        )
    if isinstance(item.value, dict):
        if not item.value:
            raise item.error("nothing is decided here", "write keep")
        return Edit(card, key, **_CHANGES.read(item, card))
    if not isinstance(item.value, str):
        raise item.error(f"{card} must be drop, keep, or what is to be changed")
    return Edit(card, key, drop=_WORD.read(item, card) == "drop")
