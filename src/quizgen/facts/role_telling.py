"""Whether a role says of what: « président du Sénat », not « président de la commission »."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from quizgen.analysis.capitals import folded, is_capital, is_ordinary
from quizgen.analysis.roles import RolePhrase
from quizgen.analysis.tree import child
from quizgen.facts.acronyms import expansions
from quizgen.facts.agreement import disagrees
from quizgen.language import Language
from quizgen.model import Document, Sentence, Token

_TELLING = ("NOUN", "PROPN", "ADJ")
_MARKS = ("«", '"', "“")
_ANY_ACRONYM = 2  # letters of those that need no expansion: parties, « UE »


def is_complete(
    document: Document, sentence: Sentence, phrase: RolePhrase, language: Language
) -> bool:
    """Whether a role says of what: « président du Sénat », not « ancien président ».

    Open are « maire sortant » (of which town?), « président de la Cour » (of what?), « son
    ambassadeur » (whose?), « directrice d'une école », what has no
    name at all (« vice-président du premier réseau social »), and offices of state in an article
    that is about several countries (« ministre de la Défense »).
    """
    head, behind = (
        sentence.tokens[phrase.head],
        sentence.tokens[phrase.head + 1 : phrase.last + 1],
    )
    telling = [t for t in _behind_states(behind, language) if t.pos in _TELLING]
    bare = any(_is_bare_acronym(document, sentence, t, language) for t in telling)
    bare |= not telling and not _is_double(sentence, phrase, language)
    heads = head.text.lower() in language.words.list("heading_nouns")
    bare |= heads and all(t.pos == "ADJ" for t in telling)
    before = sentence.tokens[phrase.first - 1] if phrase.first else None
    owned = before is not None and "Poss" in before.feats
    bare |= _is_of_some(behind) or (owned and not _is_of_state(head, telling, language))
    if bare or _is_broken(sentence, phrase) or _has_open_body(sentence, phrase, language):
        return False
    if any(is_capital(t) and not is_ordinary(t.text, language) for t in telling):
        return True
    if head.text.lower() in language.words.list("local_offices"):
        return False
    if _is_of_state(head, telling, language):
        abroad = _names_country(_behind_states(behind, language), language)
        abroad |= any(tells_where(t, language) for t in telling)
        return abroad or _is_at_home(document, language)
    return _names_body(document, sentence, telling, language)


def _names_body(
    document: Document, sentence: Sentence, telling: Sequence[Token], language: Language
) -> bool:
    """« président lituanien », « de l'Autorité des marchés », « chef du Pentagone »."""
    if any(tells_where(t, language) for t in telling):
        return True
    capitals = [t for t in telling if is_capital(t)]
    if len(telling) > 1 or not capitals:
        return bool(capitals)
    return _is_one_body(document, sentence, capitals[0], language)


def tells_where(token: Token, language: Language) -> bool:
    """« lituanien », « castrais »: an adjective made of the name of a place."""
    word = token.text.lower()
    if token.pos != "ADJ" or word in language.words.list("no_demonyms"):
        return False
    endings = tuple(language.words.list("demonym_endings"))
    return word in language.words.list("demonyms") or word.endswith(endings)


def _is_one_body(document: Document, sentence: Sentence, token: Token, language: Language) -> bool:
    """« chef du Pentagone »: a common word that is the name of one body.

    « leader des Insoumis » names people, « secrétaire à la Santé » a field of the state's.
    """
    case = child(sentence, token.i, "case") or sentence.tokens[token.i - 1]
    word = folded(case.text)
    if _is_bare_body([token], language) or token.feats.get("Number") == "Plur":
        return False
    field = language.words.table("plain_prepositions").get(word, word) == "à"
    return not field or _is_at_home(document, language)


def _has_open_body(sentence: Sentence, phrase: RolePhrase, language: Language) -> bool:
    """« président de la commission », « directeur de l'organisation pour l'Asie »: which one?

    A body behind the definite article with nothing right behind it that could tell.
    """
    bodies = language.words.list("organisation_nouns") | language.words.list("pointing_nouns")
    bodies -= language.words.list("state_things")
    if sentence.tokens[phrase.head].text.lower() in language.words.list("portfolio_nouns"):
        return False  # « ministre du budget »
    for token in sentence.tokens[phrase.head + 1 : phrase.last + 1]:
        if token.pos != "NOUN" or token.text.lower() not in bodies or is_capital(token):
            continue
        before = folded(sentence.tokens[token.i - 1].text)
        merged = before in language.words.table("merged_articles")
        definite = sentence.tokens[token.i - 1].feats.get("Definite") == "Def"
        after = sentence.tokens[token.i + 1 : phrase.last + 1]
        told = after and (after[0].pos in _TELLING or _opens_complement(after[0], language))
        if (merged or definite) and not told:
            return True
    return False


def _is_of_some(behind: Sequence[Token]) -> bool:
    """« directrice d'une école de Brest »: one of several that are not told apart."""
    case = next((k for k, t in enumerate(behind) if t.pos == "ADP"), len(behind))
    first = next(iter(behind[case + 1 :]), None)
    return first is not None and first.pos == "DET" and first.feats.get("Definite") == "Ind"


def _opens_complement(token: Token, language: Language) -> bool:
    word = folded(token.text)
    return language.words.table("plain_prepositions").get(word, word) in ("de", "d'")


def _is_broken(sentence: Sentence, phrase: RolePhrase) -> bool:
    """« chef du Centre « Roi Fahd » »: cut before a mark; or a word that the article has twice.

    So is what a misspelling spoils: « bureau des affaires maritime ».
    """
    after = sentence.tokens[phrase.last + 1 : phrase.last + 2]
    if disagrees(sentence, range(phrase.first, phrase.last + 1)):
        return True
    words = [
        t.text.lower()
        for t in sentence.tokens[phrase.first : phrase.last + 1]
        if t.pos in ("ADJ", "NOUN")
    ]
    goes_on = _goes_on(sentence, phrase.last + 1)
    return goes_on or len(set(words)) < len(words) or any(t.text in _MARKS for t in after)


def _goes_on(sentence: Sentence, behind: int) -> bool:
    """« professeur au Centre des fonds (CDF), au Mexique »: a bracket cuts off where it is."""
    tokens = sentence.tokens[behind:]
    if not tokens or tokens[0].text != "(":
        return False
    close = next((k for k, t in enumerate(tokens) if t.text == ")"), len(tokens))
    after = tokens[close + 1 : close + 4]
    return (
        len(after) == 3 and after[0].text == "," and after[1].pos == "ADP" and is_capital(after[2])
    )


def _behind_states(words: Sequence[Token], language: Language) -> Sequence[Token]:
    """The words behind what only says the rank (« général ») or the state (« sortant »)."""
    plain = language.words.list("role_ranks") | language.words.list("role_states")
    plain |= language.words.list("party_adjectives")
    first = next((k for k, t in enumerate(words) if t.text.lower() not in plain), len(words))
    return words[first:]


def _is_double(sentence: Sentence, phrase: RolePhrase, language: Language) -> bool:
    """« premier ministre »: a role noun that opens another."""
    opener = sentence.tokens[phrase.first].text.lower()
    return phrase.first < phrase.head and opener in language.words.list("role_nouns")


def _is_of_state(head: Token, telling: list[Token], language: Language) -> bool:
    """« ministre de la Défense », « chef de l'État »: every country has one."""
    things = language.words.list("state_things")
    of_state = any(t.text.lower() in things and t.pos != "ADJ" for t in telling)
    return of_state or head.text.lower() in language.words.list("state_offices")


def _names_country(behind: Sequence[Token], language: Language) -> bool:
    """« ministre allemand de la Défense », « chef de la diplomatie allemande »."""
    things, kinds = language.words.list("state_things"), language.words.list("state_kinds")
    for k, token in enumerate(behind):
        follows = k == 0 or behind[k - 1].text.lower() in things
        if follows and token.pos == "ADJ":
            return token.text.lower() not in kinds
    return False


def _is_bare_body(telling: Sequence[Token], language: Language) -> bool:
    """« porte-parole du groupe », « au comité exécutif », « gérant du bar »: which one?"""
    bodies = language.words.list("organisation_nouns") | language.words.list("pointing_nouns")
    ranks = language.words.list("role_ranks")
    last = next((t for t in reversed(telling) if t.text.lower() not in ranks), telling[-1])
    return last.pos != "ADJ" and last.text.lower() in bodies


def _is_bare_acronym(
    document: Document, sentence: Sentence, token: Token, language: Language
) -> bool:
    """« directeur d'EFI »: letters of a body that neither everybody knows nor the article spells.

    One spelled in small letters (« comité régional du tourisme ») is one of many.
    """
    before = sentence.tokens[token.i - 1]
    plain = not token.text.isupper() or len(token.text) <= _ANY_ACRONYM or len(token.text) > 5
    if plain or before.pos not in ("ADP", "DET"):
        return False
    known = language.words.list("organisations") | language.words.list("organisation_nouns")
    if token.text.lower() in known | language.words.list("known_acronyms"):
        return False
    expansion = expansions(document, language).get(token.text, "")
    return not expansion[:1].isupper()


def _is_at_home(document: Document, language: Language) -> bool:
    """Whether the country whose news this is is named, and no other more often.

    The news of Haiti or of Senegal has ministers too, and names them without the country.
    """
    home = language.words.list("home_countries")
    if _is_titled_abroad(document.source.title, home, language):
        return False
    named: Counter[str] = Counter()
    for mention in document.mentions:
        entity = mention.entity
        if mention.kind == "name" and entity is not None:
            name = folded(entity.name)
            if name in language.words.list("countries"):
                named[name] += 1
    told = any(
        folded(t.text) in language.words.list("home_words")
        for s in document.sentences
        for t in s.tokens
    )
    abroad = max((count for name, count in named.items() if name not in home), default=0)
    return told and abroad <= sum(named[name] for name in home)


def _is_titled_abroad(title: str, home: Collection[str], language: Language) -> bool:
    """Whether the first country in a headline is another one (« Chypre ouvre aux Français »)."""
    told = folded(title)
    places = {
        name: found.start()
        for name in language.words.list("countries")
        if (found := re.search(rf"\b{re.escape(name)}\b", told))
    }
    return bool(places) and min(places, key=lambda name: places[name]) not in home
