"""The table of print options: each with its value unless told, its reader and its help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizgen.errors import Faults, QuizgenError
from quizgen.printing.values import (
    OptionError,
    Reader,
    all_or_each,
    number,
    one_of,
    pair,
    sections,
    text_or_number,
    yes_or_no,
)
from quizgen.yamlfile import Located, suggest


@dataclass(frozen=True, slots=True)
class Option:
    """One option; without a `metavar` it is true or false."""

    unless_told: object
    read: Reader
    help: str
    metavar: str = ""


OPTIONS: dict[str, Option] = {
    "paper": Option("A4", one_of("A4", "Letter"), "Size of the paper.", "A4|Letter"),
    "size": Option(
        "normal", one_of("normal", "large"), "Size of the print; large is 17 points.",
        "normal|large",
    ),
    "labels": Option(
        "", one_of("fr", "en"), "Language of what stands beside the questions.", "fr|en"
    ),
    "text": Option(
        "none", one_of("none", "plain", "numbered"),
        "Print the article first, its lines numbered or not.", "none|plain|numbered",
    ),
    "sections": Option(
        {}, sections, "Sections of the quiz in order, such as open,true-false or open=5,cloze=3.",
        "A,B,…",
    ),
    "bank": Option(False, yes_or_no, "Print the missing words above the sentences with gaps."),
    "points": Option(
        {}, all_or_each(number(0, 100, whole=False)),
        "Points of every question, or such as open=2,cloze=1.", "N",
    ),
    "grading": Option(False, yes_or_no, "Print a table to write the points in."),
    "lines": Option(
        {}, all_or_each(number(0, 40)), "Lines to write on; by the answer's length unless told.",
        "N",
    ),
    "versions": Option(1, number(1, 26), "How many versions, shuffled: A, B …", "N"),
    "seed": Option("1", text_or_number, "What the shuffling hangs on.", "TEXT"),
    "files": Option("one", one_of("one", "each"), "One file, or one of each version.", "one|each"),
    "key": Option(
        "page", one_of("page", "file", "none"), "The answer key: on pages of its own, in a file "
        "of its own, or none.", "page|file|none",
    ),
    "evidence": Option(True, yes_or_no, "Print the article's sentences in the key."),
    "flashcards": Option(
        "none", one_of("none", "duplex", "fold"),
        "A file of cards to cut out as well, printed on both sides or folded.",
        "none|duplex|fold",
    ),
    "offset": Option(
        (0, 0), pair(number(-8, 8, whole=False)),
        "Shift of the backs of flashcards in millimetres, across and down.", "X,Y",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """All options of one quiz, read; see `OPTIONS` for what each is.

    `points` and `lines` map sections, ids of cards, and "" for every question. `sections` maps
    to the most questions in each or None; empty means all that the cards give.
    """

    paper: str
    size: str
    labels: str
    text: str
    sections: Mapping[str, int | None]
    bank: bool
    points: Mapping[str, float]
    grading: bool
    lines: Mapping[str, int]
    versions: int
    seed: str
    files: str
    key: str
    evidence: bool
    flashcards: str
    offset: tuple[float, float]


def read_options(told: Mapping[str, object]) -> PrintOptions:
    """The options of a quiz out of a deck's, which may hold other formats' as well."""
    read: dict[str, Any] = {}
    for name, option in OPTIONS.items():
        try:
            read[name] = option.read(told[name]) if name in told else option.unless_told
        except OptionError as fault:
            raise QuizgenError(f"print option {name}: {fault.what}", hint=fault.hint) from fault
    return PrintOptions(**read)


def read_print(place: Located) -> dict[str, object]:
    """The mapping `print` of a deck spec, checked; raises QuizgenError for every fault."""
    faults = Faults()
    for key, given in place.pairs():
        with faults:
            if key.value not in OPTIONS:
                raise key.error(f"unknown key {key.value!r}", suggest(str(key.value), OPTIONS))
            _check(key.value, given)
    faults.settle()
    return dict(place.value)


def _check(name: str, given: Located) -> None:
    try:
        OPTIONS[name].read(given.value)
    except OptionError as fault:
        raise _inside(given, fault.at).error(f"{name}: {fault.what}", fault.hint) from fault


def read_flag(name: str, text: str) -> object:
    """The plain value that a flag's text stands for, checked; raises OptionError."""
    value = text if OPTIONS[name].read is text_or_number else _plain(text)
    OPTIONS[name].read(value)
    return value


def _plain(text: str) -> object:
    """`a=1,b=2` is a mapping, `a,b` a list, the rest a number or text."""
    parts = [part.strip() for part in text.split(",")]
    if all("=" in part for part in parts):
        pairs = (part.partition("=") for part in parts)
        return {key.strip(): _scalar(value.strip()) for key, _, value in pairs}
    return [_scalar(part) for part in parts] if len(parts) > 1 else _scalar(text)


def _scalar(text: str) -> object:
    for read in (int, float):
        try:
            return read(text)
        except ValueError:
            continue
    return text


def _inside(place: Located, at: tuple[object, ...]) -> Located:
    """The part of a located value that keys and indexes lead to; keys where a key is at fault."""
    for step in at:
        if isinstance(place.value, list):
            place = list(place.items())[int(str(step))]
        elif isinstance(place.value, dict):
            index = list(place.value).index(step)
            node = place.node.value[index][1]
            place = Located(place.value[step], place.path, node, place.first_line)
    return place
