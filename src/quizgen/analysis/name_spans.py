"""Where a name begins and ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.analysis.acronyms import spelled_names
from quizgen.analysis.capitals import (
    folded,
    is_acronym,
    is_capital,
    is_common,
    is_demonym,
    is_given,
    is_initial,
    is_ordinary,
    is_place,
    is_role,
    is_small,
    is_title,
)
from quizgen.analysis.name_parts import end_of_run
from quizgen.analysis.name_tails import full_end
from quizgen.analysis.tree import ancestors
from quizgen.language import Language
from quizgen.model import Sentence, Token

_MARKS = ("«", "“", '"')
_CLOSERS = ("»", "”", '"')
_OPENERS = ("«", "“", '"', "-", "–", "—", "»")
_NO_NAME = ("PRON", "ADP", "SCONJ", "CCONJ", "ADV", "AUX")


def find_spans(sentence: Sentence, language: Language) -> Iterator[tuple[int, int]]:
    """The first and the last token of each name, in order."""
    i = 0
    spelled = dict(spelled_names(sentence, language))
    while i < len(sentence.tokens):
        if i in spelled:
            yield i, spelled[i]
            i = spelled[i] + 1
            continue
        if not _starts_name(sentence, i, language):
            i += 1
            continue
        end = full_end(sentence, i, end_of_run(sentence, i, language), language)
        for first, last in _split(sentence, i, end, language):
            if not _names_nothing(sentence, first, last, language):
                yield first, last
        i = end + 1


def _starts_name(sentence: Sentence, i: int, language: Language) -> bool:
    token = sentence.tokens[i]
    if not is_capital(token) or is_title(token.text, language):
        return False
    if _is_particle(sentence, i, language):
        return True
    if token.pos in _NO_NAME or _is_body_noun(token.text, language):
        return False
    if token.pos == "DET":  # « Le Parisien » inside a sentence
        following = sentence.tokens[i + 1 : i + 2]
        inside = i > 0 and token.text[-1].isalpha() and _is_inside(sentence, i)
        return inside and all(is_capital(t) for t in following)
    if i > 0 and sentence.tokens[i - 1].text not in _OPENERS:
        return not is_role(token.text, language)
    return _opens_sentence(sentence, token, language)


def _is_particle(sentence: Sentence, i: int, language: Language) -> bool:
    """« le général De Gaulle »: a capitalised particle inside a sentence opens a name."""
    token, following = sentence.tokens[i], sentence.tokens[i + 1 : i + 2]
    particle = token.pos == "ADP" and folded(token.text) in language.words.list("name_connectors")
    inside = i > 0 and sentence.tokens[i - 1].pos != "PUNCT"
    return particle and inside and all(is_capital(t) for t in following)


def _is_body_noun(text: str, language: Language) -> bool:
    """« l'ONG X », « le GIE X »: a noun, though written as an acronym."""
    return is_acronym(text) and text.lower() in language.words.list("organisation_nouns")


def _is_inside(sentence: Sentence, i: int) -> bool:
    """Whether a capital at `i` stands inside a sentence, or opens a title in quotation marks."""
    behind = sentence.tokens[i + 2 : i + 3]
    titled = sentence.tokens[i - 1].text in _MARKS and any(t.text in _CLOSERS for t in behind)
    return titled or sentence.tokens[i - 1].pos != "PUNCT"


def _opens_sentence(sentence: Sentence, token: Token, language: Language) -> bool:
    """Whether a capital that any word would have here belongs to a name."""
    named = any(r.name for r in language.lexicon.readings(token.text))
    following = sentence.tokens[token.i + 1 : token.i + 2]
    goes_on = any(is_capital(t) and t.pos in ("PROPN", "DET") for t in following)
    if named and goes_on:
        return True
    if is_small(token.text, language) and not is_acronym(token.text):
        return False
    if token.pos == "PROPN":
        verb = {r.pos for r in language.lexicon.readings(token.text.lower())} == {"VERB"}
        return not is_role(token.text, language) and (goes_on or named or not verb)
    return named and not is_common(token.text, language)


def _names_nothing(sentence: Sentence, first: int, last: int, language: Language) -> bool:
    """« les Français », « le ministre de l'Économie »: capitals that name nothing by themselves."""
    token = sentence.tokens[first]
    if last == first and _is_unit(sentence, first):
        return True
    if last == first and is_demonym(token.text, language) and first > 0:
        before = sentence.tokens[first - 1]
        return before.pos != "NOUN"
    if not is_ordinary(token.text, language) or is_acronym(token.text):
        return False
    portfolio = language.words.list("government_nouns")
    return any(a.text.lower() in portfolio and a.i < first for a in ancestors(sentence, first))


def _is_unit(sentence: Sentence, i: int) -> bool:
    """« 20H00 », « 27 PME », « 2 CV »: a letter or an acronym that a figure counts."""
    before = sentence.tokens[i - 1] if i else None
    counted = before is not None and (before.pos == "NUM" or before.text[-1].isdigit())
    short = len(sentence.tokens[i].text) == 1 or is_acronym(sentence.tokens[i].text)
    return counted and short


def _split(
    sentence: Sentence, first: int, last: int, language: Language
) -> Iterator[tuple[int, int]]:
    """« Outre-mer Annick Girardin » is two names: a given name opens a new one."""
    if last > first + 1 and _is_country(sentence, first, language):
        yield first, first
        yield first + 1, last
        return
    for i in range(first + 1, last + 1):
        behind_acronym = i == first + 1 and _follows_acronym(sentence, first, last, language)
        if behind_acronym or _opens_new(sentence, first, i, last, language):
            yield first, i - 1
            yield i, last
            return
    yield first, last


def _is_country(sentence: Sentence, first: int, language: Language) -> bool:
    """« l'ambassadeur en France Paul Durand »: no « France Durand » stands behind « en »."""
    token, behind = sentence.tokens[first], sentence.tokens[first + 1]
    before = sentence.tokens[first - 1].text.lower() if first else ""
    placed = before in language.words.list("place_prepositions")
    return placed and is_capital(behind) and folded(token.text) in language.words.list("countries")


def _opens_new(sentence: Sentence, first: int, i: int, last: int, language: Language) -> bool:
    tokens = sentence.tokens
    before, token = tokens[first:i], tokens[i]
    if i == last and not (len(before) == 1 and is_acronym(before[0].text)):
        return False
    if not is_given(token.text, language) or token.pos != "PROPN" or token.text.isupper():
        return False
    epithet = _is_epithet(tokens, first + 1, language)
    beside = epithet and i == first + 1 and is_given(tokens[i + 1].text, language)
    named = [t for t in before if is_capital(t) and not (epithet and t.i == first + 1)]
    twice = any(is_given(t.text, language) or is_initial(t) for t in named)
    if beside or twice or not is_capital(before[-1]):
        return False
    if before[0].text.lower() in language.words.list("dedicated_nouns"):
        return _follows_role(sentence, first, language)
    word = before[0].text
    governed = first > 0 and tokens[first - 1].pos in ("ADP", "DET")
    common = governed and len(before) == 1 + epithet and is_common(word, language)
    whole = common or is_acronym(word)
    return whole or is_place(word, language) or any(not is_capital(t) for t in before)


def _is_epithet(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """« la Maison Blanche »: an adjective behind a common noun, though also a given name."""
    adjective = any(r.pos == "ADJ" for r in language.lexicon.readings(tokens[i].text.lower()))
    return adjective and is_common(tokens[i - 1].text, language)


def _follows_acronym(sentence: Sentence, first: int, last: int, language: Language) -> bool:
    """« à l'AFP Jean Durand », « le député LFI X Y »: two words and more that are no common ones.

    « BNP Paribas », « UBS Wealth Management » stay whole.
    """
    behind = sentence.tokens[first + 1 : last + 1]
    if not is_acronym(sentence.tokens[first].text) or len(behind) < 2:
        return False
    if not is_capital(behind[0]):
        return False
    bodily = language.words.list("organisation_words") | language.words.list("organisation_nouns")
    return all(_may_be_personal(t, language) for t in behind) and not bodily & {
        folded(t.text) for t in behind
    }


def _may_be_personal(token: Token, language: Language) -> bool:
    """Whether a word may be part of a person's name, as far as the dictionary knows."""
    if is_acronym(token.text) or not is_capital(token):
        return folded(token.text) in language.words.list("name_connectors")
    return not is_place(token.text, language) and not is_ordinary(token.text, language)


def _follows_role(sentence: Sentence, first: int, language: Language) -> bool:
    """« le président du Cercle Paul Durand »."""
    return any(is_role(t.text, language) for t in sentence.tokens[max(0, first - 6) : first])
