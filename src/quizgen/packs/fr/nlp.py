"""The French pipelines: a bare `Language` (spacy.lang.fr is never imported) and its loaders."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX
from spacy.lang.lex_attrs import word_shape
from spacy.language import BaseDefaults, Language
from spacy.util import load_model_from_path, registry

from quizgen.packs.fr import agreement, borders, lemmas, tokenizer, vectors
from quizgen.packs.fr.dicollecte import PIPELINE

_QUOTES = re.compile("[«»“”„‟]")
_APOSTROPHES = re.compile("[’‘ʼ]")
_SPACES = re.compile("[\u00a0\u202f\u2009]")
_DIGITS = re.compile(r"\d")


REGISTERED = (
    agreement,
    borders,
    lemmas,
    tokenizer,
    vectors,
)  # imported for what they register with spaCy


def plain(form: str) -> str:
    """Return a form with one kind of quote, apostrophe and space."""
    return _SPACES.sub(" ", _APOSTROPHES.sub("'", _QUOTES.sub('"', form)))


def normalise(form: str) -> str:
    """Return what the pipelines see of a form: plain, no case, no spaces, every digit a 0."""
    return _DIGITS.sub("0", plain(form)).lower().replace(" ", "")


def shape(form: str) -> str:
    """Return the shape of a plain form (Xxxxx)."""
    return word_shape(plain(form))


def ending(form: str) -> str:
    """Return the last three characters of what the pipelines see."""
    return normalise(form)[-3:]


def reading_class(form: str) -> str:
    """Return the dictionary's class of readings of a form (the embedding's PREFIX slot)."""
    return lemmas.lexicon().reading_class(form)


ATTRIBUTES: dict[int, Callable[[str], Any]] = {
    NORM: normalise,
    PREFIX: reading_class,
    SUFFIX: ending,
    SHAPE: shape,
}


class FrenchDefaults(BaseDefaults):
    """Attributes of words: NORM is normalised, PREFIX holds the dictionary's reading class."""

    lex_attr_getters = ATTRIBUTES


@registry.languages("quizgen_fr")
class FrenchUD(Language):  # type: ignore[no-untyped-call]
    """French as the Universal Dependencies treebanks cut and annotate it."""

    lang = "quizgen_fr"
    Defaults = FrenchDefaults
    default_config = Language.default_config.merge(
        {"nlp": {"tokenizer": {"@tokenizers": "quizgen.French.v1"}}}
    )


def load(path: Path) -> Language:
    """Load a pipeline from its folder."""
    return load_model_from_path(path)


def load_shipped() -> tuple[Language, Language]:
    """Load the two pipelines of the pack, b and c."""
    return load(PIPELINE / "b"), load(PIPELINE / "c")
