"""Gender and number of nouns and names that do not show them: la ministre, Claire, l'OTAN.

The treebanks annotate what a form shows. The rest stands in the words that agree with it, or in
the dictionary.
"""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from quizgen.packs.fr.lemmas import lexicon

AGREEING = frozenset({"det", "amod", "acl"})
FIELDS = {"Gender": "gender", "Number": "number"}


@Language.component("quizgen_agreement")
def set_agreement(doc: Doc) -> Doc:
    """Fill in the gender and number of nouns and names where they can be known."""
    for token in doc:
        if token.pos_ in ("NOUN", "PROPN"):
            known = token.morph.to_dict()
            found = {
                feature: value
                for feature in FIELDS
                if feature not in known and (value := _value(token, feature))
            }
            if found:
                token.set_morph(known | found)  # type: ignore[attr-defined]
    return doc


def _value(token: Token, feature: str) -> str:
    """Return the one value that the words around or the dictionary give, or ''."""
    for values in (set(_shown(token, feature)), _listed(token, feature)):
        if len(values) == 1:
            return str(values.pop())
    return ""


def _shown(token: Token, feature: str) -> Iterator[str]:
    """Yield the values that determiners, adjectives and participles show."""
    for child in token.children:
        if child.dep_ in AGREEING:
            yield from child.morph.get(feature, [])


def _listed(token: Token, feature: str) -> set[str]:
    """Return the values that the dictionary lists for the form."""
    readings = lexicon().readings(token.text)
    return {
        getattr(reading, FIELDS[feature]) for reading in readings if reading.pos == token.pos_
    } - {""}
