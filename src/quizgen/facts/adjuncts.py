"""Adjuncts: to what end, why, by what means and in which case something happens."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, children, cover, matches
from quizgen.facts.charges import charge
from quizgen.facts.circumstances import adds_to_another
from quizgen.facts.humans import is_human, may_be_human
from quizgen.facts.targets import Site, sites
from quizgen.language import Language
from quizgen.model import Document, Fact

_LEAST_WORDS = 3  # of a goal or a cause: « pour voir » says nothing
_LEAST_GOAL = 4  # words: « comparer les avis » is what anybody would guess
_LONGEST_MARKER = 4  # words


def find_adjuncts(document: Document, language: Language) -> Iterator[Fact]:
    """Goals, causes, means and conditions; field `marker`: the words that open them."""
    for site in sites(document, language):
        if site.constituent.role not in ("oblique", "adverbial") or adds_to_another(site):
            continue
        fact = _goal(site) or charge(site) or _cause(site) or _means(site) or _condition(site)
        if fact is not None:
            yield fact


def _goal(site: Site) -> Fact | None:
    """« pour rénover ses écoles »: somebody's aim, not what an adjective or a denial takes."""
    infinitive = site.head.feats.get("VerbForm") == "Inf"
    if site.constituent.role != "adverbial" or not infinitive or _has_auxiliary(site):
        return None
    if site.head.lemma in site.language.words.list("outcome_verbs"):
        return None  # « pour finir loin derrière les autres » tells what came of it
    verbs = {site.sentence.tokens[i].lemma for i in (site.clause.head, site.head.head)}
    states = site.clause.copular or verbs & site.language.words.list("stative_verbs")
    if states or site.negative or _measured(site) or not _is_deliberate(site):
        return None
    fact = _marked(site, "goal", "goal_markers")
    return fact if fact is not None and len(fact.target.text.split()) >= _LEAST_GOAL else None


def _is_deliberate(site: Site) -> bool:
    """Only people and bodies have aims, and only in what they do themselves or have done.

    « devra travailler plus longtemps pour … » tells what is needed.
    """
    words = site.language.words
    finite = site.sentence.tokens[site.clause.finite]
    if finite.lemma in words.list("need_verbs") or site.clause.subject is None:
        return False
    subject = site.sentence.tokens[site.clause.subject.head]
    if site.clause.passive or subject.pos in ("PROPN", "PRON"):
        return True
    named = any(
        m.sentence == site.sentence.index and m.head == subject.i and m.entity is not None
        for m in site.document.mentions
    )
    return named or is_human(subject, site.language) or may_be_human(subject, site.language)


def _measured(site: Site) -> bool:
    """« trop …, assez …, des moyens pour »: the infinitive goes with that word."""
    words = site.language.words.list("takes_infinitive")
    return any(
        site.sentence.tokens[i].lemma.lower() in words
        for c in site.clause.constituents
        for i in c.tokens
        if i not in site.constituent.tokens
    )


def _has_auxiliary(site: Site) -> bool:
    return child(site.sentence, site.head.i, "aux") is not None and not child(
        site.sentence, site.head.i, "aux:pass"
    )


def _cause(site: Site) -> Fact | None:
    """« en raison d'une tempête », « parce que … », « pour avoir caché des revenus »."""
    described = site.clause.copular and site.constituent.role == "adverbial"
    if site.negative or (described and _has_auxiliary(site)):
        return None
    perfect = site.head.feats.get("VerbForm") == "Part" and child(
        site.sentence, site.head.i, "aux:tense", "aux"
    )
    if perfect and site.opens_with(0) in site.language.words.list("perfect_cause_markers"):
        return _whole(site, "cause", length=1)
    return _marked(site, "cause", "cause_markers")


def _means(site: Site) -> Fact | None:
    """« en plantant des haies »: how it was done, behind a verb that tells a deed."""
    gerund = site.head.feats.get("VerbForm") == "Part" and site.head.feats.get("Tense") == "Pres"
    opens = site.opens_with(0) in site.language.words.list("means_markers")
    if not gerund or not opens or site.head.i != site.tokens[1] or _is_noun(site):
        return None
    verb = site.sentence.tokens[site.clause.head]
    vague = site.head.lemma in site.language.words.list("vague_gerunds")
    speech = verb.lemma in site.language.words.table("speech_verbs")
    behind = site.sentence.tokens[site.tokens[-1] + 1 : site.tokens[-1] + 2]
    clause = any(site.opens_with(i) in ("que", "qu'") for i in range(len(site.tokens)))
    if clause and any(t.text == "," for t in behind):
        return None  # « en disant que s'il pleut, … »
    if vague or speech or site.clause.copular or site.tokens[0] < site.clause.head or site.negative:
        return None
    return _whole(site, "means", length=1)


def _is_noun(site: Site) -> bool:
    """« se pose en garant », read as a gerund; nobody does anything by being a guarantor."""
    readings = site.language.lexicon.readings(site.head.text)
    reflexive = any(site.sentence.tokens[i].dep.startswith("expl") for i in site.clause.verbs)
    return reflexive and any(r.pos in ("NOUN", "ADJ") for r in readings)


def _condition(site: Site) -> Fact | None:
    """« si la pluie cesse », « à condition que … », with a verb that leaves it open."""
    finite = site.sentence.tokens[site.clause.finite]
    tense = finite.feats.get("Tense") == "Fut" or finite.feats.get("Mood") == "Cnd"
    modal = finite.lemma in site.language.words.list("modal_verbs")
    named = any(site.sentence.tokens[i].pos in ("NOUN", "PROPN") for i in site.tokens)
    if site.negative or not named or not (tense or modal):
        return None  # « si tout se passe bien »
    return _marked(site, "condition", "condition_markers")


def _marked(site: Site, kind: str, markers: str) -> Fact | None:
    """A fact when the constituent opens with one of the pack's markers of this kind."""
    tokens = site.tokens
    words = [site.opens_with(i) for i in range(min(len(tokens), _LONGEST_MARKER))]
    for length in range(len(words), 0, -1):
        marker = " ".join(words[:length]).replace("' ", "'")
        if marker in site.language.words.list(markers):
            return _whole(site, kind, length)
    return None


def _whole(site: Site, kind: str, length: int) -> Fact | None:
    """The constituent as an answer, a goal without the `length` words that open it."""
    tokens = site.tokens
    answer = tokens[length:] if kind == "goal" else tokens
    text = cover(site.sentence, answer, site.document.source.body).text if answer else ""
    if len(tokens) < length + _LEAST_WORDS or text.count("«") > 1:
        return None
    coordinate = [t for t in children(site.sentence, site.head.i, "conj") if t.i in tokens]
    if any(matches(t.dep, ("conj",)) and not t.sure for t in coordinate):
        return None
    marker = " ".join(site.opens_with(i) for i in range(length)).replace("' ", "'")
    known = site.language.words.list("asked_causes")
    opener = next((o for o in known if marker.startswith(o)), "plain")
    fields = {"role": "oblique", "marker": marker, "opener": opener}
    return site.fact(kind, answer, fields)
