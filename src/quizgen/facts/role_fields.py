"""What wording needs to know of a role: whether it is whole, and whether it is past."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from quizgen.analysis.capitals import folded, is_capital, is_ordinary
from quizgen.analysis.roles import RolePhrase
from quizgen.language import Language
from quizgen.model import Document, Sentence, Token

_TELLING = ("NOUN", "PROPN", "ADJ")


def is_former(words: Iterable[str], language: Language) -> bool:
    """« ancien maire », « ex-ministre »: whether words up to a role noun say that it is past."""
    former = language.words.list("former_openers")
    return any(word.lower().partition("-")[0] in former for word in words)


def is_complete(
    document: Document, sentence: Sentence, phrase: RolePhrase, language: Language
) -> bool:
    """Whether a role says of what: « président du Sénat », not « ancien président ».

    Open are « maire sortant » (of which town?), « président de la Cour » (of what?), and offices
    of state in an article that is about several countries (« ministre de la Défense »).
    """
    words = sentence.tokens
    head, behind = words[phrase.head], words[phrase.head + 1 : phrase.last + 1]
    telling = [t for t in _behind_states(behind, language) if t.pos in _TELLING]
    if not telling and not _is_double(sentence, phrase, language):
        return False
    if any(is_capital(t) and not is_ordinary(t.text, language) for t in telling):
        return True
    if head.text.lower() in language.words.list("local_offices"):
        return False
    if _is_of_state(head, telling, language):
        return _names_country(_behind_states(behind, language), language) or _is_at_home(
            document, language
        )
    named = len(telling) > 1 and any(is_capital(t) for t in telling)
    return not telling or named or not _is_bare_body(telling[-1], language)


def _behind_states(words: Sequence[Token], language: Language) -> Sequence[Token]:
    """The words behind what only says the rank (« général ») or the state (« sortant »)."""
    plain = language.words.list("role_ranks") | language.words.list("role_states")
    first = next((k for k, t in enumerate(words) if t.text.lower() not in plain), len(words))
    return words[first:]


def _is_double(sentence: Sentence, phrase: RolePhrase, language: Language) -> bool:
    """« premier ministre »: a role noun that opens another."""
    opener = sentence.tokens[phrase.first].text.lower()
    return phrase.first < phrase.head and opener in language.words.list("role_nouns")


def _is_of_state(head: Token, telling: list[Token], language: Language) -> bool:
    """« ministre de la Défense », « chef de l'État »: every country has one."""
    things = language.words.list("state_things")
    of_state = any(t.text.lower() in things for t in telling)
    return of_state or head.text.lower() in language.words.list("state_offices")


def _names_country(behind: Sequence[Token], language: Language) -> bool:
    """« ministre allemand de la Défense », « chef de la diplomatie allemande »."""
    things, kinds = language.words.list("state_things"), language.words.list("state_kinds")
    for k, token in enumerate(behind):
        follows = k == 0 or behind[k - 1].text.lower() in things
        if follows and token.pos == "ADJ":
            return token.text.lower() not in kinds
    return False


def _is_bare_body(last: Token, language: Language) -> bool:
    """« porte-parole du groupe », « président de la Cour »: which one?"""
    bodies = language.words.list("organisation_nouns") | language.words.list("pointing_nouns")
    return last.pos != "ADJ" and last.text.lower() in bodies


def _is_at_home(document: Document, language: Language) -> bool:
    """Whether no other country is named more often than the one whose news this is."""
    home = language.words.list("home_countries")
    named: Counter[str] = Counter()
    for mention in document.mentions:
        entity = mention.entity
        if mention.kind == "name" and entity is not None:
            name = folded(entity.name)
            if name in language.words.list("countries"):
                named[name] += 1
    abroad = max((count for name, count in named.items() if name not in home), default=0)
    return abroad <= sum(named[name] for name in home)
