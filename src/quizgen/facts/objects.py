"""Objects: what somebody built, signed, founded, won."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, children, matches
from quizgen.facts.circumstances import decided_by
from quizgen.facts.humans import is_human
from quizgen.facts.periods import direction_of
from quizgen.facts.targets import Site, sites
from quizgen.language import Language
from quizgen.model import Document, Fact

_LEAST_WORDS, _MOST_WORDS = 3, 12


def find_objects(document: Document, language: Language) -> Iterator[Fact]:
    """Direct objects of verbs that tell a deed, with a subject known by name; field `role`."""
    for site in sites(document, language):
        if _tells_a_deed(site) and _is_full(site) and _has_named_subject(site):
            fields, needed = {"role": "object"}, decided_by(site)
            yield site.fact("object", site.tokens, fields, site.tokens, needed=needed)


def _tells_a_deed(site: Site) -> bool:
    """A verb of its own weight, done or to be done, neither said nor denied nor reflexive.

    When or on what occasion must stand beside it: « Qu'a organisé Anne ? » has many answers.
    """
    clause, words = site.clause, site.language.words
    verb = site.sentence.tokens[clause.head]
    direct = site.constituent.role == "object" and site.head.head == clause.head
    reflexive = any(site.sentence.tokens[i].dep.startswith("expl") for i in clause.verbs)
    if not direct or clause.passive or clause.copular or reflexive or site.negative:
        return False
    weak = words.list("light_verbs") | words.list("announcing_verbs")
    told = "that" in words.table("speech_verbs").get(verb.lemma, ())
    done = direction_of(site.sentence, clause) != ""
    plain = all(c.role != "complement" for c in clause.constituents) and bool(decided_by(site))
    return verb.pos == "VERB" and done and plain and not told and verb.lemma not in weak


def _is_full(site: Site) -> bool:
    """A noun phrase of a thing that says which, without figures, pronouns and members."""
    tokens = [site.sentence.tokens[i] for i in site.tokens]
    article = child(site.sentence, site.head.i, "det")
    if site.head.pos != "NOUN" or article is None or article.feats.get("PronType") != "Art":
        return False
    described = [t for t in children(site.sentence, site.head.i, "nmod", "amod", "acl") if t.sure]
    plain = not any(
        t.pos in ("NUM", "PRON") or matches(t.dep, ("conj", "appos", "parataxis")) for t in tokens
    )
    whole = site.tokens[-1] - site.tokens[0] + 1 == len(tokens)
    long_enough = _LEAST_WORDS <= len(tokens) <= _MOST_WORDS
    return bool(described) and plain and whole and long_enough and not _is_person(site)


def _is_person(site: Site) -> bool:
    named = site.mention()
    person = named is not None and named.entity is not None and named.entity.kind == "person"
    return person or is_human(site.head, site.language)


def _has_named_subject(site: Site) -> bool:
    subject = site.clause.subject
    if subject is None:
        return False
    return any(
        m.sentence == site.sentence.index
        and m.entity is not None
        and m.sure
        and _heads(site, m.head, subject.head)
        and m.entity.kind in ("person", "organisation", "place")
        for m in site.document.mentions
    )


def _heads(site: Site, mention: int, subject: int) -> bool:
    """Whether a mention is the subject, or the name beside it (« la ministre X »)."""
    token = site.sentence.tokens[mention]
    beside = matches(token.dep, ("appos", "flat")) and token.head == subject
    return mention == subject or beside
