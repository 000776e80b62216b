"""Names: people, bodies and places that a sentence is not about but could not do without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from quizgen.analysis.tree import child, children, cover, matches
from quizgen.analysis.zones import zone_at
from quizgen.facts.targets import evidence_of, locate
from quizgen.language import Language
from quizgen.model import Document, Entity, Fact, Mention, Sentence

_MOST_A_NAME = 2  # sentences in which one name is asked for
_LEAST_WORDS = 10  # of the sentence: a shorter one gives no hold


def find_names_to_ask(document: Document, language: Language) -> Iterator[Fact]:
    """Names that stand once in their sentence.

    Fields: `answer` (full name), `sort` (of entity), `part` (of what the sentence tells).
    """
    asked: Counter[str] = Counter()
    for mention in document.mentions:
        entity = mention.entity
        if mention.kind != "name" or entity is None or not _is_askable(entity, language):
            continue
        sentence = document.sentences[mention.sentence]
        if len(sentence.tokens) < _LEAST_WORDS or asked[entity.name] >= _MOST_A_NAME:
            continue
        if not _is_alone(document, sentence, mention) or _is_quoted(document, sentence, mention):
            continue
        if _goes_on(sentence, mention) or _is_listed(sentence, mention):
            continue
        asked[entity.name] += 1
        part = _takes_part(document, sentence, mention, language)
        fact = _fact(document, sentence, mention, entity, language)
        yield replace(fact, fields={**fact.fields, "part": "yes" if part else ""})


def _is_askable(entity: Entity, language: Language) -> bool:
    """A name of its own: « l'Homme », « le Conseil » are common nouns with a capital."""
    if entity.kind not in ("person", "organisation", "place") or len(entity.name) <= 2:
        return False
    if " " in entity.name or entity.name.isupper():
        return True
    readings = language.lexicon.readings(entity.name.lower())
    return not any(r.pos == "NOUN" and not r.name for r in readings)


def _is_alone(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether nothing else in the sentence stands for the same."""
    same = [
        m
        for m in document.mentions
        if m.sentence == sentence.index and m.entity is not None and m.entity == mention.entity
    ]
    return len([m for m in same if m.kind == "name"]) == 1


def _takes_part(
    document: Document, sentence: Sentence, mention: Mention, language: Language
) -> bool:
    """Whether a name is a part of what the sentence tells: who acts, on whom, where.

    Inside another phrase (« la ministre de l'[…] ») it is a matter of words; whoever speaks is
    asked with the words said.
    """
    head = sentence.tokens[mention.head]
    beside = matches(head.dep, ("appos", "flat", "nmod")) and not child(sentence, head.i, "case")
    place = locate(document, sentence, head.head if beside else head.i)
    if place is None or not place.direct or place.clause.kind != "main":
        return False
    verb = sentence.tokens[place.clause.head]
    speaks = verb.lemma in language.words.table("speech_verbs")
    return not (speaks and place.constituent.role == "subject")


def _goes_on(sentence: Sentence, mention: Mention) -> bool:
    """« la Fondation pour le logement », « l'Euro 2012 »: words behind belong to the name."""
    behind = sentence.tokens[mention.last + 1 : mention.last + 2]
    if not behind or behind[0].pos == "PUNCT":
        return False
    inside = range(mention.first, mention.last + 1)
    after = [t for t in sentence.tokens[mention.last + 1 :] if t.head in inside]
    return any(matches(t.dep, ("nmod", "amod", "flat", "nummod", "appos", "fixed")) for t in after)


def _is_listed(sentence: Sentence, mention: Mention) -> bool:
    """One of several names in a row: the others would fit the gap as well."""
    head = sentence.tokens[mention.head]
    return matches(head.dep, ("conj",)) or bool(children(sentence, mention.head, "conj"))


def _is_quoted(document: Document, sentence: Sentence, mention: Mention) -> bool:
    return zone_at(document.zones, sentence.tokens[mention.first].start) is not None


def _fact(
    document: Document, sentence: Sentence, mention: Mention, entity: Entity, language: Language
) -> Fact:
    first = mention.first
    titles = language.words.list("titles")
    if first > 0 and sentence.tokens[first - 1].text.lower().rstrip(".") in titles:
        first -= 1
    fields: dict[str, str] = {"sort": entity.kind}
    if entity.kind == "person":
        fields["answer"] = entity.name
    return Fact(
        kind="name",
        evidence=evidence_of(document, sentence),
        target=cover(sentence, range(first, mention.last + 1), document.source.body),
        sentence=sentence.index,
        fields=fields,
    )
