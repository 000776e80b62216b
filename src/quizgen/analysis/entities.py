"""Entities: the names of an article gathered under the fullest form of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quizgen.analysis.capitals import folded, is_title
from quizgen.analysis.clusters import Cluster, cluster_names, words_of
from quizgen.analysis.name_evidence import is_beside_person
from quizgen.analysis.names import Name
from quizgen.analysis.roles import role_after, role_before, role_gender
from quizgen.language import Language
from quizgen.model import Entity, EntityKind, Sentence

__all__ = ["Register", "gather", "words_of"]


@dataclass(frozen=True, slots=True)
class Register:
    """Who is who: the entity of each name, the role heads and the common nouns of each entity.

    `roles` maps an entity's name to its role phrases; `nouns` to the nouns that stand before its
    name (« le mécanisme PURL »).
    """

    entities: tuple[Entity, ...]
    of_name: Mapping[tuple[int, int], Entity]
    nouns: Mapping[str, tuple[str, ...]]


def gather(
    sentences: Sequence[Sentence], names: Sequence[Name], language: Language, body: str
) -> Register:
    """Names grouped into entities, most words first so that short forms find their full one."""
    clusters = cluster_names(names, language.words.list("organisation_nouns"))
    for cluster in clusters:
        for name in sorted(cluster.names, key=lambda n: (n.sentence, n.first)):
            _add_roles(cluster, sentences[name.sentence], name, language, body)
    entities, of_name, nouns = [], {}, {}
    for cluster in clusters:
        entity = _entity(cluster, language)
        entities.append(entity)
        nouns[entity.name] = tuple(dict.fromkeys(cluster.nouns))
        of_name.update({(n.sentence, n.first): entity for n in cluster.names})
    return Register(tuple(entities), of_name, nouns)


def _add_roles(
    cluster: Cluster, sentence: Sentence, name: Name, language: Language, body: str
) -> None:
    for phrase in (role_before(sentence, name, language), role_after(sentence, name, language)):
        if phrase is not None:
            start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end
            cluster.roles.append(body[start:end])
            cluster.role_genders.append(role_gender(sentence, phrase, language))
    if name.first > 0:
        before = sentence.tokens[name.first - 1]
        governs = sentence.tokens[name.first].head == before.i or sentence.heading
        noun = before.pos == "NOUN" and governs and _has_opener(sentence, before.i)
        if noun and is_title(before.text, language):
            return
        if (
            noun
            and name.kind != "organisation"
            and is_beside_person(sentence, name.first, language)
        ):
            return
        if noun:
            cluster.nouns.append(before.lemma.lower())
        cluster.phrases += _phrase(sentence, name, noun=noun)


def _has_opener(sentence: Sentence, i: int) -> bool:
    """Whether a noun has an article, an adjective or a preposition; « s'amuse X » has none."""
    return i == 0 or sentence.tokens[i - 1].pos not in ("PRON", "PUNCT", "AUX")


def _phrase(sentence: Sentence, name: Name, *, noun: bool) -> list[str]:
    """The name with its definite article and the noun between, when it stands so."""
    tokens = sentence.tokens
    first = name.first - 1 if noun else name.first
    article = tokens[first - 1] if first else None
    if article is None or article.pos != "DET" or article.feats.get("Definite") != "Def":
        return []
    if noun and tokens[first].feats.get("Number") == "Plur" and name.number == "Sing":
        return []  # « les géants X »
    words = f"{tokens[first].text} {name.text}" if noun else name.text
    glue = "" if article.end == tokens[first].start else " "
    return [f"{article.text.lower()}{glue}{words}"]


def _entity(cluster: Cluster, language: Language) -> Entity:
    longest = cluster.names[0]
    kind = _vote(cluster)
    genders = Counter(n.gender for n in cluster.names if n.gender)
    gender = genders.most_common(1)[0][0] if genders else ""
    if kind == "person" and not gender:
        gender = next((g for g in cluster.role_genders if g), "")
    return Entity(
        name=longest.text,
        kind=kind,
        gender=gender,
        number=Counter(n.number for n in cluster.names).most_common(1)[0][0],
        roles=tuple(dict.fromkeys(cluster.roles)),
        phrase="" if kind == "person" else _phrase_of(cluster, longest.text, language),
    )


def _phrase_of(cluster: Cluster, name: str, language: Language) -> str:
    """A country's name with the article that the language gives it, others as they stand."""
    article = language.words.table("country_articles").get(folded(name), "")
    if not article:
        return _commonest(cluster.phrases, name)
    return f"{article}{name}" if article.endswith("’") else f"{article} {name}"


def _commonest(phrases: list[str], name: str) -> str:
    """The phrase with a noun if there is one, else the commonest that ends with the full name."""
    whole = [p for p in phrases if p.endswith(name)]
    return max(whole, key=lambda p: (len(p.split()), whole.count(p)), default="")


def _vote(cluster: Cluster) -> EntityKind:
    personal = any(n.title for n in cluster.names) or bool(cluster.roles)
    if personal and cluster.names[0].kind != "organisation":
        return "person"
    if cluster.nouns and cluster.names[0].kind in ("person", "other"):
        return "other" if not cluster.roles else "person"
    kinds = Counter(n.kind for n in cluster.names if n.kind != "other")
    return kinds.most_common(1)[0][0] if kinds else "other"
