"""« Qui a affirmé que … ? »: what somebody said, in the article's own reported clause."""

from __future__ import annotations

from quizgen.analysis.tree import child, children
from quizgen.analysis.zones import zone_at
from quizgen.facts.quotes.verbs import is_participle
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
    told = _told(sentence, fact.target)
    if fact.mode == "mixed" and _is_object(sentence, told, fact.cue):
        known = _WORDS.list("claiming_verbs")
        if not _is_open_object(told):
            known |= _WORDS.list("calling_verbs")
        verbs = _verbs(asker, sentence, fact, known)
    else:
        known = _WORDS.list("reporting_verbs") | _WORDS.list("adding_verbs")
        verbs = [*_verbs(asker, sentence, fact, known), "que"]
        _check_clause(asker, sentence, told, verbs)
    _check(asker, sentence, told)
    pieces = _pieces(asker, fact, sentence, told)
    question = finish(compose([Piece("qui"), *map(Piece, verbs), *pieces]))
    check_pointers(question)
    return question


def _is_object(sentence: Sentence, told: list[Token], cue: Span) -> bool:
    """« a dénoncé « l'abandon » des quais »: a noun right behind the verb, partly quoted."""
    behind = [t for t in sentence.tokens if cue.end <= t.start < told[0].start]
    words = [t for t in told if t.pos != "PUNCT"]
    opens = bool(words) and words[0].pos in ("DET", "NOUN")
    finite = next((t for t in words if t.feats.get("VerbForm") == "Fin"), None)
    own = {t.i for t in told}
    main = finite is not None and finite.head not in own
    return told[0].i > 0 and opens and not main and all(t.pos == "PUNCT" for t in behind)


def _is_open_object(told: list[Token]) -> bool:
    """« une « faute » », « cette « faute » »: what is called so is not said."""
    first = next((t for t in told if t.pos != "PUNCT"), told[0])
    return first.feats.get("Definite") == "Ind" or first.feats.get("PronType") == "Dem"


def _verbs(asker: Asker, sentence: Sentence, quote: Quote, known: frozenset[str]) -> list[str]:
    """« a affirmé »: the verb of saying alone, for « affirme » too where its clause follows."""
    cue, target = quote.cue or quote.target, quote.target
    inside = [t for t in sentence.tokens if cue.start <= t.start < cue.end]
    verbs = [t for t in inside if t.pos in ("VERB", "AUX")]
    if not verbs or verbs[-1].lemma not in known:
        raise Withheld("no plain verb of saying")
    denied = any(
        word.feats.get("Polarity") == "Neg"
        for verb in verbs
        for word in children(sentence, verb.i, "advmod")
    )
    if denied:
        raise Withheld("the verb of saying is denied")
    if verbs[-1].lemma in _WORDS.list("adding_verbs"):
        return _in_the_past(asker, "déclarer")  # « a ajouté que »: what to?
    if len(verbs) == 1 and is_participle(verbs[0]):
        return _in_the_past(asker, verbs[0].lemma)
    first = verbs[0]
    if first.feats.get("VerbForm") != "Fin" or first.feats.get("Mood") != "Ind":
        raise Withheld("a verb of saying without a tense of its own")
    if first.feats.get("Number") == "Plur" or first.feats.get("Person") in ("1", "2"):
        raise Withheld("several speak")
    behind = target.start > cue.start
    if behind and len(verbs) == 1 and first.feats.get("Tense") == "Pres":
        return _in_the_past(asker, first.lemma)
    return [v.text.lower() for v in verbs]


def _in_the_past(asker: Asker, lemma: str) -> list[str]:
    """« affirmant que … », « affirme que … »: « a affirmé que … »."""
    wanted = {"verb_form": "Part", "tense": "Past", "gender": "Masc", "number": "Sing"}
    form = asker.lexicon.inflect(lemma, "VERB", **wanted)
    if form is None:
        raise Withheld(f"« {lemma} » has no participle")
    return ["a", form]


def _check_clause(asker: Asker, sentence: Sentence, told: list[Token], verbs: list[str]) -> None:
    """Raise Withheld for what is no whole clause behind « que », or before the verb of saying."""
    before = sentence.tokens[told[0].i - 1].text.lower().replace("’", "'") if told[0].i else ""
    if told[0].i and before not in _WORDS.list("that_words"):
        raise Withheld("no clause behind « que »")
    heads = {t.i for t in told}
    clauses = [c for c in asker.document.clauses if c.sentence == sentence.index]
    own = [c for c in clauses if c.head in heads and c.subject is not None]
    if not any(c.subject is not None and set(c.subject.tokens) <= heads for c in own):
        raise Withheld("a clause without its subject")
    if _is_cut(told):
        raise Withheld("a second « que » without its verb")
    if told[0].i == 0:
        _check_sequence(asker, sentence, told, verbs)


def _is_cut(told: list[Token]) -> bool:
    """« que … et que les entreprises »: the reading lost the end of the second clause."""
    thats = [t.i for t in told if t.text.lower().replace("’", "'") in _WORDS.list("that_words")]
    return bool(thats) and not any(
        t.feats.get("VerbForm") == "Fin" for t in told if t.i > thats[-1]
    )


def _check_sequence(asker: Asker, sentence: Sentence, told: list[Token], verbs: list[str]) -> None:
    """« Le prix baissera, a dit X »: behind « a dit que » the tense would be another.

    What stands before the subject would have to stand between commas behind « que ».
    """
    heads = {t.i for t in told}
    clauses = [
        c
        for c in asker.document.clauses
        if c.sentence == sentence.index and c.head in heads and c.kind in ("main", "other")
    ]
    if not clauses or clauses[0].subject is None or min(clauses[0].subject.tokens) != told[0].i:
        raise Withheld("something stands before the subject of what was said")
    finite = sentence.tokens[clauses[0].finite]
    perfect = finite.i != clauses[0].head and finite.lemma == "avoir"
    past = perfect or finite.feats.get("Tense") == "Imp" or finite.feats.get("Mood") == "Cnd"
    if len(verbs) > 2 and not past:
        raise Withheld("the tense is not that of reported speech")


def _told(sentence: Sentence, target: Span) -> list[Token]:
    """The words reported, in one sentence, without the mark at their end."""
    told = [t for t in sentence.tokens if target.start <= t.start < target.end]
    if not told or target.end > sentence.end or target.start < sentence.start:
        raise Withheld("told in several sentences")
    while told and told[-1].text in (".", ",", ";"):
        told.pop()
    if [t.text for t in told[-2:-1]] == ["."] and told[-1].pos == "PUNCT":
        told.pop(-2)  # « … leurs droits. »: the question ends with another mark
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
    text = "".join(t.text for t in told)
    if text.count("«") != text.count("»") or text.count('"') % 2:
        raise Withheld("cut out of a quotation")
    if any(t.text.lower() in _WORDS.list("adding_adverbs") for t in words):
        raise Withheld("set beside what was told before")
    for token in words:
        if zone_at(document.zones, token.start) is not None:
            check_said(sentence, token, words)
            _check_person(token)
    if any(_is_source(sentence, token) for token in words):
        raise Withheld("somebody else's words inside the clause")
    if any(_is_open(sentence, token) for token in words):
        raise Withheld("a subject that does not say which one")


def _check_person(token: Token) -> None:
    """« nos mains »: the speaker's own word, where « X » tells it in the third person."""
    if token.text.lower().replace("’", "'") in _WORDS.list("first_second_person"):
        raise Withheld(f"« {token.text} » speaks in the first or second person")


def _is_source(sentence: Sentence, token: Token) -> bool:
    """« …, selon l'agence »: behind a comma, another source."""
    comma = sentence.tokens[token.i - 1].text == "," if token.i else False
    return comma and token.text.lower().replace("’", "'") in _WORDS.list("source_prepositions")


def _is_open(sentence: Sentence, token: Token) -> bool:
    """« l'objectif était … »: of what?"""
    bare = child(sentence, token.i, "nmod", "acl", "amod") is None
    subject = token.dep.startswith("nsubj") and token.pos == "NOUN"
    return subject and bare and token.lemma.lower() in _WORDS.list("open_nouns")


def _pieces(asker: Asker, quote: Quote, sentence: Sentence, told: list[Token]) -> list[Piece]:
    """The words of the clause; « il » may stay where it means whoever is asked for."""
    mentions = asker.document.mentions
    own = {m.first for m in mentions if _is_own(m, quote, sentence)} & {told[0].i}
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
