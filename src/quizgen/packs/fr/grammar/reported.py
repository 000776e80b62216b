"""« Qui a affirmé que … ? »: what somebody said, in the article's own reported clause."""

from __future__ import annotations

from quizgen.analysis.tree import children
from quizgen.analysis.zones import zone_at
from quizgen.model import Fact, Mention, Quote, Sentence, Span, Token
from quizgen.packs.fr.grammar.asking import Asker
from quizgen.packs.fr.grammar.spoken import check_said, is_of_subject
from quizgen.packs.fr.grammar.typography import Piece, compose, finish
from quizgen.packs.fr.grammar.wholeness import check_pointers
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_LEAST_WORDS, _MOST_WORDS, _LEAST_NOUNS = 6, 30, 2


def ask_reported(asker: Asker, fact: Fact) -> str:
    """The question for who said so, with the article's verb of saying and its clause."""
    if not isinstance(fact, Quote) or fact.cue is None:
        raise Withheld("nothing that somebody said")
    sentence = asker.document.sentences[fact.sentence]
    verbs = _verbs(sentence, fact.cue)
    told = _told(sentence, fact.target)
    _check(asker, sentence, told)
    pieces = _pieces(asker, fact, sentence, told)
    question = finish(compose([Piece("qui"), *map(Piece, verbs), Piece("que"), *pieces]))
    check_pointers(question)
    return question


def _verbs(sentence: Sentence, cue: Span) -> list[str]:
    """« a affirmé », « affirme »: the verb of saying alone, in the third person singular."""
    inside = [t for t in sentence.tokens if cue.start <= t.start < cue.end]
    verbs = [t for t in inside if t.pos in ("VERB", "AUX") and t.feats.get("VerbForm") != "Ger"]
    first = verbs[0] if verbs else None
    if first is None or first.feats.get("VerbForm") != "Fin" or first.feats.get("Mood") != "Ind":
        raise Withheld("a verb of saying without a tense of its own")
    if first.feats.get("Number") == "Plur" or first.feats.get("Person") in ("1", "2"):
        raise Withheld("several speak")
    denied = any(
        word.feats.get("Polarity") == "Neg"
        for verb in verbs
        for word in children(sentence, verb.i, "advmod")
    )
    if denied or not any(v.lemma in _WORDS.list("reporting_verbs") for v in verbs):
        raise Withheld("no plain verb of saying")
    return [v.text.lower() for v in verbs]


def _told(sentence: Sentence, target: Span) -> list[Token]:
    """The reported clause, opened by « que » and closed with its sentence or by a comma."""
    told = [t for t in sentence.tokens if target.start <= t.start < target.end]
    if not told or target.end > sentence.end or target.start < sentence.start:
        raise Withheld("told in several sentences")
    before = sentence.tokens[told[0].i - 1] if told[0].i else None
    link = before.text.lower().replace("’", "'") if before is not None else ""
    if link not in _WORDS.list("that_words"):
        raise Withheld("no clause behind « que »")
    while told and told[-1].text in (".", ",", ";"):
        told.pop()
    return told


def _check(asker: Asker, sentence: Sentence, told: list[Token]) -> None:
    """Raise Withheld for a clause that says little, or is not one whole clause."""
    document = asker.document
    words = [t for t in told if t.pos != "PUNCT"]
    nouns = {t.lemma for t in words if t.pos in ("NOUN", "PROPN")}
    if not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
        raise Withheld("too few or too many words for a question")
    if len(nouns) < _LEAST_NOUNS or not is_of_subject(document, words):
        raise Withheld("words that anybody may say of anything")
    heads = {t.i for t in told}
    clauses = [c for c in document.clauses if c.sentence == sentence.index and c.head in heads]
    if not any(c.subject is not None and set(c.subject.tokens) <= heads for c in clauses):
        raise Withheld("a clause without its subject")
    text = "".join(t.text for t in told)
    if text.count("«") != text.count("»") or text.count('"') % 2:
        raise Withheld("cut out of a quotation")
    for token in words:
        if zone_at(document.zones, token.start) is not None:
            check_said(sentence, token, words)


def _pieces(asker: Asker, quote: Quote, sentence: Sentence, told: list[Token]) -> list[Piece]:
    """The words of the clause; « il » may stay where it means whoever is asked for."""
    own = {m.first for m in asker.document.mentions if _is_own(m, quote, sentence)}
    found: list[Piece] = []
    run: list[int] = []
    for token in told:
        if token.i in own:
            found += asker.phrases.pieces(sentence, run, owner=quote.entity)
            found.append(Piece(token.text))
            run = []
        else:
            run.append(token.i)
    return [*found, *asker.phrases.pieces(sentence, run, owner=quote.entity)]


def _is_own(mention: Mention, quote: Quote, sentence: Sentence) -> bool:
    """Whether a pronoun surely stands for the speaker."""
    here = mention.sentence == sentence.index and mention.kind == "pronoun"
    return here and mention.sure and mention.entity == quote.entity
