"""What a headline is about: its one or two most telling noun phrases, and a place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from quizgen.analysis.capitals import folded
from quizgen.analysis.headline_phrases import apart, phrases_of
from quizgen.language import Language
from quizgen.model import Entity

_KICKER = re.compile(r"^(?P<words>[^:.!?]{2,45}?)\s?(?::|\.(?=\s[A-ZÀ-Ý]))\s")
_MOST_KICKER = 5  # words of « Affaire Skripal : … »
_LONGEST_ACRONYM = 4  # letters; longer capitals are a rubric (« REPORTAGE. »)
_HEADLINE = range(3, 10)  # words of a title that is told whole
_WORD = re.compile(r"\w[\w'’-]*")
_LEAST_OPENING = 3  # words of what stands before a comma
_LOUD = re.compile(r"[?!…]|\.{3}|[«“\"](?:[^«»“”\"]*\s){2,}[^«»“”\"]+[»”\"]")
"""What is asked, cried or quoted at length tells no event; a term in quotation marks may."""
_MOST_TOPICS = 2
_LEAST_SHARE = 0.45  # of the best phrase's weight, for a second one to be named
_OFTEN, _FAR = 3, 2  # mentions of a country left out of the headline; times those of the next place
_NAMING = ("NOUN", "PROPN")
_QUOTED = re.compile(r"[«“\"]\s?(?:[^\s«»“”\"]+\s?){1,4}[»”\"]")  # a title, not what somebody says
_MARKS = "«»“”\"'’ ,"


def short_headline(title: str, language: Language) -> str:
    """A title of a few plain words, or as many before its first comma; "" for any other."""
    kicker, rest = _split_kicker(title.strip(), language)
    whole = title.strip(" .") if kicker else rest.strip(" .")
    if {folded(w) for w in _WORD.findall(whole)} & language.words.list("days"):
        return ""  # of another day for whoever learns it
    if _is_short(whole) or _LOUD.search(whole):
        return whole if _is_short(whole) and not _LOUD.search(whole) else ""
    opening = whole.partition(", ")[0]
    return opening if _is_short(opening) and _tells_event(opening, whole, language) else ""


def _is_short(text: str) -> bool:
    return len(_WORD.findall(text)) in _HEADLINE and not text.islower()


def _tells_event(opening: str, whole: str, language: Language) -> bool:
    """« Feu maîtrisé à X »: begins with what it is about and tells something of it.

    The first half of a list is no opening (« Lille ouvre le pont, le quai et la rade »), nor is
    what only describes something behind the comma (« Port vide et marché fermé, le quai … »).
    """
    tokens = list(language.pipelines()[0](_split_kicker(whole, language)[1]))
    size = len(_split_kicker(opening, language)[1])
    before = [t for t in tokens if t.idx < size and not t.is_punct]
    behind = [t for t in tokens if t.idx >= size]
    begins = before[0].pos_ in ("DET", "NUM", *_NAMING)
    inner = [t for t in before if not t.dep_.startswith(("ROOT", "nsubj"))]
    listed = any(t.dep_.startswith("conj") and t.head in inner for t in behind)
    told = any(t.pos_ == "VERB" and (t != before[-1] or _is_finite(t)) for t in before)
    return begins and not listed and len(before) > _LEAST_OPENING and told


def _is_finite(verb: Any) -> bool:
    return "Fin" in verb.morph.get("VerbForm")


def find_topics(
    title: str,
    weights: Mapping[str, float],
    mentioned: Sequence[Entity],
    body: str,
    language: Language,
) -> tuple[str, ...]:
    """At most two phrases that say what the article is about, in the order of its title.

    What stands before a colon is always one of them; a place is named beside them where neither
    is one. `weights` are those of the article's words, `mentioned` is what it names, as often as
    it does.
    """
    kicker, rest = _split_kicker(title.strip(), language)
    if not rest:
        return ()
    found = phrases_of(rest, weights, body, language)
    least = _LEAST_SHARE * found[0].weight if found else 0.0
    chosen = sorted(apart(found, _MOST_TOPICS - bool(kicker), least), key=lambda p: p.first)
    named = [kicker] if kicker else []
    named += [_in_full(p.text, rest, mentioned) for p in chosen]
    named += _place(rest, named, mentioned, language)
    return tuple(t for i, t in enumerate(named) if not any(t in other for other in named[:i]))


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


def _in_full(text: str, rest: str, entities: Iterable[Entity]) -> str:
    """« Laporte » as « Bernard Laporte », « les comptes d'Emmanuel » with the rest of the name."""
    known = list(entities)
    if any(entity.name == text and entity.kind == "place" for entity in known):
        return text  # a town, not somebody called like it
    for entity in known:
        if entity.kind != "person":
            continue
        whole = " " in entity.name
        beside = text.removesuffix(f" {entity.name}")  # « le maire de Lille Ilmo Varda »
        if entity.name.endswith(f" {text}") or (beside != text and whole and beside.istitle()):
            return entity.name
    for entity in known:
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
    if any(_holds(text, place) for place in counts for text in named):
        return []
    plain = _QUOTED.sub("", rest)
    entitled = sorted((place for place in counts if _holds(plain, place)), key=rest.find)
    most = counts.most_common(2)
    alone = len(most) < 2 or most[0][1] >= _FAR * most[1][1]
    home = [
        place for place, n in most[:1] if n >= _OFTEN and alone and _is_country(place, language)
    ]
    return [*entitled, *home][:1]


def _holds(text: str, name: str) -> bool:
    """Whether a name stands in a text as words of their own (not « Paris » in « Parisiens »)."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None


def _is_country(place: str, language: Language) -> bool:
    return folded(place) in language.words.list("countries")
