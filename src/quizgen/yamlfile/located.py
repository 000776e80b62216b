"""Values read from YAML that know where they stand."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from quizgen.errors import QuizgenError

Types = type | tuple[type, ...]

NAMES = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
NAMES |= {list: "a list", dict: "a mapping", date: "a date", type(None): "nothing"}
_QUOTABLE = (int, float, bool, date)


@dataclass(frozen=True, slots=True)
class Located:
    """A value read from YAML that knows where it stands."""

    value: Any
    path: Path | str
    node: yaml.Node = field(repr=False)
    first_line: int = 1

    def error(self, what: str, hint: str = "") -> QuizgenError:
        """A fault at this place, ready to be raised."""
        line, column = self.node.start_mark.line, self.node.start_mark.column
        return QuizgenError(
            what, path=self.path, line=self.first_line + line, column=column + 1, hint=hint
        )

    def expect(self, types: Types, name: str) -> Any:
        """The value, when it is of one of `types`; `name` is what the message calls it."""
        allowed = types if isinstance(types, tuple) else (types,)
        if type(self.value) in allowed:
            return self.value
        wanted = " or ".join(NAMES[kind] for kind in allowed)
        quotable = str in allowed and type(self.value) in _QUOTABLE
        raise self.error(
            f"{name} must be {wanted}, not {NAMES[type(self.value)]}",
            f'put it in quotes: "{self.node.value}"' if quotable else "",
        )

    def items(self) -> Iterator[Located]:
        """The elements of a list."""
        for value, node in zip(self.value, self.node.value, strict=True):
            yield Located(value, self.path, node, self.first_line)

    def pairs(self) -> Iterator[tuple[Located, Located]]:
        """The keys of a mapping with their values."""
        for (key, value), (key_node, node) in zip(self.value.items(), self.node.value, strict=True):
            place = Located(key, self.path, key_node, self.first_line)
            yield place, Located(value, self.path, node, self.first_line)

    def fields(self, keys: Mapping[str, Types], required: Iterable[str] = ()) -> dict[str, Located]:
        """The values of a mapping by key; only `keys` may stand in it, each of its types."""
        self.expect(dict, "this")
        found: dict[str, Located] = {}
        for key, place in self.pairs():
            if key.value not in keys:
                raise key.error(f"unknown key {key.value!r}", suggest(str(key.value), keys))
            found[key.value] = place
            place.expect(keys[key.value], repr(key.value))
        for name in required:
            if name not in found:
                raise self.error(f"the key {name!r} is missing")
        return found


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or ""."""
    return next(iter(difflib.get_close_matches(word, sorted(known), n=1)), "")


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint for a word that is not among the known ones."""
    near = nearest(word, known)
    return f"did you mean {near!r}?" if near else f"known: {', '.join(sorted(known))}"
