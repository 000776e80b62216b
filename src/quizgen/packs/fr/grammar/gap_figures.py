"""Figures that no gap may hide: parts of something longer, and what nobody needs to remember."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.model import Document, Fact, Sentence, Token
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_NEAR = 4  # words between « soit » and the figure that it restates
_BESIDE = 3  # words from one number of a list to the next
_WHOLE = 100.0  # per cent
_SMALL = 3  # digits
_DEFINITE = ("les", "des", "aux", "ces", "cette", "cet", "ce", "le", "la")
_DAY = ("24", "vingt-quatre")  # hours


def check_figure(document: Document, sentence: Sentence, fact: Fact, hidden: Sequence[int]) -> None:
    """Raise Withheld where a gap for a figure hides half of something, or says nothing new."""
    start = fact.target.start
    first = next((t.i for t in sentence.tokens if t.start == start), hidden[0])
    _check_before(sentence, hidden)
    _check_behind(sentence, hidden)
    _check_name(document, sentence, first, hidden)
    _check_known(document, sentence, fact, first)
    if fact.kind == "percentage":
        _check_rest(sentence, hidden)
    if fact.kind == "count":
        _check_split(sentence, hidden)
    if fact.kind == "duration":
        _check_time(sentence, first, hidden)


def check_date(sentence: Sentence, hidden: Sequence[int]) -> None:
    """« jusqu'à lundi », « le 3 mars | 2019 », « à 14 heures »: no day that can be remembered."""
    first, last = hidden[0], hidden[-1]
    if not any(c.isdigit() for i in hidden for c in sentence.tokens[i].text):
        raise Withheld("a weekday or a month alone")
    beside = (*sentence.tokens[first - 1 : first], *sentence.tokens[last + 1 : last + 2])
    ends = [t.text.lower() for t in beside]
    if any(text.isdigit() or text in _WORDS.list("months") for text in ends):
        raise Withheld("a part of a date")


def _check_before(sentence: Sentence, hidden: Sequence[int]) -> None:
    """« - 3 % », « soit 36 jours », « dans les deux mois », « ces 300 hectares »."""
    first = min(hidden)
    before = [t.text for t in sentence.tokens[max(0, first - _NEAR) : first]]
    if before and before[-1] in ("-", "−", "–", "+", "±"):
        raise Withheld("a sign stands before the gap")
    behind_comma = before[len(before) - before[::-1].index(",") :] if "," in before else before
    if "soit" in behind_comma:
        raise Withheld("« soit »: the figure only restates another")
    if [text.lower() for text in before[-2:]] == ["dans", "les"]:
        raise Withheld("a time that counts from the day of the words")
    beside = sentence.tokens[max(0, first - 1)]
    if beside.feats.get("PronType") == "Dem":
        raise Withheld(f"« {beside.text} » points back")


def _check_behind(sentence: Sentence, hidden: Sequence[int]) -> None:
    """« huit ans et demi », « les trois derniers mois »: more belongs to the figure."""
    behind = sentence.tokens[max(hidden) + 1 : max(hidden) + _NEAR]
    if len(behind) > 1 and behind[1].pos == "NUM":
        raise Withheld("half of a figure")
    ends = [t.text.lower() for t in behind[1:]]
    if ends[:1] == ["et"] and set(ends) & _WORDS.list("fractions_behind"):
        raise Withheld("a part of a measure")
    if behind and behind[0].text.lower() in _WORDS.list("vague_before_nouns") - {"fois"}:
        raise Withheld(f"« {behind[0].text} »: counted from somewhere else")


def _check_name(document: Document, sentence: Sentence, first: int, hidden: Sequence[int]) -> None:
    """« les 24 Heures du Mans », « le moteur V8 6,2 litres »: the figure is what it is called."""
    for mention in document.mentions:
        inside = range(mention.first, mention.last + 1)
        if mention.kind == "name" and mention.sentence == sentence.index and hidden[0] in inside:
            raise Withheld("a part of a name")
    before = sentence.tokens[first - 1].text if first else ""
    if before[:1].isalpha() and before[-1:].isdigit():
        raise Withheld(f"« {before} » and the figure are one name")


def _check_known(document: Document, sentence: Sentence, fact: Fact, first: int) -> None:
    """« les 172 villes », « l'estimation de 14 % »: known to whoever read what stands before."""
    before = sentence.tokens[first - 1].text.lower() if first else ""
    large = fact.kind in ("amount", "count") and _is_large(fact.target.text)
    measures = fact.kind == "percentage" and before in _WORDS.list("measuring_prepositions")
    if before in _DEFINITE and not large:
        raise Withheld(f"« {before} »: the figure is taken as known")
    if (before in _DEFINITE or measures) and _is_told(document, sentence, fact):
        raise Withheld("the figure was told before")


def _is_told(document: Document, sentence: Sentence, fact: Fact) -> bool:
    words = fact.target.text.split()
    earlier = (s for s in document.sentences[: sentence.index] if not s.heading)
    return any(words == text for s in earlier for text in _runs(s, len(words)))


def _is_large(text: str) -> bool:
    """More than three figures, or millions: what says one such number says it of one thing."""
    large = any(word in _WORDS.list("magnitudes") for word in text.lower().split())
    return large or sum(c.isdigit() for c in text) > _SMALL


def _runs(sentence: Sentence, length: int) -> Iterator[list[str]]:
    """All stretches of so many words."""
    texts = [t.text for t in sentence.tokens]
    return (texts[i : i + length] for i in range(len(texts) - length + 1))


def _check_time(sentence: Sentence, first: int, hidden: Sequence[int]) -> None:
    """Ages, times of the day, and times that count from another."""
    tokens, last = sentence.tokens, max(hidden)
    before = [t.text.lower() for t in tokens[max(0, first - 3) : first]]
    unit, behind = tokens[min(last + 1, len(tokens) - 1)], tokens[last + 2 : last + 4]
    if [*before[-1:], *(t.text for t in behind[:1])] in ([",", ","], ["(", ")"], [",", "."]):
        raise Withheld("an age")
    if before[-1:] in (["et"], ["à"]) and _is_bound(tokens, first - 1, unit):
        raise Withheld("one end of a time")
    if unit.text.lower().startswith("heure") and tokens[last].text in _DAY:
        raise Withheld("a day, as anybody would say")
    if _counts_from(behind) or (first <= 1 and before[-1:] in (["à"], ["a"])):
        raise Withheld("a time that counts from another")
    _check_class(tokens, first)


def _counts_from(behind: Sequence[Token]) -> bool:
    """« deux ans après la guerre », « deux ans plus tard »; not « deux ans avant de partir »."""
    words = [t.text.lower().replace("’", "'") for t in behind]
    counts = words[:1] and words[0] in _WORDS.list("counting_from")
    return bool(counts) and words[1:] not in (["de"], ["d'"], ["que"], ["qu'"])


def _is_bound(tokens: Sequence[Token], link: int, unit: Token) -> bool:
    """« entre 8 heures et 18 heures »."""
    return link > 0 and tokens[link - 1].text.lower() == unit.text.lower()


def _check_class(tokens: Sequence[Token], first: int) -> None:
    """« les bébés de moins de 12 mois »: the age tells only whom it is about."""
    opening = [t.text.lower() for t in tokens[first : first + 2]]
    before = tokens[first - 1] if first else None
    hedged = opening in (["moins", "de"], ["plus", "de"])
    if hedged and before is not None and before.text.lower() in ("de", "d'", "d’"):
        raise Withheld("an age that tells who is meant")


def _check_split(sentence: Sentence, hidden: Sequence[int]) -> None:
    """« 703 hommes, 112 femmes »: how a number divides up is nobody's to remember."""
    tokens, reach = sentence.tokens, _BESIDE
    before = tokens[max(0, hidden[0] - reach) : hidden[0]]
    behind = tokens[hidden[-1] + 2 : hidden[-1] + 2 + reach]
    joined = ",", "et", "dont"
    day = len(before) == reach and before[1].text.lower() in _WORDS.list("months")
    listed = len(before) == reach and before[-1].text in joined and before[0].pos == "NUM"
    left = listed and not day
    right = len(behind) == reach and behind[0].text in joined and behind[1].pos == "NUM"
    if left or right:
        raise Withheld("one of several numbers side by side")


def _check_rest(sentence: Sentence, hidden: Sequence[int]) -> None:
    """« 53 % aux uns, 47 % aux autres »: the one is what the other leaves of the whole."""
    own = [_value(sentence.tokens[i].text) for i in hidden]
    percent = _WORDS.list("percent")
    shares = [
        _value(sentence.tokens[t.i - 1].text)
        for t in sentence.tokens[1:]
        if t.text.lower() in percent
    ]
    if _WHOLE in own or any(a and b and a + b == _WHOLE for a in own for b in shares):
        raise Withheld("the whole, or what another share leaves of it")


def _value(text: str) -> float:
    number = text.replace(",", ".")
    return float(number) if re.fullmatch(r"\d+(\.\d+)?", number) else 0.0
