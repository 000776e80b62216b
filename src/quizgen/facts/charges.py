"""Charges: of what somebody is held guilty: « condamné pour fraude fiscale »."""

from __future__ import annotations

from quizgen.analysis.tree import child, children
from quizgen.analysis.zones import zone_at
from quizgen.facts.targets import Site
from quizgen.model import Fact, Sentence, Token

_INNER = "+"  # marks words quoted inside a quotation


def charge(site: Site) -> Fact | None:
    """« condamné pour fraude fiscale », « mis en examen pour meurtre »: a noun without article."""
    words, sentence = site.language.words, site.sentence
    reflexive = any(sentence.tokens[i].dep.startswith("expl") for i in site.clause.verbs)
    if not _is_charged(site) or reflexive or site.negative:
        return None
    marked = site.opens_with(0) in words.list("perfect_cause_markers")
    near = {sentence.tokens[i].text.lower() for i in (*site.tokens, max(0, site.tokens[0] - 1))}
    some = near & (words.list("sampling_adverbs") | {_INNER})
    if not marked or some or site.head.head != site.clause.head:
        return None
    answer = _in_its_own_words(site)
    if not is_bare(sentence, site.head) or not _ends(site, answer[-1]):
        return None
    fields = {"role": "oblique", "marker": site.opens_with(0), "opener": "charge"}
    return site.fact("cause", answer, fields)


def is_bare(sentence: Sentence, noun: Token) -> bool:
    """A noun without article or number: « pour fraude », not « pour la troisième fois »."""
    return noun.pos == "NOUN" and child(sentence, noun.i, "det", "nummod") is None


def _is_charged(site: Site) -> bool:
    """A verb of justice, or one that places somebody in a state of it (« mis en examen »)."""
    words, sentence = site.language.words, site.sentence
    verb = sentence.tokens[site.clause.head].lemma
    states = words.list("charged_states") if verb in words.list("placing_verbs") else ()
    placed = any(
        t.text.lower() in states and all(c.dep in ("case", "det") for c in children(sentence, t.i))
        for t in children(sentence, site.clause.head)
    )
    return placed or verb in words.list("charged_verbs")


def _in_its_own_words(site: Site) -> tuple[int, ...]:
    """The charge without the words that open it; where it is quoted, as far as it is."""
    answer, tokens = site.tokens[1:], site.sentence.tokens
    zone = zone_at(site.document.zones, site.head.start)
    joined = [t for t in children(site.sentence, site.head.i, "conj") if t.i in answer]
    if zone is None or joined or tokens[answer[0]].end > zone.start:
        return answer
    return tuple(i for i in answer if tokens[i].start <= zone.end)


def _ends(site: Site, last: int) -> bool:
    """Whether what stands behind the charge is no more of it (« agression | sur un voisin »)."""
    behind = site.sentence.tokens[last + 1 : last + 2]
    own = site.sentence.tokens[last].pos == "PUNCT" or not behind
    timed = bool(behind) and behind[0].text.lower() in site.language.words.list("time_openers")
    return own or timed or behind[0].pos in ("PUNCT", "CCONJ")
