"""What a run of capitalised words names: a person, a body, a place; and its gender."""

from __future__ import annotations

from quizgen.analysis.tree import child
from quizgen.language import Language
from quizgen.model import EntityKind, Sentence, Token

_REACH = 6  # tokens back to a role noun that a name may belong to


def is_capital(token: Token) -> bool:
    """Whether a word is written with a capital."""
    return token.text[0].isupper() and token.pos not in ("PUNCT", "SYM")


def is_given(token: Token, language: Language) -> bool:
    """Whether a word is a given name, or a compound that begins with one."""
    first = token.text.partition("-")[0]
    return any(
        r.name == "given" for form in (token.text, first) for r in language.lexicon.readings(form)
    )


def is_place(text: str, language: Language) -> bool:
    """Whether the lists or the dictionary know a name as a place's."""
    folded = text.lower().replace("’", "'")
    if folded in language.words.list("places") or folded in language.words.list("countries"):
        return True
    return any(r.name == "place" for r in language.lexicon.readings(text))


def title_gender(sentence: Sentence, first: int, language: Language) -> str:
    """Masc or Fem when a title of courtesy stands before the name."""
    if first == 0:
        return ""
    titles = language.words.table("titles_gender")
    return str(titles.get(sentence.tokens[first - 1].text.lower().rstrip("."), ""))


def kind_of(
    sentence: Sentence, first: int, last: int, language: Language, *, titled: bool
) -> EntityKind:
    """What tokens `first`..`last` name; `titled` says that a title of courtesy stands before."""
    if titled:
        return "person"
    tokens = sentence.tokens[first : last + 1]
    if _is_organisation(sentence, first, last, language):
        return "organisation"
    if is_place(" ".join(t.text for t in tokens), language):
        return "place"
    article = first > 0 and sentence.tokens[first - 1].pos == "DET"
    if len(tokens) > 1:
        return _kind_of_several(sentence, first, last, language, article=article)
    if not article and is_given(tokens[0], language) and not tokens[0].text.isupper():
        return "place" if _after_place_word(sentence, first, language) else "person"
    return _kind_by_look(sentence, first, language, article=article)


def _kind_of_several(
    sentence: Sentence, first: int, last: int, language: Language, *, article: bool
) -> EntityKind:
    """Two capitalised words without article are somebody's, unless « à » or « en » precedes."""
    tokens = sentence.tokens[first : last + 1]
    if is_given(tokens[0], language):
        return "person"
    somewhere = _after_place_word(sentence, first, language)
    if not article and all(is_capital(t) for t in tokens):
        return "place" if somewhere else "person"
    return _kind_by_look(sentence, first, language, article=article)


def _kind_by_look(
    sentence: Sentence, first: int, language: Language, *, article: bool
) -> EntityKind:
    """An acronym or a name with its article is a body's; one behind « à » or « en » a place's."""
    word = sentence.tokens[first].text
    if word.isupper() and len(word) > 1:
        return "organisation"
    if _after_place_word(sentence, first, language):
        return "place"
    return "organisation" if article else "other"


def _is_organisation(sentence: Sentence, first: int, last: int, language: Language) -> bool:
    tokens = sentence.tokens
    nouns = language.words.list("organisation_nouns")
    if tokens[first].text.lower() in nouns:
        return True
    before = tokens[first - 1] if first else None
    if is_given(tokens[first], language) and last > first:
        roles = language.words.list("role_nouns")
        if any(t.text.lower() in roles for t in tokens[max(0, first - _REACH) : first]):
            return False  # « le président de la Cour Paul Durand »
    return before is not None and before.text.lower() in nouns and before.i == tokens[first].head


def _after_place_word(sentence: Sentence, first: int, language: Language) -> bool:
    if first == 0:
        return False
    before = sentence.tokens[first - 1]
    return before.text.lower() in language.words.list("place_prepositions")


def gender_of(sentence: Sentence, first: int, kind: EntityKind, language: Language) -> str:
    """Masc, Fem or "", from the given name, the article or the common noun inside."""
    tokens = sentence.tokens
    if kind == "person":
        for reading in language.lexicon.readings(tokens[first].text.partition("-")[0]):
            if reading.name == "given" and reading.gender:
                return reading.gender
        return ""
    article = child(sentence, first, "det")
    if article is not None and article.i == first - 1 and article.text[-1] not in "'’":
        return article.feats.get("Gender", "")
    for reading in language.lexicon.readings(tokens[first].text.lower()):
        if reading.pos == "NOUN" and reading.gender and not tokens[first].text.isupper():
            return reading.gender
    return tokens[first].feats.get("Gender", "") if kind == "place" else ""
