"""Figures as the words around them make them: percentage, money, count, duration, age, measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from quizgen.analysis.tree import children, matches
from quizgen.facts.ages import is_age
from quizgen.facts.targets import below
from quizgen.language import Language
from quizgen.model import Sentence, Token

_HEDGE_REACH = 4  # words that a hedge may have


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its hedge and unit in `answer`; `noun` is what is counted or shared out.

    `head` is the token by which the whole phrase hangs in the sentence, `noun_head` the head of
    what is counted, or None.
    """

    kind: str
    head: int
    answer: tuple[int, ...]
    noun: tuple[int, ...] = ()
    noun_head: int | None = None


def find_figure(sentence: Sentence, number: Token, language: Language) -> Figure | None:
    """The figure that a number belongs to; None for dates, ordinals, names and plain years."""
    if number.pos != "NUM" or not _is_cardinal(sentence, number, language):
        return None
    if _range_opener(sentence, number.i - 2, language) is not None:
        return None  # the second bound of a range belongs to the first
    head = sentence.tokens[number.head] if matches(number.dep, ("nummod",)) else number
    figure = _figure(sentence, head, number, language)
    return _through_hedge(sentence, figure) if figure is not None else None


def _through_hedge(sentence: Sentence, figure: Figure) -> Figure:
    """« plus de 300 personnes »: where the hedge governs the phrase, the phrase hangs by it."""
    governor = sentence.tokens[sentence.tokens[figure.head].head]
    hedged = governor.pos == "ADV" and governor.i in figure.answer
    return replace(figure, head=governor.i) if hedged else figure


def _figure(sentence: Sentence, head: Token, number: Token, language: Language) -> Figure | None:
    """What the unit makes of a number; without a unit, a count of the noun behind it."""
    unit = head.text.lower()
    for name, find in _BY_UNIT.items():
        if unit in language.words.list(name) and head.i != number.i:
            return find(sentence, head, number, language)
    if head.i != number.i and head.pos == "NOUN" and number.i < head.i:
        return _counted(sentence, head, number, language)
    if head.i == number.i and matches(number.dep, ("obl", "obj")) and _is_large(number.text):
        return Figure("count", number.i, _answer(sentence, number, number.i, language))
    return None


def _is_large(text: str) -> bool:
    """A bare number that is neither a year nor a small one: « à 330 000 »."""
    digits = "".join(c for c in text if c.isdigit())
    return len(digits) > 4 or (len(digits) == 3 and text.isdigit())


def _is_cardinal(sentence: Sentence, number: Token, language: Language) -> bool:
    text = number.text.lower()
    if text in language.words.list("articles_as_numbers"):
        return False
    head = sentence.tokens[number.head]
    if head.text.lower() in language.words.list("months") or head.pos == "PROPN":
        return False
    return not (_is_year(text) and head.i < number.i)


def hedge_before(sentence: Sentence, first: int, language: Language) -> int:
    """Where the hedge before a figure begins; `first` itself when there is none."""
    hedges = language.words.list("hedges")
    best = first
    for start in range(max(0, first - _HEDGE_REACH), first):
        words = [t.text.lower().replace("’", "'") for t in sentence.tokens[start:first]]
        if " ".join(words).replace("' ", "'") in hedges:
            best = min(best, start)
    return best


def _answer(sentence: Sentence, number: Token, last: int, language: Language) -> tuple[int, ...]:
    first = min([t.i for t in children(sentence, number.i, "flat", "nummod", "fixed")] + [number.i])
    opener = _range_opener(sentence, number.i, language)
    if opener is not None:
        return tuple(range(opener, max(last, number.i + 2) + 1))
    return tuple(range(hedge_before(sentence, first, language), max(last, number.i) + 1))


def _range_opener(sentence: Sentence, first: int, language: Language) -> int | None:
    """« entre 300 et 400 », « 12 à 18 »: where a range begins whose first bound is `first`."""
    if first < 1 or first + 2 >= len(sentence.tokens):
        return None
    opener, low, link, high = sentence.tokens[first - 1 : first + 3]
    if low.pos != "NUM" or high.pos != "NUM":
        return None
    if opener.text.lower() in language.words.list("range_openers") and link.pos == "CCONJ":
        return opener.i
    return low.i if link.text.lower() in language.words.list("range_links") else None


def _money(sentence: Sentence, head: Token, number: Token, language: Language) -> Figure:
    answer = _answer(sentence, number, head.i, language)
    return Figure("amount", head.i, _with_rate(sentence, answer, head, language))


def _with_rate(
    sentence: Sentence, answer: tuple[int, ...], head: Token, language: Language
) -> tuple[int, ...]:
    """« 555 euros nets par mois »: what the amount is counted by belongs to it."""
    last = answer[-1]
    for token in sentence.tokens[last + 1 : last + 2]:
        if token.text.lower() in language.words.list("money_qualities"):
            last = token.i
    behind = sentence.tokens[last + 1 : last + 3]
    rated = len(behind) == 2 and behind[0].text.lower() in language.words.list("rate_openers")
    if rated and behind[1].pos == "NOUN" and behind[1].head in (head.i, head.head):
        last = behind[1].i
    return tuple(range(answer[0], last + 1))


def _measure(sentence: Sentence, head: Token, number: Token, language: Language) -> Figure:
    return Figure("measure", head.i, _answer(sentence, number, head.i, language))


def _share(sentence: Sentence, head: Token, number: Token, language: Language) -> Figure:
    """« environ 75 % des missiles »: the share and what it is a share of."""
    answer = _answer(sentence, number, head.i, language)
    of = next(
        (t for t in children(sentence, head.i, "nmod") if _is_of(sentence, t, head, language)),
        None,
    )
    if of is None:
        return Figure("percentage", head.i, answer)
    noun = _noun(sentence, head.i, after=head.i)
    fellows = [i for t in _fellows(sentence, head, of) for i in below(sentence, t.i)]
    return Figure("percentage", head.i, answer, tuple(sorted({*noun, *fellows})), of.i)


def _fellows(sentence: Sentence, head: Token, of: Token) -> list[Token]:
    """« 58 % des cadres et artisans »: nouns beside the one counted, wherever they hang."""
    beside = [t for t in children(sentence, head.i, "conj") if t.pos == "NOUN" and t.i > of.i]
    return [t for t in beside if not children(sentence, t.i, "nummod", "det", "case")]


def _is_of(sentence: Sentence, token: Token, head: Token, language: Language) -> bool:
    """« 2 % des élèves », « 2 % d'entre eux »; not « 2 % à 300 points »."""
    case = next(iter(children(sentence, token.i, "case")), None)
    if case is None or case.i != head.i + 1:
        return False
    word = case.text.lower().replace("’", "'")
    plain = language.words.table("plain_prepositions").get(word, word)
    return plain in language.words.list("of_words")


def _case_right_after(sentence: Sentence, token: Token, head: Token) -> bool:
    case = next(iter(children(sentence, token.i, "case")), None)
    return case is not None and case.i == head.i + 1


def _magnitude(sentence: Sentence, head: Token, number: Token, language: Language) -> Figure | None:
    """« 7,2 milliards d'euros », « 7,8 millions de salariés »."""
    of = next(
        (t for t in children(sentence, head.i, "nmod") if _case_right_after(sentence, t, head)),
        None,
    )
    if of is None:
        return None
    if of.text.lower() in language.words.list("money"):
        return Figure("amount", head.i, _answer(sentence, number, of.i, language))
    if of.text.lower() in language.words.list("time_units"):
        return Figure("duration", head.i, _answer(sentence, number, of.i, language))
    if of.text.lower() in language.words.list("measure_units"):
        return Figure("measure", head.i, _answer(sentence, number, of.i, language))
    noun = _noun(sentence, of.i, after=head.i + 1)
    return Figure("count", head.i, _answer(sentence, number, head.i, language), noun, of.i)


def _time(sentence: Sentence, head: Token, number: Token, language: Language) -> Figure | None:
    """A duration or an age; « à 18 heures » is neither."""
    answer = _answer(sentence, number, head.i, language)
    before = sentence.tokens[answer[0] - 1].text.lower() if answer[0] else ""
    opening = sentence.tokens[answer[0]].text.lower().replace("’", "'")  # « jusqu'à 17 heures »
    clock = bool({before, opening} & language.words.list("clock_prepositions"))
    if head.text.lower() in language.words.list("clock_units") and clock:
        return None
    return Figure("age" if is_age(sentence, head, language) else "duration", head.i, answer)


def _counted(sentence: Sentence, head: Token, number: Token, language: Language) -> Figure:
    """« 120 gendarmes »: the count and the noun phrase without it."""
    answer = _answer(sentence, number, number.i, language)
    noun = _noun(sentence, head.i, after=number.i)
    times = _times(sentence, head, language)
    return Figure("count", head.i, answer, tuple(i for i in noun if i not in times), head.i)


def _times(sentence: Sentence, head: Token, language: Language) -> set[int]:
    """« 570 visiteurs en 2019 »: a time that closes the phrase is no part of what is counted."""
    found: set[int] = set()
    units = language.words.list("months") | language.words.list("time_units")
    openers = language.words.list("time_openers")
    for token in children(sentence, head.i, "nmod", "obl"):
        branch = below(sentence, token.i)
        first = sentence.tokens[branch[0]].text.lower()
        timed = _is_year(token.text) or token.lemma.lower() in units
        if first in openers and timed and branch[-1] == below(sentence, head.i)[-1]:
            found |= set(branch)
    return found


def _is_year(text: str) -> bool:
    return text.isdigit() and len(text) == 4 and 1500 <= int(text) <= 2100


def _noun(sentence: Sentence, head: int, after: int) -> tuple[int, ...]:
    """What is counted, from `after` on, without what is co-ordinate with it."""
    apart = {t.i for t in children(sentence, head, "conj", "parataxis", "cc")}
    apart |= {t.i for t in children(sentence, sentence.tokens[head].head, "conj")} - {head}
    return tuple(i for i in below(sentence, head, apart) if i > after)


_BY_UNIT: Mapping[str, Callable[[Sentence, Token, Token, Language], Figure | None]] = {
    "percent": _share,
    "magnitudes": _magnitude,
    "money": _money,
    "time_units": _time,
    "measure_units": _measure,
}
