"""Enumerations: three or more things of one kind in a row."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, children, matches, subtree
from quizgen.analysis.zones import zone_at
from quizgen.facts.targets import ROLE_NAMES, Site, below, sites
from quizgen.language import Language
from quizgen.model import Constituent, Document, Fact, Sentence

_LEAST = 3
_MOST_WORDS = 30
_MOST_PLAIN = 16  # words and marks of a list that is learnt as one
_PLAIN = ("NOUN", "PROPN", "ADJ", "DET", "ADP", "CCONJ", "PUNCT")


def find_enumerations(document: Document, language: Language) -> Iterator[Fact]:
    """Constituents made of three or more co-ordinate noun phrases.

    Fields: `members` (how many), `plain` (nouns side by side), `quoted`, `before`.
    """
    for site in sites(document, language):
        fact = _fact(site)
        if fact is not None:
            yield fact


def _fact(site: Site) -> Fact | None:
    document, sentence, constituent = site.document, site.sentence, site.constituent
    if constituent.role not in ("object", "subject", "attribute", "oblique"):
        return None
    members = _members(sentence, constituent)
    if len(members) < _LEAST:
        return None
    tokens = _tokens(site, members)
    if len(tokens) > _MOST_WORDS:
        return None
    zone = zone_at(document.zones, sentence.tokens[tokens[0]].start)
    fields = {"role": ROLE_NAMES[constituent.role], "members": str(len(members))}
    if _is_plain(site, tokens):
        fields["plain"] = "yes"
    if zone is not None:
        before = document.source.body[zone.start : sentence.tokens[tokens[0]].start].strip()
        fields["quoted"] = "yes"
        fields["before"] = before if before[-1:].isalnum() and len(before.split()) <= 8 else ""
    return site.fact("enumeration", tokens, fields)


def _is_plain(site: Site, tokens: tuple[int, ...]) -> bool:
    """Whether nothing but nouns and what goes with them stands in the row: « A, B et C »."""
    words = [site.sentence.tokens[i] for i in tokens]
    whole = len(words) == words[-1].i - words[0].i + 1
    joined = {t.text.lower() for t in words if t.pos in ("CCONJ", "PUNCT")}
    return (
        whole
        and len(words) <= _MOST_PLAIN
        and joined <= site.language.words.list("listing_marks")
        and all(t.pos in _PLAIN for t in words)
    )


def _members(sentence: Sentence, constituent: Constituent) -> list[int]:
    """Heads of the co-ordinate phrases; a list must have commas before its last conjunction."""
    heads = [constituent.head]
    heads += [t.i for t in children(sentence, constituent.head, "conj")]
    for i in list(heads[1:]):
        heads += [t.i for t in children(sentence, i, "conj")]
    if not all(_is_set_beside(sentence, i) for i in heads[1:]):
        return []
    kinds = {sentence.tokens[i].pos in ("NOUN", "PROPN") for i in heads}
    return sorted(set(heads)) if kinds == {True} else []


def _is_set_beside(sentence: Sentence, member: int) -> bool:
    """Whether a comma or a conjunction opens a member: the list shows on the surface."""
    first = min(subtree(sentence, member))
    words = sentence.tokens[max(0, first - 1) : first + 1]
    return any(t.text in (",", ";") or t.pos == "CCONJ" for t in words)


def _tokens(site: Site, members: list[int]) -> tuple[int, ...]:
    """The list from its first word to its last, without the preposition it hangs by."""
    sentence, constituent = site.sentence, site.constituent
    case = child(sentence, constituent.head, "case")
    merged = site.language.words.table("plain_prepositions")  # « du », « des » may be articles
    apart = case is not None and case.text.lower() not in merged
    dropped = {case.i} if case is not None and apart and constituent.role == "oblique" else set()
    asides = {
        t.i
        for t in children(sentence, constituent.head)
        if matches(t.dep, ("parataxis", "acl:relcl", "appos")) and t.i > members[-1]
    }
    tokens = [i for i in below(sentence, constituent.head, asides) if i not in dropped]
    last = max(subtree(sentence, members[-1], asides))
    return tuple(i for i in tokens if i <= last)
