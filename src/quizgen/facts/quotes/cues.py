"""Verbs of saying in a paragraph: groups that follow what is said, and plain verbs before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.analysis.tree import children
from quizgen.facts.quotes.passages import Passage, is_finite
from quizgen.facts.quotes.verbs import brings_clause
from quizgen.language import Language
from quizgen.model import Token

_ADVERBIALS = 6  # words that may stand between an auxiliary and its verb
_VERBAL = ("VERB", "AUX", "NOUN", "ADJ")  # a tagger may take « estime » or « juge » for a noun


@dataclass(frozen=True, slots=True)
class Group:
    """The words `first`..`last` of a verb of saying: its lexical verb, an inverted pronoun if any.

    `lemma` is the key of the table of speech verbs, which may be of several words; `frames` what
    that verb may take.
    """

    first: int
    last: int
    verb: int
    lemma: str
    frames: frozenset[str]
    clitic: int | None = None


def plain(token: Token) -> str:
    """A word in lower case, with straight apostrophes and without the hyphens of inversion."""
    text = token.text.lower().replace("’", "'")
    if not text.startswith("-"):
        return text
    return text.removeprefix("-t-").removeprefix("-")


def frames_of(lemma: str, language: Language) -> frozenset[str]:
    """What a verb of saying may take; nothing for other verbs."""
    return frozenset(language.words.table("speech_verbs").get(lemma, ()))


def speech_at(passage: Passage, i: int, language: Language) -> tuple[str, int]:
    """The lemma of the verb of saying that stands at a word and its last word, or ("", i)."""
    tokens, table = passage.tokens, language.words.table("speech_verbs")
    token = tokens[i]
    if token.pos not in _VERBAL:
        return "", i
    lemmas = [token.lemma] if token.pos in ("VERB", "AUX") else []
    readings = language.lexicon.readings(plain(token))
    lemmas += [r.lemma for r in readings if r.pos in ("VERB", "AUX")]
    rest = [t for t in tokens[i + 1 : i + 6] if t.pos not in ("ADV", "PRON")][:2]
    for size in (2, 1):
        ending = [plain(t) for t in rest[:size]]
        for lemma in lemmas:
            if len(ending) == size and " ".join([lemma, *ending]) in table:
                return " ".join([lemma, *ending]), rest[size - 1].i
    return next(((lemma, i) for lemma in lemmas if lemma in table), ("", i))


def plain_verbs(passage: Passage, first: int, stop: int, language: Language) -> Iterator[Group]:
    """The verbs of saying between two words, outside quotation marks, with their auxiliaries."""
    reached = first - 1
    for i in range(first, stop):
        token = passage.tokens[i]
        verbal = token.pos in ("VERB", "AUX") or brings_clause(passage, token)
        if i in passage.quoted or i <= reached or not verbal:
            continue
        lemma, last = speech_at(passage, i, language)
        if lemma and (token.pos != "AUX" or last > i or token.lemma == lemma):
            reached = last
            helping = token.dep.startswith("aux") and last == i
            verb = token.head if helping or i < token.head <= last else i
            before = [
                t.i
                for t in children(passage.words, verb, "aux", "cop", "expl")
                if first <= t.i < i and not t.dep.endswith("subj") and _joins(passage, t.i, i)
            ]
            yield Group(min([i, *before]), last, verb, lemma, frames_of(lemma, language))


def _joins(passage: Passage, first: int, verb: int) -> bool:
    """Whether only what a verb group may hold stands between two of its words."""
    between = passage.tokens[first + 1 : verb]
    return all(t.pos != "NUM" and t.text not in (",", ";") for t in between) or all(
        t.pos in ("ADV", "PUNCT", "AUX", "PRON", "ADP", "NOUN") for t in between
    )


def any_verb_at(passage: Passage, i: int, stop: int, language: Language) -> Group | None:
    """Any finite verb at a word, for where only one of saying can stand: « … », sourit-il."""
    first = i
    while i < stop and _is_object_clitic(passage.tokens[i], language):
        i += 1
    if i >= stop or not is_finite(passage.tokens[i]):
        return None
    clitic = _clitic(passage, i + 1, stop)
    verb, last = i, i if clitic is None else clitic
    if passage.tokens[i].pos == "AUX" and last + 1 < stop:
        if passage.tokens[last + 1].feats.get("VerbForm") != "Part":
            return None
        verb = last = last + 1
    frames = frozenset({"direct"})
    return Group(first, last, verb, passage.tokens[verb].lemma, frames, clitic)


def group_at(passage: Passage, i: int, stop: int, language: Language) -> Group | None:
    """The verb group that starts at a word and has no subject before it: « a-t-il déclaré »."""
    first, masked = i, passage.quoted if i not in passage.quoted else frozenset[int]()
    while i < stop and _is_object_clitic(passage.tokens[i], language):
        i += 1
    if i >= stop or passage.tokens[i].pos not in _VERBAL:
        return None
    helper = passage.tokens[i]
    lemma, last = speech_at(passage, i, language)
    clitic = _clitic(passage, i + 1, stop)
    here = max(last, i if clitic is None else clitic)
    if lemma and (is_finite(helper) or _may_be_finite(helper, language)):
        return Group(first, here, i, lemma, frames_of(lemma, language), clitic)
    if not is_finite(helper) or not _helps(helper, language):
        return None
    verb = _helped(passage, range(here + 1, min(stop, here + 1 + _ADVERBIALS)), masked, language)
    if verb is None:
        return None
    lemma, last = speech_at(passage, verb, language)
    return Group(first, last, verb, lemma, frames_of(lemma, language), clitic)


def _helped(
    passage: Passage, places: range, masked: frozenset[int], language: Language
) -> int | None:
    """The verb of saying behind a helping verb and adverbials: « a, par ailleurs, tenu à dire »."""
    for j in places:
        token = passage.tokens[j]
        if j in masked or is_finite(token) or token.text in (".", ";", ":"):
            return None
        if token.pos == "VERB":
            if speech_at(passage, j, language)[0]:
                return j
            if not _helps(token, language):
                return None
    return None


def _helps(token: Token, language: Language) -> bool:
    return token.pos == "AUX" or token.lemma in language.words.list("speech_auxiliaries")


def _may_be_finite(token: Token, language: Language) -> bool:
    """Whether a word that was read as something else can be a finite verb (« estime »)."""
    if token.feats.get("VerbForm") in ("Inf", "Part"):
        return False
    readings = language.lexicon.readings(plain(token))
    return any(r.pos == "VERB" for r in readings)


def _is_object_clitic(token: Token, language: Language) -> bool:
    return token.pos in ("PRON", "DET") and plain(token) in language.words.list("object_clitics")


def _clitic(passage: Passage, i: int, stop: int) -> int | None:
    if i < stop and passage.tokens[i].text.startswith("-") and passage.tokens[i].pos == "PRON":
        return i
    return None
