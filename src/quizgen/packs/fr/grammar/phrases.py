"""Phrases that stand alone: what points elsewhere in the article is named in full or withheld."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizgen.analysis.tree import children, matches
from quizgen.analysis.zones import zone_at
from quizgen.model import Document, Entity, Mention, Sentence, Token
from quizgen.packs.fr.grammar.dates_in_full import date_at
from quizgen.packs.fr.grammar.inflection import noun_traits
from quizgen.packs.fr.grammar.standing_alone import check_word
from quizgen.packs.fr.grammar.typography import Piece, starts_with_vowel
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_LOWERED = ("DET", "ADP", "ADV", "PRON", "NOUN", "ADJ", "VERB", "AUX", "SCONJ", "CCONJ", "NUM")
_SPLIT = {"du": "de", "au": "à", "des": "de", "aux": "à"}


class Phrases:
    """Renders tokens of one document as pieces of a question."""

    def __init__(self, document: Document, lexicon: object) -> None:
        self.document = document
        self.lexicon = lexicon
        self.words = FrenchWords()
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
        said: set[str] | None = None,
        whole: bool = False,
    ) -> list[Piece]:
        """The words of some tokens in order; `owner` is named in the question already.

        `whole`: the sentence is shown from its beginning, so that its own nouns explain pronouns.

        `said` gathers the names of entities as they are said: a pronoun behind its name may stay.

        Raises Withheld when a word points to something that the question would not say.
        """
        found: list[Piece] = []
        said = set() if said is None else said
        skip_to = -1
        for i in sorted(tokens):
            if i <= skip_to:
                continue
            day = date_at(self.document, sentence, i)
            if day is not None and set(range(i, day.last + 1)) <= set(tokens):
                found.append(Piece(day.text))
                skip_to = day.last
                continue
            mention = self.mention_at(sentence.index, i)
            complete = mention and set(range(mention.first, mention.last + 1)) <= set(tokens)
            if whole and mention is not None and self._has_noun_before(sentence, mention):
                complete = False
            named = self._mentioned(sentence, mention, owner, said, found) if complete else None
            if mention is not None and named is not None:
                found += named
                skip_to = mention.last
            elif whole and mention is not None and not complete:
                found.append(_verbatim(sentence, i))
            else:
                found.append(self._word(sentence, i))
        return found

    def _has_noun_before(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether an unresolved pronoun or possessive has a noun of its kind before it."""
        if mention.kind not in ("pronoun", "possessive") or (mention.entity and mention.sure):
            return False
        word = sentence.tokens[mention.first]
        number = word.feats.get("Number", "")
        if mention.kind == "possessive":
            number = str(self.words.table("possessives")[word.text.lower()])
        return any(
            noun.pos in ("NOUN", "PROPN")
            and noun.feats.get("Number", number) == number
            and (mention.kind == "possessive" or _same_gender(noun, word))
            for noun in sentence.tokens[: mention.first]
        )

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
        own = [_verbatim(sentence, mention.first)]
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
        return _verbatim(sentence, i, named=i in self._names[sentence.index])

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
        if quoted and mention.kind in ("name", "pronoun"):
            return None
        if mention.kind == "name":
            return self._full_name(sentence, mention, before)
        if mention.kind == "possessive":
            return self._possessive(sentence, mention, owner)
        if mention.entity is None and mention.sure:
            return None
        return self._named(sentence, mention)

    def _named(self, sentence: Sentence, mention: Mention) -> list[Piece] | None:
        """Whom a role phrase, a pronoun or « ce projet » means, by name."""
        if sentence.tokens[mention.first].text.startswith("-"):
            raise Withheld("an inverted pronoun cannot be named in its place")
        if mention.entity is not None and mention.sure:
            if mention.kind == "noun":
                return self._with_noun(sentence, mention, mention.entity)
            return [*_preposition(sentence, mention), *display(mention.entity)]
        if mention.kind == "role" and self._stands_alone(sentence, mention):
            return None
        if mention.kind == "noun" and self._is_told(sentence, mention):
            return [*_preposition(sentence, mention), *self._definite(sentence, mention)]
        words = " ".join(t.text for t in sentence.tokens[mention.first : mention.last + 1])
        raise Withheld(f"« {words} » is not resolved")

    def _is_told(self, sentence: Sentence, mention: Mention) -> bool:
        """« ces aides à la reprise »: the complement tells which, the demonstrative may go."""
        opener = sentence.tokens[mention.first]
        tells = any(
            t.i > mention.head for t in children(sentence, mention.head, "nmod", "acl:relcl")
        )
        return opener.feats.get("PronType") == "Dem" and tells

    def _definite(self, sentence: Sentence, mention: Mention) -> list[Piece]:
        """A noun with the definite article."""
        noun = sentence.tokens[mention.head]
        gender, number = noun_traits(sentence, noun.i, self.lexicon)  # type: ignore[arg-type]
        article = {"Masc": "le", "Fem": "la"}.get(gender, "") if number == "Sing" else "les"
        if not article:
            raise Withheld(f"the gender of « {noun.text} » is not known")
        rest = [_verbatim(sentence, i) for i in range(mention.first + 1, mention.last + 1)]
        return [Piece(article), *rest]

    def _stands_alone(self, sentence: Sentence, mention: Mention) -> bool:
        """« le président du Sénat » says who; « le ministre » does not."""
        inside = sentence.tokens[mention.head + 1 : mention.last + 1]
        return any(t.pos in ("PROPN", "NOUN", "ADJ") for t in inside)

    def _full_name(
        self, sentence: Sentence, mention: Mention, before: list[Piece]
    ) -> list[Piece] | None:
        entity = mention.entity
        stands = sentence.tokens[mention.first : mention.last + 1]
        if entity is None or entity.kind != "person" or len(entity.name.split()) == len(stands):
            return None
        if len(entity.name.split()) < len(stands):
            return None
        titles = self.words.list("titles")
        if before and before[-1].text.lower().rstrip(".") in titles | {"m", "mm"}:
            before.pop()
        return [Piece(entity.name)]

    def _possessive(
        self, sentence: Sentence, mention: Mention, owner: Entity | None
    ) -> list[Piece] | None:
        if mention.entity is not None and owner is not None and owner.name == mention.entity.name:
            return None
        if self._owned_inside(sentence, mention) or self._named_here(sentence, mention):
            return None
        raise Withheld(f"« {sentence.tokens[mention.first].text} » has no owner in the question")

    def _named_here(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether the owner is named in the same sentence, before or as its subject."""
        return mention.entity is not None and any(
            other.kind == "name" and other.entity == mention.entity
            for other in self.document.mentions
            if other.sentence == sentence.index and other.first < mention.first
        )

    def _owned_inside(self, sentence: Sentence, mention: Mention) -> bool:
        """« les alliés à puiser dans leurs stocks », « lors de son discours, le ministre … »."""
        plural = self.words.table("possessives")[sentence.tokens[mention.first].text.lower()]
        governor = sentence.tokens[mention.first]
        while governor.head != governor.i:
            governor = sentence.tokens[governor.head]
            for dependent in sentence.dependents[governor.i]:
                token = sentence.tokens[dependent]
                if self._may_own(sentence, token, mention, str(plural)):
                    return True
        return False

    def _may_own(self, sentence: Sentence, token: Token, mention: Mention, number: str) -> bool:
        """Whether a noun is the owner: a subject anywhere, an object that stands before."""
        before = token.i < mention.first
        owns = matches(token.dep, ("nsubj",)) or (matches(token.dep, ("obj",)) and before)
        if not owns or token.pos not in ("NOUN", "PROPN"):
            return False
        if mention.entity is not None and (before or token.pos == "NOUN"):
            return self.entity_of(sentence.index, token.i) == mention.entity
        share = token.text == "%" and number == "Plur"
        return share or token.feats.get("Number", "Sing") == number

    def _with_noun(self, sentence: Sentence, mention: Mention, entity: Entity) -> list[Piece]:
        if entity.phrase:
            return [*_preposition(sentence, mention), *display(entity)]
        noun = sentence.tokens[mention.head]
        gender, number = noun_traits(sentence, noun.i, self.lexicon)  # type: ignore[arg-type]
        article = {"Masc": "le", "Fem": "la"}.get(gender, "le") if number == "Sing" else "les"
        same = entity.name.split()[0].lower() == noun.text.lower()
        phrase = entity.name if same else f"{noun.text} {entity.name}"
        before = list(_preposition(sentence, mention))
        if starts_with_vowel(phrase) and number == "Sing":
            return [*before, Piece("l’" + phrase)]
        return [*before, Piece(article), Piece(phrase)]


def _same_gender(noun: Token, pronoun: Token) -> bool:
    gender = pronoun.feats.get("Gender", "")
    return bool(noun.feats.get("Gender")) and noun.feats.get("Gender", gender) == gender


def _verbatim(sentence: Sentence, i: int, *, named: bool = False) -> Piece:
    """A word as it stands, without the capital of a sentence's first word."""
    token = sentence.tokens[i]
    glued = i > 0 and sentence.tokens[i - 1].end == token.start
    text = token.text
    initial = text.isupper() and len(text.rstrip("’'")) > 1
    opens = i == 0 or sentence.tokens[i - 1].text in ("«", '"', "“", ":")
    if opens and token.pos in _LOWERED and not named and not initial:
        text = text[0].lower() + text[1:]
    return Piece(text, i, glued)


def _preposition(sentence: Sentence, mention: Mention) -> Iterator[Piece]:
    """« du patron » → « de » + name: the article goes, its preposition stays."""
    word = sentence.tokens[mention.first].text.lower()
    if word in _SPLIT:
        yield Piece(_SPLIT[word])


def display(entity: Entity) -> list[Piece]:
    """An entity's full name as a question gives it, its article apart so that it can contract."""
    article, _, rest = entity.phrase.partition(" ")
    if article in ("le", "la", "les") and rest:
        return [Piece(article), Piece(rest)]
    return [Piece(entity.phrase or entity.name)]
