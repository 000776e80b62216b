"""YAML text to located values.

Scalars follow YAML 1.2 where 1.1 surprises: only `true` and `false` are booleans (a word list may
hold `on` and `no`), and clock times stay text.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from quizgen.errors import Faults, QuizgenError
from quizgen.yamlfile.located import Located

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


def load(path: Path) -> Any:
    """The plain content of a YAML file; see `load_located`."""
    return load_located(path).value


def load_located(path: Path, faults: Faults | None = None) -> Located:
    """The content of a YAML file; see `parse`. Raises QuizgenError when it cannot be read."""
    try:
        return parse(path.read_text(encoding="utf-8-sig"), path, faults=faults)
    except OSError as error:
        raise QuizgenError(f"cannot read: {error.strerror or error}", path=path) from error
    except UnicodeDecodeError as error:
        raise QuizgenError(f"not UTF-8 at byte {error.start}", path=path) from error


def parse(
    text: str, path: Path | str, first_line: int = 1, faults: Faults | None = None
) -> Located:
    """YAML text as a located value; `first_line` is where in the file the text begins.

    Keys that stand twice are collected in `faults`, where that is given, and the first one holds.
    """
    # The C parser does not guard its stack: what may be nested deep goes to the slow one.
    deep = text.count("[") + text.count("{") > 2000 or any(steps in text for steps in _STEPS)
    collected = faults or Faults()
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader if deep else _FAST)
        file = Located(None, path, node or _NOTHING, first_line)
        value = _Builder(file, collected).build(file.node)
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
    if faults is None:
        collected.settle()
    return replace(file, value=value)


@dataclass(frozen=True, slots=True)
class _Builder:
    """Makes values of nodes; `built` holds collections by node: an alias is built once."""

    file: Located
    faults: Faults
    built: dict[int, Any] = field(default_factory=dict)

    def build(self, node: yaml.Node) -> Any:
        """A node's value."""
        kind = node.tag.removeprefix(_TAG)
        if kind not in _KINDS:
            raise replace(self.file, node=node).error(f"the tag {node.tag} is not supported")
        if isinstance(node, yaml.ScalarNode):
            return node.value if kind == "str" else _scalar(str(node.value), kind)
        if id(node) not in self.built:
            self.built[id(node)] = None
            self.built[id(node)] = self._mapping(node) if kind == "map" else self._list(node)
        return self.built[id(node)]

    def _list(self, node: yaml.Node) -> list[Any]:
        return [self.build(child) for child in node.value]

    def _mapping(self, node: yaml.Node) -> dict[Any, Any]:
        """A mapping; of a key that stands twice, node and value keep the first one only."""
        mapping: dict[Any, Any] = {}
        kept = []
        for key_node, value_node in node.value:
            with self.faults:
                key = self._key(key_node, mapping)
                mapping[key] = self.build(value_node)
                kept.append((key_node, value_node))
        node.value = kept
        return mapping

    def _key(self, node: yaml.Node, mapping: dict[Any, Any]) -> Hashable:
        key = self.build(node)
        if not isinstance(key, Hashable):
            raise replace(self.file, node=node).error("a key must be text")
        if key in mapping:
            raise replace(self.file, node=node).error(f"the key {key!r} stands here twice")
        return key


def _scalar(text: str, kind: str) -> Any:
    if kind == "null":
        return None
    if kind == "bool":
        return _BOOLS.get(text.lower(), text)
    try:
        return _READERS.get(kind, str)(text)
    except ValueError:
        return text
