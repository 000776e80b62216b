"""Lemmas from the dictionary, once tags are known; exceptions were learned from the treebanks."""

import re
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from quizgen.packs.fr.dicollecte import PIPELINE, Dicollecte, Reading

VERBAL = frozenset({"VERB", "AUX"})
UNCHANGED = frozenset({"PROPN", "PUNCT", "SYM", "X"})
_FIRST_GROUP = re.compile("(?:ée?s?|er?|e[sz]|ent|ait|aient|ant|èrent|era|eront|erait)$")
FEATURES = {
    "gender": "Gender",
    "number": "Number",
    "verb_form": "VerbForm",
    "mood": "Mood",
    "tense": "Tense",
    "person": "Person",
}


@lru_cache(maxsize=1)
def lexicon() -> Dicollecte:
    """Return the shipped dictionary, opened once."""
    return Dicollecte()


@lru_cache(maxsize=1)
def exceptions(path: Path = PIPELINE / "exceptions.txt") -> dict[tuple[str, str], str]:
    """Return lemma by form in lower case and part of speech, where the dictionary errs."""
    if not path.exists():
        return {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {(form, pos): lemma for form, pos, lemma in rows}


def plain(form: str) -> str:
    """Return the form in lower case with straight apostrophes and no clitic hyphen."""
    form = form.lower().replace("’", "'")
    return form[1:].removeprefix("t-") if len(form) > 1 and form[0] == "-" else form


def lemma_of(form: str, pos: str, features: dict[str, str]) -> str:
    """Return the lemma of a form with the given part of speech and UD features."""
    known = exceptions().get((plain(form), pos))
    return known if known is not None else dictionary_lemma(form, pos, features)


def dictionary_lemma(form: str, pos: str, features: dict[str, str]) -> str:
    """Return the lemma that the dictionary gives, else the form in lower case."""
    if pos in UNCHANGED:
        return form
    readings = lexicon().readings(form)
    fitting = [one for one in readings if _fits(one, pos)]
    if fitting:
        return max(fitting, key=lambda one: _agreement(one, features)).lemma
    if pos == "ADJ" and (participle := _participle(readings)):
        return participle
    return _guess(form, pos, features)


def _guess(form: str, pos: str, features: dict[str, str]) -> str:
    """Return a lemma for a word that the dictionary does not know."""
    if form.isupper() and len(form) > 1:
        return form
    if pos == "VERB":
        return _FIRST_GROUP.sub("er", plain(form))
    if pos in ("NOUN", "ADJ") and features.get("Number") == "Plur":
        return plain(form).removesuffix("s")
    return plain(form)


def _fits(reading: Reading, pos: str) -> bool:
    """Say whether the reading's part of speech is the one wanted."""
    return reading.pos == pos or (pos in VERBAL and reading.pos in VERBAL)


def _agreement(reading: Reading, features: dict[str, str]) -> int:
    """Count the features that agree, less those that clash."""
    score = 0
    for name, feature in FEATURES.items():
        mine, wanted = getattr(reading, name), features.get(feature)
        if mine and wanted:
            score += 1 if mine == wanted else -1
    return score


def _participle(readings: tuple[Reading, ...]) -> str | None:
    """Return the masculine singular of the participle that a form is, or None."""
    for one in readings:
        if one.verb_form == "Part":
            return lexicon().inflect(
                one.lemma, one.pos, verb_form="Part", tense=one.tense, gender="Masc", number="Sing"
            )
    return None


def _features(token: Token) -> dict[str, str]:
    """Return the morphological features of a token."""
    features: dict[str, str] = token.morph.to_dict()
    return features


@Language.component("quizgen_lemmas")
def set_lemmas(doc: Doc) -> Doc:
    """Set the lemma of every token of a tagged Doc."""
    for token in doc:
        token.lemma_ = lemma_of(token.text, token.pos_, _features(token))
    return doc
