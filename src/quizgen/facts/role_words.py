"""The words of a role itself: tied to the name, and without what is no part of the role."""

from __future__ import annotations

from dataclasses import replace

from quizgen.analysis.capitals import is_capital
from quizgen.analysis.names import Name
from quizgen.analysis.roles import RolePhrase
from quizgen.analysis.tree import ancestors, child, matches
from quizgen.facts.humans import is_human
from quizgen.language import Language
from quizgen.model import Sentence, Token

_LEARNED = ("logue", "logiste")  # endings of professions that no list holds


def is_beside(sentence: Sentence, phrase: RolePhrase, name: Name, language: Language) -> bool:
    """Whether a definite role beyond a comma is the name's.

    It is not in « Selon X, le maire … », nor in « la veuve du maire de Metz, X ».

    Without comma (« le maire X ») or article (« X, maire de … ») the place alone tells.
    """
    tokens = sentence.tokens
    before = phrase.last < name.first
    comma = tokens[name.first - 1 if before else name.last + 1].text == ","
    article = phrase.first > 0 and tokens[phrase.first - 1].pos == "DET"
    if not comma or not article:
        return True
    if before and (
        _is_of_another(sentence, phrase, language) or _opens_for(sentence, phrase, name)
    ):
        return False
    role, named = range(phrase.first, phrase.last + 1), range(name.first, name.last + 1)
    head, first = tokens[phrase.head], tokens[name.first]
    tied = any(tokens[i].head in role for i in named) or head.head in named
    tied |= (head.head, head.dep) == (first.head, first.dep)  # read as two subjects of one verb
    return tied or not (before or tokens[phrase.head].dep.startswith("nsubj"))


def _opens_for(sentence: Sentence, phrase: RolePhrase, name: Name) -> bool:
    """« Évoquant une lettre du maire, X affirme »: words that open a clause of which X is subject.

    Whatever the tree says, the verb behind the name has no other.
    """
    for token in (sentence.tokens[phrase.head], *ancestors(sentence, phrase.head)):
        if matches(token.dep, ("advcl",)) and token.i < phrase.first:
            verb = sentence.tokens[token.head]
            return verb.i > name.last and child(sentence, verb.i, "nsubj") is None
    return False


def _is_of_another(sentence: Sentence, phrase: RolePhrase, language: Language) -> bool:
    """« la veuve du maire »: a role that only says whose somebody is."""
    head = sentence.tokens[phrase.head]
    return matches(head.dep, ("nmod",)) and is_human(sentence.tokens[head.head], language)


def own_words(sentence: Sentence, phrase: RolePhrase, language: Language) -> RolePhrase:
    """A role phrase without a second noun that is no function, an occasion, a side.

    « chanteuse et survivante de … », « députée pour des raisons de santé », « maire de droite ».
    """
    sides = language.words.list("political_sides")
    for token in sentence.tokens[phrase.head + 1 : phrase.last + 1]:
        behind = sentence.tokens[token.i + 1 : phrase.last + 1]
        if token.pos == "CCONJ" and _joins_other(sentence, phrase, behind, language):
            return replace(phrase, last=token.i - 1)
        if token.pos == "CCONJ" and _joins_office(sentence, phrase, behind, language):
            return replace(phrase, first=token.i + 1, head=token.i + 1)
        if token.pos == "ADP" and behind and behind[-1].text.lower() in sides and len(behind) < 3:
            return replace(phrase, last=token.i - 1)
        opens = token.pos == "ADP" and bool(behind) and behind[0].pos == "DET"
        if opens and behind[0].feats.get("Definite") == "Ind" and token.text.lower() == "pour":
            return replace(phrase, last=token.i - 1)
    return _without_origin(sentence, phrase, language)


def _joins_other(
    sentence: Sentence, phrase: RolePhrase, behind: tuple[Token, ...], language: Language
) -> bool:
    """Whether a conjunction joins the role noun to a noun that is no function.

    « présidente de l'association et mère de X »: a noun of people without article is told of the
    same person, whatever the tree says.
    """
    others = language.words.list("person_nouns") | language.words.list("origin_nouns")
    if behind and behind[0].text.lower() in others:
        return True
    for token in behind:
        if token.dep != "conj" or token.head != phrase.head:
            continue
        if child(sentence, token.i, "case") is not None:
            return False
        word = token.text.lower()
        functions = language.words.list("role_nouns") | language.words.list("professions")
        functions -= language.words.list("no_functions")
        return word not in functions and not word.endswith(_LEARNED)
    return False


def _joins_office(
    sentence: Sentence, phrase: RolePhrase, behind: tuple[Token, ...], language: Language
) -> bool:
    """« éditeur de musique et président du conseil de la Sacem »: a trade, then an office."""
    if not behind or not any(is_capital(t) for t in behind):
        return False
    office, trade = behind[0].text.lower(), sentence.tokens[phrase.head].text.lower()
    trades = language.words.list("professions")
    other = trades | language.words.list("no_functions") | language.words.list("loose_heads")
    return trade in trades and office in language.words.list("role_nouns") - other


def _without_origin(sentence: Sentence, phrase: RolePhrase, language: Language) -> RolePhrase:
    """« réalisatrice américaine d'origine chinoise »: where somebody is from is no profession."""
    head = sentence.tokens[phrase.head]
    if head.text.lower() not in language.words.list("professions"):
        return phrase
    behind = sentence.tokens[phrase.head + 1 : phrase.last + 1]
    if behind and behind[0].pos == "ADJ":
        rest = behind[1:]
        joined = [t for t in rest if t.pos == "CCONJ"]
        whole = not rest or rest[0].pos == "ADJ" or _is_origin(rest, language)
        return replace(phrase, last=phrase.head) if whole and not joined else phrase
    return phrase


def _is_origin(words: tuple[Token, ...], language: Language) -> bool:
    return any(t.text.lower() in language.words.list("origin_nouns") for t in words[:2])


def founded_by(
    sentence: Sentence, phrase: RolePhrase, language: Language
) -> tuple[str, tuple[int, ...]] | None:
    """« fondateur du groupe Nordis »: the article that a preposition holds, and what has a name."""
    head = sentence.tokens[phrase.head]
    words = tuple(range(phrase.head + 1, phrase.last + 1))
    if head.text.lower() not in language.words.list("founder_nouns") or len(words) < 2:
        return None
    case, rest = sentence.tokens[words[0]], [sentence.tokens[i] for i in words[1:]]
    indefinite = rest[0].feats.get("Definite") == "Ind"
    one = not any(t.pos == "CCONJ" or t.feats.get("Number") == "Plur" for t in rest)
    listed = rest[-1].text.lower() in language.words.list("organisations")
    inside = listed and len(rest) > 1  # « du groupe Facebook »: one of many
    if case.pos != "ADP" or indefinite or inside or not one or not is_capital(rest[-1]):
        return None
    article = language.words.table("merged_articles").get(case.text.lower(), "that")
    return str(article), words[1:]
