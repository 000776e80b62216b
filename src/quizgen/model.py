"""The vocabulary, in the order in which the text flows: reading, analysis, facts.

What is made of them to learn from stands in `cards`.

Offsets are half-open and count characters of `Source.body`: `body[start:end] == text`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

BlockKind = Literal["heading", "paragraph", "boilerplate"]
EntityKind = Literal["person", "organisation", "place", "other"]
MentionKind = Literal["name", "role", "pronoun", "possessive", "noun"]
ConstituentRole = Literal[
    "subject", "object", "attribute", "oblique", "agent", "complement", "adverbial", "adverb"
]
ClauseKind = Literal["main", "reported", "relative", "adverbial", "coordinate", "incise", "other"]
QuoteMode = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of the body, with the place where they stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the body: a paragraph, a heading, or boilerplate (byline, caption, credit)."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """One article as stored, with what its front matter says about it."""

    id: str
    path: str
    body: str
    blocks: tuple[Block, ...]
    language: str
    title: str = ""
    publisher: str = ""
    author: str = ""
    published: date | None = None
    url: str = ""
    licence: str = ""
    issued: str = ""  # year and month, like 2026-05, where the day of publication is not known

    @property
    def month(self) -> date | None:
        """The first day of the month in which the article came out."""
        if self.published is not None:
            return self.published.replace(day=1)
        return date.fromisoformat(f"{self.issued}-01") if self.issued else None

    def span(self, start: int, end: int) -> Span:
        """The words between two offsets."""
        return Span(start, end, self.body[start:end])


@dataclass(frozen=True, slots=True)
class Token:
    """A word with its Universal Dependencies reading; `i` and `head` index its sentence.

    The root is its own head. `sure`: every pipeline gave this head and relation.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    feats: Mapping[str, str]
    dep: str
    head: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence and, for each, the indexes of its dependents in order."""

    index: int
    block: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    dependents: tuple[tuple[int, ...], ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Zone:
    """Words between quotation marks, without them; `depth` is 0 for an outermost zone."""

    start: int
    end: int
    depth: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that the article names; `name` is its fullest form.

    `gender` is Masc, Fem or "". `roles` are role phrases without article (« secrétaire général »).
    `phrase` is the name as a sentence takes it (« le mécanisme PURL »), where that differs.
    """

    name: str
    kind: EntityKind
    gender: str = ""
    number: str = "Sing"
    roles: tuple[str, ...] = ()
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first`..`last` (inclusive) of a sentence that stand for `entity`, when known.

    `sure` is false where another reading is nearly as good: such a link may name a speaker, but no
    question is built on it. Sure of no entity: `antecedent`, a common noun's token, is meant.
    """

    sentence: int
    first: int
    last: int
    head: int
    kind: MentionKind
    entity: Entity | None
    sure: bool = True
    antecedent: int = -1


@dataclass(frozen=True, slots=True)
class Constituent:
    """A dependent of a clause's verb: its head token and all its token indexes."""

    role: ConstituentRole
    head: int
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite predicate with its constituents.

    `head` is the lexical head (a participle, an adjective under a copula …), `finite` the token
    that carries person and tense, `verbs` the verb group in order, clitics and negation included.
    An incise (« …, dit X », « X a dit : « … » ») is no sentence without the words told, and has no
    subject.
    """

    sentence: int
    kind: ClauseKind
    head: int
    finite: int
    verbs: tuple[int, ...]
    constituents: tuple[Constituent, ...]
    passive: bool = False
    copular: bool = False

    @property
    def subject(self) -> Constituent | None:
        """The subject, when the clause has one of its own or shares one."""
        return next((c for c in self.constituents if c.role == "subject"), None)


@dataclass(frozen=True, slots=True)
class Document:
    """An article that has been read: everything that finders may look at.

    `topics`: what its title says it is about; `headline`: the title itself, where it is short;
    `weights`: how telling each word form is in it.
    """

    source: Source
    sentences: tuple[Sentence, ...]
    zones: tuple[Zone, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    clauses: tuple[Clause, ...]
    topics: tuple[str, ...] = ()
    headline: str = ""
    weights: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that the article says and that can be asked: `target` is what would be answered.

    `parts` names groups of tokens: `phrase` is what a question leaves out of the clause, others
    (`noun` …) what it may say instead. `fields` are for wording rules; the kind fixes their keys.
    `core` is what a gap hides where that is less than the target: a number without hedge or unit.
    """

    kind: str
    evidence: Span
    target: Span
    sentence: int
    clause: Clause | None = None
    parts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    core: Span | None = None

    @property
    def hidden(self) -> Span:
        """What a gap hides."""
        return self.core or self.target


@dataclass(frozen=True, slots=True)
class Quote(Fact):
    """Words that somebody said, as `target`; `speaker` is the words beside the cue."""

    mode: QuoteMode = "direct"
    cue: Span | None = None
    speaker: Span | None = None
    entity: Entity | None = None
    speaker_name: str = ""
