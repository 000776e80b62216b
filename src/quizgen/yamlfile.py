"""Strict YAML: every fault has a file, a line and a column.

Scalars follow YAML 1.2 where 1.1 surprises: only `true` and `false` are booleans (a word list may
hold `on` and `no`), and clock times stay text.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from quizgen.errors import QuizgenError

Types = type | tuple[type, ...]

_FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STEPS = ("- - - - - - - - ", "? ? ? ? ? ? ? ? ")
_TAG = "tag:yaml.org,2002:"
_NOWHERE = yaml.Mark("", 0, 0, 0, None, 0)
_NOTHING = yaml.ScalarNode(f"{_TAG}null", "", _NOWHERE, _NOWHERE)
_BOOLS = {"true": True, "false": False}
_READERS: dict[str, Callable[[str], Any]] = {
    "int": int,
    "float": float,
    "timestamp": lambda text: date.fromisoformat(text[:10]),
}
_KINDS = {*_READERS, "map", "seq", "str", "null", "bool", "merge", "value"}
_NAMES = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}
_NAMES |= {list: "a list", dict: "a mapping", date: "a date", type(None): "nothing"}


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
        wanted = " or ".join(_NAMES[kind] for kind in allowed)
        raise self.error(f"{name} must be {wanted}, not {_NAMES[type(self.value)]}")

    def items(self) -> Iterator[Located]:
        """The elements of a list."""
        for value, node in zip(self.value, self.node.value, strict=True):
            yield Located(value, self.path, node, self.first_line)

    def fields(self, keys: Mapping[str, Types], required: Iterable[str] = ()) -> dict[str, Located]:
        """The values of a mapping by key; only `keys` may stand in it, each of its types."""
        self.expect(dict, "this")
        found: dict[str, Located] = {}
        for (key, value), (key_node, node) in zip(self.value.items(), self.node.value, strict=True):
            if key not in keys:
                place = Located(key, self.path, key_node, self.first_line)
                raise place.error(f"unknown key {key!r}", suggest(str(key), keys))
            found[key] = Located(value, self.path, node, self.first_line)
            found[key].expect(keys[key], repr(key))
        for key in required:
            if key not in found:
                raise self.error(f"the key {key!r} is missing")
        return found


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint for a word that is not among the known ones."""
    choices = sorted(known)
    near = difflib.get_close_matches(word, choices, n=1)
    return f"did you mean {near[0]!r}?" if near else f"known: {', '.join(choices)}"


def load(path: Path) -> Any:
    """The plain content of a YAML file; see `load_located`."""
    return load_located(path).value


def load_located(path: Path) -> Located:
    """The content of a YAML file. Raises QuizgenError when it cannot be read."""
    try:
        return parse(path.read_text(encoding="utf-8-sig"), path)
    except OSError as error:
        raise QuizgenError(f"cannot read: {error.strerror or error}", path=path) from error
    except UnicodeDecodeError as error:
        raise QuizgenError(f"not UTF-8 at byte {error.start}", path=path) from error


def parse(text: str, path: Path | str, first_line: int = 1) -> Located:
    """YAML text as a located value; `first_line` is where in the file the text begins."""
    # The C parser does not guard its stack: what may be nested deep goes to the slow one.
    deep = text.count("[") + text.count("{") > 2000 or any(steps in text for steps in _STEPS)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader if deep else _FAST)
        file = Located(None, path, node or _NOTHING, first_line)
        return replace(file, value=_build(file, file.node, {}))
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None) or _NOWHERE
        what = getattr(error, "problem", None) or " ".join(str(error).split())
        colon = "mapping values are not allowed" in what
        raise QuizgenError(
            f"not YAML: {what}",
            path=path,
            line=first_line + mark.line,
            column=mark.column + 1,
            hint="put a value that holds a colon in quotes" if colon else "",
        ) from error


def _build(file: Located, node: yaml.Node, built: dict[int, Any]) -> Any:
    """A node's value; `built` holds collections by node, so that an alias is built once."""
    kind = node.tag.removeprefix(_TAG)
    if kind not in _KINDS:
        raise replace(file, node=node).error(f"the tag {node.tag} is not supported")
    if isinstance(node, yaml.ScalarNode):
        return node.value if kind == "str" else _scalar(str(node.value), kind)
    if id(node) not in built:
        built[id(node)] = None
        children = _mapping if kind == "map" else _list
        built[id(node)] = children(file, node, built)
    return built[id(node)]


def _list(file: Located, node: yaml.Node, built: dict[int, Any]) -> list[Any]:
    return [_build(file, child, built) for child in node.value]


def _mapping(file: Located, node: yaml.Node, built: dict[int, Any]) -> dict[Any, Any]:
    mapping: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = _build(file, key_node, built)
        if not isinstance(key, Hashable):
            raise replace(file, node=key_node).error("a key must be text")
        if key in mapping:
            raise replace(file, node=key_node).error(f"the key {key!r} stands here twice")
        mapping[key] = _build(file, value_node, built)
    return mapping


def _scalar(text: str, kind: str) -> Any:
    if kind == "null":
        return None
    if kind == "bool":
        return _BOOLS.get(text.lower(), text)
    try:
        return _READERS.get(kind, str)(text)
    except ValueError:
        return text
