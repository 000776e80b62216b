"""What makes the choice for a pronoun doubtful, or impossible."""

from __future__ import annotations

from quizgen.analysis.antecedents import Choice
from quizgen.analysis.tree import matches, subtree
from quizgen.analysis.walk import Walk
from quizgen.model import Entity, Sentence, Token


def speaks(sentence: Sentence, token: Token, walk: Walk) -> bool:
    """Whether a word is the subject of a verb of saying."""
    speech = sentence.tokens[token.head].lemma in walk.language.words.table("speech_verbs")
    return speech and matches(token.dep, ("nsubj",))


def is_inside(sentence: Sentence, entity: Entity | None, walk: Walk) -> bool:
    """Whether an entity has been mentioned in this sentence."""
    return any(c.sentence == sentence.index and c.entity == entity for c in walk.history)


def is_named_with(sentence: Sentence, token: Token, entity: Entity, walk: Walk) -> bool:
    """« il devait dîner avec X »: a subject is nobody whom its clause names behind it."""
    behind = {i for i in subtree(sentence, token.head) if i > token.i}
    return any(
        e == entity
        for (index, i), e in walk.register.of_name.items()
        if index == sentence.index and i in behind
    )


def only_told(sentence: Sentence, choice: Choice, walk: Walk) -> bool:
    """« « Ce plan … », a assuré X. Il permettra … »: X may only have told of what is meant."""
    own = [c for c in walk.history if c.entity == choice.entity and c.subject]
    if not own or own[-1].sentence == sentence.index:
        return False
    there = walk.sentences[own[-1].sentence]
    token = there.tokens[own[-1].token]
    return token.i > token.head and speaks(there, token, walk)


def is_embedded(sentence: Sentence, token: Token, choice: Choice, walk: Walk) -> bool:
    """Whether another subject opens the sentence before a pronoun that means something outside."""
    others = [
        t
        for t in sentence.tokens[: token.i]
        if matches(t.dep, ("nsubj",)) and t.pos in ("NOUN", "PROPN") and not walk.is_quoted(t)
    ]
    return bool(others) and not is_inside(sentence, choice.entity, walk)
