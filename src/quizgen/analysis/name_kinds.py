"""What a name names: a person, an organisation, a place; and its gender and number."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.analysis.capitals import (
    folded,
    is_acronym,
    is_capital,
    is_common,
    is_compound_place,
    is_given,
    is_listed_place,
    is_ordinary,
    is_place,
    is_role,
    is_surname,
    is_thing,
)
from quizgen.analysis.name_evidence import (
    acts,
    has_article,
    is_after_place_word,
    is_at_place_noun,
    is_beside_person,
    is_titled,
    noun_beside,
    speaks,
)
from quizgen.analysis.tree import child
from quizgen.language import Language
from quizgen.model import EntityKind, Sentence, Token

_REACH = 6  # tokens back to a role noun that a name may belong to


def kind_of(sentence: Sentence, first: int, last: int, language: Language) -> EntityKind:
    """The kind that the words of a name and those around it show; "other" in doubt."""
    tokens = sentence.tokens[first : last + 1]
    personal = len(tokens) > 1 and is_given(tokens[0].text, language)
    known = _known_kind(sentence, first, last, language)
    if known is not None:
        return known
    if not personal and is_at_place_noun(sentence, first, language):
        return "place"
    if is_place(" ".join(t.text for t in tokens), language):
        return _kind_of_listed(sentence, first, language)
    if personal or _is_described(sentence, first, tokens, language):
        return "person"
    if len(tokens) == 1 or has_article(sentence, first):
        return _kind_of_one(sentence, first, language)
    return _kind_of_many(sentence, first, tokens, language)


def _known_kind(sentence: Sentence, first: int, last: int, language: Language) -> EntityKind | None:
    """The kind by a title, by the pack's lists and by the nouns of bodies; None for other names."""
    tokens = sentence.tokens[first : last + 1]
    text = " ".join(t.text for t in tokens)
    if is_titled(sentence, first, language):
        return "person"
    if is_thing(text, language):
        return "other"
    if _is_organisation(sentence, first, last, language):
        return "organisation"
    listed = is_listed_place(text, language) or _is_region(tokens, language)
    return "place" if listed else None


def _is_region(tokens: Sequence[Token], language: Language) -> bool:
    """« Pays de Galles », « Irlande du Nord », « Hauts-de-Seine »."""
    if len(tokens) == 1:
        return is_compound_place(tokens[0].text, language)
    one, other = tokens[0].text, folded(tokens[-1].text)
    compass = is_place(one, language) and other in language.words.list("compass")
    return compass or folded(one) in language.words.list("place_nouns")


def _is_described(
    sentence: Sentence, first: int, tokens: Sequence[Token], language: Language
) -> bool:
    """« la star du cyclisme X Y »: two words and more, no acronym, behind a noun for people."""
    if len(tokens) == 1 or any(is_acronym(t.text) for t in tokens):
        return False
    return is_beside_person(sentence, first, language)


def _kind_of_listed(sentence: Sentence, first: int, language: Language) -> EntityKind:
    """The kind of a proper name that the dictionary has for no person: a place, a firm, a thing."""
    head = sentence.tokens[first]
    if is_after_place_word(sentence, first, language):
        return "place"
    if speaks(sentence, head, language) or acts(sentence, head):
        return "organisation"
    return "other" if noun_beside(sentence, first, language) is not None else "place"


def _kind_of_one(sentence: Sentence, first: int, language: Language) -> EntityKind:
    """The kind of a single word, or of a name by its first word and the article before it."""
    text = sentence.tokens[first].text
    if is_acronym(text):
        thing = text.lower() in language.words.list("acronym_nouns")
        return "other" if thing else "organisation"
    if is_after_place_word(sentence, first, language):
        return "place"
    if has_article(sentence, first):
        return "organisation"
    return "person" if is_given(text, language) else "other"


def _kind_of_many(
    sentence: Sentence, first: int, tokens: Sequence[Token], language: Language
) -> EntityKind:
    """The kind of several words without article that start with no known given name."""
    if is_surname(tokens[-1].text, language) and not is_ordinary(tokens[0].text, language):
        return "person"
    capitals = [t for t in tokens if is_capital(t)]
    if speaks(sentence, tokens[0], language) and all(
        not is_common(t.text, language) for t in capitals[1:]
    ):
        return "person"
    if _holds_body(capitals, language):
        return "organisation"
    if is_after_place_word(sentence, first, language):
        return "place"
    if len(capitals) < len(tokens) and is_place(tokens[0].text, language):
        return "other"
    known = (is_ordinary(t.text, language) or is_listed_place(t.text, language) for t in capitals)
    apart = _is_foreign(tokens, language) or tokens[0].pos == "DET"
    beside = noun_beside(sentence, first, language) is not None  # « les missiles Storm Shadow »
    return "other" if any(known) or apart or beside else "person"


def _holds_body(capitals: Sequence[Token], language: Language) -> bool:
    """« BNP Paribas », « Samsung Electronics »: an acronym or a known body inside."""
    if any(is_acronym(t.text) for t in capitals[:-1]):
        return True
    bodies = language.words.list("organisations")
    return any(folded(t.text) in bodies for t in capitals)


def _is_foreign(tokens: Sequence[Token], language: Language) -> bool:
    """« Journal of X »: a title in another language."""
    return any(folded(t.text) in language.words.list("foreign_words") for t in tokens)


def _is_organisation(sentence: Sentence, first: int, last: int, language: Language) -> bool:
    tokens = sentence.tokens
    nouns = language.words.list("organisation_nouns")
    inside = [folded(t.text) for t in tokens[first : last + 1]]
    if folded(" ".join(inside)) in language.words.list("organisations"):
        return True
    if inside[0] in nouns or set(inside) & language.words.list("organisation_words"):
        return True
    near = tokens[max(0, first - _REACH) : first]
    personal = is_given(tokens[first].text, language) and last > first
    if personal and any(is_role(t.text, language) for t in near):
        return False  # « le président de la Cour Paul Durand »
    before = noun_beside(sentence, first, language)
    return before is not None and before.text.lower() in nouns


def gender_of(sentence: Sentence, first: int, kind: EntityKind, language: Language) -> str:
    """Masc or Fem, by the given name, the article or the dictionary; "" when nothing tells."""
    token = sentence.tokens[first]
    if kind == "person":
        for reading in language.lexicon.readings(token.text.partition("-")[0]):
            if reading.name == "given" and reading.gender:
                return reading.gender
        return ""
    article = child(sentence, first, "det")
    if article is not None and article.i == first - 1 and article.text[-1] not in "'’":
        return article.feats.get("Gender", "")
    for reading in language.lexicon.readings(token.text):
        if reading.lemma[:1].isupper() and reading.name != "given" and reading.gender:
            return reading.gender
    if is_common(token.text, language) and not token.text.isupper():
        for reading in language.lexicon.readings(token.text.lower()):
            if reading.pos == "NOUN" and reading.gender:
                return reading.gender
    return ""


def number_of(sentence: Sentence, first: int, last: int, language: Language) -> str:
    """Plur for « les États-Unis », otherwise Sing."""
    article = sentence.tokens[first - 1] if first else None
    if article is not None and article.pos == "DET" and article.feats.get("Number") == "Plur":
        return "Plur"
    whole = " ".join(t.text for t in sentence.tokens[first : last + 1])
    plural = any(r.number == "Plur" and r.name for r in language.lexicon.readings(whole))
    return "Plur" if plural else "Sing"
