"""Entities: the names of an article gathered under the fullest form of each."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from quizgen.analysis.names import Name
from quizgen.analysis.roles import role_after, role_before
from quizgen.language import Language
from quizgen.model import Entity, EntityKind, Sentence

_ARTICLE_WORDS = re.compile(r"\w+")


@dataclass(slots=True)
class _Cluster:
    """Names of one thing, while they are gathered."""

    names: list[Name]
    roles: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)


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
    clusters: list[_Cluster] = []
    for name in sorted(names, key=lambda n: (-len(words_of(n.text)), n.sentence, n.first)):
        home = _home(clusters, name)
        if home is None:
            clusters.append(_Cluster([name]))
        else:
            home.names.append(name)
    for cluster in clusters:
        for name in sorted(cluster.names, key=lambda n: (n.sentence, n.first)):
            _add_roles(cluster, sentences[name.sentence], name, language, body)
    entities, of_name, nouns = [], {}, {}
    for cluster in sorted(clusters, key=lambda c: min((n.sentence, n.first) for n in c.names)):
        entity = _entity(cluster, language)
        entities.append(entity)
        nouns[entity.name] = tuple(dict.fromkeys(cluster.nouns))
        of_name.update({(n.sentence, n.first): entity for n in cluster.names})
    return Register(tuple(entities), of_name, nouns)


def words_of(name: str) -> list[str]:
    """A name's words, folded for comparison."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _ARTICLE_WORDS.findall(plain)


def _home(clusters: Iterable[_Cluster], name: Name) -> _Cluster | None:
    words = words_of(name.text)
    for cluster in clusters:
        full = words_of(cluster.names[0].text)
        if words == full:
            return cluster
        personal = any(n.kind == "person" for n in cluster.names)
        if personal and name.kind != "place" and full[-len(words) :] == words:
            if name.gender and any(
                n.gender and n.gender != name.gender for n in cluster.names if n.title
            ):
                continue
            return cluster
        if personal and len(words) == 1 and full[0] == words[0] and name.kind == "person":
            return cluster
    return None


def _add_roles(
    cluster: _Cluster, sentence: Sentence, name: Name, language: Language, body: str
) -> None:
    for phrase in (role_before(sentence, name, language), role_after(sentence, name, language)):
        if phrase is not None:
            start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end
            cluster.roles.append(body[start:end])
    if name.first > 0:
        before = sentence.tokens[name.first - 1]
        governs = sentence.tokens[name.first].head == before.i or sentence.heading
        if before.pos == "NOUN" and governs:
            cluster.nouns.append(before.lemma.lower())
        cluster.phrases += _phrase(sentence, name, noun=before.pos == "NOUN" and governs)


def _phrase(sentence: Sentence, name: Name, *, noun: bool) -> list[str]:
    """The name with its definite article and the noun between, when it stands so."""
    tokens = sentence.tokens
    first = name.first - 1 if noun else name.first
    article = tokens[first - 1] if first else None
    if article is None or article.pos != "DET" or article.feats.get("Definite") != "Def":
        return []
    words = f"{tokens[first].text} {name.text}" if noun else name.text
    glue = "" if article.end == tokens[first].start else " "
    return [f"{article.text.lower()}{glue}{words}"]


def _entity(cluster: _Cluster, language: Language) -> Entity:
    longest = cluster.names[0]
    kind = _vote(cluster)
    genders = Counter(n.gender for n in cluster.names if n.gender)
    gender = genders.most_common(1)[0][0] if genders else ""
    if kind == "person" and not gender:
        gender = _gender_of_roles(cluster.roles, language)
    return Entity(
        name=longest.text,
        kind=kind,
        gender=gender,
        roles=tuple(dict.fromkeys(cluster.roles)),
        phrase="" if kind == "person" else _commonest(cluster.phrases, longest.text),
    )


def _commonest(phrases: list[str], name: str) -> str:
    """The phrase with a noun if there is one, else the commonest that ends with the full name."""
    whole = [p for p in phrases if p.endswith(name)]
    return max(whole, key=lambda p: (len(p.split()), whole.count(p)), default="")


def _vote(cluster: _Cluster) -> EntityKind:
    personal = any(n.title for n in cluster.names) or bool(cluster.roles)
    if personal and cluster.names[0].kind != "organisation":
        return "person"
    if cluster.nouns and cluster.names[0].kind in ("person", "other"):
        return "other" if not cluster.roles else "person"
    kinds = Counter(n.kind for n in cluster.names)
    return kinds.most_common(1)[0][0]


def _gender_of_roles(roles: Iterable[str], language: Language) -> str:
    for role in roles:
        for word in role.split():
            found = {r.gender for r in language.lexicon.readings(word.lower()) if r.pos == "NOUN"}
            if len(found) == 1 and "" not in found:
                return found.pop()
    return ""
