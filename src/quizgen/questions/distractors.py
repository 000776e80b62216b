"""Wrong answers that an article offers itself: of the type of the right one, and not true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizgen.cards import Card
from quizgen.language import Language
from quizgen.model import Document, Entity, Fact

_FIGURES = ("percentage", "amount", "count", "duration", "measure")
_NAMED = ("actor", "agent", "place", "quote", "superlative")
_NUMBER = re.compile(r"(?P<number>\d[\d\s.,\u202f\u00a0]*\d|\d)(?P<unit>\D*)")
_YEAR = re.compile(r"(1[5-9]|20)\d\d")
_FURTHEST_YEARS = 40


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as an option shows it: its `digits`, the number, its decimals and the unit."""

    digits: str
    number: float
    decimals: int
    unit: str

    def like(self, key: str) -> str:
        """The figure with unit and spaces as another one has them: « 43 % » beside « 41 % »."""
        match = _NUMBER.fullmatch(key.strip())
        return self.digits + (match["unit"] if match else "")


def read_value(text: str) -> Value | None:
    """A bare figure with its unit; None with a hedge, a range, or in words."""
    plain = re.sub(r"\s", " ", text).strip()
    match = _NUMBER.fullmatch(plain)
    if match is None:
        return None
    digits = re.sub(r"\s", "", match["number"])
    digits = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", digits) if _is_grouped(digits) else digits
    whole, _, part = digits.replace(",", ".").partition(".")
    if not whole.isdigit() or (part and not part.isdigit()):
        return None
    number = float(f"{whole}.{part or 0}")
    return Value(match["number"], number, len(part), match["unit"].strip().lower())


def _is_grouped(digits: str) -> bool:
    """« 1.500 » and « 12,000 » group thousands; « 0,150 » and « 1,5 » do not."""
    return re.fullmatch(r"[1-9]\d{0,2}([.,]\d{3})+([.,]\d{1,2})?", digits) is not None


def values_near(fact: Fact, key: Value, facts: Iterable[Fact]) -> list[Value]:
    """Other figures of the article: same kind, unit and precision, half to twice the key."""
    found: dict[float, Value] = {}
    for other in facts:
        value = read_value(other.target.text) if other.kind == fact.kind else None
        if value is None or value.number == key.number or _says_the_same(fact, other):
            continue
        alike = (value.unit, value.decimals) == (key.unit, key.decimals)
        if alike and key.number / 2 <= value.number <= key.number * 2:
            found.setdefault(value.number, value)
    return sorted(found.values(), key=lambda v: v.number)


def _says_the_same(fact: Fact, other: Fact) -> bool:
    """Whether two figures are of the same noun under the same verb: both may be right."""
    if "predicate" not in fact.fields:
        return False
    same = ("predicate", "unit")
    return all(fact.fields.get(n) == other.fields.get(n) for n in same) and (
        fact.evidence == other.evidence and fact.parts.get("noun") == other.parts.get("noun")
    )


def years_near(key: str, facts: Iterable[Fact]) -> list[Value]:
    """Other years that the article names."""
    if not _YEAR.fullmatch(key):
        return []
    found = {f.target.text for f in facts if f.kind == "date" and _YEAR.fullmatch(f.target.text)}
    near = {y for y in found - {key} if abs(int(y) - int(key)) <= _FURTHEST_YEARS}
    return [Value(y, float(y), 0, "") for y in sorted(near)]


def names_like(document: Document, card: Card, language: Language) -> list[str]:
    """Other people, bodies, countries or towns of the article that the card does not mention."""
    if card.fact not in _NAMED:
        return []
    own = next((e for e in document.entities if card.answer in (e.name, _shown(e))), None)
    if own is None:
        return []
    answer = _folded(card.answer)
    beside = _folded(f"{card.topic} {card.question} {card.evidence.text}")
    found = []
    for entity in _alike(own, document.entities, language):
        shown = entity.name if card.answer == own.name else _shown(entity)
        words = _folded(entity.name).split()
        if words[-1] in beside.split() or _folded(shown) in answer or answer in _folded(shown):
            continue
        found.append(shown)
    return list(dict.fromkeys(found))


def _alike(own: Entity, others: Iterable[Entity], language: Language) -> Iterator[Entity]:
    """Entities of the same kind, gender, number and shape of name."""
    for other in others:
        traits = (other.kind, other.gender, other.number) == (own.kind, own.gender, own.number)
        shape = (" " in other.name) == (" " in own.name) and bool(own.phrase) == bool(other.phrase)
        same = other.name == own.name or _is_country(other, language) != _is_country(own, language)
        named = other.kind != "person" or " " in other.name
        if traits and shape and named and not same:
            yield other


def _is_country(entity: Entity, language: Language) -> bool:
    return entity.name.lower().replace("’", "'") in language.words.list("countries")


def _shown(entity: Entity) -> str:
    return entity.phrase or entity.name


def _folded(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def is_figure(fact: Fact) -> bool:
    """Whether a fact's answer is a figure."""
    return fact.kind in _FIGURES
