"""Acronyms: « Liste des besoins prioritaires (PURL) », « l'OMS (Organisation …) »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quizgen.analysis.acronyms import spells
from quizgen.analysis.zones import zone_at
from quizgen.facts.passing import is_passed_by
from quizgen.facts.targets import evidence_of
from quizgen.language import Language
from quizgen.model import Document, Fact, Sentence, Span

_ACRONYM = re.compile(r"\(\s*([A-Z][A-Za-z]?[A-Z][A-Z&-]*)\s*\)")
_EXPANDED = re.compile(r"\b([A-Z][A-Z&]{1,})\s\(([^()\d]{8,80})\)")
_WORD = re.compile(r"[\w’'-]+")
_MOST_WORDS = 10
_LEAST_ASKED = 3  # letters: of two, everybody knows those that matter


def find_acronyms(document: Document, language: Language) -> Iterator[Fact]:
    """Acronyms with their expansions, in either order; fields: `acronym`.

    What the article only passes by is left out.
    """
    for fact in _told(document, language):
        sentence = document.sentences[fact.sentence]
        inside = range(fact.target.start, fact.target.end)
        full = [t.i for t in sentence.tokens if t.start in inside]
        if not is_passed_by(document, sentence, fact.fields["acronym"], full, language):
            yield fact


def _told(document: Document, language: Language) -> Iterator[Fact]:
    """The acronyms that an article spells.

    Left out are those of the press, which is only a source, of several things (« lanceurs de … »),
    and of what another one spells in full (« IG » beside « IGP »).
    """
    found = [f for f in _spelled(document, language) if _is_asked(document, f, language)]
    names = [f.target.text for f in found]
    yield from (f for f in found if not any(n.startswith(f"{f.target.text} ") for n in names))


def _is_asked(document: Document, fact: Fact, language: Language) -> bool:
    words = {m.group().lower() for m in _WORD.finditer(fact.target.text)}
    if words & language.words.list("press_words"):
        return False
    tokens = document.sentences[fact.sentence].tokens
    first = next((t for t in tokens if t.start == fact.target.start), None)
    plural = first is not None and first.pos == "NOUN" and first.feats.get("Number") == "Plur"
    return not (plural and first is not None and first.text.islower())


def _spelled(document: Document, language: Language) -> Iterator[Fact]:
    body = document.source.body
    seen: set[str] = set()
    for sentence in document.sentences:
        for match in _ACRONYM.finditer(body, sentence.start, sentence.end):
            span = _before(document, sentence, match.start(), match.group(1), language)
            if span is not None and match.group(1) not in seen:
                seen.add(match.group(1))
                yield _fact(document, sentence, match.group(1), span)
        for match in _EXPANDED.finditer(body, sentence.start, sentence.end):
            span = Span(match.start(2), match.end(2), match.group(2))
            if _fits(match.group(1), span.text, language) and match.group(1) not in seen:
                seen.add(match.group(1))
                yield _fact(document, sentence, match.group(1), span)


def expansions(document: Document, language: Language) -> Mapping[str, str]:
    """What each acronym that the article spells stands for."""
    return {f.fields["acronym"]: f.target.text for f in _told(document, language)}


def _fact(document: Document, sentence: Sentence, acronym: str, span: Span) -> Fact:
    return Fact(
        kind="acronym",
        evidence=evidence_of(document, sentence),
        target=span,
        sentence=sentence.index,
        fields={"acronym": acronym, "short": "yes" if len(acronym) < _LEAST_ASKED else ""},
    )


def _before(
    document: Document, sentence: Sentence, end: int, acronym: str, language: Language
) -> Span | None:
    """The words before the bracket that spell the acronym, or the whole quoted name."""
    body = document.source.body
    zone = next(
        (
            z
            for z in document.zones
            if z.end < end and not body[z.end + 1 : end].strip(' »”"\u00a0')
        ),
        None,
    )
    if zone is not None and zone_at(document.zones, zone.start) is not None:
        return document.source.span(zone.start, zone.end)
    words = list(_WORD.finditer(body, sentence.start, end))[-_MOST_WORDS:]
    for k in range(len(words) - 1, -1, -1):
        start = words[k].start() + _article_length(words[k].group())
        text = body[start:end].strip()
        if _fits(acronym, text, language):
            if re.search(r"[,;:()«»]", text):
                return None
            return _with_noun(document, sentence, Span(start, start + len(text), text), acronym)
    return None


def _with_noun(document: Document, sentence: Sentence, span: Span, acronym: str) -> Span | None:
    """« Fédération française des guides (FDG) »: an adjective opens no name, its noun does."""
    first = next((t for t in sentence.tokens if t.start == span.start), None)
    if first is None or first.i == 0 or first.pos != "ADJ" or first.head != first.i - 1:
        return span
    noun = sentence.tokens[first.head]
    if noun.pos not in ("NOUN", "PROPN") or noun.text[0].upper() != acronym[0]:
        return None
    return document.source.span(noun.start, span.end)


def _article_length(word: str) -> int:
    match = re.match(r"(?i)(l|d|qu)['’]", word)
    return match.end() if match else 0


def _fits(acronym: str, text: str, language: Language) -> bool:
    """Whether the words of a text spell the acronym, all of them and in order.

    A capital makes an article part of the name (« La Ligue du Jura (LLJ) »); a role before a
    body is none (« leader de la France libre »).
    """
    words = [m.group() for m in re.finditer(r"[^\W\d_]+", text)]
    small, roles = language.words.list("small_words"), language.words.list("role_nouns")
    if not words or words[0] in roles:
        return False
    own = {words[0].lower()} if words[0][0].isupper() and words[0].lower() in small else set()
    return spells(acronym, words, small) or (bool(own) and spells(acronym, words, small - own))
