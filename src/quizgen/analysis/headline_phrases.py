"""Noun phrases of a headline: a noun with the complements right behind it, and their weight."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.analysis.capitals import is_demonym
from quizgen.language import Language

_MOST_PHRASE = 7  # words
_NAMING = ("NOUN", "PROPN")
_CONTENT = (*_NAMING, "ADJ")
_MARKS = "«»“”\"'’ ,"
_BESIDE = ("appos", "flat")
_TIMES = ("months", "weekdays", "day_times")
_ENDS = (",", ".", ":", ";", "?", "!", "…", "...", ")", "(", *_MARKS)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first`..`last` (inclusive) of the headline."""

    first: int
    last: int
    text: str
    weight: float


def phrases_of(
    headline: str, weights: Mapping[str, float], body: str, language: Language
) -> list[Phrase]:
    """The noun phrases outside quotation marks, the weightiest first; `weights` are of words."""
    readings = [list(nlp(headline)) for nlp in language.pipelines()]
    reader = _Reader(readings, weights, body, language)
    open_words = [i for i in range(len(readings[0])) if i not in _quoted(readings[0])]
    found = [p for i in open_words if (p := reader.phrase(i)) is not None]
    return sorted(found, key=lambda p: (-p.weight, p.first))


def apart(found: Sequence[Phrase], most: int, least: float) -> Iterator[Phrase]:
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


def _quoted(tokens: Sequence[Any]) -> set[int]:
    """The words between quotation marks, of which a topic is made only inside a longer phrase."""
    marks = [t.i for t in tokens if t.text in ("«", "»", "“", "”", '"')]
    return {
        i for first, last in zip(marks[::2], marks[1::2], strict=False) for i in range(first, last)
    }


@dataclass(frozen=True, slots=True)
class _Reader:
    """A headline as each pipeline reads it, with what the article says of its words."""

    readings: Sequence[Sequence[Any]]
    weights: Mapping[str, float]
    body: str
    language: Language

    def phrase(self, i: int) -> Phrase | None:
        """A noun with the complements right behind it; None for any other word."""
        tokens = self.readings[0]
        if not _may_head(tokens[i], self.language):
            return None
        last = self._last(i)
        content = [t for t in tokens[i : last + 1] if t.pos_ in _CONTENT]
        alone = len(content) == 1 and tokens[i].pos_ == "NOUN"
        if alone and not _stands_alone(tokens[i], self.language):
            return None
        weights = [self.weights.get(t.text.lower(), 0.0) for t in content]
        weight = max(*weights, sum(weights) / len(content) ** 0.5)
        text = "".join(t.text_with_ws for t in tokens[i : last + 1]).strip(_MARKS)
        return Phrase(i, last, _with_article(text, self.language), weight) if weight else None

    def _last(self, i: int) -> int:
        """Where the phrase of a noun ends; a name is told to its end."""
        tokens, last = self.readings[0], i
        for j in range(i + 1, len(tokens)):
            named = tokens[j].pos_ == tokens[j - 1].pos_ == "PROPN"
            if (j - i >= _MOST_PHRASE and not named) or not self._goes_on(i, j):
                break
            if tokens[j].pos_ in _CONTENT and _is_whole(tokens, j):
                last = j
        return self._without_cut(i, last)

    def _without_cut(self, i: int, last: int) -> int:
        """« un quai sur le point de céder »: what cannot be told to its end is not begun."""
        tokens, links = self.readings[0], self.language.words.list("name_links")
        manner = [
            j
            for j in range(i + 1, last)
            if tokens[j].pos_ == "ADP" and tokens[j].text.lower().replace("’", "'") not in links
        ]
        behind = tokens[last + 1] if last + 1 < len(tokens) else None
        if behind is None or behind.pos_ != "ADP" or not manner:
            return last
        cut = any(manner[-1] < t.i <= last for t in behind.ancestors)
        cut |= behind.dep_.startswith("mark")
        return manner[-1] - 1 if cut else last

    def _goes_on(self, i: int, j: int) -> bool:
        words = self.language.words
        name = self.readings[0][i].pos_ == "PROPN"
        links = words.list("name_links") if name else words.list("topic_links")
        if not all(_belongs(r, i, j, links) for r in self.readings):
            return False
        before, token = self.readings[0][j - 1 : j + 1]
        if before.pos_ in _NAMING and self._may_be_verb(j):
            return f"{before.text} {token.text}".lower() in self.body.lower()
        return not _is_time(token, self.language)

    def _may_be_verb(self, i: int) -> bool:
        """« le Sénat vote », « une digue inquiète à Brest »: verbs that look like other words."""
        token, behind = self.readings[0][i], self.readings[0][i + 1 : i + 2]
        adjective = token.pos_ == "ADJ" and bool(behind) and behind[0].pos_ in ("ADP", "DET")
        if token.pos_ != "NOUN" and not adjective:
            return False
        return any(r.pos == "VERB" for r in self.language.lexicon.readings(token.text))


def _is_whole(tokens: Sequence[Any], i: int) -> bool:
    """Whether a word ends where its token ends (not « T » of « T.50 »)."""
    behind = tokens[i + 1 : i + 2]
    return bool(tokens[i].whitespace_ or not behind or behind[0].text in _ENDS)


def _may_head(token: Any, language: Language) -> bool:
    """A noun that is no unit or number, and no more than an apposition to another one.

    Of « l'Italien Leroy » the name is told, of « en chantier à Brest » nothing.
    """
    words = language.words
    idle = ("magnitudes", "money", "time_units", "measure_units", "attached_to")
    idle_noun = any(token.text.lower() in words.list(name) for name in idle)
    if token.pos_ not in _NAMING or not token.text[0].isalpha() or idle_noun:
        return False
    if _is_time(token, language) or _is_led(token, language) or _is_somebodys(token, language):
        return False
    if token.dep_.startswith(_BESIDE):
        return bool(token.pos_ == "PROPN" and _is_inhabitant(token.head, language))
    return not (_is_inhabitant(token, language) and any(_is_beside(t) for t in token.children))


def _is_beside(token: Any) -> bool:
    return bool(token.pos_ == "PROPN" and token.dep_.startswith(_BESIDE))


def _is_inhabitant(token: Any, language: Language) -> bool:
    return bool(token.text[0].isupper() and is_demonym(token.text, language))


def _is_somebodys(noun: Any, language: Language) -> bool:
    """« leur retour de Brest », « pas d'accord »: whose it is, or that it is not, is lost."""
    told = language.words.list("their_words") | language.words.list("no_words")
    return any(t.text.lower() in told for t in noun.children)


def _is_led(noun: Any, language: Language) -> bool:
    """« en chantier à Brest », « sans grade »: a bare noun behind a preposition of manner."""
    words = language.words
    manner = words.list("topic_links") - words.list("name_links") | words.list("denying_words")
    before = noun.doc[noun.i - 1].text.lower() if noun.i else ""
    merged = language.words.table("merged_articles")
    return noun.pos_ == "NOUN" and before in manner and before not in merged


def _is_time(token: Any, language: Language) -> bool:
    return any(token.text.lower() in language.words.list(name) for name in _TIMES)


def _stands_alone(noun: Any, language: Language) -> bool:
    """Whether a common noun tells something by itself: not « par six personnes », « en chantier ».

    A noun without determiner behind a preposition belongs to the words before it, unless these
    count it (« des milliers de soignants »).
    """
    children = list(noun.children)
    determined = [t for t in children if t.dep_.startswith("det")]
    if any(t.dep_.startswith("nummod") for t in children):
        return any("Def" in t.morph.get("Definite") for t in determined)
    merged = language.words.table("merged_articles")
    led = any(t.dep_.startswith("case") for t in children)
    many = noun.head.text.lower() in language.words.list("magnitudes")
    counted = many and not any(t.dep_.startswith("nummod") for t in noun.head.children)
    counted |= noun.head.text.lower() in language.words.list("time_units")
    opened = any(t.text.lower() in merged for t in noun.doc[max(0, noun.i - 2) : noun.i])
    return bool(not led or determined or counted or opened)


def _belongs(tokens: Sequence[Any], head: int, i: int, links: Collection[str]) -> bool:
    """Whether a word goes on with a phrase: adjective, name, or complement by a plain link."""
    token = tokens[i]
    if not any(a.i == head for a in token.ancestors):
        return False
    if token.pos_ in _CONTENT:
        number = _agree(token, token.head, "Number")
        led = any(t.pos_ == "ADP" for t in tokens[i + 1 : i + 2])  # « la genèse cruciale pour X »
        nouns = (token.head,) if led else (token.head, tokens[head])
        gender = any(_agree(token, noun, "Gender") for noun in nouns)
        agrees = token.pos_ != "ADJ" or (number and gender)
        beside = token.dep_.startswith("appos") and token.pos_ != "PROPN"
        return agrees and not beside and not token.dep_.startswith(("acl", "conj"))
    if token.pos_ == "NUM":
        return True
    return token.pos_ in ("ADP", "DET") and token.text.lower().replace("’", "'") in links


def _agree(token: Any, head: Any, name: str) -> bool:
    one, other = token.morph.get(name), head.morph.get(name)
    return not one or not other or one == other


def _with_article(name: str, language: Language) -> str:
    """« Caire » as « Le Caire »: a headline merges the article of a city with a preposition."""
    cities = language.words.list("cities")
    articles = set(language.words.table("merged_articles").values())
    whole = sorted(a for a in articles if f"{a} {name}".lower() in cities)
    return f"{whole[0].capitalize()} {name}" if whole else name
