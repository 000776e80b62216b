"""A noun told apart by its clause: « Quel est le montant de l'amende que le juge a fixée ? »."""

from __future__ import annotations

from quizgen.analysis.tree import child, children
from quizgen.model import Clause, Fact, Sentence
from quizgen.packs.fr.grammar.agreement import with_object_agreement
from quizgen.packs.fr.grammar.asides import balanced, without_asides, without_stray_commas
from quizgen.packs.fr.grammar.asking import Asker
from quizgen.packs.fr.grammar.inflection import Asked, noun_traits
from quizgen.packs.fr.grammar.typography import Piece, compose, finish
from quizgen.packs.fr.grammar.wholeness import check_pointers
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_MOST_WORDS = 26
_MOST_FRONTED = 6  # words of an adverbial that goes from the front to the end
_ARTICLES = {("Masc", "Sing"): "le", ("Fem", "Sing"): "la"}
_LEQUEL = {
    ("Masc", "Sing"): ("lequel", "auquel"),
    ("Fem", "Sing"): ("laquelle", "à laquelle"),
    ("Masc", "Plur"): ("lesquels", "auxquels"),
    ("Fem", "Plur"): ("lesquelles", "auxquelles"),
}


def ask_which(asker: Asker, fact: Fact, opening: str) -> str:
    """`opening`, the noun of the part `inside` with its article, and its clause as a relative.

    The fact's field `outer` says what the noun is in the clause. Raises Withheld.
    """
    clause = fact.clause
    if clause is None:
        raise Withheld("no clause to ask in")
    sentence = asker.document.sentences[fact.sentence]
    traits = noun_traits(sentence, int(fact.fields["inside_head"]), asker.lexicon)
    if "" in traits or child(sentence, clause.head, "expl:subj") is not None:
        raise Withheld("no relative clause can be made of this one")
    article = _ARTICLES.get(traits, "les")
    inside = balanced(sentence, without_asides(sentence, fact.parts["inside"]))
    noun = asker.phrases.pieces(sentence, inside)
    relative = _relative(asker, sentence, clause, fact, traits)
    text = finish(compose([*map(Piece, opening.split()), Piece(article), *noun, *relative]))
    if len(text.split()) > _MOST_WORDS:
        raise Withheld(f"the question runs to {len(text.split())} words")
    check_pointers(text)
    return text


def _relative(
    asker: Asker, sentence: Sentence, clause: Clause, fact: Fact, traits: tuple[str, str]
) -> list[Piece]:
    """« que le juge a fixée lundi », « qui a été votée », « à laquelle il a été condamné »."""
    kept = asker.clause_words(sentence, clause, fact.parts["phrase"])
    subject = set(clause.subject.tokens) if clause.subject else set()
    fronted = {i for i in kept - subject if i < min(clause.verbs)}
    if len(fronted) > _MOST_FRONTED:
        raise Withheld("too much stands before the subject")
    rest = without_stray_commas(sentence, kept - subject - fronted)
    behind = without_stray_commas(sentence, fronted)
    pieces = asker.phrases.pieces(sentence, balanced(sentence, rest))
    tail = asker.phrases.pieces(sentence, balanced(sentence, behind))
    outer = fact.fields["outer"]
    if outer == "subject":
        return [Piece("qui"), *pieces, *tail]
    who, _ = asker.subject_of(sentence, clause, kept)
    if not who:
        raise Withheld("the clause has no subject of its own")
    asked = Asked("que", *traits, fronts_object=outer == "object")
    pieces = with_object_agreement(sentence, clause, pieces, asked, asker.lexicon)
    return [Piece(_link(outer, fact.fields["marker"], traits)), *who, *pieces, *tail]


def _link(outer: str, marker: str, traits: tuple[str, str]) -> str:
    """The relative word: que, dont, auquel, dans laquelle …"""
    if outer == "object":
        return "que"
    bare = marker.rstrip("'’")
    if bare in ("de", "d", "du", "des"):
        return "dont"
    plain, after_to = _LEQUEL[traits]
    if bare in ("à", "au", "aux"):
        return after_to
    if bare in ("dans", "avec", "par", "sur", "sous", "contre", "pendant"):
        return f"{bare} {plain}"
    raise Withheld(f"no relative word known for « {marker} »")


def ask_first(asker: Asker, fact: Fact) -> str:
    """« Quel est le musée le plus visité ? » for what holds the rank of the part `rank`."""
    sentence = asker.document.sentences[fact.sentence]
    gender, number = noun_traits(sentence, int(fact.fields["rank_head"]), asker.lexicon)
    if not gender or number == "Plur":
        raise Withheld("the gender of the noun asked for is not known")
    words = compose(asker.phrases.pieces(sentence, fact.parts["rank"]))
    if fact.fields["bare"]:
        words = with_article(_ARTICLES[gender, "Sing"], words)
    word = {"Masc": "quel", "Fem": "quelle"}[gender]
    finite = fact.fields["finite"] or _finite(sentence, fact)
    return finish(f"{word} {finite} {words}")


def _finite(sentence: Sentence, fact: Fact) -> str:
    """« le premier pays touché »: that happened once; « le plus visité » goes on."""
    degrees = FrenchWords().list("superlative_adverbs")
    done = any(
        t.feats.get("VerbForm") == "Part"
        and t.feats.get("Tense") == "Past"
        and t.i in fact.parts["rank"]
        and sentence.tokens[t.i - 1].text.lower() not in degrees
        for t in children(sentence, int(fact.fields["rank_head"]), "acl")
    )
    return "a été" if done else "est"


def quel(asker: Asker, fact: Fact, part: str) -> str:
    """« quelle croissance du secteur »: the question word in agreement, and a part's words."""
    sentence = asker.document.sentences[fact.sentence]
    gender, number = noun_traits(sentence, int(fact.fields[f"{part}_head"]), asker.lexicon)
    if not gender or not number:
        raise Withheld("the gender or number of the noun asked for is not known")
    word = {"Masc": "quel", "Fem": "quelle"}[gender] + ("s" if number == "Plur" else "")
    tokens = balanced(sentence, without_asides(sentence, fact.parts[part]))
    if len(tokens) == 1:  # « le Conseil de sécurité »: « quel conseil »
        return f"{word} {sentence.tokens[min(tokens)].text.lower()}"
    return compose([Piece(word), *asker.phrases.pieces(sentence, tokens)])


def with_marker(marker: str, words: str) -> str:
    """« de » + « quel pourcentage », « auprès » + « de » + …, elided and contracted."""
    bare = {"d'": "de", "d’": "de", "auprès": "auprès de"}.get(marker, marker)
    return compose([*map(Piece, bare.split()), Piece(words)])


def with_article(article: str, words: str) -> str:
    """A noun phrase with its article, elided where it must be; `that` stands for none."""
    if article == "that":
        return words
    bare = {"l'": "le", "l’": "le"}.get(article, article)
    return compose([Piece(bare), Piece(words)])
