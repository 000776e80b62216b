"""Ranks: « à la 142e place », « la deuxième place du classement », « se classe troisième »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quizgen.analysis.tree import children
from quizgen.facts.targets import Site, below, sites
from quizgen.language import Language
from quizgen.model import Document, Fact, Token

_NUMBERED = re.compile(r"\d+\s?(e|er|ère|ème|nd|nde)")
_MOST_WORDS = 8


def find_ranks(document: Document, language: Language) -> Iterator[Fact]:
    """Places in an order; fields `role`, `marker`, part `inside` (« place du classement »)."""
    for site in sites(document, language):
        fact = None if site.negative else _bare(site) or _place(site)
        if fact is not None:
            yield fact


def _place(site: Site) -> Fact | None:
    """The rank as an object (« occupe la deuxième place ») or behind « à »."""
    if site.head.lemma.lower() not in site.language.words.list("rank_nouns"):
        return None
    ordinals = [t for t in children(site.sentence, site.head.i, "amod") if _is_ordinal(site, t)]
    if len(ordinals) != 1 or site.constituent.role not in ("object", "oblique"):
        return None
    behind = site.constituent.role == "oblique"
    verb = site.sentence.tokens[site.clause.head].lemma
    if not behind and verb not in site.language.words.list("rank_holding_verbs"):
        return None
    marker = site.opens_with(0) if behind else ""
    if behind and marker not in site.language.words.list("rank_markers"):
        return None
    rest = _of_what(site)
    noun = (*(i for i in site.tokens if i >= site.head.i), *rest)
    upto = max(site.head.i, ordinals[0].i)
    answer = tuple(i for i in site.tokens[1 if behind else 0 :] if i <= upto)
    fact = site.fact(
        "rank",
        answer,
        {
            "role": "oblique" if behind else "object",
            "marker": marker,
            "inside_head": str(site.head.i),
            "ranking": "yes" if any(i > site.head.i for i in noun) else "",
        },
        (*site.constituent.tokens, *rest),
    )
    return replace(fact, parts={**fact.parts, "inside": noun})


def _of_what(site: Site) -> tuple[int, ...]:
    """« à la 4e place (sur 9) du classement »: what the place is of, where it hangs elsewhere."""
    plain = site.language.words.table("plain_prepositions")
    for other in site.clause.constituents:
        words = below(site.sentence, other.head)
        first = site.sentence.tokens[words[0]].text.lower()
        if other.role == "oblique" and words[0] > site.head.i and plain.get(first, first) == "de":
            return words
    return ()


def _bare(site: Site) -> Fact | None:
    """« se classe troisième »: the ordinal alone under a verb of ranking."""
    verb = site.sentence.tokens[site.clause.head]
    ranks = verb.lemma in site.language.words.list("rank_verbs")
    if not ranks or not _is_ordinal(site, site.head) or len(site.tokens) > _MOST_WORDS:
        return None
    return site.fact("rank", site.tokens, {"role": "oblique", "bare": "yes"})


def _is_ordinal(site: Site, token: Token) -> bool:
    text = token.text.lower()
    return text in site.language.words.list("ordinals") or bool(_NUMBERED.fullmatch(text))
