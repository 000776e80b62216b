"""Intentions: what somebody wants, plans, promises or refuses to do."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, children, subtree
from quizgen.facts.circumstances import decided_by
from quizgen.facts.targets import Site, below, sites
from quizgen.language import Language
from quizgen.model import Document, Fact

_LEAST_WORDS, _MOST_WORDS = 4, 16


def find_intentions(document: Document, language: Language) -> Iterator[Fact]:
    """Infinitives behind a verb of intention; `marker`: the preposition between, or ""."""
    for site in sites(document, language):
        fact = _fact(site)
        if fact is not None:
            yield fact


def _fact(site: Site) -> Fact | None:
    verb = site.sentence.tokens[site.clause.head]
    direct = site.constituent.role == "complement" and site.head.head == site.clause.head
    infinitive = site.head.feats.get("VerbForm") == "Inf"
    meant = verb.lemma in site.language.words.list("intention_verbs")
    if not direct or not infinitive or not meant or site.negative or not decided_by(site):
        return None
    mark = child(site.sentence, site.head.i, "mark", "case")
    tokens = below(site.sentence, site.head.i, _asides(site))
    listed = any(
        child(site.sentence, t.i, "mark", "case")
        for t in children(site.sentence, site.head.i, "conj")
    )  # « de retirer le produit et d'interdire son usage »
    answer = tuple(i for i in tokens if mark is None or listed or i > mark.i)
    if min(tokens) < site.clause.finite or not _LEAST_WORDS <= len(answer) <= _MOST_WORDS:
        return None
    marker = "" if mark is None else mark.text.lower().replace("’", "'")
    marker = str(site.language.words.table("plain_prepositions").get(marker, marker))
    phrase = subtree(site.sentence, site.head.i)
    fields = {"marker": marker, "role": "object"}
    return site.fact("intention", answer, fields, phrase, needed=decided_by(site))


def _asides(site: Site) -> set[int]:
    """Branches of the infinitive that stand before it or behind a comma."""
    sentence = site.sentence
    found = set()
    for token in (sentence.tokens[i] for i in sentence.dependents[site.head.i]):
        first = min(subtree(sentence, token.i))
        clause = token.dep.startswith(("advcl", "parataxis", "conj"))
        if clause and first > site.head.i and sentence.tokens[first - 1].text == ",":
            found.add(token.i)
    return found
