"""Verbs of saying in a paragraph: groups that follow what is said, and plain verbs before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.analysis.tree import child, children, matches
from quizgen.facts.quotes.passages import Passage, is_finite, is_mark
from quizgen.language import Language
from quizgen.model import Token

_ADVERBIALS = 6  # words that may stand between an auxiliary and its verb
_AUXILIARIES = ("aux", "cop")


@dataclass(frozen=True, slots=True)
class Group:
    """The words `first`..`last` of a verb of saying: its lexical verb, an inverted pronoun if any.

    `lemma` is the key of the table of speech verbs, which may be of several words.
    """

    first: int
    last: int
    verb: int
    lemma: str
    clitic: int | None = None


def plain(token: Token) -> str:
    """A word in lower case, with straight apostrophes and without the hyphens of inversion."""
    text = token.text.lower().replace("’", "'")
    return text.removeprefix("-t").lstrip("-") if text.startswith("-") else text


def frames_of(lemma: str, language: Language) -> frozenset[str]:
    """What a verb of saying may take; () for other verbs."""
    return frozenset(language.words.table("speech_verbs").get(lemma, ()))


def speech_at(passage: Passage, i: int, language: Language) -> tuple[str, int]:
    """The lemma of the verb of saying that stands at a word and its last word, or ("", i)."""
    tokens, table = passage.tokens, language.words.table("speech_verbs")
    token = tokens[i]
    lemmas = [token.lemma] if token.pos in ("VERB", "AUX") else []
    lemmas += [r.lemma for r in language.lexicon.readings(plain(token)) if r.pos == "VERB"]
    if token.pos in ("VERB", "AUX", "NOUN", "ADJ") and lemmas:
        rest = [t for t in tokens[i + 1 : i + 6] if t.pos not in ("ADV", "PRON")][:2]
        for size in (2, 1):
            ending = [plain(t) for t in rest[:size]]
            for lemma in lemmas:
                if len(ending) == size and " ".join([lemma, *ending]) in table:
                    return " ".join([lemma, *ending]), rest[size - 1].i
    return next(((lemma, i) for lemma in lemmas if lemma in table), ("", i))


def plain_verbs(passage: Passage, unit: range, language: Language) -> Iterator[Group]:
    """The verbs of saying of a unit outside quotation marks, with their auxiliaries."""
    for i in unit:
        if i in passage.quoted or passage.tokens[i].pos != "VERB":
            continue
        lemma, last = speech_at(passage, i, language)
        if lemma:
            helpers = [t.i for t in children(passage.words, i, *_AUXILIARIES) if t.i in unit]
            clitics = [
                t.i
                for t in children(passage.words, i, "expl")
                if t.i < i and not t.dep.endswith("subj")
            ]
            first = min([i, *(h for h in helpers if h < i), *clitics])
            yield Group(max(first, unit.start), last, i, lemma)


def group_at(
    passage: Passage, i: int, end: int, language: Language, masked: frozenset[int]
) -> Group | None:
    """The verb group that starts at a word and has no subject before it: « a-t-il déclaré ».

    It may not run into `masked` words.
    """
    first = i
    while i < end and _is_object_clitic(passage.tokens[i], language):
        i += 1
    if i >= end or passage.tokens[i].pos not in ("VERB", "AUX", "NOUN", "ADJ"):
        return None
    helper = passage.tokens[i]
    lemma, last = speech_at(passage, i, language)
    clitic = _clitic(passage, i + 1, end)
    here = last if clitic is None else max(clitic, last)
    if lemma and (is_finite(helper) or _may_be_finite(helper, language)):
        return Group(first, here, i, lemma, clitic)
    if not is_finite(helper) or not _helps(helper, language):
        return None
    for j in range(here + 1, min(end, here + 1 + _ADVERBIALS)):
        token = passage.tokens[j]
        if j in masked or is_finite(token) or token.text in (".", ";", ":"):
            return None
        if token.pos == "VERB":
            lemma, last = speech_at(passage, j, language)
            if lemma:
                return Group(first, last, j, lemma, clitic)
            if not _helps(token, language):
                return None
    return None


def _helps(token: Token, language: Language) -> bool:
    return token.pos == "AUX" or token.lemma in language.words.list("speech_auxiliaries")


def _may_be_finite(token: Token, language: Language) -> bool:
    """Whether a word that was read as something else can be a finite verb (« estime »)."""
    if token.pos not in ("NOUN", "ADJ", "VERB") or token.feats.get("VerbForm") in ("Inf", "Part"):
        return False
    return any(r.pos == "VERB" for r in language.lexicon.readings(plain(token)))


def _is_object_clitic(token: Token, language: Language) -> bool:
    return token.pos in ("PRON", "DET") and plain(token) in language.words.list("object_clitics")


def _clitic(passage: Passage, i: int, end: int) -> int | None:
    if i < end and passage.tokens[i].text.startswith("-") and passage.tokens[i].pos == "PRON":
        return i
    return None


def is_negated(passage: Passage, verb: int) -> bool:
    """Whether a verb, or what helps it, is denied."""
    around = [verb, *(t.i for t in children(passage.words, verb, "aux"))]
    return any(
        t.feats.get("Polarity") == "Neg"
        for i in around
        for t in children(passage.words, i, "advmod")
    )


def own_subject(passage: Passage, verb: int) -> Token | None:
    """The subject of a verb, an impersonal one left out only in the passive."""
    passive = child(passage.words, verb, "aux:pass") is not None
    for token in children(passage.words, verb, "nsubj", "expl:subj"):
        if not (passive and token.dep.startswith("expl")):
            return token
    return None


def after_mark(passage: Passage, i: int) -> bool:
    """Whether a word follows a closing mark, a comma or a dash."""
    if i == 0:
        return False
    before = passage.tokens[i - 1]
    if before.text in (",", "-", "–", "—") and i - 1 not in passage.quoted:
        return True
    return is_mark(before) and i - 2 in passage.quoted


def is_relative(token: Token) -> bool:
    """Whether a word is a relative pronoun."""
    return token.pos == "PRON" and token.feats.get("PronType") == "Rel"


def climbs(token: Token) -> bool:
    """Whether a predicate shares the subject of the one above it."""
    return matches(token.dep, ("advcl", "xcomp", "conj", "acl", "obl", "ccomp", "nmod", "obj"))
