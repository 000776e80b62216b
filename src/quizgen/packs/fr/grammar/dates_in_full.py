"""Dates of a sentence told in full: « mardi soir », « l'an dernier », « le 30 avril dernier »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from quizgen.analysis.tree import ancestors
from quizgen.analysis.zones import zone_at
from quizgen.model import Document, Sentence
from quizgen.packs.fr.full_dates import full_date
from quizgen.packs.fr.words import FrenchWords, ordered

_LONGEST = 4  # words
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_AT = {"matin": " au matin", "soir": " au soir", "midi": " à midi", "après-midi": " après-midi"}


@dataclass(frozen=True, slots=True)
class FullDate:
    """What stands for the tokens up to `last`."""

    last: int
    text: str

    @property
    def words(self) -> tuple[str, ...]:
        """The text, its article apart so that a preposition can contract with it."""
        article, _, rest = self.text.partition(" ")
        return (article, rest) if article == "le" else (self.text,)


def date_at(document: Document, sentence: Sentence, i: int) -> FullDate | None:
    """The date that begins at token `i`, in full; None where none begins, or none can be told.

    Words inside quotation marks stay as they were said.
    """
    first = _plain(sentence.tokens[i].text)
    if document.source.month is None or not (first in _openers() or first[0].isdigit()):
        return None
    if zone_at(document.zones, sentence.tokens[i].start) is not None:
        return None
    for length in range(min(_LONGEST, len(sentence.tokens) - i), 0, -1):
        words = [_plain(t.text) for t in sentence.tokens[i : i + length]]
        text = " ".join(words).replace("' ", "'")
        for kind, pattern in _patterns().items():
            match = pattern.fullmatch(text)
            if match is None or not _is_whole(sentence, i + length):
                continue
            told = _TELLERS[kind](document, sentence, i, match)
            return FullDate(i + length - 1, told) if told else None
    return None


@cache
def _openers() -> frozenset[str]:
    """The words, figures apart, that a date may begin with."""
    days = ("hier", "avant-hier", "demain", "après-demain", "le", "ce", "l'")
    return frozenset((*ordered("weekdays"), *ordered("months"), *days))


def _is_whole(sentence: Sentence, behind: int) -> bool:
    """Whether no number, month or year goes on with a date."""
    words = [_plain(t.text) for t in sentence.tokens[behind : behind + 1]]
    return not any(w.removesuffix("er").isdigit() or w in ordered("months") for w in words)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    day, month = "|".join(ordered("weekdays")), "|".join(ordered("months"))
    return {
        "weekday": re.compile(
            rf"(?:ce |le )?(?P<day>{day}|hier|avant-hier|demain|après-demain)"
            r"(?: dernier| prochain)?(?: (?P<time>matin|soir|midi|après-midi))?"
        ),
        "period": re.compile(
            r"(?:l'an|l'année|le mois|l'été|l'automne|le printemps) "
            r"(?:dernier|dernière|passé|passée|prochain|prochaine)"
        ),
        "day": re.compile(
            rf"(?P<date>(?:(?:{day}) )?(?:1er|\d{{1,2}}) (?:{month}))(?: dernier| prochain)?"
        ),
        "month": re.compile(rf"(?P<date>{month}) (?:dernier|prochain)"),
    }


def _weekday(document: Document, sentence: Sentence, i: int, match: re.Match[str]) -> str:
    if _behind(sentence, i) == "du" and match[0] == match["day"]:
        return ""  # « les promeneurs du dimanche »: of every Sunday
    told = document.source.published
    today = told is not None and ordered("weekdays")[told.weekday()] == match["day"]
    direction = "past" if today and "prochain" not in match[0] else _direction(sentence, i)
    day = full_date(match["day"], "weekday", document.source, direction)
    article = "" if _behind(sentence, i) in ("le", "ce", "du", "au") else "le "
    return f"{article}{day}{_AT.get(match['time'] or '', '')}" if day else ""


def _period(document: Document, sentence: Sentence, i: int, match: re.Match[str]) -> str:
    told = full_date(match[0], "period", document.source, _direction(sentence, i))
    if told is None or sentence.tokens[i - 1].pos == "ADP":
        return (told or "").replace("'", "’")
    if told.startswith("l'"):
        return "à " + told.replace("'", "’")
    return told.replace("le ", "au ") if told.startswith("le ") else f"en {told}"


def _day(document: Document, sentence: Sentence, i: int, match: re.Match[str]) -> str:
    if any(_YEAR.fullmatch(t.text) for t in sentence.tokens):
        return match["date"]  # the other year may be meant
    told = full_date(match["date"], "day", document.source, _direction(sentence, i))
    return told or match["date"]


_TELLERS = {"weekday": _weekday, "period": _period, "day": _day, "month": _day}


def _direction(sentence: Sentence, i: int) -> str:
    """Whether the verb above tells of what is to come; news tells the rest of what has been.

    « est attendu mardi », « doit parler mardi », « jusqu'à mardi » tell of what is to come as well;
    the day of a noun (« celui de mardi ») has been.
    """
    pending = FrenchWords().list("pending_verbs")
    if any(_plain(t.text).startswith("jusqu") for t in sentence.tokens[max(0, i - 2) : i]):
        return "future"
    for token in ancestors(sentence, i):
        if token.pos in ("NOUN", "PRON", "PROPN") and token.i < i:
            return "past"
        if token.pos not in ("VERB", "AUX"):
            continue
        group = [sentence.tokens[g] for g in (token.i, *sentence.dependents[token.i])]
        forms = {t.feats.get("VerbForm") for t in group}
        tenses = {t.feats.get("Tense") for t in group if t.feats.get("VerbForm") == "Fin"}
        going = any(t.lemma == "aller" and t.feats.get("Tense") == "Pres" for t in group)
        if (
            "Fut" in tenses
            or (going and "Inf" in forms)
            or (tenses == {"Pres"} and token.lemma in pending)
        ):
            return "future"
        if tenses or "Inf" not in forms:
            return "past"
    return "past"


def _behind(sentence: Sentence, i: int) -> str:
    return _plain(sentence.tokens[i - 1].text) if i else ""


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
