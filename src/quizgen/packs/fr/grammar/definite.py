"""Definite nouns in a question: « le code », « les agresseurs » must tell which one is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from quizgen.analysis.keywords import heaviest
from quizgen.analysis.tree import children
from quizgen.analysis.zones import zone_at
from quizgen.model import Document, Sentence, Token
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_TELLS = ("nmod", "amod", "appos", "acl", "flat", "obl", "conj")
_CALENDAR = ("weekdays", "months", "time_units", "time_words", "days", "day_times", "percent")
_OFTEN = 3  # sentences that have a word of which the article is full
_NEW = ("Ind", "")  # of a determiner: an article that is not definite, a number, a possessive


def check_definite(document: Document, sentence: Sentence, tokens: Collection[int]) -> None:
    """Raise Withheld for a bare definite noun that only sentences before explain.

    That is one that they brought up by a fuller phrase or as something new (« deux agresseurs …
    les agresseurs »), or that stands for another word (« le trio »); not what the title names,
    nor what there is but one of (« le gouvernement »), nor whole kinds (« les crèches »).
    """
    resolved = {
        m.head for m in document.mentions if m.sentence == sentence.index and m.entity and m.sure
    }
    for i in sorted(tokens):
        token = sentence.tokens[i]
        bare = token.pos == "NOUN" and i not in resolved and _is_bare(sentence, token, tokens)
        if not bare or zone_at(document.zones, token.start) is not None:
            continue
        known = _is_unique(token) or _in_title(document, token) or _is_central(document, token)
        if not known and _points_back(document, sentence, token):
            raise Withheld(f"« {token.text} » does not say which")


def check_counted(sentence: Sentence, subject: Token | None, tokens: Collection[int]) -> None:
    """Raise Withheld for « quatre régions regroupent-elles … »: how many, not which."""
    if subject is None or subject.pos != "NOUN" or subject.text[:1].isupper():
        return
    before = children(sentence, subject.i, "nummod")
    told = any(t.i in tokens for t in children(sentence, subject.i, *_TELLS))
    if before and not told:
        raise Withheld(f"« {before[0].text} {subject.text} » does not say which")


def is_unique_noun(word: str) -> bool:
    """« le gouvernement », « la police »: there is but one, or the country's is meant."""
    word = word.lower()
    singular = {word, word.removesuffix("s"), word.removesuffix("aux") + "al"}
    return bool(singular & _WORDS.list("unique_nouns"))


def _is_unique(token: Token) -> bool:
    words = {token.text.lower(), token.lemma.lower()}
    timed = any(words & _WORDS.list(name) for name in _CALENDAR)
    return timed or is_unique_noun(token.text)


def _is_bare(sentence: Sentence, noun: Token, tokens: Collection[int]) -> bool:
    """Whether an article is all that tells which one: « le code », « les deux camps ».

    An adjective in front (« la jeune femme ») tells little, an ordinal does.
    """
    openers = children(sentence, noun.i, "det", "case")
    if not any(t.feats.get("Definite") == "Def" and t.i < noun.i for t in openers):
        return False
    for token in children(sentence, noun.i, *_TELLS, "nummod"):
        ranked = token.lemma.lower() in _WORDS.list("rank_adjectives")
        if token.i in tokens and (token.i > noun.i or ranked):
            return False
    behind = sentence.tokens[noun.i + 1 : noun.i + 2]
    return not (behind and behind[0].pos in ("PROPN", "NUM") and behind[0].i in tokens)


def _in_title(document: Document, token: Token) -> bool:
    """Whether the label in front may say the noun: the title does."""
    said = " ".join((document.headline, *document.topics)).lower().replace("’", "'")
    words = said.replace("'", " ").replace(",", " ").split()
    stem = token.text.lower().removesuffix("s")
    return any(word.removesuffix("s") == stem for word in words)


def _is_central(document: Document, token: Token) -> bool:
    """Whether a noun is one of those that the article is most about."""
    word = token.text.lower()
    said = sum(any(t.text.lower() == word for t in s.tokens) for s in document.sentences)
    return word in heaviest(document) and said >= _OFTEN


def _points_back(document: Document, sentence: Sentence, noun: Token) -> bool:
    """Whether the noun stands for another word, or the article has brought it up by more."""
    if noun.lemma.lower() in _WORDS.list("stand_in_nouns"):
        return True
    return any(_brings_up(s, t) for s, t in _earlier(document, sentence, noun))


def _earlier(document: Document, here: Sentence, noun: Token) -> Iterator[tuple[Sentence, Token]]:
    for sentence in document.sentences[: here.index + 1]:
        for token in sentence.tokens:
            before = sentence.index < here.index or token.i < noun.i
            if before and token.pos == "NOUN" and token.lemma == noun.lemma:
                yield sentence, token


def _brings_up(sentence: Sentence, token: Token) -> bool:
    """« une porte », « deux agresseurs », « la porte du Bataclan »; not « en porte »."""
    openers = children(sentence, token.i, "det", "nummod")
    new = any(
        t.feats.get("Definite", "") in _NEW and t.pos in ("DET", "NUM") and t.i < token.i
        for t in openers
    )
    if new:
        return True
    definite = any(
        t.feats.get("Definite") == "Def" for t in children(sentence, token.i, "det", "case")
    )
    return definite and any(t.i > token.i for t in children(sentence, token.i, *_TELLS))
