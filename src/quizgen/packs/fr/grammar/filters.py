"""What wording rules may call, bound to a document and a fact."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from quizgen.model import Document, Fact, Quote
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.full_dates import full_date, month_of
from quizgen.packs.fr.grammar.asking import Asker
from quizgen.packs.fr.grammar.forms import (
    asked,
    asked_actor,
    asked_body,
    asked_doing,
    asked_is,
    asked_level,
    asked_que,
    asked_quel,
    phrase,
    with_source,
)
from quizgen.packs.fr.grammar.gap_checks import timed
from quizgen.packs.fr.grammar.gaps import sentence_with_gap
from quizgen.packs.fr.grammar.guards import faults, gap_faults
from quizgen.packs.fr.grammar.inflection import pronoun_for
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
from quizgen.packs.fr.grammar.topics import label
from quizgen.packs.fr.grammar.typography import Piece, compose, finish, tidy
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

FUNCTIONS = (
    "asked", "asked_actor", "asked_body", "asked_doing", "asked_first", "asked_is", "asked_level",
    "asked_of", "asked_que", "asked_quel", "asked_which",
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
            "asked": lambda fact: lambda words, **how: asked(asker, fact, words, **how),
            "asked_actor": lambda fact: lambda words, **how: asked_actor(asker, fact, words, **how),
            "asked_body": lambda fact: lambda noun: asked_body(asker, fact, noun),
            "phrase": lambda fact: lambda part: phrase(asker, fact, part),
            "de": lambda fact: _de,
            "finish": lambda fact: finish,
            "gap": lambda fact: lambda: sentence_with_gap(document, asker.phrases, fact),
            "asked_doing": lambda fact: lambda: asked_doing(asker, fact),
            "asked_que": lambda fact: lambda: asked_que(asker, fact),
            "asked_first": lambda fact: lambda: ask_first(asker, fact),
            "asked_is": lambda fact: lambda: asked_is(asker, fact),
            "asked_level": lambda fact: lambda: asked_level(asker, fact),
            "asked_which": lambda fact: (
                lambda words: with_source(fact, ask_which(asker, fact, words))
            ),
            "asked_of": lambda fact: (
                lambda words: with_source(fact, ask_participle(asker, fact, words))
            ),
            "dated": lambda fact: lambda: _dated(document, fact),
            "timed": lambda fact: timed,
            "quel": lambda fact: lambda part: quel(asker, fact, part),
            "with_article": lambda fact: with_article,
            "with_marker": lambda fact: with_marker,
            "asked_quel": lambda fact: lambda: asked_quel(asker, fact),
            "explained": lambda fact: lambda part: _explained(asker, fact, part),
            "pronoun": lambda fact: pronoun_for,
            "reported": lambda fact: lambda: ask_reported(asker, fact),
            "spoken": lambda fact: lambda **how: _spoken(document, fact, lexicon, **how),
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


def _dated(document: Document, fact: Fact) -> str:
    """The date that answers, with the year that the article's own date gives."""
    fields, text = fact.fields, fact.target.text
    grain, direction = fields.get("grain", ""), fields.get("direction", "")
    found = full_date(text, grain, document.source, direction)
    if found is None:
        raise Withheld(f"« {text} » is not resolved")
    return found


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


def _spoken(document: Document, fact: Fact, lexicon: Dicollecte, *, telling: bool = False) -> str:
    """Words said, between quotation marks; Withheld where they are not clear alone."""
    if not isinstance(fact, Quote):
        raise Withheld("nothing that somebody said")
    return tidy(f'"{choose_spoken(document, fact, lexicon, telling=telling)}"')


def _said(lemma: str, lexicon: Dicollecte) -> str:
    """The participle of a verb of saying, where it goes with a quotation; else a neutral one."""
    plain = FrenchWords().list("quoting_verbs")
    form = lexicon.inflect(
        lemma, "VERB", verb_form="Part", tense="Past", gender="Masc", number="Sing"
    )
    return form if form and lemma in plain else "déclaré"
