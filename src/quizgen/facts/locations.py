"""Locations: where a place lies, told in passing: « Malmont, dans le sud de la Suède »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.facts.short_names import article_of
from quizgen.facts.targets import build, running_text
from quizgen.language import Language
from quizgen.model import Document, Entity, Fact, Mention, Sentence, Token

_OPENING = (",", "(")
_CLOSING = (",", ".", ")", ";", ":")
_EARLY_SENTENCES = 3  # that tell where it happened
_MOST_OF_NUMBER = 4  # words of « une vingtaine de »


@dataclass(frozen=True, slots=True)
class _Place:
    """A named place and where the words behind it begin."""

    document: Document
    language: Language
    sentence: Sentence
    mention: Mention
    begins: int
    bracket: bool

    def text(self, i: int) -> str:
        """A word, lower-cased with a straight apostrophe; "" behind the sentence."""
        tokens = self.sentence.tokens[i : i + 1]
        return tokens[0].text.lower().replace("’", "'") if tokens else ""

    def is_in(self, i: int, name: str) -> bool:
        """Whether a word is one of a list."""
        return self.text(i) in self.language.words.list(name)

    def is_of(self, i: int) -> bool:
        """« de », « d' », « du », « des »."""
        word = self.text(i)
        return self.language.words.table("plain_prepositions").get(word, word) in ("de", "d'")

    def place_at(self, i: int) -> Mention | None:
        """The place whose name begins at a word and closes what is told."""
        for other in self.document.mentions:
            here = other.sentence == self.sentence.index and other.first == i
            place = other.entity is not None and other.entity.kind == "place"
            if here and other.kind == "name" and place and self.text(other.last + 1) in _CLOSING:
                return other
        return None


def find_locations(document: Document, language: Language) -> Iterator[Fact]:
    """Facts of the kind `location`; part `place`, and `whole`, what it is told a part of.

    Fields: `sort` (part, country, district, near, distance), `article` of the place.
    """
    by_sentence = {s.index: s for s in running_text(document)}
    for mention in document.mentions:
        sentence = by_sentence.get(mention.sentence)
        place = _place(document, sentence, mention, language) if sentence is not None else None
        if place is not None:
            fact = _part(place) or _inside(place) or _near(place) or _distance(place)
            if fact is not None:
                yield fact


def _place(
    document: Document, sentence: Sentence, mention: Mention, language: Language
) -> _Place | None:
    """A place that is named, behind whose name a comma, a bracket or « situé » stands."""
    entity = mention.entity
    if mention.kind != "name" or not mention.sure or entity is None or entity.kind != "place":
        return None
    if len(sentence.tokens) <= mention.last + 2 or _is_known(entity.name, language):
        return None
    if not _matters(document, sentence, entity):
        return None
    begins = mention.last + 1
    opening = sentence.tokens[begins].text
    begins += opening in _OPENING
    begins = _behind_noun(sentence, begins, language)
    told = _is_standing(sentence.tokens[begins], language)
    if not told and opening not in _OPENING:
        return None
    if begins + told + 1 >= len(sentence.tokens):
        return None
    return _Place(document, language, sentence, mention, begins + told, opening == "(")


def _matters(document: Document, sentence: Sentence, entity: Entity) -> bool:
    """Whether the article is about a place, or begins with it; others only pass through."""
    named = {m.sentence for m in document.mentions if m.kind == "name" and m.entity == entity}
    early = [s.index for s in running_text(document)][:_EARLY_SENTENCES]
    return len(named) > 1 or sentence.index in early or entity.name in document.source.title


def _is_known(name: str, language: Language) -> bool:
    """A country, or a city that everybody can place."""
    plain = name.lower().replace("’", "'")
    return plain in language.words.list("countries") | language.words.list("cities")


def _behind_noun(sentence: Sentence, i: int, language: Language) -> int:
    """Behind « une ville », « commune », which say what the place is."""
    k = i + (sentence.tokens[i].pos == "DET")
    noun = sentence.tokens[k : k + 1]
    known = bool(noun) and noun[0].text.lower() in language.words.list("area_nouns")
    return k + 1 if known and k + 1 < len(sentence.tokens) else i


def _is_standing(token: Token, language: Language) -> bool:
    """« située », « implantée »."""
    masculine = token.text.lower().removesuffix("s").removesuffix("e")
    return masculine in language.words.list("standing_participles")


def _part(place: _Place) -> Fact | None:
    """« dans le sud de la Suède »: of what, and which part."""
    i = place.begins
    direction = i + 2
    if not place.is_in(i, "inside_markers") or not place.is_in(direction, "compass"):
        return None
    if not place.is_of(direction + 1):
        return None
    article = [t.pos for t in place.sentence.tokens[direction + 2 : direction + 3]] == ["DET"]
    other = place.place_at(direction + 2 + article)
    if other is None:
        return None
    return _fact(place, "part", (i + 1, direction), tuple(range(direction + 1, other.last + 1)))


def _inside(place: _Place) -> Fact | None:
    """« (Suède) », « en Suède », « (Calvados) », « dans le Calvados »."""
    i = place.begins
    plain = place.bracket and place.sentence.tokens[i].pos in ("PROPN", "NOUN")
    within = place.is_in(i, "inside_markers") and place.sentence.tokens[i + 1].pos == "DET"
    if not (plain or within or place.is_in(i, "inseparable_markers")):
        return None
    if place.is_in(place.mention.first - 1, "inseparable_markers") and not place.bracket:
        return None  # « en Scandinavie, en France »
    first = i if plain else i + 1 + within
    other = place.place_at(first)
    if other is None or (place.bracket and place.text(other.last + 1) != ")"):
        return None
    tokens, body = place.sentence.tokens, place.document.source.body
    known = body[tokens[first].start : tokens[other.last].end].lower().replace("’", "'")
    answer = tuple(range(first, other.last + 1))
    if known in place.language.words.list("countries"):
        return _fact(place, "country", answer, ())
    district = known in place.language.words.list("districts")
    return _fact(place, "district", answer, ()) if district else None


def _merged(place: _Place) -> bool:
    """« du Lot »: an article that a preposition holds."""
    before = place.text(place.mention.first - 1)
    return before in place.language.words.table("merged_articles")


def _near(place: _Place) -> Fact | None:
    """« , près de Rouen »: the town that a smaller one lies by."""
    i = place.begins
    if place.text(i) not in place.language.words.list("near_markers") or not place.is_of(i + 1):
        return None
    other = place.place_at(i + 2)
    before = place.sentence.tokens[place.mention.first - 1]
    if before.pos == "DET" or _merged(place):
        return None  # « le département du Lot, près de Figeac »: towns have no article
    if other is None or place.sentence.tokens[i + 1].feats.get("Definite") == "Def":
        return None  # « près du Pas-de-Calais »
    return _fact(place, "near", tuple(range(i + 2, other.last + 1)), ())


def _distance(place: _Place) -> Fact | None:
    """« à 30 kilomètres au sud de Tunis »."""
    i = place.begins
    if not place.is_in(i, "town_markers"):
        return None
    upto = range(i + 1, i + 2 + _MOST_OF_NUMBER)
    unit = next((k for k in upto if place.is_in(k, "distance_units")), 0)
    numbered = any(t.pos == "NUM" or t.text[0].isdigit() for t in place.sentence.tokens[i:unit])
    if not unit or not numbered:
        return None
    k = unit + 1
    if place.is_in(k + 1, "compass") or place.is_in(k + 2, "compass"):
        k += 2 if place.is_in(k + 1, "compass") else 3
    other = place.place_at(k + 1)
    if other is None or not place.is_of(k):
        return None
    return _fact(place, "distance", tuple(range(i + 1, unit + 1)), tuple(range(k, other.last + 1)))


def _fact(place: _Place, sort: str, answer: tuple[int, ...], whole: tuple[int, ...]) -> Fact | None:
    mention = place.mention
    article = article_of(place.sentence, mention.first, place.language)
    if article in ("les", "des", "aux"):
        return None
    named = tuple(range(mention.first, mention.last + 1))
    answer = tuple(range(min(answer), max(answer) + 1))
    parts = {"place": named, "whole": whole}
    fields = {"sort": sort, "article": article}
    return build(place.document, place.sentence, "location", answer, parts=parts, fields=fields)
