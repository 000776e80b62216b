"""The sorts of value that print options have, and what each refuses.

A reader takes a plain value, as YAML or a flag gives it, and returns the value to use. It raises
`OptionError` for any other; its `at` leads to the faulty part, by keys and indexes from the
outside in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, get_args

from quizgen.yamlfile import suggest

Reader = Callable[[object], object]
Section = Literal["open", "cloze", "choice", "matching", "order", "true-false"]

SECTIONS: tuple[Section, ...] = get_args(Section)
_CARD_ID = re.compile(r"[0-9a-f]{16}")


class OptionError(ValueError):
    """What is wrong with a value, what to do about it, and in which part of it."""

    def __init__(self, what: str, hint: str = "", at: tuple[object, ...] = ()) -> None:
        super().__init__(what)
        self.what, self.hint, self.at = what, hint, at


def one_of(*words: str) -> Reader:
    """One of some words, in capitals or not."""

    def read(value: object) -> str:
        for word in words:
            if isinstance(value, str) and value.casefold() == word.casefold():
                return word
        known = f"known: {', '.join(words)}"
        hint = suggest(value, words) if isinstance(value, str) else known
        raise OptionError(f"{value!r} is not known", hint)

    return read


def yes_or_no(value: object) -> bool:
    """True or false."""
    if isinstance(value, bool):
        return value
    raise OptionError(f"must be true or false, not {value!r}")


def text_or_number(value: object) -> str:
    """Any text, or a number taken as text."""
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    raise OptionError(f"must be text or a number, not {value!r}")


def number(least: float, most: float, *, whole: bool = True) -> Reader:
    """A number between two bounds, which belong to it."""
    sorts = (int,) if whole else (int, float)
    wanted = "a whole number" if whole else "a number"

    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, sorts) or not least <= value <= most:
            raise OptionError(f"must be {wanted} from {least:g} to {most:g}, not {value!r}")
        return value

    return read


def all_or_each(read_one: Reader) -> Reader:
    """One value for all questions, or a mapping from sections and cards to theirs.

    Gives a dict either way; the key "" stands for all questions.
    """

    def read(value: object) -> dict[str, object]:
        if not isinstance(value, dict):
            return {"": read_one(value)}
        return {_asked(key): _part(read_one, given, key) for key, given in value.items()}

    return read


def sections(value: object) -> dict[str, int | None]:
    """Sections in their order: a list of names, or a mapping to the most questions in each."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, (list, dict)) or not value:
        raise OptionError(
            f"must be a list of sections, not {value!r}", f"known: {', '.join(SECTIONS)}"
        )
    if isinstance(value, dict):
        most = number(1, 999)
        return {_section(key, key): _count(most, given, key) for key, given in value.items()}
    for index, name in enumerate(value):
        if name in value[:index]:
            raise OptionError(f"{name!r} stands here twice", at=(index,))
    return {_section(name, index): None for index, name in enumerate(value)}


def pair(read_one: Reader) -> Reader:
    """Two values, across and down."""

    def read(value: object) -> tuple[object, ...]:
        if not isinstance(value, (list, tuple)) or len(value) != 2:
            raise OptionError(f"must be two numbers, across and down, not {value!r}")
        return tuple(_part(read_one, given, index) for index, given in enumerate(value))

    return read


def _part(read_one: Reader, value: object, at: object) -> object:
    """Read a part; its fault is told with the way to it."""
    try:
        return read_one(value)
    except OptionError as fault:
        raise OptionError(f"{at}: {fault.what}", fault.hint, (at, *fault.at)) from fault


def _count(read_one: Reader, value: object, at: object) -> int:
    count = _part(read_one, value, at)
    assert isinstance(count, int)
    return count


def _section(name: object, at: object) -> str:
    if name not in SECTIONS:
        raise OptionError(f"unknown section {name!r}", suggest(str(name), SECTIONS), (at,))
    return str(name)


def _asked(key: object) -> str:
    """A section, or the id of a card as `quizgen cards --json` shows it."""
    return str(key) if _CARD_ID.fullmatch(str(key)) else _section(key, key)
