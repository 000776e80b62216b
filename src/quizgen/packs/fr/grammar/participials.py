"""Questions about what a participle tells of its noun: « Par qui le pont a-t-il été dessiné ? »."""

from __future__ import annotations

from quizgen.analysis.tree import child
from quizgen.model import Fact, Sentence
from quizgen.packs.fr.grammar.asides import balanced, without_asides, without_stray_commas
from quizgen.packs.fr.grammar.asking import Asker
from quizgen.packs.fr.grammar.definite import check_definite
from quizgen.packs.fr.grammar.inflection import invert, noun_traits, pronoun_for
from quizgen.packs.fr.grammar.typography import Piece, compose, finish
from quizgen.packs.fr.grammar.wholeness import check_pointers
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_MOST_WORDS = 24
_IS = {"Sing": "est", "Plur": "sont"}
_HAS = {"Sing": "a", "Plur": "ont"}


def ask_participle(asker: Asker, fact: Fact, words: str) -> str:
    """`words`, the noun, « est-il » or « a-t-il été », the participle and what else it governs.

    Raises Withheld where noun and participle do not agree: then another noun is meant.
    """
    sentence = asker.document.sentences[fact.sentence]
    participle = sentence.tokens[int(fact.fields["participle"])]
    gender, number = _traits(asker, sentence, fact)
    feats = participle.feats
    if feats.get("Gender", gender) != gender or feats.get("Number", number) != number:
        raise Withheld(f"« {participle.text} » does not agree with its noun")
    pronoun = pronoun_for(gender, number)
    done = fact.fields["form"] == "done"
    verb = invert((_HAS if done else _IS)[number], pronoun)
    been = ["été"] if done else []
    rest = without_stray_commas(sentence, balanced(sentence, fact.parts["rest"]))
    pieces = [
        *map(Piece, words.split()),
        *_noun(asker, sentence, fact),
        *map(Piece, [verb, *been, participle.text]),
        *asker.phrases.pieces(sentence, rest),
    ]
    text = finish(compose(pieces))
    if len(text.split()) > _MOST_WORDS:
        raise Withheld(f"the question runs to {len(text.split())} words")
    check_pointers(text)
    return text


def _traits(asker: Asker, sentence: Sentence, fact: Fact) -> tuple[str, str]:
    """Gender and number of the noun; of a person, those of the name."""
    if fact.fields["name"]:
        return fact.fields["gender"], "Sing"
    return noun_traits(sentence, int(fact.fields["noun_head"]), asker.lexicon)


def _noun(asker: Asker, sentence: Sentence, fact: Fact) -> list[Piece]:
    """The noun phrase with its article, also where a preposition has swallowed it (« du »)."""
    if fact.fields["name"]:
        return [Piece(fact.fields["name"])]
    tokens = balanced(sentence, without_asides(sentence, fact.parts["noun"]))
    check_definite(asker.document, sentence, tokens)
    pieces = asker.phrases.pieces(sentence, tokens)
    head = int(fact.fields["noun_head"])
    case = child(sentence, head, "case")
    if child(sentence, head, "det") is not None:
        return pieces
    merged = FrenchWords().table("merged_articles")
    article = str(merged.get(case.text.lower(), "")) if case is not None else ""
    if not article and sentence.tokens[head].pos == "NOUN":
        raise Withheld("the noun has no article")
    return [*filter(None, [Piece(article) if article else None]), *pieces]
