"""What wording needs to know of a role: its sort, whether it is whole, past, known to all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quizgen.analysis.capitals import folded, is_capital, is_ordinary
from quizgen.analysis.roles import RolePhrase
from quizgen.facts.acronyms import expansions
from quizgen.language import Language
from quizgen.model import Document, Entity, Sentence, Token

_TELLING = ("NOUN", "PROPN", "ADJ")
_MARKS = ("«", '"', "“")
_CENTRAL = 3  # sentences that name somebody whom the article is about
_ANY_ACRONYM = 2  # letters of those that need no expansion: parties, « UE »


def role_fields(
    document: Document,
    sentence: Sentence,
    phrase: RolePhrase,
    entity: Entity,
    language: Language,
) -> Mapping[str, str]:
    """`sort`, `complete`, `former`, `known`, `passing` (« un ingénieur »: one of many), `plain`."""
    opening = [t.text for t in sentence.tokens[phrase.first : phrase.head + 1]]
    sort = _sort(sentence, phrase, language)
    complete = is_complete(document, sentence, phrase, language)
    if sort == "profession":
        complete = _has_employer(sentence, phrase, language) or (
            _is_plain(sentence, phrase) and _is_central(document, entity)
        )
    words = [t.text.lower() for t in sentence.tokens[phrase.first : phrase.last + 1]]
    before = sentence.tokens[phrase.first - 1] if phrase.first else None
    passing = before is not None and before.feats.get("Definite") == "Ind"
    role = " ".join(words).replace("’", "'").replace("' ", "'")
    return {
        "sort": sort,
        "complete": "yes" if complete else "",
        "former": "yes" if is_former(opening, language) else "",
        "known": "yes" if role in language.words.list("known_offices") else "",
        "passing": "yes" if passing else "",
        "plain": "yes" if _is_plain(sentence, phrase) else "",
    }


def _sort(sentence: Sentence, phrase: RolePhrase, language: Language) -> str:
    """Office, profession, or "": an owner or an expert has no function by that.

    A « patron » is one of a body; « patron du rugby » is a way of speaking.
    """
    noun = sentence.tokens[phrase.head].text.lower()
    if noun in language.words.list("professions"):
        return "" if noun in language.words.list("no_functions") else "profession"
    behind = sentence.tokens[phrase.head + 1 : phrase.last + 1]
    bodies = language.words.list("organisation_nouns")
    body = any(is_capital(t) or t.text.lower() in bodies for t in behind)
    loose = noun in language.words.list("loose_heads") and not body
    return "" if loose or noun in language.words.list("no_functions") else "office"


def _has_employer(sentence: Sentence, phrase: RolePhrase, language: Language) -> bool:
    """« astronome à l'observatoire de Nice »: behind a preposition, a name or a body."""
    behind = sentence.tokens[phrase.head + 1 : phrase.last + 1]
    bodies = language.words.list("organisation_nouns")
    named = any(is_capital(t) or t.text.lower() in bodies for t in behind)
    return named and behind[0].pos == "ADP"


def _is_plain(sentence: Sentence, phrase: RolePhrase) -> bool:
    """« chanteuse », « médecin de santé publique »: no adjective that may say where from."""
    behind = sentence.tokens[phrase.head + 1 : phrase.last + 1]
    return not behind or behind[0].pos in ("ADP", "CCONJ", "NOUN")


def _is_central(document: Document, entity: Entity) -> bool:
    at = {m.sentence for m in document.mentions if m.entity == entity and m.kind == "name"}
    return len(at) >= _CENTRAL


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
    head, behind = (
        sentence.tokens[phrase.head],
        sentence.tokens[phrase.head + 1 : phrase.last + 1],
    )
    telling = [t for t in _behind_states(behind, language) if t.pos in _TELLING]
    bare = any(_is_bare_acronym(document, sentence, t, language) for t in telling)
    if bare or _is_broken(sentence, phrase):
        return False
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
    return not telling or named or not _is_bare_body(telling, language)


def _is_broken(sentence: Sentence, phrase: RolePhrase) -> bool:
    """« chef du Centre « Roi Fahd » »: cut before a mark; or a word that the article has twice."""
    after = sentence.tokens[phrase.last + 1 : phrase.last + 2]
    words = [
        t.text.lower()
        for t in sentence.tokens[phrase.first : phrase.last + 1]
        if t.pos in ("ADJ", "NOUN")
    ]
    return len(set(words)) < len(words) or any(t.text in _MARKS for t in after)


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
    if token.text.lower() in language.words.list("organisations"):
        return False
    expansion = expansions(document, language).get(token.text, "")
    return not expansion[:1].isupper()


def _is_at_home(document: Document, language: Language) -> bool:
    """Whether the country whose news this is is named, and no other more often.

    The news of Haiti or of Senegal has ministers too, and names them without the country.
    """
    home = language.words.list("home_countries")
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
