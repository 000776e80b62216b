"""A role in the words of an answer: without the party, with what letters stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from quizgen.analysis.capitals import is_acronym
from quizgen.facts.acronyms import expansions
from quizgen.language import Language
from quizgen.model import Document, Sentence, Token

_BRACKET = re.compile(r"\s*\((?P<words>[^()\d«»]{8,80})\)")
_LEAST_SPELT = 3  # words that a short name stands for


def told_role(
    document: Document, sentence: Sentence, tokens: Sequence[int], head: int, language: Language
) -> str:
    """« maire de Brest » for « maire socialiste de Brest »; « chef de la LAG (Ligue …) »."""
    body = document.source.body
    gone = set(_sides(sentence, head, tokens[-1], language))
    spelt = _spellings(document, sentence, tokens, language)
    told = ""
    for i in tokens:
        if i in gone:
            continue
        token = sentence.tokens[i]
        gap = body[sentence.tokens[i - 1].end : token.start] if told else ""
        told += gap + token.text + (f" ({spelt[i]})" if i in spelt else "")
    return told


def _sides(sentence: Sentence, head: int, last: int, language: Language) -> Iterator[int]:
    """The words between an elected office and its complement that tell a party or a side."""
    if sentence.tokens[head].text.lower() not in language.words.list("elected_offices"):
        return
    found: list[int] = []
    for token in sentence.tokens[head + 1 : last + 1]:
        after = sentence.tokens[token.i + 1 : token.i + 2]  # nothing, at the end of a caption
        side = token.i - 1 in found and _is_side(sentence.tokens[token.i - 1], token, language)
        opens = bool(after) and _is_side(token, after[0], language)
        if side or opens or _is_party(token, language):
            found.append(token.i)
        else:
            if token.pos == "ADP":
                yield from found
            return


def _is_party(token: Token, language: Language) -> bool:
    """« PS », « ex-LR », « socialiste »."""
    letters = token.text.rpartition("-")[2]
    return is_acronym(letters) or token.text.lower() in language.words.list("party_adjectives")


def _is_side(token: Token, after: Token, language: Language) -> bool:
    """The preposition of « maire de gauche de Brest »."""
    return token.pos == "ADP" and after.text.lower() in language.words.list("political_sides")


def _spellings(
    document: Document, sentence: Sentence, tokens: Sequence[int], language: Language
) -> Mapping[int, str]:
    """What letters in a role stand for, by their token, where the article spells them."""
    known = language.words.list("known_acronyms")
    spelt = expansions(document, language)
    found = {
        i: spelt[sentence.tokens[i].text]
        for i in tokens
        if sentence.tokens[i].text in spelt and sentence.tokens[i].text.lower() not in known
    }
    bracket = _BRACKET.match(document.source.body, sentence.tokens[tokens[-1]].end)
    if bracket is not None and _stands_for(sentence.tokens[tokens[-1]].text, bracket["words"]):
        found[tokens[-1]] = bracket["words"]
    told = [sentence.tokens[i].text for i in tokens]
    return {i: words for i, words in found.items() if words.split()[0] not in told}


def _stands_for(name: str, words: str) -> bool:
    """« Sydunor (Syndicat du Nord) »: a name that begins as the words behind it do."""
    some = len(words.split()) >= _LEAST_SPELT and " " not in name
    return some and name[0].isupper() and name[:2].lower() == words[:2].lower()
