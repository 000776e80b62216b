"""Names of one thing gathered: short forms find the full one, two people never become one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from quizgen.analysis.names import Name

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class Cluster:
    """Names of one thing, the fullest first, and what stands beside them."""

    names: list[Name]
    roles: list[str] = field(default_factory=list)
    role_genders: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The words of the fullest name."""
        return words_of(self.names[0].text)

    @property
    def place(self) -> tuple[int, int]:
        """Where the thing is named first."""
        return min((n.sentence, n.first) for n in self.names)


def words_of(name: str) -> list[str]:
    """A name's words, folded for comparison."""
    plain = unicodedata.normalize("NFKD", name.lower())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return _WORD.findall(plain)


def cluster_names(names: Sequence[Name], heads: Collection[str]) -> list[Cluster]:
    """Names grouped by what they name, in the order in which things are named first.

    `heads` are the common nouns that may stand for the name of a body that they open.
    """
    clusters: list[Cluster] = []
    for name in sorted(names, key=lambda n: (-len(words_of(n.text)), n.sentence, n.first)):
        home = _home(clusters, name, heads)
        if home is None:
            clusters.append(Cluster([name]))
        else:
            home.names.append(name)
    return sorted(clusters, key=lambda c: c.place)


def _home(clusters: Iterable[Cluster], name: Name, heads: Collection[str]) -> Cluster | None:
    """The cluster of the same name, else the only one whose full name this one shortens."""
    words = words_of(name.text)
    same = [c for c in clusters if c.words == words]
    if same:
        return same[0]
    found = [c for c in clusters if _shortens(words, name, c) or _heads(name, c, heads)]
    return found[0] if len(found) == 1 else None


def _shortens(words: list[str], name: Name, cluster: Cluster) -> bool:
    """« Moreau », « Mme Moreau » or « Julie » for « Julie Moreau »."""
    full = cluster.words
    kinds = {n.kind for n in cluster.names}
    personal = "person" in kinds or (name.title and "place" not in kinds)
    if not personal or name.kind == "place" or _clashes(name, cluster):
        return False
    given = len(words) == 1 and full[0] == words[0] and name.kind == "person"
    return full[-len(words) :] == words or (given and not name.title)


def _heads(name: Name, cluster: Cluster, heads: Collection[str]) -> bool:
    """« la Fédération » for « la Fédération du prêt-à-porter », named in full before."""
    head = name.text.lower()
    after = cluster.place < (name.sentence, name.first)
    return after and head in heads and cluster.names[0].text.lower().startswith(f"{head} ")


def _clashes(name: Name, cluster: Cluster) -> bool:
    """Whether titles or given names tell two people apart."""
    genders = {n.gender for n in cluster.names if n.gender}
    return bool(name.gender) and bool(genders) and name.gender not in genders
