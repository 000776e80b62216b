"""Who speaks: the words beside the cue, the entity that they mean, the name to give."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgen.analysis.tree import children
from quizgen.analysis.zones import zone_at
from quizgen.facts.quotes.cues import plain
from quizgen.facts.quotes.passages import Passage
from quizgen.facts.quotes.phrases import governed, phrase
from quizgen.language import Language
from quizgen.model import Document, Entity, Mention, Span

_SPEAKERS = ("person", "organisation", "place")


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
    """The people of an article as they are mentioned, and those who have spoken, in order.

    `introduced` tells where each entity is first named outside quotation marks; `block` and `end`
    say where somebody spoke last.
    """

    document: Document
    language: Language
    mentions: dict[tuple[int, int], Mention] = field(default_factory=dict)
    introduced: dict[str, int] = field(default_factory=dict)
    heard: list[Voice] = field(default_factory=list)
    block: int = -1
    end: int = -1

    @classmethod
    def of(cls, document: Document, language: Language) -> Cast:
        """Index the mentions of a document by sentence and word."""
        cast = cls(document, language)
        for mention in sorted(document.mentions, key=lambda m: m.kind != "name"):
            token = document.sentences[mention.sentence].tokens[mention.first]
            named = mention.entity if mention.kind == "name" else None
            if named is not None and zone_at(document.zones, token.start) is None:
                cast.introduced.setdefault(named.name, token.start)
            if mention.kind != "possessive":
                for i in range(mention.first, mention.last + 1):
                    cast.mentions.setdefault((mention.sentence, i), mention)
        return cast

    @property
    def last(self) -> Voice:
        """Who spoke last."""
        return self.heard[-1] if self.heard else NOBODY

    def remember(self, voice: Voice, passage: Passage, end: int) -> None:
        """Keep who spoke, in which paragraph and up to where."""
        self.heard.append(voice)
        self.block, self.end = passage.words.block, end

    def mention(self, passage: Passage, i: int) -> Mention | None:
        """The mention that a word of a passage belongs to."""
        return self.mentions.get(passage.places[i])

    def names(self, passage: Passage, first: int, last: int) -> list[Mention]:
        """The names of a phrase that no preposition governs."""
        found: list[Mention] = []
        for i in range(first, last + 1):
            mention = self.mention(passage, i)
            begins = mention is not None and mention.first == passage.places[i][1]
            if mention is None or mention.kind != "name" or governed(passage, i, first):
                continue
            if begins and not self._is_of_another(passage, i, first):
                found.append(mention)
        return found

    def _is_of_another(self, passage: Passage, i: int, first: int) -> bool:
        """« le patron du club du maire X »: the name belongs to a role inside the phrase."""
        above = passage.tokens[i].head
        if not first < above < i or not self.lists(passage, above, "role_nouns"):
            return False
        return governed(passage, above, first)

    def words_of(self, passage: Passage, head: int) -> tuple[int, int]:
        """The words of the phrase at `head`, whole mentions kept whole."""
        first, last = phrase(passage, head)
        mention, shift = self.mention(passage, head), head - passage.places[head][1]
        if mention is not None and (mention.kind == "name" or mention.head + shift == head):
            first, last = min(first, mention.first + shift), max(last, mention.last + shift)
        links = self.language.words.list("name_connectors")
        named = mention is not None and mention.kind == "name"
        inside = mention.last + shift if named and mention is not None else head
        for token in passage.tokens[inside + 1 : last + 1]:
            if token.pos == "ADP" and plain(token) not in links and plain(token) != "à":
                last = token.i - 1
                break
        while last > head and self._is_loose(passage, last):
            last -= 1
        return first, last

    def _is_loose(self, passage: Passage, i: int) -> bool:
        """An adverb or a day at the end of a phrase: it belongs to the verb."""
        return passage.tokens[i].pos == "ADV" or self.lists(passage, i, "weekdays", "deictics")

    def lists(self, passage: Passage, i: int, *names: str) -> bool:
        """Whether a word, as it stands or by its lemma, is in one of the language's lists."""
        token, words = passage.tokens[i], self.language.words
        forms = {plain(token), token.lemma.lower()}
        return any(forms & words.list(name) for name in names)

    def is_document(self, passage: Passage, head: int) -> bool:
        """Whether a word is a study, a statement: something that somebody has said."""
        return self.lists(passage, head, "document_nouns")

    def is_source(self, passage: Passage, head: int) -> bool:
        """Whether a phrase names somebody who can speak: a person, a body, a document."""
        token = passage.tokens[head]
        if token.pos == "PRON":
            known = plain(token) in self.language.words.table("subject_pronouns")
            return known or self.lists(passage, head, "source_pronouns")
        mention = self.mention(passage, head)
        if mention is not None and mention.entity is not None:
            return mention.entity.kind in _SPEAKERS or mention.kind in ("role", "name")
        if token.pos == "NUM" and any(
            self.is_source(passage, t.i) for t in children(passage.words, head, "nmod")
        ):
            return True
        if token.pos == "PROPN" or self.names(passage, *phrase(passage, head)):
            return True
        return self.lists(
            passage,
            head,
            "role_nouns",
            "person_nouns",
            "organisation_nouns",
            "source_nouns",
            "source_pronouns",
            "document_nouns",
        )
