"""Named things: the runs of capitalised words that name somebody or something, with a type."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
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


def spelt_alike(names: Sequence[Name], sentences: Sequence[Sentence]) -> list[Name]:
    """Names as the article spells them elsewhere: « Radio-Port bleu » as « Radio-Port Bleu »."""
    known = {name.text for name in names if " " in name.text}
    return [_in_full(name, sentences[name.sentence], known) for name in names]


def _in_full(name: Name, sentence: Sentence, known: Collection[str]) -> Name:
    """A name with the small words behind it that a longer one of the article has."""
    for fuller in known:
        rest = fuller.removeprefix(f"{name.text} ")
        last = name.last + len(rest.split())
        behind = sentence.tokens[name.last + 1 : last + 1]
        if rest != fuller and " ".join(t.text for t in behind).lower() == rest.lower():
            return replace(name, last=last, text=fuller)
    return name


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
