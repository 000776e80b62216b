"""Figures inside a noun phrase: « une amende de 300 euros », « la suppression de 400 emplois »."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from quizgen.analysis.tree import child, children, matches
from quizgen.facts.figures import Figure
from quizgen.facts.targets import ROLE_NAMES, Place, below, locate
from quizgen.language import Language
from quizgen.model import Document, Sentence, Token

# The lists of nouns that have a figure behind « de », and which kinds of figure each may have.
_SORTS: Mapping[str, frozenset[str]] = {
    "amount_holders": frozenset({"amount"}),
    "duration_holders": frozenset({"duration"}),
    "change_nouns": frozenset({"percentage", "amount", "measure"}),
    "level_nouns": frozenset({"percentage", "amount", "measure"}),
    "collective_nouns": frozenset({"count"}),
}
_OUTER = ("subject", "object", "oblique")


@dataclass(frozen=True, slots=True)
class Holder:
    """The noun that a figure measures: its place in a clause, its words without the figure.

    `sort` is the pack's list that has the noun, or "action" for a definite object
    (« la suppression de 400 emplois », not « le retrait de 400 soldats du pays »: a question would
    tear words apart). `phrase` is what a question leaves out of the clause.
    """

    place: Place
    noun: int
    tokens: tuple[int, ...]
    sort: str
    phrase: tuple[int, ...]


def find_holder(
    document: Document, sentence: Sentence, figure: Figure, language: Language
) -> Holder | None:
    """The noun phrase that has the figure behind « de »; None when it is anything else."""
    head = sentence.tokens[figure.head]
    noun = sentence.tokens[head.head]
    if not matches(head.dep, ("nmod",)) or noun.pos != "NOUN" or not head.sure:
        return None
    case = child(sentence, head.i, "case")
    if case is None or case.text.lower() not in language.words.list("measuring_prepositions"):
        return None
    if case.i != figure.answer[0] - 1 or children(sentence, head.i, "conj"):
        return None
    place = locate(document, sentence, noun.i)
    if place is None or not place.direct or place.constituent.role not in _OUTER:
        return None
    sort = _sort(sentence, noun, figure, place, language)
    apart = ("conj", "acl") if sort == "collective_nouns" else ("conj",)
    if not sort or children(sentence, noun.i, *apart) or place.clause.copular:
        return None
    phrase = below(sentence, head.i) if sort == "action" else place.constituent.tokens
    return Holder(place, noun.i, _words(sentence, noun, figure, case), sort, phrase)


def _sort(sentence: Sentence, noun: Token, figure: Figure, place: Place, language: Language) -> str:
    for name, kinds in _SORTS.items():
        if noun.lemma.lower() in language.words.list(name) and figure.kind in kinds:
            return name
    article = child(sentence, noun.i, "det")
    definite = article is not None and article.feats.get("Definite") == "Def"
    singular = noun.feats.get("Number") == "Sing"
    plain = all(sentence.tokens[i].pos in ("NOUN", "ADJ") for i in figure.noun)
    acts = figure.kind == "count" and definite and singular and bool(figure.noun) and plain
    return "action" if acts and place.constituent.role == "object" else ""


def _words(sentence: Sentence, noun: Token, figure: Figure, case: Token) -> tuple[int, ...]:
    """The noun with all that describes it, without articles and without the figure."""
    counted = figure.noun if figure.kind == "count" else ()
    gone = {case.i, *figure.answer, *counted}
    gone |= {t.i for t in children(sentence, noun.i, "det", "case")}
    return tuple(i for i in below(sentence, noun.i) if i not in gone)


def holder_fields(sentence: Sentence, holder: Holder) -> dict[str, str]:
    """`outer`, the role of the holder in its clause, `marker` before it, `holder` (its sort).

    « la suppression de 400 emplois »: the figure itself is asked, as an oblique of the clause.
    """
    if holder.sort == "action":
        return {"role": "oblique", "marker": "de"}
    case = child(sentence, holder.noun, "case")
    return {
        "outer": ROLE_NAMES[holder.place.constituent.role],
        "marker": case.text.lower() if case is not None else "",
        "holder": holder.sort,
        "inside_head": str(holder.noun),
    }
