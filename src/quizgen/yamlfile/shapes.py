"""Shapes of values: each reads a place in a file strictly, and describes itself as JSON Schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import yaml

from quizgen.errors import Faults
from quizgen.yamlfile.located import Located, nearest, suggest

_MEANT_BY_1_1 = {"yes": "true", "on": "true", "no": "false", "off": "false"}


class Shape(Protocol):
    """What a value must be like."""

    def read(self, place: Located, name: str) -> Any:
        """The value; raises QuizgenError with every fault. `name` is what messages call it."""

    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words; where `nested`, there are some between any two `::`."""

    nested: bool = False
    blank: bool = False

    def read(self, place: Located, name: str) -> str:
        """The words, as written."""
        value = str(place.expect(str, name))
        _refuse_misread(place, name)
        if not self.blank and not value.strip():
            raise place.error(f"{name} is empty")
        if self.nested and not all(part.strip() for part in value.split("::")):
            raise place.error(f"{name} has an empty part", "write it like A::B")
        return value

    def schema(self) -> dict[str, Any]:
        """A string."""
        return {"type": "string"} if self.blank else {"type": "string", "pattern": r"\S"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number from `least` to `most`, whole unless told."""

    least: float = 0
    most: float | None = None
    whole: bool = True

    def read(self, place: Located, name: str) -> float | int:
        """The number."""
        value: float = place.expect(int if self.whole else (int, float), name)
        if not value >= self.least:
            raise place.error(f"{name} must be {self.least:g} or more")
        if self.most is not None and value > self.most:
            raise place.error(f"{name} must be {self.most:g} or less")
        return value

    def schema(self) -> dict[str, Any]:
        """A number with its bounds."""
        bounds = {"minimum": self.least, "maximum": self.most}
        found: dict[str, Any] = {"type": "integer" if self.whole else "number"}
        return found | {key: value for key, value in bounds.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Flag:
    """`true` or `false`."""

    def read(self, place: Located, name: str) -> bool:
        """The value."""
        meant = _MEANT_BY_1_1.get(str(place.value).lower())
        if meant and isinstance(place.value, str):
            raise place.error(
                f"{name} must be true or false, not {place.value!r}", f"write {meant}"
            )
        return bool(place.expect(bool, name))

    def schema(self) -> dict[str, Any]:
        """A boolean."""
        return {"type": "boolean"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words; any word where `words` is None."""

    words: tuple[str, ...] | None

    def read(self, place: Located, name: str) -> str:
        """The word."""
        value = str(place.expect(str, name))
        if self.words is not None and value not in self.words:
            raise place.error(f"unknown word {value!r}", suggest(value, self.words))
        _refuse_misread(place, name)
        return value

    def schema(self) -> dict[str, Any]:
        """An enumeration."""
        return {"type": "string"} if self.words is None else {"enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class ListOf:
    """At least one value of a shape, none of them twice."""

    shape: Shape

    def read(self, place: Located, name: str) -> tuple[Any, ...]:
        """The values in order."""
        place.expect(list, name)
        if not place.value:
            raise place.error(f"{name} is an empty list", "leave the key out instead")
        faults = Faults()
        found: list[Any] = []
        for item in place.items():
            with faults:
                value = self.shape.read(item, f"an entry of {name}")
                if value in found:
                    raise item.error(f"{item.node.value} stands in {name} twice")
                found.append(value)
        faults.settle()
        return tuple(found)

    def schema(self) -> dict[str, Any]:
        """An array."""
        items = self.shape.schema()
        return {"type": "array", "items": items, "minItems": 1, "uniqueItems": True}


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a table: its shape, what it says, whether it must be there."""

    shape: Shape
    says: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping with known keys; gives the values of those that are there."""

    keys: Mapping[str, Key]

    def read(self, place: Located, name: str) -> dict[str, Any]:
        """The values by key."""
        place.expect(dict, name)
        faults = Faults()
        found: dict[str, Any] = {}
        written: set[str] = set()
        for key, item in place.pairs():
            word = str(key.value)
            written |= {word, nearest(word, self.keys)}
            with faults:
                if key.value not in self.keys:
                    raise key.error(f"unknown key {key.node.value!r}", suggest(word, self.keys))
                found[word] = self.keys[word].shape.read(item, repr(word))
        for wanted in (k for k, v in self.keys.items() if v.required and k not in written):
            with faults:
                raise place.error(f"the key {wanted!r} is missing")
        faults.settle()
        return found

    def schema(self) -> dict[str, Any]:
        """An object without other keys."""
        return {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                name: {"description": key.says, **key.shape.schema()}
                for name, key in self.keys.items()
            },
            "required": [name for name, key in self.keys.items() if key.required],
        }


def _refuse_misread(place: Located, name: str) -> None:
    """Refuse bare words that YAML 1.1 programs take for something else: no, yes, 12:30."""
    node = place.node
    bare = isinstance(node, yaml.ScalarNode) and not node.style
    if bare and not node.tag.endswith(":str"):
        raise place.error(
            f"{name} may be misread: many programs take a bare {node.value} for something else",
            f'put it in quotes: "{node.value}"',
        )
