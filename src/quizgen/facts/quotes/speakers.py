"""Who speaks: the words beside the cue, the entity that they mean, the name to give."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from quizgen.analysis.tree import children, matches, subtree
from quizgen.facts.quotes.cues import plain
from quizgen.facts.quotes.passages import Passage
from quizgen.language import Language
from quizgen.model import Document, Entity, Mention, Span

_LOOSE = ("acl", "parataxis", "punct", "advcl", "ccomp", "cop", "advmod", "obl", "orphan")


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker: the words that name him beside the cue, and who that is as far as is known."""

    span: Span | None
    entity: Entity | None = None
    name: str = ""
    gender: str = ""


NOBODY = Voice(None)


@dataclass(slots=True)
class Cast:
    """The people of an article as they are mentioned, and who spoke last."""

    document: Document
    language: Language
    mentions: dict[tuple[int, int], Mention] = field(default_factory=dict)
    last: Voice = NOBODY
    last_block: int = -1
    last_end: int = -1

    @classmethod
    def of(cls, document: Document, language: Language) -> Cast:
        """Index the mentions of a document by sentence and word."""
        cast = cls(document, language)
        for mention in document.mentions:
            if mention.kind != "possessive":
                for i in range(mention.first, mention.last + 1):
                    cast.mentions.setdefault((mention.sentence, i), mention)
        return cast

    def remember(self, voice: Voice, passage: Passage, end: int) -> None:
        """Keep who spoke, in which paragraph and up to where."""
        self.last, self.last_block, self.last_end = voice, passage.words.block, end

    def mention(self, passage: Passage, i: int) -> Mention | None:
        """The mention that a word of a passage belongs to."""
        return self.mentions.get(passage.places[i])

    def voice(self, passage: Passage, head: int) -> Voice:
        """The speaker whose words have their head at `head`."""
        first, last = phrase(passage, head)
        start, end = passage.tokens[first].start, passage.tokens[last].end
        if passage.tokens[first].text.startswith("-"):
            start = end - len(plain(passage.tokens[first]))
        span = self.document.source.span(start, end)
        token = passage.tokens[head]
        if token.pos == "PRON" and first == last:
            return self._pronoun(passage, head, span)
        entity = self._entity(passage, head, first, last)
        if self.is_document(passage, head):
            return self._document(passage, head, last, span)
        both = self._pair(passage, head, first, last)
        if both:
            return Voice(span, None, both)
        if entity is not None:
            return Voice(span, entity, entity.name, entity.gender)
        return Voice(span, None, self._description(passage, first, last), _gender(passage, head))

    def _pronoun(self, passage: Passage, i: int, span: Span) -> Voice:
        mention = self.mention(passage, i)
        traits = self.language.words.table("subject_pronouns").get(plain(passage.tokens[i]), {})
        if mention is not None and mention.entity is not None:
            entity = mention.entity
            return Voice(span, entity, entity.name, entity.gender)
        if not traits or not self.last.name:
            return Voice(span)
        if self.last.gender and traits["gender"] != self.last.gender:
            return Voice(span)
        plural = self.last.entity is None and traits["number"] == "Plur"
        if traits["number"] == "Plur" and not plural:
            return Voice(span)
        return Voice(span, self.last.entity, self.last.name, self.last.gender)

    def _entity(self, passage: Passage, head: int, first: int, last: int) -> Entity | None:
        """The entity of the phrase: of its name, or else of the role or noun at its head."""
        named = self._names(passage, first, last)
        for mention in named:
            if mention.entity is not None and mention.entity.kind == "person":
                return mention.entity
        here = self.mention(passage, head)
        if here is not None and here.entity is not None:
            return here.entity
        return next((m.entity for m in named if m.entity is not None), None)

    def _names(self, passage: Passage, first: int, last: int) -> list[Mention]:
        """The names of a phrase that no preposition governs."""
        found: list[Mention] = []
        for i in range(first, last + 1):
            mention = self.mention(passage, i)
            if mention is None or mention.kind != "name" or mention in found:
                continue
            if not _governed(passage, i, first):
                found.append(mention)
        return found

    def _pair(self, passage: Passage, head: int, first: int, last: int) -> str:
        """« X et Y » when two persons speak with one voice."""
        names = [
            m.entity.name
            for m in self._names(passage, first, last)
            if m.entity is not None and m.entity.kind == "person"
        ]
        words = [t.text for t in passage.tokens[first : last + 1] if t.pos == "CCONJ"]
        joined = any(t.dep == "conj" for t in children(passage.words, head))
        if len(names) == 2 and len(words) == 1 and joined:
            return f"{names[0]} {words[0]} {names[1]}"
        return ""

    def is_document(self, passage: Passage, head: int) -> bool:
        """Whether a word is a study, a statement: something that somebody has said."""
        token = passage.tokens[head]
        documents = self.language.words.list("document_nouns")
        return token.lemma.lower() in documents or plain(token) in documents

    def _document(self, passage: Passage, head: int, last: int, span: Span) -> Voice:
        """The source of a document: whoever its complement names."""
        tokens = passage.tokens
        for i in range(head + 1, last + 1):
            mention = self.mention(passage, i)
            if mention and mention.kind in ("name", "role") and mention.entity is not None:
                entity = mention.entity
                if entity.kind in ("person", "organisation") and tokens[i].pos != "ADJ":
                    return self._complement(passage, head, i, last, span, entity)
        return Voice(span, None, self._description(passage, span_first(passage, span), last))

    def _complement(
        self, passage: Passage, head: int, i: int, last: int, span: Span, entity: Entity
    ) -> Voice:
        """« communiqué du ministère de X »: the ministry, when the name is only its complement."""
        tokens = passage.tokens
        nouns = [t for t in tokens[head + 1 : i] if t.pos == "NOUN"]
        organisations = self.language.words.list("organisation_nouns")
        for noun in nouns:
            if plain(noun) in organisations and _governed(passage, i, noun.i):
                text = self.document.source.body[noun.start : tokens[last].end]
                return Voice(span, None, text)
        return Voice(span, entity, entity.name, entity.gender)

    def _description(self, passage: Passage, first: int, last: int) -> str:
        """A definite phrase without its article; nothing for an indefinite one."""
        opener = passage.tokens[first]
        if opener.pos != "DET" or opener.feats.get("Definite") != "Def" or first == last:
            return ""
        return self.document.source.body[
            passage.tokens[first + 1].start : passage.tokens[last].end
        ]

    def is_source(self, passage: Passage, head: int) -> bool:
        """Whether a phrase names somebody who can speak: a person, a body, a document."""
        token = passage.tokens[head]
        word, words = plain(token), self.language.words
        if token.pos == "PRON":
            known = word in words.table("subject_pronouns")
            return known or word in words.list("source_pronouns")
        mention = self.mention(passage, head)
        if mention is not None and mention.entity is not None:
            return mention.entity.kind != "other" or mention.kind == "role"
        if token.pos == "PROPN" or self._names(passage, *phrase(passage, head)):
            return True
        lists = ("role_nouns", "person_nouns", "organisation_nouns", "source_nouns")
        if any(word in words.list(n) or token.lemma.lower() in words.list(n) for n in lists):
            return True
        return word in words.list("source_pronouns") or self.is_document(passage, head)


def span_first(passage: Passage, span: Span) -> int:
    """The word at which a span starts."""
    return next(t.i for t in passage.tokens if t.start == span.start)


def phrase(passage: Passage, head: int) -> tuple[int, int]:
    """The words of a noun phrase without what is loosely attached behind a comma."""
    tokens = passage.tokens
    loose = {t.i for t in children(passage.words, head) if matches(t.dep, _LOOSE)}
    loose |= {
        t.i
        for t in children(passage.words, head, "appos", "nmod", "amod", "conj")
        if t.i > head and _comma_between(passage, head, t.i)
    }
    within = set(subtree(passage.words, head, without=loose)) - loose
    first = last = head
    while first - 1 in within and tokens[first - 1].pos != "PUNCT":
        first -= 1
    while last + 1 in within and (tokens[last + 1].pos != "PUNCT" or tokens[last + 1].text == "-"):
        last += 1
    while last > head and tokens[last].pos in ("CCONJ", "ADP", "DET"):
        last -= 1
    while first < head and tokens[first].pos in ("ADP", "CCONJ", "ADV"):
        first += 1
    return first, last


def _comma_between(passage: Passage, a: int, b: int) -> bool:
    return any(t.text in (",", "(", "-", "–", "—", ":") for t in passage.tokens[a:b])


def _governed(passage: Passage, i: int, first: int) -> bool:
    """Whether the name at a word stands behind a preposition inside its phrase."""
    before: Iterable[int] = range(i - 1, first - 1, -1)
    for j in before:
        token = passage.tokens[j]
        if token.pos == "ADP":
            return True
        if token.pos != "DET":
            return False
    return False


def _gender(passage: Passage, head: int) -> str:
    return passage.tokens[head].feats.get("Gender", "")
