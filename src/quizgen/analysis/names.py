"""Named things: the runs of capitalised words that name somebody or something, with a type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizgen.analysis.name_kinds import (
    gender_of,
    is_capital,
    is_given,
    is_place,
    kind_of,
    title_gender,
)
from quizgen.analysis.tree import ancestors
from quizgen.language import Language
from quizgen.model import EntityKind, Sentence, Token

_CONNECTED = 3  # connecting words that may stand inside one name (« de la », « of the »)


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens `first`..`last` of a sentence that name something; `gender` as far as it shows."""

    sentence: int
    first: int
    last: int
    text: str
    kind: EntityKind
    gender: str = ""
    title: bool = False


def find_names(sentence: Sentence, language: Language) -> tuple[Name, ...]:
    """The names of one sentence, in order."""
    found = []
    for first, last in _runs(sentence, language):
        for start, end in _split(sentence, first, last, language):
            found.append(_name(sentence, start, end, language))
    return tuple(found)


def _runs(sentence: Sentence, language: Language) -> Iterator[tuple[int, int]]:
    tokens = sentence.tokens
    connectors = language.words.list("name_connectors")
    i = 0
    while i < len(tokens):
        if not _starts_name(sentence, i, language):
            i += 1
            continue
        last = i
        while True:
            step = _next_part(sentence, last, connectors, language)
            if step is None:
                break
            last = step
        yield i, _with_adjective(sentence, i, last, language)
        i = max(last, i) + 1


def _next_part(
    sentence: Sentence, last: int, connectors: frozenset[str], language: Language
) -> int | None:
    """The next token of the name that `last` belongs to, over connecting words if need be."""
    tokens = sentence.tokens
    here = last + 1
    if here < len(tokens) and tokens[here].text.lower().rstrip(".") in language.words.list(
        "titles"
    ):
        return None
    if here < len(tokens) and is_capital(tokens[here]) and tokens[here].pos != "DET":
        return here
    while here < len(tokens) and here - last <= _CONNECTED:
        if tokens[here].text.lower().replace("’", "'") not in connectors:
            break
        here += 1
    if here == last + 1 or here >= len(tokens) or not is_capital(tokens[here]):
        return None
    person = is_given(tokens[last], language) or is_place(tokens[last].text, language)
    particle = tokens[last + 1].text[0].isupper() or is_given(tokens[last], language)
    attached = any(a.i == last for a in ancestors(sentence, here))
    return here if particle or (attached and not person) else None


def _starts_name(sentence: Sentence, i: int, language: Language) -> bool:
    token = sentence.tokens[i]
    if not is_capital(token) or token.pos in ("PRON", "ADP", "SCONJ", "CCONJ", "ADV", "AUX"):
        return False
    if token.text.lower().rstrip(".") in language.words.list("titles"):
        return False
    if token.pos == "DET":  # « Le Parisien » inside a sentence
        following = sentence.tokens[i + 1 : i + 2]
        inside = i > 0 and sentence.tokens[i - 1].pos != "PUNCT" and token.text[-1].isalpha()
        return inside and all(is_capital(t) for t in following)
    if i > 0 and sentence.tokens[i - 1].text not in _OPENERS:
        return not _is_role(token, language)
    if token.pos == "PROPN":
        return not _is_role(token, language)
    common = any(not r.name for r in language.lexicon.readings(token.text.lower()))
    named = any(r.name for r in language.lexicon.readings(token.text))
    full = i + 1 < len(sentence.tokens) and is_capital(sentence.tokens[i + 1])
    return named and (not common or full)  # « Marine » alone may be a noun


_OPENERS = ("«", "“", '"', "(", "-", "–", "—", "»")


def _is_role(token: Token, language: Language) -> bool:
    return token.text.lower() in language.words.list("role_nouns")


def _with_adjective(sentence: Sentence, first: int, last: int, language: Language) -> int:
    """A capitalised common noun takes its adjectives (« le Parlement ukrainien »)."""
    tokens = sentence.tokens
    common = any(not r.name for r in language.lexicon.readings(tokens[last].text.lower()))
    if last != first or not common or tokens[first].text.isupper():
        return last
    while last + 1 < len(tokens) and tokens[last + 1].pos == "ADJ":
        if tokens[last + 1].head != first:
            break
        last += 1
    return last


def _split(
    sentence: Sentence, first: int, last: int, language: Language
) -> Iterator[tuple[int, int]]:
    """« Outre-mer Annick Girardin » is two names: a given name opens a new one."""
    tokens = sentence.tokens
    for i in range(first + 1, last + 1):
        before = tokens[first:i]
        if i == last and not (len(before) == 1 and _is_acronym(before[0])):
            break
        if is_given(tokens[i], language) and not any(
            is_given(t, language) or _is_initial(t) for t in before
        ):
            opens = is_place(tokens[first].text, language) or len(before) == 1
            if opens and tokens[i].pos == "PROPN" and not tokens[i].text.isupper():
                yield first, i - 1
                yield i, last
                return
    yield first, last


def _is_initial(token: Token) -> bool:
    """A letter or a short word of a name, not an acronym before one (« le député LFI X Y »)."""
    return len(token.text) < 4 and token.pos == "PROPN" and not _is_acronym(token)


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isalpha() and token.text.isupper()


def _name(sentence: Sentence, first: int, last: int, language: Language) -> Name:
    tokens = sentence.tokens
    text = " ".join(t.text for t in tokens[first : last + 1])
    body = _joined(tokens[first : last + 1])
    title = title_gender(sentence, first, language)
    kind = kind_of(sentence, first, last, language, titled=title != "")
    gender = title or gender_of(sentence, first, kind, language)
    return Name(sentence.index, first, last, body or text, kind, gender, title != "")


def _joined(tokens: tuple[Token, ...]) -> str:
    parts = [tokens[0].text]
    for before, token in pairwise(tokens):
        parts.append(token.text if before.end == token.start else " " + token.text)
    return "".join(parts)
