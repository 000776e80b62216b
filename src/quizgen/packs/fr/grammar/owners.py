"""Whether a question that says « son » or « elles » also says whose, or of whom."""

from __future__ import annotations

from quizgen.analysis.tree import ancestors, matches
from quizgen.model import Document, Entity, Mention, Sentence, Token
from quizgen.packs.fr.words import FrenchWords


def is_owned(
    document: Document, sentence: Sentence, mention: Mention, owner: Entity | None
) -> bool:
    """Whether the owner is `owner`, who is named in the question, or stands in the sentence."""
    if mention.entity is not None and owner is not None and owner.name == mention.entity.name:
        return True
    return _owned_inside(document, sentence, mention) or _named_here(document, sentence, mention)


def _named_here(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """Whether the owner is named in the same sentence, before or as its subject."""
    return mention.entity is not None and any(
        other.kind == "name" and other.entity == mention.entity
        for other in document.mentions
        if other.sentence == sentence.index and other.first < mention.first
    )


def _owned_inside(document: Document, sentence: Sentence, mention: Mention) -> bool:
    """« les alliés à puiser dans leurs stocks », « lors de son discours, le ministre … »."""
    plural = FrenchWords().table("possessives")[sentence.tokens[mention.first].text.lower()]
    governor = sentence.tokens[mention.first]
    owned = governor.head  # « leurs corps ont été retrouvés »: what is owned owns nothing
    while governor.head != governor.i:
        governor = sentence.tokens[governor.head]
        for dependent in sentence.dependents[governor.i]:
            token = sentence.tokens[dependent]
            if token.i != owned and _may_own(document, sentence, token, mention, str(plural)):
                return True
    return False


def _may_own(
    document: Document, sentence: Sentence, token: Token, mention: Mention, number: str
) -> bool:
    """Whether a noun is the owner: a subject anywhere, an object that stands before."""
    before = token.i < mention.first
    owns = matches(token.dep, ("nsubj",)) or (matches(token.dep, ("obj",)) and before)
    if not owns or token.pos not in ("NOUN", "PROPN"):
        return False
    if mention.entity is not None and (before or token.pos == "NOUN"):
        return _entity_of(document, sentence, token) == mention.entity
    share = token.text == "%" and number == "Plur"
    return share or token.feats.get("Number", "Sing") == number


def _entity_of(document: Document, sentence: Sentence, token: Token) -> Entity | None:
    """What a noun surely stands for."""
    here = (m for m in document.mentions if m.sentence == sentence.index and m.head == token.i)
    return next((m.entity for m in here if m.sure), None)


def has_noun_before(sentence: Sentence, mention: Mention) -> bool:
    """Whether an unresolved pronoun or possessive has a noun of its kind before it.

    « En Europe, elle … »: a complement of its own verb is not what a pronoun means.
    """
    if mention.kind not in ("pronoun", "possessive") or (mention.entity and mention.sure):
        return False
    word = sentence.tokens[mention.first]
    return any(
        _agrees(noun, word, mention)
        and (mention.kind == "possessive" or _verb_above(sentence, noun) != word.head)
        for noun in sentence.tokens[: mention.first]
    )


def is_explained(context: Sentence, sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence before tells what a mention means: the same noun, or its own subject."""
    word = sentence.tokens[mention.first]
    if mention.kind == "noun":
        noun = sentence.tokens[mention.head]
        return any(t.pos == "NOUN" and t.lemma == noun.lemma for t in context.tokens)
    if mention.kind not in ("pronoun", "possessive") or has_noun_before(sentence, mention):
        return False
    subjects = [t for t in context.tokens if matches(t.dep, ("nsubj",)) and t.pos != "PRON"]
    return bool(subjects) and all(_agrees(noun, word, mention) for noun in subjects)


def _agrees(noun: Token, word: Token, mention: Mention) -> bool:
    """Whether a noun has the number of a pronoun, or of the owner, and a pronoun's gender."""
    number = word.feats.get("Number", "")
    if mention.kind == "possessive":
        number = str(FrenchWords().table("possessives")[word.text.lower()])
    same = noun.pos in ("NOUN", "PROPN") and noun.feats.get("Number", number) == number
    return same and (mention.kind == "possessive" or _same_gender(noun, word))


def _verb_above(sentence: Sentence, token: Token) -> int:
    """The index of the next verb that governs a token, -1 where none does."""
    return next((t.i for t in ancestors(sentence, token.i) if t.pos in ("VERB", "AUX")), -1)


def _same_gender(noun: Token, pronoun: Token) -> bool:
    gender = pronoun.feats.get("Gender", "")
    return bool(noun.feats.get("Gender")) and noun.feats.get("Gender", gender) == gender
