"""Words that a reader without the article cannot place, and days that can be told in full."""

from __future__ import annotations

from quizgen.analysis.tree import ancestors, child
from quizgen.analysis.zones import zone_at
from quizgen.model import Document, Sentence, Token
from quizgen.packs.fr.calendar import resolve_day, spell_day
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


def full_day(document: Document, sentence: Sentence, token: Token) -> str:
    """« le mercredi 23 janvier 2019 » for « mercredi », where the article's own date is known."""
    published = document.source.published
    quoted = zone_at(document.zones, token.start) is not None
    if published is None or quoted or _is_dated(sentence, token):
        return ""
    verb = next((t for t in ancestors(sentence, token.i) if t.pos in ("VERB", "AUX")), None)
    future = verb is not None and any(
        sentence.tokens[i].feats.get("Tense") == "Fut"
        for i in (verb.i, *sentence.dependents[verb.i])
    )
    day = resolve_day(token.text, published, future=future)
    return f"le {spell_day(day)}" if day is not None and _stands_free(sentence, token) else ""


def _stands_free(sentence: Sentence, token: Token) -> bool:
    """« mercredi » alone, not « mercredi matin », « de mercredi », « lundi et mardi »."""
    before = sentence.tokens[token.i - 1].pos if token.i else ""
    after = sentence.tokens[token.i + 1].pos if token.i + 1 < len(sentence.tokens) else ""
    beside = after in ("NOUN", "ADJ", "NUM", "CCONJ")
    return not beside and before not in ("DET", "ADP", "CCONJ", "NUM")


def _is_dated(sentence: Sentence, token: Token) -> bool:
    """« lundi 19 mai »: the weekday of a full date."""
    following = sentence.tokens[token.i + 1 : token.i + 2]
    return bool(following) and following[0].text.removesuffix("er").isdigit()
