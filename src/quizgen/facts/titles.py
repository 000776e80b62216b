"""Names of things: « une exposition intitulée « Images du ciel » », « un code baptisé Solex »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, children, matches, subtree
from quizgen.facts.targets import ROLE_NAMES, below, build, locate, running_text
from quizgen.language import Language
from quizgen.model import Document, Fact, Sentence, Token

_MARKS = {"«": "»", "“": "”", '"': '"'}
_MOST_WORDS = 8


def find_titles(document: Document, language: Language) -> Iterator[Fact]:
    """What a work, a code, a plan is called; `outer`, `marker`, `inside_head`, part `inside`."""
    for sentence in running_text(document):
        for token in sentence.tokens:
            named = token.lemma.lower() in language.words.list("naming_verbs")
            if named and matches(token.dep, ("acl",)) and not token.dep.endswith("relcl"):
                fact = _fact(document, sentence, token)
                if fact is not None:
                    yield fact


def _fact(document: Document, sentence: Sentence, naming: Token) -> Fact | None:
    noun = sentence.tokens[naming.head]
    title = _quoted(sentence, naming.i + 1) or _name(document, sentence, naming.i + 1)
    place = locate(document, sentence, noun.i)
    if not title or place is None or not place.direct or noun.feats.get("Number") == "Plur":
        return None
    if place.constituent.role not in ("subject", "object", "oblique") or place.clause.copular:
        return None
    gone = {t.i for t in children(sentence, noun.i, "det", "case")}
    gone |= set(subtree(sentence, naming.i))
    case = child(sentence, noun.i, "case")
    return build(
        document,
        sentence,
        "title",
        title,
        clause=place.clause,
        parts={
            "phrase": place.constituent.tokens,
            "inside": tuple(i for i in below(sentence, noun.i) if i not in gone),
        },
        fields={
            "outer": ROLE_NAMES[place.constituent.role],
            "marker": case.text.lower() if case is not None else "",
            "inside_head": str(noun.i),
        },
    )


def _quoted(sentence: Sentence, first: int) -> tuple[int, ...]:
    """The words between the marks that open at a place, without the marks."""
    if first >= len(sentence.tokens) or sentence.tokens[first].text not in _MARKS:
        return ()
    closing = _MARKS[sentence.tokens[first].text]
    if not sentence.tokens[first + 1 : first + 2] or sentence.tokens[first + 1].text[0].islower():
        return ()  # a slogan, or half a title
    for token in sentence.tokens[first + 1 : first + 2 + _MOST_WORDS]:
        if token.text == closing:
            return tuple(range(first + 1, token.i))
    return ()


def _name(document: Document, sentence: Sentence, first: int) -> tuple[int, ...]:
    """The name that begins at a place."""
    for mention in document.mentions:
        here = mention.sentence == sentence.index and mention.first == first
        if here and mention.kind == "name":
            return tuple(range(mention.first, mention.last + 1))
    return ()
