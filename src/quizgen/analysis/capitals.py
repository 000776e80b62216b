"""What the dictionary and the pack's lists say of a capitalised word."""

from __future__ import annotations

from quizgen.language import Language
from quizgen.model import Token


def is_capital(token: Token) -> bool:
    """Whether a word starts with a capital letter."""
    return token.text[0].isupper() and token.pos not in ("PUNCT", "SYM")


def is_acronym(text: str) -> bool:
    """Whether a word is capitals only, of two letters or more (« LFI », « BFM-TV »)."""
    return len(text) > 1 and text.isupper() and text.replace("-", "").isalpha()


def is_initial(token: Token) -> bool:
    """« L. », or a short word of a name; not an acronym before one (« le député LFI X Y »)."""
    return len(token.text) < 4 and token.pos == "PROPN" and not is_acronym(token.text)


def folded(text: str) -> str:
    """A word or a name as the word lists spell it."""
    return text.lower().replace("’", "'")


def is_given(text: str, language: Language) -> bool:
    """Whether a word, or its part before the hyphen, is a given name."""
    forms = (text, text.partition("-")[0])
    return any(r.name == "given" for form in forms for r in language.lexicon.readings(form))


def is_surname(text: str, language: Language) -> bool:
    """Whether a word is known as a family name."""
    return any(r.name == "surname" for r in language.lexicon.readings(text))


def is_listed_place(text: str, language: Language) -> bool:
    """Whether a name is that of a country, of a city, or of a place that the pack lists."""
    name = folded(text)
    if name in language.words.list("places") or name in language.words.list("countries"):
        return True
    city = name in language.words.list("cities")
    return city and not (is_given(text, language) or is_surname(text, language))


def is_place(text: str, language: Language) -> bool:
    """Whether a name is a listed place, or a proper name that the dictionary has for no person."""
    if folded(text) in language.words.list("organisations"):
        return False
    if is_listed_place(text, language) or is_compound_place(text, language):
        return True
    if is_thing(text, language) or is_acronym(text):
        return False
    return any(r.name == "place" for r in language.lexicon.readings(text))


def is_compound_place(text: str, language: Language) -> bool:
    """« Hauts-de-Seine », « Boulogne-sur-Mer »: names joined as those of places are."""
    return bool(set(folded(text).split("-")[1:-1]) & language.words.list("place_joints"))


def is_thing(text: str, language: Language) -> bool:
    """Whether a name is that of a disease, a feast or the like."""
    return folded(text) in language.words.list("thing_names")


def is_small(text: str, language: Language) -> bool:
    """Whether the dictionary has a word as pronoun, preposition or the like (« Personne »)."""
    parts = {r.pos for r in language.lexicon.readings(text.lower())}
    return bool(parts & {"PRON", "ADP", "DET", "CCONJ", "SCONJ", "ADV"})


def is_common(text: str, language: Language) -> bool:
    """Whether a word also stands without capital in the dictionary."""
    return any(not r.name for r in language.lexicon.readings(text.lower()))


def is_ordinary(text: str, language: Language) -> bool:
    """Whether the dictionary has a word as common word only."""
    return is_common(text, language) and not any(r.name for r in language.lexicon.readings(text))


def is_demonym(text: str, language: Language) -> bool:
    """« Français », « Palestiniens »: a capitalised noun that is an adjective too."""
    if is_acronym(text) or not is_ordinary(text, language):
        return False
    if folded(text) in language.words.list("organisations"):
        return False
    parts = {r.pos for r in language.lexicon.readings(text)}
    return parts == {"NOUN", "ADJ"} and not is_given(text, language)


def is_role(text: str, language: Language) -> bool:
    """Whether a word says what somebody does."""
    return text.lower() in language.words.list("role_nouns")


def is_title(text: str, language: Language) -> bool:
    """« M. », « Mme », « Me »."""
    return text.lower().rstrip(".") in language.words.list("titles")
