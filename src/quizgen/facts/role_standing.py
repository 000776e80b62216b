"""Whether somebody only passes through an article, and by what office he matters all the same."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.analysis.acronyms import spells
from quizgen.analysis.capitals import folded, is_capital, is_listed_place, is_ordinary, is_place
from quizgen.analysis.keywords import heaviest
from quizgen.analysis.roles import RolePhrase
from quizgen.facts.role_telling import tells_where
from quizgen.facts.standing import sentences_naming
from quizgen.language import Language
from quizgen.model import Document, Entity, Sentence, Token

_LEAD = 2  # sentences that tell what an article is about
_EARLY = 3  # the last sentence of an article's opening
_PASSAGE = 3  # sentences from the first to the last of one statement
_FIRST = 2  # words behind a role noun that say of what it is
_TELLING = ("NOUN", "PROPN", "ADJ")


def is_passing(
    document: Document, sentence: Sentence, phrase: RolePhrase, entity: Entity, language: Language
) -> bool:
    """Whether an article names somebody in one passage only, and he stands for nothing public.

    Public are offices of a state, of the whole of a country, of what is known or is what the
    article is about; a seat among many or a post under others is none for somebody named once.
    """
    at = sentences_naming(document, entity.name)
    head = sentence.tokens[phrase.head].text.lower()
    if not at or min(at) < _LEAD or head in language.words.list("high_offices"):
        return False
    late = len(at) < 2 and min(at) > _EARLY
    if late and head not in language.words.list("leading_offices"):
        return True
    passage = max(at) - min(at) <= _PASSAGE
    return passage and not _is_public(document, sentence, phrase, language)


def _is_public(
    document: Document, sentence: Sentence, phrase: RolePhrase, language: Language
) -> bool:
    """« chef de la diplomatie », « président lituanien », « maire de Paris »."""
    behind = [t for t in sentence.tokens[phrase.head + 1 : phrase.last + 1] if t.pos in _TELLING]
    ranks = language.words.list("role_ranks")
    telling = [t for t in behind if t.text.lower() not in ranks]
    if not telling:
        return True  # « premier ministre »
    if telling[0].text.lower() in language.words.list("state_things"):
        return True
    known = any(_is_known(t, language) for t in telling) or _is_spelt(telling, language)
    return known or _is_central(document, sentence, telling, language)


def _is_spelt(telling: Sequence[Token], language: Language) -> bool:
    """« Parti socialiste »: a body whose letters everybody knows."""
    words, small = [t.text for t in telling], language.words.list("small_words")
    return any(spells(a, words, small) for a in language.words.list("known_acronyms"))


def _is_known(token: Token, language: Language) -> bool:
    """A country's own, a place or a body that has a name everywhere."""
    word = folded(token.text)
    known = language.words.list("organisations") | language.words.list("known_acronyms")
    if not is_capital(token):
        return tells_where(token, language) or word in language.words.list("regional_words")
    often = language.frequency(token.text) > 0 or is_listed_place(token.text, language)
    return word in known or (often and is_place(token.text, language))


def _is_central(
    document: Document, sentence: Sentence, telling: Sequence[Token], language: Language
) -> bool:
    """Whether the article is about what the office is of, or names it elsewhere too."""
    weighty = heaviest(document)
    first = {t.text.lower() for t in telling[:_FIRST]} - language.words.list("organisation_nouns")
    names = {t.text for t in telling if is_capital(t) and not is_ordinary(t.text, language)}
    others = (s for s in document.sentences if s.index != sentence.index)
    return any(
        t.text in names or t.text.lower() in first & weighty for s in others for t in s.tokens
    )
