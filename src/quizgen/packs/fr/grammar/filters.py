"""What wording rules may call, bound to a document and a fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from quizgen.model import Document, Fact, Quote
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.full_dates import full_date, month_of
from quizgen.packs.fr.grammar.acting import check_deed, which
from quizgen.packs.fr.grammar.asides import balanced, without_asides
from quizgen.packs.fr.grammar.asking import Asker
from quizgen.packs.fr.grammar.gap_checks import timed
from quizgen.packs.fr.grammar.gaps import sentence_with_gap
from quizgen.packs.fr.grammar.guards import faults, gap_faults
from quizgen.packs.fr.grammar.inflection import Asked, noun_traits, pronoun_for
from quizgen.packs.fr.grammar.participials import ask_participle
from quizgen.packs.fr.grammar.phrases import Phrases
from quizgen.packs.fr.grammar.relatives import (
    ask_first,
    ask_which,
    quel,
    with_article,
    with_marker,
)
from quizgen.packs.fr.grammar.reported import ask_reported
from quizgen.packs.fr.grammar.slips import find_slips
from quizgen.packs.fr.grammar.spoken_choice import choose_spoken
from quizgen.packs.fr.grammar.standing_alone import check_answer, check_source
from quizgen.packs.fr.grammar.tenses import check_anchor, check_tense
from quizgen.packs.fr.grammar.topics import label
from quizgen.packs.fr.grammar.typography import Piece, compose, finish, tidy
from quizgen.packs.fr.grammar.wholeness import check_pointers
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

FUNCTIONS = (
    "asked", "asked_actor", "asked_body", "asked_doing", "asked_first", "asked_level", "asked_of",
    "asked_que", "asked_quel", "asked_which",
    "dated", "de", "explained", "finish", "gap", "phrase", "pronoun", "quel",
    "reported",
    "said_verb", "spoken", "then", "timed", "with_article", "with_marker",
)  # fmt: skip


class _HasLexicon(Protocol):
    @property
    def lexicon(self) -> Dicollecte:
        """The dictionary."""


class FrenchGrammar:
    """The realiser: each filter is a function of a fact that yields what templates call."""

    def __init__(self, language: _HasLexicon) -> None:
        self._language = language

    def filters(self, document: Document) -> Mapping[str, Callable[[Fact], Any]]:
        """The functions that templates see."""
        lexicon = self._language.lexicon
        asker = Asker(document, lexicon, Phrases(document, lexicon))
        return {
            "asked": lambda fact: lambda words, **how: _asked(asker, fact, words, **how),
            "asked_actor": lambda fact: (
                lambda words, **how: _asked_actor(asker, fact, words, **how)
            ),
            "asked_body": lambda fact: lambda noun: _asked_body(asker, fact, noun),
            "phrase": lambda fact: lambda part: _phrase(asker, fact, part),
            "de": lambda fact: _de,
            "finish": lambda fact: finish,
            "gap": lambda fact: lambda: sentence_with_gap(document, asker.phrases, fact),
            "asked_doing": lambda fact: lambda: _asked_doing(asker, fact),
            "asked_que": lambda fact: lambda: _asked_que(asker, fact),
            "asked_first": lambda fact: lambda: ask_first(asker, fact),
            "asked_level": lambda fact: lambda: _asked_level(asker, fact),
            "asked_which": lambda fact: (
                lambda words: _with_source(fact, ask_which(asker, fact, words))
            ),
            "asked_of": lambda fact: (
                lambda words: _with_source(fact, ask_participle(asker, fact, words))
            ),
            "dated": lambda fact: lambda: _dated(document, fact),
            "timed": lambda fact: timed,
            "quel": lambda fact: lambda part: quel(asker, fact, part),
            "with_article": lambda fact: with_article,
            "with_marker": lambda fact: with_marker,
            "asked_quel": lambda fact: lambda: _asked_quel(asker, fact),
            "explained": lambda fact: lambda part: _explained(asker, fact, part),
            "pronoun": lambda fact: pronoun_for,
            "reported": lambda fact: lambda: ask_reported(asker, fact),
            "spoken": lambda fact: lambda: _spoken(document, fact),
            "then": lambda fact: lambda: month_of(document.source.month),
            "said_verb": lambda fact: lambda: _said(fact.fields.get("cue_lemma", ""), lexicon),
        }

    def topic(self, document: Document, question: str, answer: str) -> str:
        """What the article is about and when it was written, without the answer."""
        return label(document, question, answer)

    def slips(self, document: Document, fact: Fact, text: str) -> int:
        """How many words of a card look like slips of the pen."""
        sentence = document.sentences[fact.sentence]
        return sum(1 for _ in find_slips(sentence, text, self._language.lexicon))

    def gap_faults(self, sentence: str, answer: str) -> Sequence[str]:
        """What is wrong with a cloze card's French."""
        return gap_faults(sentence, answer)

    def faults(self, question: str, answer: str) -> Sequence[str]:
        """What is wrong with a card's French."""
        return faults(question, answer)


def _asked(asker: Asker, fact: Fact, words: str, *, noun: str = "", gender: str = "Masc") -> str:
    """The fact's clause asked with these question words.

    `noun` names the part whose gender and number the question words have (« Combien de salariés »);
    without it they are singular, of `gender`.
    """
    if fact.clause is None:
        raise Withheld("no clause to ask in")
    number = "Sing"
    if noun:
        sentence = asker.document.sentences[fact.sentence]
        head = int(fact.fields[f"{noun}_head"])
        gender, number = noun_traits(sentence, head, asker.lexicon)
        if fact.kind == "count":
            number = "Plur"  # « combien de cas ont été … », whatever « cas » looks like
    check_tense(asker.document, fact)
    _check_answer(asker, fact)
    role = fact.fields.get("role", "")
    asked = Asked(words, gender or "Masc", number or "Sing", fronts_object=role == "object")
    target = fact.parts.get("phrase", ())
    question = asker.ask(fact.clause, target, asked, of_subject=role == "subject")
    check_anchor(asker.document, fact, question)
    return _with_source(fact, question)


def _asked_actor(asker: Asker, fact: Fact, words: str, **how: str) -> str:
    """« Qui a ouvert l'exposition ? », where the deed is told whole."""
    check_deed(asker, fact)
    return _asked(asker, fact, words, **how)


def _asked_body(asker: Asker, fact: Fact, noun: str) -> str:
    """« Quelle organisation a ouvert l'exposition ? » of a body whose acronym says what it is."""
    words, gender = which(noun)
    return _asked_actor(asker, fact, words, gender=gender)


def _check_answer(asker: Asker, fact: Fact) -> None:
    """The answer too is read without the article: « financer ces mesures » tells nothing."""
    if "answer" in fact.fields or "grain" in fact.fields or fact.clause is None:
        return  # a name; a date that is told in full
    sentence = asker.document.sentences[fact.sentence]
    inside = range(fact.target.start, fact.target.end)
    tokens = {t.i for t in sentence.tokens if t.start in inside}
    check_answer(sentence, tokens, fact.target.text)
    plain = set(asker.phrases.definite(sentence)) & tokens
    subject = fact.clause.subject
    owner = asker.phrases.entity_of(sentence.index, subject.head) if subject else None
    asker.phrases.pieces(sentence, tokens - plain, owner=owner)
    check_pointers(fact.target.text)


def _asked_level(asker: Asker, fact: Fact) -> str:
    """« Quelle croissance le gouvernement prévoit-il ? » for a figure inside what is asked for."""
    outer = fact.fields["outer"]
    asked = replace(fact, fields={**fact.fields, "role": outer})
    words = quel(asker, fact, "inside")
    if outer == "oblique":
        words = with_marker(fact.fields["marker"], words)
    return _asked(asker, asked, words, noun="inside")


def _dated(document: Document, fact: Fact) -> str:
    """The date that answers, with the year that the article's own date gives."""
    fields, text = fact.fields, fact.target.text
    grain, direction = fields.get("grain", ""), fields.get("direction", "")
    found = full_date(text, grain, document.source, direction)
    if found is None:
        raise Withheld(f"« {text} » is not resolved")
    return found


def _with_source(fact: Fact, text: str) -> str:
    """A claim with whose claim it is in front, unless it says so already."""
    attribution = fact.fields.get("attribution", "")
    if not attribution or attribution.split()[-1] in text:
        return text
    check_source(attribution)
    return f"Selon {attribution}, {text[0].lower()}{text[1:]}"


def _phrase(asker: Asker, fact: Fact, part: str) -> str:
    """Some of the fact's words as they stand in a question."""
    sentence = asker.document.sentences[fact.sentence]
    tokens = balanced(sentence, without_asides(sentence, fact.parts[part]))
    if not tokens:
        raise Withheld(f"nothing to say for {part}")
    return compose(asker.phrases.pieces(sentence, tokens))


def _de(words: str) -> str:
    """« du groupe », « de la ligue », « d'Anne »: « de » before words, their article apart."""
    first, _, rest = words.partition(" ")
    parts = [first, rest] if first in ("le", "les") else [words]
    return compose([Piece("de"), *map(Piece, parts)])


def _explained(asker: Asker, fact: Fact, part: str) -> str:
    """Nothing, or Withheld when these words of the answer point back."""
    sentence = asker.document.sentences[fact.sentence]
    asker.phrases.pieces(sentence, fact.parts.get(part, ()))
    return ""


def _asked_que(asker: Asker, fact: Fact) -> str:
    """« Que réclame le syndicat ? » for the fact's object."""
    if fact.clause is None:
        raise Withheld("no clause to ask in")
    _check_answer(asker, fact)
    phrase, needed = fact.parts.get("phrase", ()), fact.parts.get("needed", ())
    question = asker.ask_que(fact.clause, phrase, needed=needed)
    check_anchor(asker.document, fact, question)
    return question


def _asked_doing(asker: Asker, fact: Fact) -> str:
    """« Que promet de faire le syndicat ? » for the infinitive that the fact's verb governs."""
    if fact.clause is None:
        raise Withheld("no clause to ask in")
    _check_answer(asker, fact)
    doing = [*filter(None, [fact.fields["marker"]]), "faire"]
    phrase, needed = fact.parts.get("phrase", ()), fact.parts.get("needed", ())
    question = asker.ask_que(fact.clause, phrase, doing, needed=needed)
    check_anchor(asker.document, fact, question)
    return question


def _asked_quel(asker: Asker, fact: Fact) -> str:
    """« Quel est le but de la réforme ? » for what the fact's subject is said to be."""
    if fact.clause is None:
        raise Withheld("no clause to ask in")
    sentence = asker.document.sentences[fact.sentence]
    finite = sentence.tokens[fact.clause.finite]
    gender, number = noun_traits(sentence, int(fact.fields["subject_head"]), asker.lexicon)
    plain = all(i == fact.clause.finite or i in fact.parts["phrase"] for i in fact.clause.verbs)
    if not gender or not plain:
        raise Withheld("not a plain « est » of known gender")
    quel = {"Masc": "quel", "Fem": "quelle"}[gender] + ("s" if number == "Plur" else "")
    question = finish(f"{quel} {finite.text.lower()} {_phrase(asker, fact, 'subject')}")
    return _with_source(fact, question)


def _spoken(document: Document, fact: Fact) -> str:
    """Words said, between quotation marks; Withheld where they are not clear alone."""
    if not isinstance(fact, Quote):
        raise Withheld("nothing that somebody said")
    return tidy(f'"{choose_spoken(document, fact)}"')


def _said(lemma: str, lexicon: Dicollecte) -> str:
    """The participle of a verb of saying, where it goes with a quotation; else a neutral one."""
    plain = FrenchWords().list("quoting_verbs")
    form = lexicon.inflect(
        lemma, "VERB", verb_form="Part", tense="Past", gender="Masc", number="Sing"
    )
    return form if form and lemma in plain else "déclaré"
