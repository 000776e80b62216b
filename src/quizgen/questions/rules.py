"""Wording rules: data files that turn one kind of fact into question and answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateError, nodes

from quizgen.errors import QuizgenError
from quizgen.model import Fact
from quizgen.yamlfile import load

CONDITIONS = ("has", "lacks", "is")
_KEYS = {"id", "fact", "kind", "why", "when", "ask", "answer", "worth", "examples", "silent_on"}
_ENVIRONMENT = Environment(undefined=StrictUndefined, autoescape=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of fact is asked: conditions on the fact's fields, two templates, examples.

    `worth` (0–1) says how much a reader would want to remember this kind of fact.
    """

    id: str
    fact: str
    why: str
    when: Mapping[str, Any]
    ask: Template
    answer: Template
    worth: float
    kind: str
    examples: tuple[Mapping[str, str], ...]
    silent_on: tuple[str, ...]
    path: Path

    def fits(self, fact: Fact) -> bool:
        """Whether the fact has what the rule's conditions want."""
        known = {name: value for name, value in fact.fields.items() if value}
        known |= {name: "yes" for name, tokens in fact.parts.items() if tokens}
        if not set(_as_list(self.when.get("has", []))) <= set(known):
            return False
        if set(_as_list(self.when.get("lacks", []))) & set(known):
            return False
        wanted: Mapping[str, Any] = self.when.get("is", {})
        return all(known.get(name) in _as_list(value) for name, value in wanted.items())


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """The rules of all files of a folder, files by name; a faulty rule raises QuizgenError."""
    rules: list[Rule] = []
    for path in sorted(folder.glob("*.yaml")):
        for entry in load(path):
            rules.append(_rule(path, entry))
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise QuizgenError(f"two rules called {rule.id}", path=rule.path)
        seen.add(rule.id)
    return tuple(rules)


def _rule(path: Path, entry: Mapping[str, Any]) -> Rule:
    name = str(entry.get("id", "a rule without id"))
    for key in sorted(set(entry) - _KEYS):
        raise QuizgenError(
            f"{name}: unknown key {key!r}", path=path, hint=f"known: {sorted(_KEYS)}"
        )
    for key in ("id", "fact", "why", "ask", "examples"):
        if not entry.get(key):
            raise QuizgenError(f"{name}: {key!r} is missing", path=path)
    for condition in sorted(set(entry.get("when", {})) - set(CONDITIONS)):
        raise QuizgenError(f"{name}: unknown condition {condition!r}", path=path)
    return Rule(
        id=name,
        fact=str(entry["fact"]),
        why=str(entry["why"]),
        when=entry.get("when", {}),
        ask=_template(path, name, str(entry["ask"])),
        answer=_template(path, name, str(entry.get("answer", "{{ answer }}"))),
        worth=float(entry.get("worth", 0.5)),
        kind=str(entry.get("kind", "basic")),
        examples=tuple(entry["examples"]),
        silent_on=tuple(entry.get("silent_on", ())),
        path=path,
    )


def _template(path: Path, name: str, text: str) -> Template:
    try:
        return _ENVIRONMENT.from_string(text)
    except TemplateError as error:
        raise QuizgenError(f"{name}: {error}", path=path) from error


def names_in(text: str) -> set[str]:
    """The names that a template uses."""
    tree = _ENVIRONMENT.parse(text)
    return {node.name for node in tree.find_all(nodes.Name)}


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
