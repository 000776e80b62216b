"""Fuller forms: what a bare « l'étude » or « cette étude » was called when it came up."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, children, matches, subtree
from quizgen.analysis.walk import Walk
from quizgen.model import Entity, Sentence, Token

REACH = 8  # sentences
_NEAR = 2  # sentences back to what a demonstrative means, whatever else is called so
_MOST_WORDS = 9
_PLAIN = ("NOUN", "PROPN", "ADJ", "ADP", "DET", "NUM", "PUNCT")


def fuller_form(walk: Walk, here: Sentence, noun: Token, *, definite: bool) -> Entity | None:
    """The phrase before `noun` with the same head noun and with words that tell which one.

    Nothing when a bare « une étude » has come since, or when phrases that differ come into
    question; near by, a demonstrative means the last one.
    """
    if noun.text.lower() in walk.language.words.list("time_units") | _time_words(walk):
        return None
    found: list[tuple[int, Entity]] = []
    for sentence, token in _same_nouns(walk, here, noun):
        phrase = _phrase(sentence, token, walk)
        far = token.lemma != noun.lemma and here.index - sentence.index > _NEAR
        if phrase is not None and far and phrase.name.islower():
            continue
        if phrase is not None:
            found.append((sentence.index, phrase))
        elif _is_new(sentence, token):
            break
    if not found:
        return None
    near = here.index - found[0][0] <= _NEAR and not definite
    same = all(_is_part(e.name, found[0][1].name) for _, e in found)
    return found[0][1] if near or same else None


def _time_words(walk: Walk) -> frozenset[str]:
    return walk.language.words.list("time_words")


def _same_nouns(walk: Walk, here: Sentence, noun: Token) -> Iterator[tuple[Sentence, Token]]:
    """Earlier tokens of the same noun, the last first; what is quoted only from quotations.

    Nouns for inquiries (« enquête », « étude ») stand for one another.
    """
    inquiries = walk.language.words.list("inquiry_nouns")
    wanted = inquiries if noun.lemma in inquiries else {noun.lemma}
    quoted = walk.is_quoted(noun)
    for back in range(here.index, max(-1, here.index - REACH - 1), -1):
        sentence = walk.sentences[back]
        for token in reversed(sentence.tokens):
            before = back < here.index or token.i < noun.i
            if not before or token.lemma not in wanted or token.pos != "NOUN" or sentence.heading:
                continue
            if not _has_article(sentence, token):
                continue  # « par rapport à »
            known = quoted or not walk.is_quoted(token) or _is_definite(sentence, token)
            if token.feats.get("Number") == "Sing" and known:
                yield sentence, token


def _has_article(sentence: Sentence, token: Token) -> bool:
    """Whether a noun has a determiner, also one merged with its preposition."""
    before = children(sentence, token.i, "det", "case", "nummod")
    return any(t.pos in ("DET", "NUM") or t.feats.get("Definite") == "Def" for t in before)


def _is_new(sentence: Sentence, token: Token) -> bool:
    """« une étude »: another one."""
    return any(t.feats.get("Definite") == "Ind" for t in children(sentence, token.i, "det"))


def _is_definite(sentence: Sentence, token: Token) -> bool:
    return any(t.feats.get("Definite") == "Def" for t in children(sentence, token.i, "det"))


def _is_part(one: str, other: str) -> bool:
    return one in other or other in one


def _phrase(sentence: Sentence, token: Token, walk: Walk) -> Entity | None:
    """The phrase of a noun with its complements, as an entity that goes by these words.

    Nothing where a participle or a relative clause limits the noun and no name does: without it
    the words would say less; nothing for what is denied (« ce n'est pas le procès de … »).
    """
    if _is_denied(sentence, token):
        return None
    drop = {d for d in sentence.dependents[token.i] if _is_outside(sentence, sentence.tokens[d])}
    tokens = [i for i in subtree(sentence, token.i, without=drop) if i not in drop]
    tokens = [i for i in tokens if i >= token.i]
    while tokens and sentence.tokens[tokens[-1]].pos == "PUNCT":
        tokens.pop()
    whole = len(tokens) == (tokens[-1] - tokens[0] + 1 if tokens else 0)
    if not whole or not 2 <= len(tokens) <= _MOST_WORDS:
        return None
    words = [sentence.tokens[i] for i in tokens]
    tells = any(matches(t.dep, ("nmod", "amod", "appos")) for t in words[1:])
    tells = tells and all(t.sure for t in words[1:] if t.head == token.i)
    if not tells or any(t.pos not in _PLAIN or _points(t) for t in words):
        return None
    if not _says_which(sentence, token, words[1:], walk):
        return None
    if words[-1].text.lower() in walk.language.words.list("vague_complements"):
        return None
    text = walk.source.body[words[0].start : words[-1].end]
    gender = token.feats.get("Gender", "")
    return Entity(text, "other", gender, token.feats.get("Number", "Sing"))


def _says_which(sentence: Sentence, noun: Token, behind: list[Token], walk: Walk) -> bool:
    """Whether the words behind a noun tell one from others; a name or a number always does.

    « une équipe des séries », « un match de football joué de nuit » leave it open.
    """
    if any(t.pos in ("PROPN", "NUM") for t in behind):
        return True
    body = noun.text.lower() in walk.language.words.list("organisation_nouns")
    if body and not any(t.pos == "ADJ" for t in behind):
        return False
    return not _is_limited(sentence, noun)


def _is_limited(sentence: Sentence, token: Token) -> bool:
    """Whether a clause without a comma before it tells which one is meant."""
    for clause in children(sentence, token.i, "acl"):
        first = min(i for i in subtree(sentence, clause.i))
        if sentence.tokens[first].pos != "PUNCT" and sentence.tokens[first - 1].text != ",":
            return True
    return False


def _is_denied(sentence: Sentence, token: Token) -> bool:
    return any(t.feats.get("Polarity") == "Neg" for t in children(sentence, token.i, "advmod"))


def _is_outside(sentence: Sentence, token: Token) -> bool:
    outside = ("det", "case", "punct", "acl", "conj", "cc", "appos", "parataxis", "cop", "nsubj")
    return matches(token.dep, outside) or child(sentence, token.i, "cop") is not None


def _points(token: Token) -> bool:
    return token.feats.get("PronType") == "Dem" or token.feats.get("Poss") == "Yes"
