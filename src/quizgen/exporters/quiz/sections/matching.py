"""Who said what: quotations to match with those who said them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_uppercase

from quizgen.cards import Card
from quizgen.exporters.quiz.sections.items import Call, Found, Item, enough

_LEAST = 3
_MOST = 10
# A whole quotation behind a colon, and nothing else behind it: « … » ? or “…”?
_QUOTED = re.compile(r":\s*([«“].+[»”])\s*\?$")
_INNER = re.compile(r"[«“»”]")


def find_matching(call: Call) -> Found:
    """Quotations of two or more people who cannot be taken for one another."""
    pairs = list(_quotations(call.cards))
    apart = _apart({card.answer for card, _ in pairs})
    items = [Item(card, (words,), card.answer) for card, words in pairs if card.answer in apart]
    items = items[: min(call.most or _MOST, len(ascii_uppercase))]
    found = enough(items, _LEAST, call, "quotations whose speakers have names of their own")
    if found.items and len({item.answer for item in found.items}) < 2:
        return Found(reason="all its quotations are one person's")
    return found


def _quotations(cards: Iterable[Card]) -> Iterator[tuple[Card, str]]:
    """Quote cards that ask who said some words, with these words; each quotation once."""
    seen = set()
    for card in cards:
        asked = _QUOTED.search(card.question)
        if card.fact != "quote" or card.kind == "cloze" or not asked:
            continue
        words = asked[1]
        if len(_INNER.findall(words)) == 2 and words not in seen:
            seen.add(words)
            yield card, words


def _apart(names: Iterable[str]) -> set[str]:
    """Names in full (two capitals or more) that share no word with another of them.

    A description (« la ministre ») or half a name may be somebody who is named as well.
    """
    known = sorted(set(names))
    whole = [name for name in known if _is_name(name)]
    return {
        name
        for name in whole
        if not any(_words(name) & _words(other) for other in known if other != name)
    }


def _is_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper()


def _words(name: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"\w+", name) if len(word) > 2}
