"""Things with a name of their own: which law, which ship, which storm did or underwent what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quizgen.analysis.tree import child, children, matches
from quizgen.analysis.zones import zone_at
from quizgen.facts.targets import Site, sites
from quizgen.language import Language
from quizgen.model import Document, Fact, Mention

_MARKS = ("«", "»", '"', "“", "”")
_LEAST_TOLD = 1  # constituents beside the thing itself


def find_named_things(document: Document, language: Language) -> Iterator[Fact]:
    """Subjects that are a class noun with a name behind it; part `thing`, the class noun.

    Fields: `role`, `thing_head`. Where the sentence says nothing more of it, nothing is asked.
    """
    for site in sites(document, language):
        mention = _name(site)
        if mention is not None and not site.negative and _tells(site):
            answer = _words(site, mention)
            fields = {"role": "subject", "thing_head": str(site.head.i)}
            fact = site.fact("named_thing", answer, fields)
            yield replace(fact, parts={**fact.parts, "thing": (site.head.i,)})


def _words(site: Site, mention: Mention) -> tuple[int, ...]:
    """The noun phrase as far as its name, with the mark that closes it (« la "loi Ida" »)."""
    marks = [t for i in site.tokens if (t := site.sentence.tokens[i]).text in _MARKS]
    opened = [t for t in marks if t.i < mention.first]
    closed = [t for t in marks if t.i == mention.last + 1]
    last = mention.last + 1 if opened and closed else mention.last
    return tuple(i for i in site.tokens if i <= last)


def _name(site: Site) -> Mention | None:
    """The name right behind the noun, or behind the mark that opens it."""
    article = child(site.sentence, site.head.i, "det")
    classes = site.language.words.list("thing_nouns")
    if site.constituent.role != "subject" or site.head.lemma.lower() not in classes:
        return None
    if article is None or article.feats.get("Definite") != "Def":
        return None
    for mention in site.document.mentions:
        if mention.sentence != site.sentence.index or mention.first != site.head.i + 1:
            continue
        head = site.sentence.tokens[mention.head]
        beside = head.head == site.head.i and matches(head.dep, ("appos", "flat", "nmod", "amod"))
        if mention.kind == "name" and beside:
            return mention if _is_its_own(site, mention) else None
    return None


def _is_its_own(site: Site, mention: Mention) -> bool:
    """No person (« l'affaire X » is called after one), no list, no other complement."""
    entity = mention.entity
    others = [
        t
        for t in children(site.sentence, site.head.i, "nmod", "conj")
        if not mention.first <= t.i <= mention.last
    ]
    return entity is not None and entity.kind != "person" and not others


def _tells(site: Site) -> bool:
    """A deed or an event with a circumstance, in the article's own words."""
    clause = site.clause
    verb = site.sentence.tokens[clause.head]
    quoted = zone_at(site.document.zones, verb.start) is not None
    rest = [c for c in clause.constituents if c.role not in ("subject", "adverb")]
    return verb.pos == "VERB" and not quoted and len(rest) >= _LEAST_TOLD
