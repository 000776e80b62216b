"""Words that a reader without the article cannot place."""

from __future__ import annotations

from quizgen.analysis.tree import child
from quizgen.model import Sentence, Token
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
