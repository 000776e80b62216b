"""Definitions: what a body, a substance, a product is, by apposition or by « X est un … »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.capitals import is_capital
from quizgen.analysis.tree import child, children, matches, subtree
from quizgen.facts.humans import may_be_human
from quizgen.facts.targets import below, build, clauses_of, running_text, skeleton_sure
from quizgen.language import Language
from quizgen.model import Clause, Constituent, Document, Fact, Mention, Sentence, Token

_LEAST_WORDS, _MOST_WORDS = 3, 16
_MARKS = ("«", "»", '"', "“", "”")
_MOST_DEFINED = 6  # words of what is defined


def find_definitions(document: Document, language: Language) -> Iterator[Fact]:
    """What things that the article names are; fields: `article` of what is defined, `told`.

    `told` says how the answer begins: with its article ("whole"), or without, its gender then
    (« filiale de … ») and whether there is but one (« principal syndicat de … »).
    Parts: `defined`, its words without article, and `is`, what it is.
    """
    told: set[str] = set()
    for sentence in running_text(document):
        for defined, answer in _pairs(document, sentence, language):
            article, words = _article(sentence, defined[0], language), defined[1]
            name = " ".join(sentence.tokens[i].text for i in words)
            opening = _opening(sentence, answer, language)
            if (
                article is None
                or not opening
                or name in told
                or not 0 < len(words) <= _MOST_DEFINED
            ):
                continue
            told.add(name)
            parts = {"defined": words, "is": answer}
            fields = {"article": article or "that", "told": opening}
            yield build(document, sentence, "definition", answer, parts=parts, fields=fields)


def _pairs(
    document: Document, sentence: Sentence, language: Language
) -> Iterator[tuple[tuple[Token, tuple[int, ...]], tuple[int, ...]]]:
    """What is defined (its head and its words), with the words that say what it is."""
    for token in sentence.tokens:
        if matches(token.dep, ("appos",)) or _is_beside(sentence, token):
            head = sentence.tokens[token.head]
            answer = _apposition(sentence, token, language)
            words = tuple(i for i in below(sentence, head.i) if answer and i < answer[0] - 1)
            somebody = _is_somebody(sentence, head, token, language)
            if answer and not somebody and _is_a_thing(document, sentence, head, language):
                yield (head, _without_case(sentence, head, words)), answer
    for clause in clauses_of(document, sentence):
        subject, answer = clause.subject, _predicate(sentence, clause, language)
        if answer and subject is not None and _is_named(document, sentence, subject):
            yield (sentence.tokens[subject.head], subject.tokens), answer


def _opening(sentence: Sentence, answer: tuple[int, ...], language: Language) -> str:
    """`whole`, or `Masc`, `Fem`, `only Masc`, `only Fem`; "" where nobody can tell."""
    first = sentence.tokens[answer[0]]
    if first.pos == "DET":
        return "whole"
    head = next(t for t in (sentence.tokens[i] for i in answer) if t.pos == "NOUN")
    gender = head.feats.get("Gender", "")
    if first.i == head.i or not gender:
        return gender
    return f"only {gender}" if first.text.lower() in language.words.list("only_words") else gender


def _is_beside(sentence: Sentence, token: Token) -> bool:
    """« la sittelle, un petit oiseau »: a list of two would have its conjunction."""
    if token.dep != "conj" or len(children(sentence, token.head, "conj")) != 1:
        return False
    article = child(sentence, token.i, "det")
    indefinite = article is not None and article.feats.get("Definite") == "Ind"
    return indefinite and child(sentence, token.i, "cc") is None


def _without_case(sentence: Sentence, head: Token, words: tuple[int, ...]) -> tuple[int, ...]:
    gone = {t.i for t in children(sentence, head.i, "case", "mark", "cc")}
    return tuple(i for i in words if i not in gone)


def _apposition(sentence: Sentence, token: Token, language: Language) -> tuple[int, ...]:
    """« le Front Nord, un mouvement armé de la vallée, … »: right behind, between two commas."""
    words = below(sentence, token.i)
    head = sentence.tokens[token.head]
    if token.pos != "NOUN" or words[0] < 2 or sentence.tokens[words[0] - 1].text != ",":
        return ()
    others = {t.i for t in children(sentence, head.i) if t.i > words[0] - 1}
    own = set(subtree(sentence, head.i, without=others))
    behind = sentence.tokens[words[-1] + 1 : words[-1] + 2]
    closed = not behind or behind[0].text in (",", ".", ";", ":")
    whole = len(words) == words[-1] - words[0] + 1
    if words[0] - 2 not in own or not closed or not whole:
        return ()
    article = child(sentence, token.i, "det")
    definite = article is not None and article.feats.get("Definite") == "Def"
    if head.pos == "NOUN" and definite and not _has_name(sentence, head):
        return ()  # « les cheveux en brosse, le regard sombre »
    sure = token.sure or (article is not None and article.i == words[0])
    return words if sure and _tells_what(sentence, token, words, language) else ()


def _is_somebody(sentence: Sentence, head: Token, told: Token, language: Language) -> bool:
    """« Ilmo Varda, un gondolier de Brest »: two capitals without article, and a human noun."""
    bare = head.pos == "PROPN" and child(sentence, head.i, "det") is None
    names = [t for t in children(sentence, head.i, "flat") if is_capital(t)]
    return bare and bool(names) and may_be_human(told, language)


def _has_name(sentence: Sentence, head: Token) -> bool:
    return any(t.pos == "PROPN" for t in children(sentence, head.i, "appos", "flat", "nmod"))


def _predicate(sentence: Sentence, clause: Clause, language: Language) -> tuple[int, ...]:
    """« Le Front Nord est un mouvement armé de la vallée »."""
    phrase = next((c for c in clause.constituents if c.role == "attribute"), None)
    present = sentence.tokens[clause.finite].feats.get("Tense") == "Pres"
    if not clause.copular or phrase is None or len(clause.verbs) != 1 or not present:
        return ()
    head = sentence.tokens[phrase.head]
    article = child(sentence, head.i, "det")
    indefinite = article is not None and article.feats.get("Definite") == "Ind"
    words = tuple(i for i in below(sentence, phrase.head) if i in phrase.tokens)
    sure = skeleton_sure(sentence, clause) and indefinite
    return words if sure and _tells_what(sentence, head, words, language) else ()


def _tells_what(
    sentence: Sentence, head: Token, words: tuple[int, ...], language: Language
) -> bool:
    """A noun phrase of a thing, with a complement; whose it is and which other do not define."""
    people = language.words.list("role_nouns") | language.words.list("person_nouns")
    vague = language.words.list("vague_before_nouns") | language.words.list("defining_nothing")
    tokens = [sentence.tokens[i] for i in words]
    article = child(sentence, head.i, "det")
    weak = article is not None and article.feats.get("PronType") not in ("Art", None)
    if head.pos != "NOUN" or head.lemma.lower() in people or weak:
        return False
    told = any({t.text.lower(), t.lemma.lower()} & vague or t.text in _MARKS for t in tokens)
    if told or child(sentence, head.i, "nummod"):
        return False
    described = any(matches(t.dep, ("nmod", "amod", "acl")) for t in children(sentence, head.i))
    plain = not any(t.dep == "conj" and t.head == head.i for t in tokens)
    singular = head.feats.get("Number") != "Plur"
    return described and plain and singular and _LEAST_WORDS <= len(words) <= _MOST_WORDS


def _is_a_thing(document: Document, sentence: Sentence, head: Token, language: Language) -> bool:
    """No person, no place: nobody asks what a town is."""
    people = language.words.list("role_nouns") | language.words.list("person_nouns")
    if head.pos not in ("NOUN", "PROPN", "X") or head.lemma.lower() in people:
        return False
    if head.feats.get("Number") == "Plur" or child(sentence, head.i, "nummod"):
        return False
    placed = child(sentence, head.i, "case")
    if placed is not None and _leads_away(placed, head, language):
        return False
    if matches(head.dep, ("nmod",)) and is_capital(sentence.tokens[head.head]):
        return False  # « le Front Nord de X, un groupe armé, … »: which of the two?
    nested = [t for t in children(sentence, head.i, "nmod", "acl") if head.pos == "NOUN"]
    if any(t.pos == "PROPN" or child(sentence, t.i, "det", "nmod") for t in nested):
        return False  # « la victoire de X, un proche du maire »: whose apposition is it?
    return not any(
        m.kind == "role" or (m.entity is not None and m.entity.kind in ("person", "place"))
        for m in _mentions_in(document, sentence, head)
    )


def _leads_away(case: Token, head: Token, language: Language) -> bool:
    """« À Valmont, capitale du fromage, … », « Selon le Val-Matin, un journal local, … »."""
    word, words = case.text.lower(), language.words
    place = head.pos == "PROPN" and word in words.list("place_prepositions")
    return place or word in words.list("source_prepositions")


def _is_named(document: Document, sentence: Sentence, subject: Constituent) -> bool:
    """Whether a subject is a body or a thing that goes by a name."""
    mentions = _mentions_in(document, sentence, sentence.tokens[subject.head])
    return any(
        m.kind == "name" and m.entity is not None and m.entity.kind in ("organisation", "other")
        for m in mentions
    )


def _mentions_in(document: Document, sentence: Sentence, head: Token) -> list[Mention]:
    here = [m for m in document.mentions if m.sentence == sentence.index]
    return [
        m for m in here if m.head == head.i or (m.kind == "name" and m.first <= head.i <= m.last)
    ]


def _article(sentence: Sentence, head: Token, language: Language) -> str | None:
    """The article inside a preposition (« du »), "" where none is needed; None: not definite."""
    common = head.pos == "NOUN" and not _has_name(sentence, head)
    if common and head.lemma.lower() in language.words.list("pointing_nouns"):
        return None  # « le film est un drame de … »: which film?
    article = child(sentence, head.i, "det")
    if article is not None:
        return "" if article.feats.get("Definite") == "Def" else None
    case = child(sentence, head.i, "case")
    merged = language.words.table("merged_articles").get(case.text.lower(), "") if case else ""
    return str(merged) if merged or head.pos != "NOUN" else None
