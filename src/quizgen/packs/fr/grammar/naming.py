"""Words for whoever or whatever a mention means: the article's own, a full name, a noun."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model import Entity, Mention, Sentence
from quizgen.packs.fr.grammar.inflection import noun_traits
from quizgen.packs.fr.grammar.typography import Piece, starts_with_vowel
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_LOWERED = ("DET", "ADP", "ADV", "PRON", "NOUN", "ADJ", "VERB", "AUX", "SCONJ", "CCONJ", "NUM")
_OPENING = ("«", '"', "“", ":", ",", "-", "–", "—", "•")
_SPLIT = {"du": "de", "au": "à", "des": "de", "aux": "à"}


def verbatim(sentence: Sentence, i: int, *, named: bool = False) -> Piece:
    """A word as it stands, without the capital of a sentence's first word."""
    token = sentence.tokens[i]
    glued = i > 0 and sentence.tokens[i - 1].end == token.start
    text = token.text
    initial = text.isupper() and len(text.rstrip("’'")) > 1
    opens = i == 0 or sentence.tokens[i - 1].text in _OPENING
    if opens and token.pos in _LOWERED and not named and not initial:
        text = text[0].lower() + text[1:]
    return Piece(text, i, glued)


def preposition(sentence: Sentence, mention: Mention) -> Iterator[Piece]:
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


def full_name(sentence: Sentence, mention: Mention, before: list[Piece]) -> list[Piece] | None:
    """A person by the full name, without the title before it; None where it stands so."""
    entity = mention.entity
    stands = sentence.tokens[mention.first : mention.last + 1]
    if entity is None or entity.kind != "person" or len(entity.name.split()) == len(stands):
        return None
    if len(entity.name.split()) < len(stands):
        return None
    titles = FrenchWords().list("titles")
    if before and before[-1].text.lower().rstrip(".") in titles | {"m", "mm"}:
        before.pop()
    return [Piece(entity.name)]


def with_definite(sentence: Sentence, mention: Mention, lexicon: object) -> list[Piece]:
    """« ces aides à la reprise » as « les aides », the preposition before it kept."""
    noun = sentence.tokens[mention.head]
    gender, number = noun_traits(sentence, noun.i, lexicon)  # type: ignore[arg-type]
    article = {"Masc": "le", "Fem": "la"}.get(gender, "") if number == "Sing" else "les"
    if not article:
        raise Withheld(f"the gender of « {noun.text} » is not known")
    rest = [verbatim(sentence, i) for i in range(mention.first + 1, mention.last + 1)]
    return [*preposition(sentence, mention), Piece(article), *rest]


def with_noun(sentence: Sentence, mention: Mention, entity: Entity, lexicon: object) -> list[Piece]:
    """« ce mécanisme » as « le mécanisme PURL »."""
    if entity.phrase:
        return [*preposition(sentence, mention), *display(entity)]
    noun = sentence.tokens[mention.head]
    gender, number = noun_traits(sentence, noun.i, lexicon)  # type: ignore[arg-type]
    article = {"Masc": "le", "Fem": "la"}.get(gender, "le") if number == "Sing" else "les"
    described = entity.kind == "other" and entity.name[0].islower()  # « étude de l'Insee »
    if described and entity.gender:
        article = {"Masc": "le", "Fem": "la"}[entity.gender] if number == "Sing" else "les"
    same = described or entity.name.split()[0].lower() == noun.text.lower()
    phrase = entity.name if same else f"{noun.text} {entity.name}"
    before = list(preposition(sentence, mention))
    if starts_with_vowel(phrase) and number == "Sing":
        return [*before, Piece("l’" + phrase)]
    return [*before, Piece(article), Piece(phrase)]
