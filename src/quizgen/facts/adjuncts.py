"""Adjuncts: to what end and why something happened."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import cover
from quizgen.facts.targets import Site, sites
from quizgen.language import Language
from quizgen.model import Document, Fact

_LEAST_WORDS = 3  # of a goal or a cause: « pour voir » says nothing
_LONGEST_MARKER = 4  # words


def find_adjuncts(document: Document, language: Language) -> Iterator[Fact]:
    """Goals and causes."""
    for site in sites(document, language):
        fact = _goal(site) or _cause(site)
        if fact is not None:
            yield fact


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
