"""Named things: the runs of capitalised words that name somebody or something, with a type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from quizgen.analysis.name_evidence import is_titled, title_of
from quizgen.analysis.name_kinds import gender_of, kind_of, number_of
from quizgen.analysis.name_spans import find_spans
from quizgen.language import Language
from quizgen.model import EntityKind, Sentence, Token


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first`..`last` of a sentence that name something; `gender` as far as it shows.

    `title`: a title of courtesy stands before it.
    """

    sentence: int
    first: int
    last: int
    text: str
    kind: EntityKind
    gender: str = ""
    title: bool = False
    number: str = "Sing"


def find_names(sentence: Sentence, language: Language) -> tuple[Name, ...]:
    """The names of one sentence, in order."""
    return tuple(
        _name(sentence, first, last, language) for first, last in find_spans(sentence, language)
    )


def _name(sentence: Sentence, first: int, last: int, language: Language) -> Name:
    title = title_of(sentence, first, language)
    kind = kind_of(sentence, first, last, language)
    return Name(
        sentence=sentence.index,
        first=first,
        last=last,
        text=_joined(sentence.tokens[first : last + 1]),
        kind=kind,
        gender=title or gender_of(sentence, first, kind, language),
        title=is_titled(sentence, first, language),
        number="Sing" if kind == "person" else number_of(sentence, first, last, language),
    )


def _joined(tokens: Sequence[Token]) -> str:
    parts = [tokens[0].text]
    for before, token in pairwise(tokens):
        parts.append(token.text if before.end == token.start else " " + token.text)
    return "".join(parts)
