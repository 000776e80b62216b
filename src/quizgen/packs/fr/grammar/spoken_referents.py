"""Whether what a quotation's pronouns, possessives and definite nouns mean stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quizgen.analysis.keywords import heaviest
from quizgen.analysis.tree import child, children, is_bare_definite, matches
from quizgen.model import Document, Sentence, Token
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_NAMING = ("NOUN", "PROPN")


def is_explained(sentence: Sentence, pronoun: Token, said: Sequence[Token]) -> bool:
    """« ceux qui … », or a pronoun of the third person with a noun of its kind before it."""
    if child(sentence, pronoun.i, "acl", "nmod") is not None:
        return True
    before = [t for t in said if t.start < pronoun.start and t.pos in _NAMING]
    if pronoun.text.lower() in _WORDS.list("gendered_clitics"):
        before = [t for t in before if "Gender" in t.feats]
    personal = pronoun.feats.get("PronType") == "Prs"
    return personal and any(_agree(noun, pronoun) for noun in before)


def _agree(noun: Token, pronoun: Token) -> bool:
    return all(
        noun.feats.get(name, pronoun.feats.get(name)) == pronoun.feats.get(name, value)
        for name, value in noun.feats.items()
        if name in ("Gender", "Number")
    )


def lacks_owner(sentence: Sentence, token: Token, word: str, said: Sequence[Token]) -> bool:
    """« Son rôle … »: nothing said before it can be whose it is.

    « une aide assurera son retour »: something new owns nothing, save in its own clause.
    """
    if word not in _WORDS.list("their_words") or token.pos != "DET":
        return False
    wrong = "Sing" if word.startswith("leur") else "Plur"
    before = [t for t in said if t.start < token.start and t.pos in _NAMING]
    own = _subject_near(sentence, token)
    return not any(
        noun.feats.get("Number") != wrong and (noun is own or not _is_new(sentence, noun))
        for noun in before
    )


def _subject_near(sentence: Sentence, token: Token) -> Token | None:
    """The subject of the clause in which a word stands."""
    here = token
    while here.head != here.i and not children(sentence, here.i, "nsubj"):
        here = sentence.tokens[here.head]
        if here.pos == "VERB":
            break
    return child(sentence, here.i, "nsubj")


def _is_new(sentence: Sentence, noun: Token) -> bool:
    """« une aide », « de l'aide »: told here for the first time; not where it is in another."""
    inside = noun.i < len(sentence.tokens) and sentence.tokens[noun.i] is noun
    return inside and any(
        t.feats.get("Definite") == "Ind" for t in children(sentence, noun.i, "det")
    )


def check_definite(
    document: Document, sentence: Sentence, token: Token, said: Sequence[Token]
) -> None:
    """Raise Withheld for « le sujet », « les opérateurs »: nothing says which one is meant.

    Of nouns that do not always want to be told of what, only subjects count: « dans le métro »
    means any.
    """
    told = any(t.lemma == token.lemma for t in said if t.start < token.start)
    if told or token.pos != "NOUN" or token.text[0].isupper():
        return
    if is_open(sentence, token) and _is_definite(sentence, token):
        raise Withheld(f"« {token.text} »: of what?")
    known = {token.lemma.lower(), token.text.lower()} & _WORDS.list("unique_nouns")
    if known or not is_bare_definite(sentence, token):
        return
    central = token.text.lower() in heaviest(document)
    subject = matches(token.dep, ("nsubj",)) and not _opens_clause(sentence, token)
    if _points(token) or (subject and not central):
        raise Withheld(f"« {token.text} »: which one?")


def _points(token: Token) -> bool:
    """Whether a noun in the singular stands for what was told before."""
    pointing = _WORDS.list("stand_in_nouns") | _WORDS.list("owned_fields")
    pointing |= _WORDS.list("quantity_nouns")
    return token.feats.get("Number") != "Plur" and token.lemma.lower() in pointing


def _is_definite(sentence: Sentence, noun: Token) -> bool:
    before = children(sentence, noun.i, "det", "case")
    return any(t.feats.get("Definite") == "Def" for t in before)


def is_open(sentence: Sentence, noun: Token) -> bool:
    """« la seule solution », « notre tâche »: of what is told neither by a phrase nor a clause."""
    told = child(sentence, noun.i, "nmod", "acl") is not None or _opens_clause(sentence, noun)
    return not told and noun.lemma.lower() in _WORDS.list("open_nouns")


def _opens_clause(sentence: Sentence, token: Token) -> bool:
    """« le problème est que … », « l'idée, c'est de … »: what follows tells of what."""
    behind = sentence.tokens[token.i + 1 : token.i + 6]
    links = _WORDS.list("that_words") | _WORDS.list("complement_openers")
    return any(
        one.lemma == "être" and other.text.lower().replace("’", "'") in links
        for one, other in pairwise(behind)
    )
