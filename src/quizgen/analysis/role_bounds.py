"""Where a role phrase begins and ends, and whether it is about the name beside it."""

from __future__ import annotations

from quizgen.analysis.capitals import folded
from quizgen.analysis.names import Name
from quizgen.analysis.tree import matches
from quizgen.language import Language
from quizgen.model import Sentence, Token

INSIDE = ("ADJ", "ADP", "DET", "NOUN", "PROPN", "NUM", "CCONJ")
REACH = 14  # tokens that a role phrase may run to
_ACRONYM = 5  # letters of « LFI »


def reaches(sentence: Sentence, i: int, name: Name, language: Language) -> bool:
    """Whether a role noun is about the name behind it, not about a noun between.

    No role of X: « le chef du mouvement X », « mis en garde M. X », « la première loi X ».
    """
    tokens = sentence.tokens
    governor = tokens[tokens[name.first].head]
    between = name.kind != "person" and i < governor.i < name.first and governor.pos == "NOUN"
    if between and not _is_role(governor, language):
        return False
    if i > 0 and tokens[i - 1].pos == "ADP":
        merged = folded(tokens[i - 1].text) in language.words.table("plain_prepositions")
        if not merged:
            return False
    opener = tokens[i].text.lower() in language.words.list("role_openers")
    return not opener or i + 1 == name.first or tokens[i].pos == "NOUN"


def _is_role(token: Token, language: Language) -> bool:
    return token.text.lower() in language.words.list("role_nouns")


def may_be_verb(sentence: Sentence, i: int, language: Language) -> bool:
    """« …, juge X »: a role noun without article that a verb is written like."""
    before = sentence.tokens[i - 1] if i else None
    if before is None or before.pos not in ("PUNCT", "PRON"):
        return False
    readings = language.lexicon.readings(sentence.tokens[i].text.lower())
    return any(r.pos == "VERB" for r in readings)


def leads_away(token: Token, language: Language) -> bool:
    """« le chef sur son compte X »: a preposition that a role does not take."""
    word = token.text.lower().replace("’", "'")
    return token.pos == "ADP" and word not in language.words.list("role_prepositions")


def is_definite(sentence: Sentence, i: int) -> bool:
    """Whether a token is a definite article."""
    token = sentence.tokens[i]
    return token.pos == "DET" and token.feats.get("Definite") == "Def"


def is_elect(sentence: Sentence, i: int) -> bool:
    """« le maire désigné X »: a participle right behind the noun that it describes."""
    token = sentence.tokens[i]
    participle = token.feats.get("VerbForm") == "Part" and matches(token.dep, ("acl", "amod"))
    return participle and i > 0 and token.head == i - 1


def starts_phrase(sentence: Sentence, i: int) -> bool:
    """Whether a phrase may start here: nothing before it governs it as a noun does."""
    before = sentence.tokens[i - 1] if i else None
    return before is None or before.pos in ("PUNCT", "CCONJ", "SCONJ", "ADP", "VERB", "AUX", "PRON")


def continues_role(sentence: Sentence, i: int, language: Language) -> bool:
    """« premier ministre », « avocat général »: a role noun right before is the head."""
    before = sentence.tokens[i - 1].text.lower() if i else ""
    openers = language.words.list("role_openers")
    return before in language.words.list("role_nouns") and before not in openers


def first_of(sentence: Sentence, head: int, language: Language) -> int:
    """The first of the adjectives that open a role (« ancien »), or the role noun."""
    openers = language.words.list("role_openers")
    first = head
    while first > 0 and sentence.tokens[first - 1].text.lower().rstrip("-") in openers:
        first -= 1
    return first


def role_noun_from(sentence: Sentence, here: int, language: Language) -> int | None:
    """The role noun that a phrase starts with, behind its opening adjectives."""
    roles = language.words.list("role_nouns")
    openers = language.words.list("role_openers")
    tokens = sentence.tokens
    while here < len(tokens):
        word = tokens[here].text.lower()
        if (
            word in roles
            and tokens[here].feats.get("VerbForm") != "Part"
            and not (
                word in openers
                and here + 1 < len(tokens)
                and tokens[here + 1].text.lower() in roles
            )
        ):
            return here
        if word not in openers:
            return None
        here += 1
    return None


def end_of_phrase(sentence: Sentence, head: int, language: Language) -> int:
    """The last token of the noun phrase that starts with the role noun.

    Ages and dates (« de 41 ans », « depuis 2013 ») and « aux journalistes » behind a name are out.
    """
    tokens = sentence.tokens
    last = head
    for i in range(head + 1, min(len(tokens), head + REACH)):
        token = tokens[i]
        if token.pos not in INSIDE or not _below(sentence, i, head):
            break
        if token.pos == "ADP" and (
            leads_away(token, language) or _opens_other(sentence, i, language)
        ):
            break
        if token.pos == "PROPN" and tokens[i - 1].i == head and len(token.text) > _ACRONYM:
            break  # « le président X »
        last = i
    while last > head and tokens[last].pos in ("ADP", "DET", "CCONJ"):
        last -= 1
    return last


def _opens_other(sentence: Sentence, i: int, language: Language) -> bool:
    """« de 41 ans », « de dimanche », « à la presse »: words that are no part of the role."""
    after = sentence.tokens[i + 1 : i + 3]
    if after and after[0].text.lower() in language.words.list("deictics"):
        return True
    word = folded(sentence.tokens[i].text)
    plain = language.words.table("plain_prepositions").get(word, word)
    if plain in language.words.list("to_words") and any(
        t.text.lower() in language.words.list("listeners") for t in after
    ):
        return True
    units = language.words.list("time_units")
    return len(after) == 2 and after[0].pos == "NUM" and after[1].text.lower() in units


def _below(sentence: Sentence, i: int, head: int) -> bool:
    seen = set()
    while i != head and i not in seen:
        seen.add(i)
        i = sentence.tokens[i].head
    return i == head
