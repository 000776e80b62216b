"""« celui-ci », « ce dernier »: what was named last."""

from __future__ import annotations

from quizgen.analysis.antecedents import NOTHING, Candidate, Choice
from quizgen.analysis.tree import matches
from quizgen.analysis.walk import Walk
from quizgen.model import Mention, Sentence, Token


def link_last(sentence: Sentence, token: Token, walk: Walk) -> Mention | None:
    """The last thing named before that agrees in gender and number; None for other words."""
    word = token.text.lower()
    traits = walk.language.words.table("last_pronouns").get(word)
    if traits is None or walk.is_quoted(token):
        return None
    first = token.i
    if not word.endswith(("-ci", "-là")):
        before = sentence.tokens[token.i - 1] if token.i else None
        if before is None or before.feats.get("PronType") != "Dem" or _goes_on(sentence, token):
            return None
        first -= 1
    choice = _last(sentence, first, traits, walk)
    return Mention(sentence.index, first, token.i, token.i, "pronoun", choice.entity, choice.sure)


def _goes_on(sentence: Sentence, token: Token) -> bool:
    """« ce dernier mois »: no pronoun."""
    behind = sentence.tokens[token.i + 1 : token.i + 2]
    return any(t.pos in ("NOUN", "ADJ", "NUM", "PROPN") for t in behind)


def _last(sentence: Sentence, first: int, traits: dict[str, str], walk: Walk) -> Choice:
    """The last thing that agrees, in the sentence or in the one before; sure of people only.

    What merely belongs to another noun (« figure du parti », « 62 ans, coiffeur ») is passed over.
    """
    for candidate in reversed(walk.history):
        if candidate.sentence < sentence.index - 1:
            break
        before = candidate.sentence < sentence.index or candidate.token < first
        if not before or candidate.quoted or not _fits(candidate, traits):
            continue
        entity = candidate.entity
        if entity is not None and entity.kind == "person":
            return Choice(entity, sure=not candidate.doubtful)
        if not _is_aside(walk.sentences[candidate.sentence], candidate.token):
            return NOTHING
    return NOTHING


def _fits(candidate: Candidate, traits: dict[str, str]) -> bool:
    number, gender = candidate.number, candidate.gender
    return number in ("", traits["number"]) and gender in ("", traits["gender"])


def _is_aside(sentence: Sentence, i: int) -> bool:
    return matches(sentence.tokens[i].dep, ("nmod", "appos", "flat"))
