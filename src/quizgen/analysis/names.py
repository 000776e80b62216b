"""Named things: the runs of capitalised words that name somebody or something, with a type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.analysis.tree import ancestors, child
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
    if here < len(tokens) and _is_capital(tokens[here]) and tokens[here].pos != "DET":
        return here
    while here < len(tokens) and here - last <= _CONNECTED:
        if tokens[here].text.lower().replace("’", "'") not in connectors:
            break
        here += 1
    if here == last + 1 or here >= len(tokens) or not _is_capital(tokens[here]):
        return None
    person = _is_given(tokens[last], language) or _is_place(tokens[last].text, language)
    particle = tokens[last + 1].text[0].isupper() or _is_given(tokens[last], language)
    attached = any(a.i == last for a in ancestors(sentence, here))
    return here if particle or (attached and not person) else None


def _starts_name(sentence: Sentence, i: int, language: Language) -> bool:
    token = sentence.tokens[i]
    if not _is_capital(token) or token.pos in ("PRON", "ADP", "SCONJ", "CCONJ", "ADV", "AUX"):
        return False
    if token.text.lower().rstrip(".") in language.words.list("titles"):
        return False
    if token.pos == "DET":  # « Le Parisien » inside a sentence
        following = sentence.tokens[i + 1 : i + 2]
        inside = i > 0 and sentence.tokens[i - 1].pos != "PUNCT" and token.text[-1].isalpha()
        return inside and all(_is_capital(t) for t in following)
    if i > 0 and sentence.tokens[i - 1].text not in _OPENERS:
        return not _is_role(token, language)
    if token.pos == "PROPN":
        return not _is_role(token, language)
    common = any(not r.name for r in language.lexicon.readings(token.text.lower()))
    named = any(r.name for r in language.lexicon.readings(token.text))
    full = i + 1 < len(sentence.tokens) and _is_capital(sentence.tokens[i + 1])
    return named and (not common or full)  # « Marine » alone may be a noun


_OPENERS = ("«", "“", '"', "(", "-", "–", "—", "»")


def _is_role(token: Token, language: Language) -> bool:
    return token.text.lower() in language.words.list("role_nouns")


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.pos not in ("PUNCT", "SYM")


def _is_given(token: Token, language: Language) -> bool:
    first = token.text.partition("-")[0]
    return any(
        r.name == "given" for form in (token.text, first) for r in language.lexicon.readings(form)
    )


def _is_place(text: str, language: Language) -> bool:
    folded = text.lower().replace("’", "'")
    if folded in language.words.list("places") or folded in language.words.list("countries"):
        return True
    return any(r.name == "place" for r in language.lexicon.readings(text))


def _with_adjective(sentence: Sentence, first: int, last: int, language: Language) -> int:
    """A capitalised common noun takes the adjectives that follow it (« le Parlement ukrainien »)."""
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
        if _is_given(tokens[i], language) and not any(
            _is_given(t, language) or _is_initial(t) for t in before
        ):
            opens = _is_place(tokens[first].text, language) or len(before) == 1
            if opens and tokens[i].pos == "PROPN" and not tokens[i].text.isupper():
                yield first, i - 1
                yield i, last
                return
    yield first, last


def _is_initial(token: Token) -> bool:
    """A letter or a short word of a name, not an acronym before one (« le député LFI X Y »)."""
    return len(token.text) < 4 and not _is_acronym(token)


def _is_acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isalpha() and token.text.isupper()


def _name(sentence: Sentence, first: int, last: int, language: Language) -> Name:
    tokens = sentence.tokens
    text = " ".join(t.text for t in tokens[first : last + 1])
    body = _joined(tokens[first : last + 1])
    title = _title(sentence, first, language)
    kind = _kind(sentence, first, last, language, titled=title != "")
    gender = title or _gender(sentence, first, last, kind, language)
    return Name(sentence.index, first, last, body or text, kind, gender, title != "")


def _joined(tokens: tuple[Token, ...]) -> str:
    parts = [tokens[0].text]
    for before, token in zip(tokens, tokens[1:], strict=False):
        parts.append(token.text if before.end == token.start else " " + token.text)
    return "".join(parts)


def _title(sentence: Sentence, first: int, language: Language) -> str:
    """Masc or Fem when a title of courtesy stands before the name."""
    if first == 0:
        return ""
    titles = language.words.table("titles_gender")
    return str(titles.get(sentence.tokens[first - 1].text.lower().rstrip("."), ""))


def _kind(
    sentence: Sentence, first: int, last: int, language: Language, *, titled: bool
) -> EntityKind:
    tokens = sentence.tokens
    words = [t.text for t in tokens[first : last + 1]]
    whole = " ".join(words)
    before = tokens[first - 1] if first else None
    if titled:
        return "person"
    if _is_organisation(sentence, first, last, language):
        return "organisation"
    if _is_place(whole, language):
        return "place"
    if _is_given(tokens[first], language) and len(words) > 1:
        return "person"
    article = before is not None and before.pos == "DET"
    if len(words) > 1 and not article and all(_is_capital(t) for t in tokens[first : last + 1]):
        return "place" if _after_place_word(sentence, first, language) else "person"
    if words[0].isupper() and len(words[0]) > 1:
        return "organisation"
    if _after_place_word(sentence, first, language):
        return "place"
    if len(words) == 1 and not article and _is_given(tokens[first], language):
        return "person"
    return "organisation" if article else "other"


def _is_organisation(sentence: Sentence, first: int, last: int, language: Language) -> bool:
    tokens = sentence.tokens
    nouns = language.words.list("organisation_nouns")
    if tokens[first].text.lower() in nouns:
        return True
    before = tokens[first - 1] if first else None
    if _is_given(tokens[first], language) and last > first:
        roles = language.words.list("role_nouns")
        if any(t.text.lower() in roles for t in tokens[max(0, first - 6) : first]):
            return False  # « le président de la Cour Paul Durand »
    return before is not None and before.text.lower() in nouns and before.i == tokens[first].head


def _after_place_word(sentence: Sentence, first: int, language: Language) -> bool:
    if first == 0:
        return False
    before = sentence.tokens[first - 1]
    return before.text.lower() in language.words.list("place_prepositions")


def _gender(sentence: Sentence, first: int, last: int, kind: EntityKind, language: Language) -> str:
    tokens = sentence.tokens
    if kind == "person":
        for reading in language.lexicon.readings(tokens[first].text.partition("-")[0]):
            if reading.name == "given" and reading.gender:
                return reading.gender
        return ""
    article = child(sentence, first, "det")
    if article is not None and article.i == first - 1 and article.text[-1] not in "'’":
        return article.feats.get("Gender", "")
    for reading in language.lexicon.readings(tokens[first].text.lower()):
        if reading.pos == "NOUN" and reading.gender and not tokens[first].text.isupper():
            return reading.gender
    return tokens[first].feats.get("Gender", "") if kind == "place" else ""
