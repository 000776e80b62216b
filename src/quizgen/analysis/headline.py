"""What a headline is about: its one or two most telling noun phrases, and a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.analysis.capitals import folded
from quizgen.language import Language
from quizgen.model import Entity

_KICKER = re.compile(r"^(?P<words>[^:.!?]{2,45}?)\s?(?::|\.(?=\s[A-ZÀ-Ý]))\s")
_MOST_KICKER = 5  # words of « Affaire Skripal : … »
_LONGEST_ACRONYM = 4  # letters; longer capitals are a rubric (« REPORTAGE. »)
_MOST_PHRASE = 5  # words
_HEADLINE = range(3, 10)  # words of a title that is told whole
_WORD = re.compile(r"\w[\w'’-]*")
_LEAST_OPENING = 3  # words of what stands before a comma
_LOUD = re.compile(r"[?!…]|\.{3}|[«“\"](?:[^«»“”\"]*\s){2,}[^«»“”\"]+[»”\"]")
"""What is asked, cried or quoted at length tells no event; a term in quotation marks may."""
_MOST_TOPICS = 2
_LEAST_SHARE = 0.45  # of the best phrase's weight, for a second one to be named
_OFTEN, _FAR = 3, 2  # mentions of a country left out of the headline; times those of the next place
_NAMING = ("NOUN", "PROPN")
_CONTENT = (*_NAMING, "ADJ")
_MARKS = "«»“”\"'’ ,"


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words `first`..`last` (inclusive) of the headline."""

    first: int
    last: int
    text: str
    weight: float


def short_headline(title: str, language: Language) -> str:
    """A title of a few plain words, or as many before its first comma; "" for any other."""
    kicker, rest = _split_kicker(title.strip(), language)
    whole = title.strip(" .") if kicker else rest.strip(" .")
    if _is_short(whole) or _LOUD.search(whole):
        return whole if _is_short(whole) and not _LOUD.search(whole) else ""
    opening = whole.partition(", ")[0]
    return opening if _is_short(opening) and _tells_event(opening, language) else ""


def _is_short(text: str) -> bool:
    return len(_WORD.findall(text)) in _HEADLINE and not text.islower()


def _tells_event(opening: str, language: Language) -> bool:
    """« Feu maîtrisé à X »: begins with what it is about and tells something of it."""
    tokens = [
        t for t in language.pipelines()[0](_split_kicker(opening, language)[1]) if not t.is_punct
    ]
    begins = tokens[0].pos_ in ("DET", "NUM", *_NAMING)
    return begins and len(tokens) > _LEAST_OPENING and any(t.pos_ == "VERB" for t in tokens)


def find_topics(
    title: str, weights: Mapping[str, float], mentioned: Sequence[Entity], language: Language
) -> tuple[str, ...]:
    """At most two phrases that say what the article is about, in the order of its title.

    What stands before a colon is always one of them; a place is named beside them where neither
    is one. `weights` are those of the article's words, `mentioned` is what it names, as often as
    it does.
    """
    kicker, rest = _split_kicker(title.strip(), language)
    if not rest:
        return ()
    readings = [list(nlp(rest)) for nlp in language.pipelines()]
    open_words = [i for i in range(len(readings[0])) if i not in _quoted(readings[0])]
    phrases = [_phrase(readings, i, weights, language) for i in open_words]
    found = sorted(filter(None, phrases), key=lambda p: (-p.weight, p.first))
    least = _LEAST_SHARE * found[0].weight if found else 0.0
    chosen = list(_apart(found, _MOST_TOPICS - bool(kicker), least))
    named = [kicker] if kicker else []
    named += [_in_full(p.text, rest, mentioned) for p in sorted(chosen, key=lambda p: p.first)]
    named += _place(rest, named, mentioned, language)
    return tuple(named)


def _quoted(tokens: Sequence[Any]) -> set[int]:
    """The words between quotation marks, of which a topic is made only inside a longer phrase."""
    marks = [t.i for t in tokens if t.text in ("«", "»", "“", "”", '"')]
    return {
        i for first, last in zip(marks[::2], marks[1::2], strict=False) for i in range(first, last)
    }


def _split_kicker(title: str, language: Language) -> tuple[str, str]:
    """« Affaire Skripal » and the headline behind it; "" where none stands in front.

    A rubric (« REPORTAGE. », « VIDÉO. ») says nothing of the event.
    """
    match = _KICKER.match(title)
    if match is None or len(match["words"].split()) > _MOST_KICKER:
        return "", title
    words = match["words"].strip(_MARKS)
    plain = any(r.pos == "NOUN" and not r.name for r in language.lexicon.readings(words.lower()))
    long = words.replace(" ", "").isalpha() and len(words) > _LONGEST_ACRONYM
    rubric = words.isupper() and (long or plain)
    return "" if rubric else words, title[match.end() :]


def _apart(found: Sequence[_Phrase], most: int, least: float) -> Iterator[_Phrase]:
    """The heaviest phrases that share no word."""
    taken: set[int] = set()
    for phrase in found:
        words = set(range(phrase.first, phrase.last + 1))
        if most <= 0 or phrase.weight < least:
            return
        if not words & taken:
            taken |= words
            most -= 1
            yield phrase


def _phrase(
    readings: Sequence[Sequence[Any]], i: int, weights: Mapping[str, float], language: Language
) -> _Phrase | None:
    """A noun with the complements right behind it; None for any other word."""
    tokens = readings[0]
    if not _may_head(tokens[i], language):
        return None
    last = i
    for j in range(i + 1, min(len(tokens), i + _MOST_PHRASE)):
        if not all(_belongs(r, i, j, language.words.list("name_links")) for r in readings):
            break
        if tokens[j].pos_ in _CONTENT:
            last = j
    content = [t for t in tokens[i : last + 1] if t.pos_ in _CONTENT]
    weight = sum(weights.get(t.text.lower(), 0.0) for t in content) / len(content) ** 0.5
    text = "".join(t.text_with_ws for t in tokens[i : last + 1]).strip(_MARKS)
    return _Phrase(i, last, text, weight) if weight else None


def _may_head(token: Any, language: Language) -> bool:
    """A noun that is no unit or number, and no more than an apposition to another one."""
    units = ("magnitudes", "money", "time_units", "measure_units", "months", "weekdays")
    unit = any(token.text.lower() in language.words.list(name) for name in units)
    noun = token.pos_ in _NAMING and token.text[0].isalpha()
    return noun and not unit and not token.dep_.startswith(("appos", "flat"))


def _belongs(tokens: Sequence[Any], head: int, i: int, links: Collection[str]) -> bool:
    """Whether a word goes on with a phrase: adjective, name, or complement by a plain link."""
    token = tokens[i]
    if not any(a.i == head for a in token.ancestors):
        return False
    if token.pos_ in _CONTENT:
        number = token.morph.get("Number")
        agrees = token.pos_ != "ADJ" or number == token.head.morph.get("Number")
        return agrees and not token.dep_.startswith(("acl", "appos", "conj"))
    return token.pos_ in ("ADP", "DET") and token.text.lower().replace("’", "'") in links


def _in_full(text: str, rest: str, entities: Iterable[Entity]) -> str:
    """« Laporte » as « Bernard Laporte », « les comptes d'Emmanuel » with the rest of the name."""
    for entity in entities:
        if entity.kind == "person" and entity.name.endswith(f" {text}"):
            return entity.name
        opening = entity.name.partition(" ")[0]
        if opening != entity.name and text.endswith(opening) and entity.name in rest:
            return text.removesuffix(opening) + entity.name
    return text


def _place(
    rest: str, named: Sequence[str], mentioned: Sequence[Entity], language: Language
) -> list[str]:
    """A place of the headline, or the country that the article is about, where none is named yet.

    Of two that are named nearly as often, either may be meant by a sentence.
    """
    counts = Counter(e.name for e in mentioned if e.kind == "place")
    if any(place in text for place in counts for text in named):
        return []
    entitled = sorted((place for place in counts if place in rest), key=rest.find)
    most = counts.most_common(2)
    alone = len(most) < 2 or most[0][1] >= _FAR * most[1][1]
    home = [
        place for place, n in most[:1] if n >= _OFTEN and alone and _is_country(place, language)
    ]
    return [*entitled, *home][:1]


def _is_country(place: str, language: Language) -> bool:
    return folded(place) in language.words.list("countries")
