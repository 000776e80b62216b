"""Places: the country, the town, the body before which, or just where something happened."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizgen.analysis.tree import child, children
from quizgen.facts.targets import Site, sites
from quizgen.language import Language
from quizgen.model import Document, Fact, Mention

_LEAST_WORDS, _MOST_WORDS = 3, 10
_MOST_NAMED = 2  # times, of a country that is worth asking for


def find_places(document: Document, language: Language) -> Iterator[Fact]:
    """Places as adverbials; field `sort`: country, town, institution or where (« dans le nord »).

    A clause with two places (« à Mons, en Belgique ») is not asked for one of them.
    """
    by_clause: dict[tuple[int, int], list[Fact]] = {}
    for site in sites(document, language):
        before = _institution(site)
        if before is not None and not site.negative:
            yield before
        fact = _place(site) or _area(site)
        if fact is not None and (_goes_on(site) or _is_evident(document, fact)):
            continue
        if fact is not None and not site.negative and not _counts(site) and _is_acted(site):
            by_clause.setdefault((site.sentence.index, site.clause.head), []).append(fact)
    for facts in by_clause.values():
        if len(facts) == 1 and not _places_beside(document, facts[0], language):
            yield facts[0]


def _is_acted(site: Site) -> bool:
    """Not « on est en progression », « il y a un million de … »: nobody does anything there."""
    subject = site.clause.subject
    return subject is not None and site.sentence.tokens[subject.head].text.lower() != "on"


def _counts(site: Site) -> bool:
    """« 300 pêcheurs sont venus à Brest »: what is worth asking is how many, not where."""
    subject = site.clause.subject
    objects = [c for c in site.clause.constituents if c.role == "object"]
    heads = [site.sentence.tokens[c.head] for c in (subject, *objects) if c is not None]
    return any(
        child(site.sentence, head.i, "det") is None  # not « les deux navigateurs »
        and (head.pos == "NUM" or child(site.sentence, head.i, "nummod") is not None)
        for head in heads
    )


def _places_beside(document: Document, fact: Fact, language: Language) -> bool:
    """Whether the question would say where by another place (« à Mons, en Belgique »).

    « la mort à Mons d'un pêcheur » tells it as well.
    """
    if fact.clause is None:
        return False
    phrase, tokens = fact.parts["phrase"], document.sentences[fact.sentence].tokens
    held = [c for c in fact.clause.constituents if c.role == "oblique"]
    beside = {i for c in held for i in c.tokens} - set(phrase)
    other = {i for c in fact.clause.constituents for i in c.tokens} - set(phrase)
    markers = language.words.list("place_markers")
    proper = any(tokens[c.head].pos == "PROPN" for c in held if c.head in beside)
    return proper or any(
        m.head in beside or (m.head in other and tokens[m.first - 1].text.lower() in markers)
        for m in document.mentions
        if m.sentence == fact.sentence
        and m.kind == "name"
        and m.entity is not None
        and m.entity.kind == "place"
    )


def _goes_on(site: Site) -> bool:
    """« sur France 3 »: the place is only the beginning of a name."""
    last = site.tokens[-1]
    after = site.sentence.tokens[last + 1 : last + 2]
    return bool(after) and after[0].pos in ("NUM", "PROPN")


def _is_evident(document: Document, fact: Fact) -> bool:
    """The country that an article is about, which its reader need not be asked."""
    name = fact.target.text.lower().split(maxsplit=1)[-1]
    named = document.source.body.lower().count(name)
    about = named > _MOST_NAMED or name in document.source.title.lower()
    return fact.fields["sort"] == "country" and about


def _place(site: Site) -> Fact | None:
    """« à Lille », « en France »: a place by its bare name."""
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
    sort = _sort(entity.name, marker, site.language)
    if sort == "town" and not _may_be_town(site, entity.name):
        return None
    if sort == "other" and marker in site.language.words.list("town_markers"):
        return None  # « à » and a name that no list knows: as often a person
    bare = sort in ("town", "other") or marker not in site.language.words.list(
        "inseparable_markers"
    )
    fields = {"role": "oblique", "sort": "where" if sort == "other" else sort}
    return site.fact("place", tokens[1:] if bare and sort != "other" else tokens, fields)


def _may_be_town(site: Site, name: str) -> bool:
    """Not « s'est allié à TF1 »: what a verb governs by « à », nor initials."""
    verb = site.sentence.tokens[site.clause.head].lemma
    governed = site.language.words.table("governed").get(verb, ())
    return not name.isupper() and not any(c.isdigit() for c in name) and "à" not in governed


def _area(site: Site) -> Fact | None:
    """« dans le nord de la Belgique », « dans un gymnase de Lille », « dans l'Ohio »."""
    tokens = _without_aside(site)
    if site.constituent.role != "oblique" or not _LEAST_WORDS <= len(tokens) <= _MOST_WORDS:
        return None
    if site.opens_with(0) not in site.language.words.list("area_markers"):
        return None
    areas = site.language.words.list("area_nouns")
    inside = site.head.lemma.lower() in areas or site.head.text.lower() in areas
    named = [m for m in site.document.mentions if _is_named_in(site, m, tokens, inside=inside)]
    is_place = any(m.head == site.head.i for m in named)
    apart = site.opens_with(0) in site.language.words.list("inside_markers") - {"sur"}
    if not named or not (inside or (is_place and apart)):
        return None  # « à l'Iran » is somebody to whom
    fields = {"role": "oblique", "sort": "where"}
    return site.fact("place", tokens, fields, site.constituent.tokens)


def _without_aside(site: Site) -> tuple[int, ...]:
    """« dans le parc de Lens, situé au bord de l'eau »: the place, without what describes it.

    No tokens where words that tell which it is, or a second place, hang by it.
    """
    marks = [i for i in site.tokens if site.sentence.tokens[i].text in (",", "(")]
    whole = site.tokens if not marks else tuple(i for i in site.tokens if i < marks[0])
    describing = children(site.sentence, site.head.i, "conj", "acl", "appos")
    return () if any(t.i in whole for t in describing) or site.head.i not in whole else whole


def _is_named_in(site: Site, mention: Mention, tokens: Collection[int], *, inside: bool) -> bool:
    """Whether a phrase names a place, or a house by one (« aux urgences du CHU de Lille »)."""
    if mention.sentence != site.sentence.index or mention.first not in tokens:
        return False
    if mention.entity is None or mention.entity.kind == "place":
        return mention.entity is not None
    words = site.sentence.tokens[mention.first : mention.last + 1]
    readings = (r for t in words for r in site.language.lexicon.readings(t.text))
    body = mention.entity.kind == "organisation" and mention.first > site.head.i
    return inside and body and any(r.name == "place" for r in readings)


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
