"""Adjuncts: where, to what end and why something happened."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import cover
from quizgen.facts.targets import Site, sites
from quizgen.language import Language
from quizgen.model import Document, Fact

_LEAST_WORDS = 3  # of a goal or a cause: « pour voir » says nothing
_LONGEST_MARKER = 4  # words


def find_adjuncts(document: Document, language: Language) -> Iterator[Fact]:
    """Places (kind `place`, field `sort`: country, town, institution, other), goals and causes."""
    for site in sites(document, language):
        fact = _place(site) or _institution(site) or _goal(site) or _cause(site)
        if fact is not None:
            yield fact


def _place(site: Site) -> Fact | None:
    mention = site.mention("name")
    if site.constituent.role != "oblique" or mention is None or not mention.first:
        return None
    entity, tokens = mention.entity, site.tokens
    if entity is None or entity.kind != "place" or mention.last != tokens[-1]:
        return None
    marker = site.opens_with(0)
    to_whom = site.sentence.tokens[mention.first - 1].pos == "DET"  # « à l'Iran »
    if to_whom or marker not in site.language.words.list("place_markers"):
        return None
    inseparable = marker in site.language.words.list("inseparable_markers")
    fields = {"role": "oblique", "sort": _sort(entity.name, marker, site.language)}
    return site.fact("place", tokens if inseparable else tokens[1:], fields)


def _institution(site: Site) -> Fact | None:
    """« devant le Parlement belge »: the body before which somebody stands."""
    mention = site.mention("name")
    if site.constituent.role != "oblique" or mention is None or mention.entity is None:
        return None
    markers = site.language.words.list("institution_markers")
    if site.opens_with(0) not in markers or mention.entity.kind != "organisation":
        return None
    answer = [i for i in site.tokens[1:] if i <= mention.last]
    fields = {"role": "oblique", "sort": "institution"}
    return site.fact("place", answer, fields, (site.tokens[0], *answer))


def _sort(name: str, marker: str, language: Language) -> str:
    if name.lower().replace("’", "'") in language.words.list("countries"):
        return "country"
    known = any(r.name == "place" for r in language.lexicon.readings(name))
    return "town" if known and marker in language.words.list("town_markers") else "other"


def _goal(site: Site) -> Fact | None:
    if site.constituent.role != "adverbial" or site.head.feats.get("VerbForm") != "Inf":
        return None
    if site.head.lemma in site.language.words.list("outcome_verbs"):
        return None  # « pour reculer à la quatrième place » tells what came of it
    return _marked(site, "goal", "goal_markers")


def _cause(site: Site) -> Fact | None:
    if site.constituent.role not in ("oblique", "adverbial"):
        return None
    return _marked(site, "cause", "cause_markers")


def _marked(site: Site, kind: str, markers: str) -> Fact | None:
    """A fact when the constituent opens with one of the pack's markers of this kind."""
    tokens = site.tokens
    words = [site.opens_with(i) for i in range(min(len(tokens), _LONGEST_MARKER))]
    for length in range(len(words), 0, -1):
        marker = " ".join(words[:length]).replace("' ", "'")
        if marker not in site.language.words.list(markers):
            continue
        answer = tokens[length:] if kind == "goal" else tokens
        text = cover(site.sentence, answer, site.document.source.body).text if answer else ""
        if len(tokens) < length + _LEAST_WORDS or text.count("«") > 1:
            return None
        return site.fact(kind, answer, {"role": "oblique"})
    return None
