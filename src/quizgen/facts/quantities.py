"""Quantities: figures that are a constituent of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.analysis.tree import child, children, cover, matches, subtree
from quizgen.facts.figures import Figure, find_figure
from quizgen.facts.holders import Holder, find_holder, holder_fields
from quizgen.facts.targets import (
    ROLE_NAMES,
    Place,
    below,
    build,
    is_negative,
    locate,
    running_text,
)
from quizgen.language import Language
from quizgen.model import Document, Fact, Sentence, Span, Token

_ROUND = re.compile(r"10+")


def find_quantities(document: Document, language: Language) -> Iterator[Fact]:
    """Percentages, amounts of money, counts, durations, ages and measures that can be asked.

    Fields: `role` and `marker` (preposition) of the phrase, `predicate` (lemma of the verb),
    `noun_head`; parts: `phrase`, `noun`.
    """
    for sentence in running_text(document):
        for token in sentence.tokens:
            figure = find_figure(sentence, token, language)
            if figure is not None:
                fact = _fact(document, sentence, figure, language)
                yield replace(fact, core=_core(document, sentence, figure, language))


def _core(document: Document, sentence: Sentence, figure: Figure, language: Language) -> Span:
    """« 40 millions » of « près de 40 millions d'euros »."""
    large = language.words.list("magnitudes")
    words = [sentence.tokens[i] for i in figure.answer]
    number = [t.i for t in words if t.pos == "NUM" or t.text.lower() in large]
    return cover(sentence, number or figure.answer, document.source.body)


def _fact(document: Document, sentence: Sentence, figure: Figure, language: Language) -> Fact:
    place = locate(document, sentence, figure.head)
    if place is None or place.constituent.role not in ROLE_NAMES:
        holder = find_holder(document, sentence, figure, language)
        if holder is not None:
            return _held(document, sentence, figure, holder, language)
        fields = _sort(sentence, figure, language)
        return build(document, sentence, figure.kind, figure.answer, fields=fields)
    return build(
        document,
        sentence,
        figure.kind,
        figure.answer,
        clause=place.clause,
        parts={"phrase": _phrase(sentence, figure, place, language), "noun": figure.noun},
        fields=_fields(sentence, figure, place, language),
    )


def _held(
    document: Document, sentence: Sentence, figure: Figure, holder: Holder, language: Language
) -> Fact:
    """A figure inside the noun phrase that it measures: `inside` holds its other words."""
    head = {"noun_head": str(figure.noun_head)} if figure.noun_head is not None else {}
    return build(
        document,
        sentence,
        figure.kind,
        figure.answer,
        clause=holder.place.clause,
        parts={
            "phrase": holder.phrase,
            "noun": figure.noun,
            "inside": holder.tokens,
        },
        fields={
            **_sort(sentence, figure, language),
            **_reservations(sentence, figure, language),
            **holder_fields(sentence, holder),
            **head,
        },
    )


def _sort(sentence: Sentence, figure: Figure, language: Language) -> dict[str, str]:
    """`spelled` in letters, a `distance` (« à 40 kilomètres de Lens »), a `scale` (« points »).

    `base`: what others are counted against (« pour 100 000 habitants »).
    """
    unit = sentence.tokens[figure.head].text.lower()
    ahead = sentence.tokens[: figure.answer[0] + 1][-2:]
    at = any(t.text.lower() in ("à", "a") for t in ahead)
    distance = figure.kind == "measure" and unit in language.words.list("distance_units") and at
    return {
        "spelled": "yes" if _is_spelled(sentence, figure) else "",
        "distance": "yes" if distance else "",
        "scale": "yes" if unit in language.words.list("scale_points") else "",
        "base": "yes" if _is_base(sentence, figure, language) else "",
    }


def _is_base(sentence: Sentence, figure: Figure, language: Language) -> bool:
    """« pour 100 000 habitants »: a round number that rates are told against."""
    before = sentence.tokens[figure.answer[0] - 1].text.lower() if figure.answer[0] else ""
    digits = "".join(c for i in figure.answer for c in sentence.tokens[i].text if c.isalnum())
    return before in language.words.list("base_openers") and bool(_ROUND.fullmatch(digits))


def _is_spelled(sentence: Sentence, figure: Figure) -> bool:
    """« les deux camps »: small numbers in words seldom are worth a gap."""
    return not any(c.isdigit() for i in figure.answer for c in sentence.tokens[i].text)


def _phrase(
    sentence: Sentence, figure: Figure, place: Place, language: Language
) -> tuple[int, ...]:
    """What a question leaves out: all up to a conjunct, whose fellows have their own words."""
    if place.constituent.role == "attribute":
        case = _marker(sentence, figure)
        first = figure.answer[0] if case is None else case.i
        return tuple(range(first, max((*figure.answer, *figure.noun)) + 1))
    if place.direct:  # a hedge may hang by the verb (« au moins 14 répliques ont été senties »)
        whole = {*place.constituent.tokens, *figure.answer}
        return tuple(sorted(whole - _tail(sentence, figure, whole, language)))
    return tuple(range(min(place.constituent.tokens), max(subtree(sentence, figure.head)) + 1))


def _tail(sentence: Sentence, figure: Figure, whole: set[int], language: Language) -> set[int]:
    """« 300 visiteurs | en 2019 », « 38 % | en rythme annuel »: what stays in the clause."""
    last = max((*figure.answer, *figure.noun))
    if figure.kind not in ("count", "percentage") or (figure.kind == "percentage" and figure.noun):
        return set()
    behind = {i for i in whole if i > last}
    tops = [t for i in behind if (t := sentence.tokens[i]).head not in behind and t.pos != "PUNCT"]
    held = all(matches(t.dep, ("nmod", "obl")) and min(subtree(sentence, t.i)) > last for t in tops)
    words = language.words
    openers = words.list("time_openers") | words.list("place_markers")
    openers |= words.list("weekdays")
    opens = bool(behind) and sentence.tokens[min(behind)].text.lower() in openers
    return behind if held and opens else set()


def _marker(sentence: Sentence, figure: Figure) -> Token | None:
    """The preposition in front of a figure."""
    case = child(sentence, figure.head, "case")
    return case if case is not None and case.i < min(figure.answer) else None


def _is_level(sentence: Sentence, figure: Figure, place: Place, language: Language) -> bool:
    """« le taux était de 7 % »: the figure is what the subject comes to, and nothing else is."""
    subject, marker = place.clause.subject, _marker(sentence, figure)
    if place.constituent.role != "attribute" or subject is None or marker is None:
        return False
    noun = sentence.tokens[subject.head]
    several = children(sentence, figure.head, "conj") or children(sentence, noun.i, "conj")
    of = marker.text.lower().replace("’", "'") in language.words.list("of_words") | {"d'"}
    plain = of and marker.i == figure.answer[0] - 1  # « de +/- 3 % » is more than the figure
    return plain and noun.pos == "NOUN" and noun.feats.get("Number") == "Sing" and not several


def _fields(sentence: Sentence, figure: Figure, place: Place, language: Language) -> dict[str, str]:
    marker = _marker(sentence, figure)
    fields = {
        **_sort(sentence, figure, language),
        "role": ROLE_NAMES[place.constituent.role],
        "predicate": sentence.tokens[place.clause.head].lemma,
        "marker": marker.text.lower() if marker else "",
        "unit": sentence.tokens[figure.head].text.lower(),
    }
    if sentence.tokens[place.clause.head].lemma in language.words.list("ranging_verbs"):
        fields["ranging"] = "yes"
    if _is_level(sentence, figure, place, language) and place.clause.subject is not None:
        fields["subject_head"] = str(place.clause.subject.head)
    fields |= _reservations(sentence, figure, language)
    if is_negative(sentence, place.clause):
        fields["vague"] = "yes"
    phrase = _phrase(sentence, figure, place, language)
    told = max((*figure.answer, *figure.noun))
    if any(i > told and i in phrase for i in below(sentence, figure.head)):
        fields["more"] = "yes"  # « 79 milliards d'euros de richesses »: words that nothing names
    if figure.noun_head is not None:
        fields["noun_head"] = str(figure.noun_head)
    if not place.direct and fields["role"] != "object":
        fields["conjunct"] = "yes"
    if _has_change(sentence, figure, place, language):
        fields["change"] = "yes"
    first, verbs = min(place.constituent.tokens), place.clause.verbs
    if first < min(verbs) or sentence.tokens[first - 1].text in (",", "–", "-", "("):
        fields["loose"] = "yes"  # an aside, or what stands in front of the clause
    return fields


def _has_change(sentence: Sentence, figure: Figure, place: Place, language: Language) -> bool:
    """« a bondi de 40 % à 44 millions »: a level that stands beside the change to it."""
    percent = language.words.list("percent")
    others = [c for c in place.clause.constituents if c is not place.constituent]
    held = (i for c in others if c.role == "oblique" for i in c.tokens if i not in figure.answer)
    return any(sentence.tokens[i].text.lower() in percent for i in held)


def _reservations(sentence: Sentence, figure: Figure, language: Language) -> dict[str, str]:
    """What speaks against « combien »: `known` (« les deux camps »), `vague`, `small`."""
    words, fields = language.words, {}
    before = sentence.tokens[figure.answer[0] - 1].text.lower() if figure.answer[0] else ""
    if before.replace("’", "'") in words.list("known_determiners"):
        fields["known"] = "yes"
    nouns = [sentence.tokens[i].text.lower() for i in figure.noun]
    if nouns and (nouns[0] in words.list("vague_before_nouns") or nouns[0] in ("et", "ou")):
        fields["vague"] = "yes"
    number = sentence.tokens[figure.answer[-1]]
    people = words.list("role_nouns") | words.list("person_nouns") | words.list("counted_people")
    counted = sentence.tokens[figure.noun_head] if figure.noun_head is not None else None
    is_people = counted is not None and counted.lemma.lower() in people
    if number.text.lower() in words.list("small_numbers") and not is_people:
        fields["small"] = "yes"
    return fields
