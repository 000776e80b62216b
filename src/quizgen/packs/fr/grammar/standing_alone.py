"""Words that a reader without the article cannot place."""

from __future__ import annotations

from collections.abc import Collection

from quizgen.analysis.tree import child
from quizgen.model import Sentence, Token
from quizgen.packs.fr.grammar.definite import is_unique_noun
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()


def check_word(sentence: Sentence, token: Token) -> None:
    """Raise Withheld for a word that says nothing without the article."""
    word = token.text.lower().replace("’", "'").lstrip("-").removeprefix("t-")
    if word in _WORDS.list("first_second_person"):
        raise Withheld(f"« {token.text} » speaks in the first or second person")
    if word in _WORDS.list("deictics") and not _is_dated(sentence, token):
        raise Withheld(f"« {token.text} » only means something on the day of the article")
    pronoun = token.pos == "PRON" and word in _WORDS.list("pointing_pronouns")
    demonstrative = token.pos == "DET" and token.feats.get("PronType") == "Dem"
    if demonstrative or (pronoun and not _explained(sentence, token)):
        raise Withheld(f"« {token.text} » points back")


def check_answer(sentence: Sentence, tokens: Collection[int], text: str) -> None:
    """Raise Withheld for an answer that leans on what was said, or whose quotation is cut."""
    if text.count("«") != text.count("»") or text.count('"') % 2:
        raise Withheld("the answer is cut out of a quotation")
    for i in tokens:
        token = sentence.tokens[i]
        if token.pos == "DET" and token.feats.get("PronType") == "Dem":
            raise Withheld(f"« {token.text} » in the answer points back")


def check_source(source: str) -> None:
    """Raise Withheld for whose claim it is by a first name, or by « le groupe » alone."""
    *before, last = source.replace("’", "'").replace("'", "' ").split()
    named = last[:1].isupper()
    small = _WORDS.list("known_determiners") | _WORDS.list("small_numbers")
    bare = bool(before) and all(w.lower() in small for w in before)
    noun = last.lower()
    nouns = {noun, noun.removesuffix("s"), noun.removesuffix("aux") + "al"}
    told = {"le", "la", "l'"} >= {w.lower() for w in before} and bool(before) and not named
    if told and not is_unique_noun(last):
        raise Withheld(f"« {source} » does not say who")
    alone = named and not before and not last.isupper()
    if alone or (bare and nouns & _WORDS.list("pointing_nouns")):
        raise Withheld(f"« {source} » does not say who")


def _explained(sentence: Sentence, token: Token) -> bool:
    """« ce qui … », « celui de … », reflexive or impersonal pronouns need nothing before them."""
    if token.dep.startswith("expl") or token.feats.get("Reflex") == "Yes":
        return True
    if token.feats.get("PronType") == "Rel" or child(sentence, token.i, "acl", "nmod"):
        return True
    return token.text.lower() in ("un", "une", "l’", "l'") and bool(sentence.dependents[token.i])


def _is_dated(sentence: Sentence, token: Token) -> bool:
    """« lundi 19 mai »: the weekday of a full date."""
    following = sentence.tokens[token.i + 1 : token.i + 2]
    return bool(following) and following[0].text.removesuffix("er").isdigit()
