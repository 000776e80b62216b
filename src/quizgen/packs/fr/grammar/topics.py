"""The label in front of a question: what the article is about, and when it was written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from quizgen.model import Document
from quizgen.packs.fr.grammar.typography import tidy
from quizgen.packs.fr.words import FrenchWords, ordered

_MOST_WORDS = 30  # of label and question together, quotations apart; a gap has a whole sentence
_MOSTLY = 0.6  # of a label's words, for a question that has them to say as much
_BY, _AGENT = ("Par qui ", "Par quoi "), " par "
_QUOTED = re.compile(r"«[^»]*»")
_WORD = re.compile(r"[^\W_]+")


def label(document: Document, question: str, answer: str) -> str:
    """« Grève des bacs à Villorme, mai 2026 », without what would give the answer away.

    What the question says itself is not said before it; in front of a long one little is.
    """
    hidden, asked = _telling(answer), _telling(question)
    when = _when(document.source.month, hidden, asked)
    length = _length(question) if question.endswith("?") else 0
    by = question.startswith(_BY)
    for said in (*_topics(document, hidden, asked, by=by), ""):
        text = ", ".join(filter(None, [tidy(_paired(said)), when]))
        if _length(text) + 1 + length <= _MOST_WORDS:  # 1 is the dash between them
            return text[:1].upper() + text[1:]
    return ""


def _paired(text: str) -> str:
    """Words without a quotation mark that has lost its other half."""
    odd = text.count('"') % 2 or text.count("«") != text.count("»")
    return re.sub(r"\s*[\"«»]\s*", " ", text).strip() if odd else text


def _length(text: str) -> int:
    """Words outside quotation marks; marks that stand apart count."""
    return len(_QUOTED.sub("«»", text).split())


def _topics(
    document: Document, hidden: Collection[str], asked: Collection[str], *, by: bool
) -> Iterator[str]:
    """What may be said, the most telling first: the headline, its phrases, the last of these.

    A headline that tells an agent in words of its own is none before « Par quoi … » (`by`).
    """
    headline = _telling(document.headline)
    if headline and not headline & set(hidden) and not (by and _AGENT in document.headline):
        if len(headline & set(asked)) >= _MOSTLY * len(headline):
            return
        yield document.headline
    whole = (_without(topic, hidden) for topic in document.topics)
    parts = [topic for topic in whole if _telling(topic) - set(asked)]
    while parts:
        yield ", ".join(parts)
        parts.pop()


def _without(topic: str, hidden: Collection[str]) -> str:
    """« Fin des bacs à Villorme » as far as « Fin des bacs », where Villorme is the answer.

    One word by itself (« Fin ») would tell nothing.
    """
    words = topic.split()
    told = next((i for i, word in enumerate(words) if _telling(word) & set(hidden)), len(words))
    if told == len(words):
        return topic
    small = FrenchWords().list("small_words")
    links = [i for i in range(1, told + 1) if words[i].lower().partition("'")[0] in small]
    kept = " ".join(words[: _first_of_run(links)]) if links else ""
    return kept if len(_telling(kept)) > 1 else ""


def _first_of_run(places: Sequence[int]) -> int:
    """Where the last row of neighbours begins (« à la »)."""
    first = places[-1]
    while first - 1 in places:
        first -= 1
    return first


def _when(month: date | None, hidden: Collection[str], asked: Collection[str]) -> str:
    """Month and year, the year alone where the answer is a day or month, nothing for that year."""
    if month is None:
        return ""
    name = ordered("months")[month.month - 1]
    if {str(month.year), name} <= set(asked) or (str(month.year) in hidden and name not in hidden):
        return ""
    return str(month.year) if name in hidden else f"{name} {month.year}"


def _telling(text: str) -> set[str]:
    """The words of a text that say something."""
    small = FrenchWords().list("small_words")
    return {w.lower() for w in _WORD.findall(text) if w.lower() not in small and len(w) > 1}
