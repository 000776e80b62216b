"""Phrases that stand alone: what points elsewhere in the article is named in full or withheld."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from quizgen.analysis.keywords import heaviest
from quizgen.analysis.tree import children
from quizgen.analysis.zones import zone_at
from quizgen.model import Document, Entity, Mention, Sentence, Token
from quizgen.packs.fr.grammar.dates_in_full import date_at
from quizgen.packs.fr.grammar.naming import (
    display,
    full_name,
    preposition,
    verbatim,
    with_definite,
    with_noun,
)
from quizgen.packs.fr.grammar.owners import has_noun_before, is_explained, is_owned
from quizgen.packs.fr.grammar.standing_alone import check_word
from quizgen.packs.fr.grammar.typography import Piece
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence shown from its beginning: its own nouns explain pronouns.

    `said` gathers the names of entities as they are said: a pronoun behind its name may stay.
    `context` is a sentence shown before it.
    """

    said: set[str] = field(default_factory=set)
    context: Sentence | None = None


@dataclass(slots=True)
class _Telling:
    """What `pieces` is about to tell, and has told so far."""

    sentence: Sentence
    tokens: frozenset[int]
    owner: Entity | None
    shown: Shown | None
    said: set[str]
    found: list[Piece] = field(default_factory=list)

    def holds(self, first: int, last: int) -> bool:
        """Whether all tokens from one to another are to be told."""
        return set(range(first, last + 1)) <= self.tokens


class Phrases:
    """Renders tokens of one document as pieces of a question."""

    def __init__(self, document: Document, lexicon: object) -> None:
        self.document = document
        self.lexicon = lexicon
        self.words = FrenchWords()
        self._weightiest = heaviest(document)
        self._starting: dict[tuple[int, int], list[Mention]] = {}
        self._names: dict[int, set[int]] = {s.index: set() for s in document.sentences}
        for mention in document.mentions:
            self._starting.setdefault((mention.sentence, mention.first), []).append(mention)
            if mention.kind == "name":
                self._names[mention.sentence] |= set(range(mention.first, mention.last + 1))

    def mention_at(self, sentence: int, token: int) -> Mention | None:
        """The longest mention that starts at a token."""
        found = self._starting.get((sentence, token), [])
        return max(found, key=lambda m: m.last, default=None)

    def entity_of(self, sentence: int, head: int) -> Entity | None:
        """Whom or what a noun phrase or pronoun surely stands for, by its head."""
        for mention in self.document.mentions:
            if mention.sentence == sentence and mention.head == head and mention.sure:
                return mention.entity
        return None

    def pieces(
        self,
        sentence: Sentence,
        tokens: Collection[int],
        *,
        owner: Entity | None = None,
        shown: Shown | None = None,
    ) -> list[Piece]:
        """The words of some tokens in order; `owner` is named in the question already.

        Raises Withheld when a word points to something that the question would not say.
        """
        said = set() if shown is None else shown.said
        state = _Telling(sentence, frozenset(tokens), owner, shown, said)
        skip_to = -1
        for i in sorted(tokens):
            if i > skip_to:
                words, skip_to = self._told(state, i) or self._called(state, i)
                state.found += words
        return state.found

    def _told(self, state: _Telling, i: int) -> tuple[list[Piece], int] | None:
        """A date in full, or « l'enquête » for « cette enquête », with the last token told."""
        day = date_at(self.document, state.sentence, i)
        if day is not None and state.holds(i, day.last):
            return [Piece(word) for word in day.words], day.last
        mention = self.mention_at(state.sentence.index, i)
        if mention is None or state.shown is None or not state.holds(mention.first, mention.last):
            return None
        if zone_at(self.document.zones, state.sentence.tokens[i].start) is not None:
            return None  # words said stay as they were said
        if not self._came_up(state.sentence, mention):
            return None
        return with_definite(state.sentence, mention, self.lexicon), mention.last

    def _called(self, state: _Telling, i: int) -> tuple[list[Piece], int]:
        """What a mention is called, or the word as it stands, with the last token told."""
        sentence = state.sentence
        mention = self.mention_at(sentence.index, i)
        if mention is None:
            return [self._word(sentence, i)], i
        if state.shown is not None and has_noun_before(sentence, mention):
            return [verbatim(sentence, i)], i
        context = state.shown.context if state.shown is not None else None
        if context is not None and is_explained(context, sentence, mention):
            return [verbatim(sentence, k) for k in range(i, mention.last + 1)], mention.last
        if not state.holds(mention.first, mention.last):
            return [verbatim(sentence, i) if state.shown else self._word(sentence, i)], i
        named = self._mentioned(sentence, mention, state.owner, state.said, state.found)
        return ([self._word(sentence, i)], i) if named is None else (named, mention.last)

    def _came_up(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether « cette enquête » is one that came up by that noun: « l'enquête » will do.

        So will « les 855 victimes », and a noun that the sentence has said already.
        """
        noun = sentence.tokens[mention.head]
        open_noun = mention.kind == "noun" and not (mention.entity and mention.sure)
        dem = sentence.tokens[mention.first].feats.get("PronType") == "Dem"
        told = bool(children(sentence, noun.i, "nummod", "amod"))
        said = any(t.lemma == noun.lemma for t in sentence.tokens[: mention.first])
        return open_noun and dem and (self._central(noun) or told or said)

    def _central(self, noun: Token) -> bool:
        """Whether the article is about what a noun names: one of its weightiest words."""
        return noun.text.lower() in self._weightiest

    def _mentioned(
        self,
        sentence: Sentence,
        mention: Mention | None,
        owner: Entity | None,
        said: set[str],
        before: list[Piece],
    ) -> list[Piece] | None:
        """The words for a mention; None when its own words, checked one by one, will do."""
        if mention is None:
            return None
        own = [verbatim(sentence, mention.first)]
        pronoun = mention.kind == "pronoun"
        if pronoun and mention.entity is not None and mention.entity.name in said:
            return own
        resolved = self._resolve(sentence, mention, owner, before)
        if mention.entity is not None and mention.kind != "possessive":
            said.add(mention.entity.name)
        return own if resolved is None and pronoun and mention.sure else resolved

    def _word(self, sentence: Sentence, i: int) -> Piece:
        """A word of the article, checked where it is no quotation."""
        token = sentence.tokens[i]
        if zone_at(self.document.zones, token.start) is None:
            check_word(sentence, token)
        return verbatim(sentence, i, named=i in self._names[sentence.index])

    def definite(self, sentence: Sentence) -> Iterator[int]:
        """The words of « le centre », « la mesure »: what is meant is left to the context."""
        for mention in self.document.mentions:
            if mention.sentence != sentence.index or mention.kind != "noun":
                continue
            if sentence.tokens[mention.first].feats.get("PronType") != "Dem":
                yield from range(mention.first, mention.last + 1)

    def check_antecedents(self, sentence: Sentence, kept: Collection[int]) -> None:
        """Withhold a pronoun whose noun, in the same sentence, would not be said."""
        for mention in self.document.mentions:
            here = mention.sentence == sentence.index and mention.antecedent >= 0
            if here and mention.first in kept and mention.antecedent not in kept:
                raise Withheld(f"« {sentence.tokens[mention.first].text} » loses its noun")

    def _resolve(
        self, sentence: Sentence, mention: Mention, owner: Entity | None, before: list[Piece]
    ) -> list[Piece] | None:
        """What a mention is called in a question; None when its own words will do."""
        quoted = zone_at(self.document.zones, sentence.tokens[mention.first].start) is not None
        if quoted and sentence.tokens[mention.first].feats.get("PronType") == "Dem":
            word = sentence.tokens[mention.first].text
            raise Withheld(f"« {word} » is quoted and points out of the quotation")
        if quoted and mention.kind in ("name", "pronoun", "noun", "role"):
            return None
        if mention.kind == "name":
            return full_name(sentence, mention, before)
        if mention.kind == "possessive":
            if not is_owned(self.document, sentence, mention, owner):
                word = sentence.tokens[mention.first].text
                raise Withheld(f"« {word} » has no owner in the question")
            return None
        if mention.entity is None and mention.sure:
            return None
        return self._named(sentence, mention)

    def _named(self, sentence: Sentence, mention: Mention) -> list[Piece] | None:
        """Whom a role phrase, a pronoun or « ce projet » means, by name."""
        if sentence.tokens[mention.first].text.startswith("-"):
            raise Withheld("an inverted pronoun cannot be named in its place")
        if mention.entity is not None and mention.sure:
            if mention.kind == "noun":
                return with_noun(sentence, mention, mention.entity, self.lexicon)
            return [*preposition(sentence, mention), *display(mention.entity)]
        if mention.kind == "role" and self._stands_alone(sentence, mention):
            return None
        if mention.kind == "noun" and self._is_told(sentence, mention):
            return with_definite(sentence, mention, self.lexicon)
        definite = sentence.tokens[mention.first].feats.get("Definite") == "Def"
        if mention.kind == "noun" and definite and self._central(sentence.tokens[mention.head]):
            return None
        words = " ".join(t.text for t in sentence.tokens[mention.first : mention.last + 1])
        raise Withheld(f"« {words} » is not resolved")

    def _is_told(self, sentence: Sentence, mention: Mention) -> bool:
        """« ces aides à la reprise »: the complement tells which, the demonstrative may go."""
        opener = sentence.tokens[mention.first]
        tells = any(
            t.i > mention.head for t in children(sentence, mention.head, "nmod", "acl:relcl")
        )
        return opener.feats.get("PronType") == "Dem" and tells

    def _stands_alone(self, sentence: Sentence, mention: Mention) -> bool:
        """« le président du Sénat » says who; « le ministre » does not."""
        inside = sentence.tokens[mention.head + 1 : mention.last + 1]
        return any(t.pos in ("PROPN", "NOUN", "ADJ") for t in inside)
