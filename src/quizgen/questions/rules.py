"""Wording rules: data files that turn one kind of fact into question and answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined, Template, TemplateError, nodes

from quizgen.model import Fact
from quizgen.yamlfile import Located, load_located, suggest

CONDITIONS = ("has", "lacks", "is")
_KEYS: Mapping[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("id", "fact", "kind", "why", "ask", "answer"), str),
    "when": dict,
    "worth": (int, float),
    "alone": bool,
    "examples": list,
    "silent_on": list,
}
_ENVIRONMENT = Environment(undefined=StrictUndefined, autoescape=False)
_ANSWER = _ENVIRONMENT.from_string("{{ answer }}")


@dataclass(frozen=True, slots=True)
class Rule:
    """How one kind of fact is asked: conditions on the fact's fields, two templates, examples.

    `worth` (0–1) is the share of such cards that readers accept. `alone`: the question names
    somebody and a date, and needs no topic in front.
    """

    id: str
    fact: str
    why: str
    when: Mapping[str, Any]
    ask: Template
    answer: Template
    worth: float
    alone: bool
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


def load_rules(folder: Path, functions: Collection[str]) -> tuple[Rule, ...]:
    """The rules of all files of a folder, files by name.

    `functions` are what templates may call. A faulty rule raises QuizgenError with its line.
    """
    rules: dict[str, Rule] = {}
    for path in sorted(folder.glob("*.yaml")):
        for entry in load_located(path).items():
            rule = _rule(entry, path)
            if rule.id in rules:
                raise entry.error(f"two rules called {rule.id}")
            _check_names(entry, rule, functions)
            rules[rule.id] = rule
    return tuple(rules.values())


def _rule(entry: Located, path: Path) -> Rule:
    """One rule from its place in the file."""
    content = entry.fields(_KEYS, required=("id", "fact", "why", "ask", "examples", "silent_on"))
    given = {key: located.value for key, located in content.items()}
    if "when" in content:
        content["when"].fields(dict.fromkeys(CONDITIONS, (list, str, dict)))
    return Rule(
        id=given["id"],
        fact=given["fact"],
        why=given["why"],
        when=given.get("when", {}),
        ask=_template(content["ask"]),
        answer=_template(content["answer"]) if "answer" in content else _ANSWER,
        worth=float(given.get("worth", 0.5)),
        alone=given.get("alone", False),
        kind=given.get("kind", "basic"),
        examples=tuple(given["examples"]),
        silent_on=tuple(given["silent_on"]),
        path=path,
    )


def _template(text: Located) -> Template:
    try:
        return _ENVIRONMENT.from_string(text.value)
    except TemplateError as error:
        raise text.error(str(error)) from error


def _check_names(entry: Located, rule: Rule, functions: Collection[str]) -> None:
    """A template may name functions, `answer`, and fields that its conditions assure."""
    assured = {*_as_list(rule.when.get("has", [])), *rule.when.get("is", {}), "answer"}
    for text in (entry.value["ask"], entry.value.get("answer", "")):
        names = {node.name for node in _ENVIRONMENT.parse(text).find_all(nodes.Name)}
        for name in sorted(names - assured - set(functions)):
            raise entry.error(
                f"{rule.id}: {name!r} is no function, and no condition assures it",
                f"add it to 'has': {suggest(name, functions)}",
            )


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
