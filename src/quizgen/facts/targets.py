"""Where a target stands in its clause: what finders of typed targets share."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from quizgen.analysis.tree import cover, matches, subtree
from quizgen.language import Language
from quizgen.model import (
    Clause,
    Constituent,
    Document,
    Fact,
    Mention,
    Sentence,
    Span,
    Token,
)

_ASKABLE = ("main", "coordinate", "reported", "relative", "other")


@dataclass(frozen=True, slots=True)
class Site:
    """A constituent of a clause that can be asked about, with all that a finder looks at."""

    document: Document
    language: Language
    sentence: Sentence
    clause: Clause
    constituent: Constituent

    @property
    def head(self) -> Token:
        """The constituent's head."""
        return self.sentence.tokens[self.constituent.head]

    @property
    def tokens(self) -> tuple[int, ...]:
        """The constituent's words without the punctuation around it."""
        return below(self.sentence, self.constituent.head)

    @property
    def negative(self) -> bool:
        """Whether the clause denies: a negative stem is seldom worth a question."""
        return is_negative(self.sentence, self.clause)

    def opens_with(self, i: int) -> str:
        """The constituent's word at place `i`, lower-cased with a straight apostrophe."""
        return self.sentence.tokens[self.tokens[i]].text.lower().replace("’", "'")

    def mention(self, *kinds: str) -> Mention | None:
        """The mention whose head is the constituent's, of one of these kinds."""
        for mention in self.document.mentions:
            here = mention.sentence == self.sentence.index and mention.head == self.head.i
            if here and (not kinds or mention.kind in kinds):
                return mention
        return None

    def fact(
        self,
        kind: str,
        answer: Collection[int],
        fields: Mapping[str, str],
        phrase: Collection[int] = (),
        needed: Collection[int] = (),
    ) -> Fact:
        """A fact about the constituent; `phrase` is what a question leaves out, all by default.

        `needed`: what it may not leave out.
        """
        parts = {"phrase": tuple(phrase or self.constituent.tokens), "needed": tuple(needed)}
        return build(
            self.document,
            self.sentence,
            kind,
            answer,
            clause=self.clause,
            parts=parts,
            fields=fields,
        )


def sites(document: Document, language: Language) -> Iterator[Site]:
    """Every constituent of every clause on whose skeleton the pipelines agree."""
    for sentence in running_text(document):
        for clause in clauses_of(document, sentence):
            for constituent in clause.constituents:
                if skeleton_sure(sentence, clause, constituent.head):
                    yield Site(document, language, sentence, clause, constituent)


def running_text(document: Document) -> list[Sentence]:
    """The sentences that tell something: no headings, no questions."""
    return [s for s in document.sentences if not s.heading and s.tokens[-1].text != "?"]


@dataclass(frozen=True, slots=True)
class Place:
    """The clause of a target and the constituent that it is, or the head of."""

    clause: Clause
    constituent: Constituent
    direct: bool


def clauses_of(document: Document, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence that can be asked about."""
    return [
        c
        for c in document.clauses
        if c.sentence == sentence.index
        and c.kind in _ASKABLE
        and not (c.kind == "relative" and not _tells_of_itself(sentence, c))
        and not _hangs(sentence, c)
    ]


def _hangs(sentence: Sentence, clause: Clause) -> bool:
    """« …, mais dont le fils … »: a subject that a relative word opens."""
    if clause.subject is None:
        return False
    return sentence.tokens[min(clause.subject.tokens)].feats.get("PronType") == "Rel"


def _tells_of_itself(sentence: Sentence, relative: Clause) -> bool:
    """« la ville, qui compte 300 habitants »: a relative behind a comma is a claim of its own.

    Without one it tells which is meant, and its noun says too little when it is gone. « dont le
    fils … » has no subject that can be said.
    """
    if relative.subject is None:
        return False
    words = (sentence.tokens[i] for i in relative.subject.tokens)
    first = min(subtree(sentence, relative.head))
    before = sentence.tokens[first - 1].text if first else ""
    apart = before == "," or sentence.tokens[first].text == ","
    return apart and not any(t.feats.get("PronType") == "Rel" for t in words)


def is_negative(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause denies something."""
    return any(sentence.tokens[i].feats.get("Polarity") == "Neg" for i in clause.verbs)


def locate(document: Document, sentence: Sentence, head: int) -> Place | None:
    """The innermost clause that has `head` as a constituent or as a conjunct of one.

    None when the target is buried deeper (inside a noun phrase, say) or the parse is unsure.
    """
    first = _first_conjunct(sentence, head)
    for clause in reversed(clauses_of(document, sentence)):
        for constituent in clause.constituents:
            if constituent.head == first and skeleton_sure(sentence, clause, first):
                return Place(clause, constituent, direct=first == head)
    return None


def _first_conjunct(sentence: Sentence, i: int) -> int:
    while matches(sentence.tokens[i].dep, ("conj",)) and sentence.tokens[i].head != i:
        i = sentence.tokens[i].head
    return i


def skeleton_sure(sentence: Sentence, clause: Clause, *heads: int) -> bool:
    """Whether every pipeline agrees on the predicate, its subject and these dependents.

    A subject and a verb of different number are a misreading, whoever agrees on it.
    """
    needed = {clause.finite, *heads} - {clause.head}
    if clause.subject is None:
        needed.add(clause.head)
    else:
        needed.add(clause.subject.head)
        if not _agrees(sentence, clause.subject.head, clause.finite):
            return False
    return all(sentence.tokens[i].sure for i in needed)


def _agrees(sentence: Sentence, subject: int, finite: int) -> bool:
    noun = sentence.tokens[subject]
    number = sentence.tokens[finite].feats.get("Number", "")
    if noun.pos not in ("NOUN", "PRON") or not number:
        return True
    if any(
        matches(sentence.tokens[d].dep, ("conj", "nmod", "appos"))
        for d in sentence.dependents[subject]
    ):
        return True  # « une majorité de votants ont … », co-ordination
    return noun.feats.get("Number", number) == number


ROLE_NAMES: Mapping[str, str] = {
    "subject": "subject",
    "object": "object",
    "oblique": "oblique",
    "agent": "oblique",
    "attribute": "attribute",
    "adverbial": "oblique",
}


def build(  # noqa: PLR0913 - a fact has that many sides
    document: Document,
    sentence: Sentence,
    kind: str,
    answer: Collection[int],
    *,
    clause: Clause | None = None,
    parts: Mapping[str, tuple[int, ...]] | None = None,
    fields: Mapping[str, str] | None = None,
) -> Fact:
    """A fact whose target is the stretch of the body that the answer tokens cover."""
    return Fact(
        kind=kind,
        evidence=evidence_of(document, sentence),
        target=cover(sentence, answer, document.source.body),
        sentence=sentence.index,
        clause=clause,
        parts=dict(parts or {}),
        fields=dict(fields or {}),
    )


def evidence_of(document: Document, sentence: Sentence) -> Span:
    """A sentence as the words that a card shows for evidence."""
    return document.source.span(sentence.start, sentence.end)


def below(sentence: Sentence, head: int, without: Collection[int] = ()) -> tuple[int, ...]:
    """A phrase's tokens without closing punctuation and without some branches."""
    tokens = list(subtree(sentence, head, without))
    while tokens and sentence.tokens[tokens[-1]].text in (",", ";", ":", "."):
        tokens.pop()
    while tokens and sentence.tokens[tokens[0]].text in (",", ";", ":"):
        tokens.pop(0)
    return tuple(tokens)
