"""Putting a clause into question order: frame, question word, subject, inverted verb, the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from quizgen.analysis.tree import matches
from quizgen.analysis.zones import zone_at
from quizgen.model import Clause, Document, Entity, Sentence
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.grammar.agreement import (
    agreeing_forms,
    check_participle,
    expletive,
    pronoun_of,
    with_object_agreement,
)
from quizgen.packs.fr.grammar.asides import balanced, without_stray_commas
from quizgen.packs.fr.grammar.clause_words import (
    clause_tokens,
    without_inner_clauses,
    without_last_aside,
    without_unresolved,
)
from quizgen.packs.fr.grammar.cuts import check_restricted, is_closed, opens_aside_only
from quizgen.packs.fr.grammar.definite import check_counted, check_definite
from quizgen.packs.fr.grammar.inflection import Asked, invert
from quizgen.packs.fr.grammar.phrases import Phrases
from quizgen.packs.fr.grammar.typography import Piece, compose, finish
from quizgen.packs.fr.grammar.wholeness import check_pointers
from quizgen.questions.withheld import Withheld

MOST_WORDS = 26  # of a question: print and memory set it
FRAME_WORDS = 9
MOST_AFTER_QUE = 6
_FRAMING = ("obl", "advmod", "advcl", "case", "mark", "fixed", "punct", "cc", "expl")

Order = Callable[[Sentence, Clause, set[int], Asked], str]


@dataclass(frozen=True, slots=True)
class Asker:
    """Builds questions from the clauses of one document."""

    document: Document
    lexicon: Dicollecte
    phrases: Phrases

    def ask(
        self, clause: Clause, target: Collection[int], asked: Asked, *, of_subject: bool = False
    ) -> str:
        """The clause as a question for the words `target`; raises Withheld when it cannot be."""
        sentence = self.document.sentences[clause.sentence]
        order: Order = self._subject_asked if of_subject else self._inverted
        kept = self.clause_words(sentence, clause, target)
        while True:
            text = finish(order(sentence, clause, kept, asked))
            if len(text.split()) <= MOST_WORDS:
                check_pointers(text)
                return text
            fewer = without_last_aside(sentence, kept, clause.verbs)
            if fewer == kept:
                raise Withheld(f"the question runs to {len(text.split())} words")
            kept = fewer

    def ask_que(
        self,
        clause: Clause,
        target: Collection[int],
        doing: Collection[str] = (),
        *,
        needed: Collection[int] = (),
    ) -> str:
        """« Que réclame le syndicat ? », « Qu'est-ce que … » where much but the object follows.

        `doing`: words between verb and subject (« Que promet *de faire* le syndicat ? »);
        `needed`: words without which other answers would be right.
        """
        sentence = self.document.sentences[clause.sentence]
        kept = self.clause_words(sentence, clause, target)
        subject, owner = self.subject_of(sentence, clause, kept)
        kept = _proper(sentence, kept - set(clause.subject.tokens if clause.subject else ()))
        verbs = [i for i in kept if i in clause.verbs]
        frame, rest = self._frame(sentence, clause, kept)
        after = sorted(rest - set(verbs))
        if not subject or (set(clause.verbs) | _words(sentence, needed)) - kept:
            raise Withheld("the clause lacks a subject, or what decides the answer")
        pieces = self.phrases.pieces(sentence, verbs, owner=owner)
        tail = self.phrases.pieces(sentence, after, owner=owner)
        group = [*pieces, *(Piece(word) for word in doing)]
        if len(after) <= MOST_AFTER_QUE:
            asked = [Piece("que"), *group, *subject]
        else:
            asked = [Piece("qu’est-ce"), Piece("que"), *subject, *group]
        text = finish(compose([*frame, *asked, *tail]))
        if len(text.split()) > MOST_WORDS:
            raise Withheld(f"the question runs to {len(text.split())} words")
        check_pointers(text)
        return text

    def ask_quel(self, clause: Clause, target: Collection[int], word: str) -> str:
        """« Quel était le taux de chômage en 2022 ? »: the subject behind a plain « être »."""
        sentence = self.document.sentences[clause.sentence]
        kept = self.clause_words(sentence, clause, target)
        subject, owner = self.subject_of(sentence, clause, kept)
        own = set(clause.subject.tokens if clause.subject else ())
        frame, rest = self._frame(sentence, clause, _proper(sentence, kept - own))
        verbs = rest & set(clause.verbs)
        pieces = self.phrases.pieces(sentence, verbs, owner=owner)
        tail = self.phrases.pieces(sentence, rest - verbs, owner=owner)
        return finish(compose([*frame, Piece(word), *pieces, *subject, *tail]))

    def clause_words(self, sentence: Sentence, clause: Clause, target: Collection[int]) -> set[int]:
        """The clause's words without the target and without asides that the article explains."""
        if sentence.tokens[clause.finite].feats.get("Mood") == "Sub":
            raise Withheld("a subjunctive is no statement")
        kept = clause_tokens(sentence, clause, target)
        self._check_person(sentence, clause, kept)
        kept = without_unresolved(self.phrases, sentence, clause, kept, target) - set(target)
        self.phrases.check_antecedents(sentence, kept)
        check_restricted(sentence, clause, kept, target)
        check_definite(self.document, sentence, kept)
        if clause.subject is not None and clause.subject.head in kept:
            check_counted(sentence, sentence.tokens[clause.subject.head], kept)
        return kept

    def _check_person(self, sentence: Sentence, clause: Clause, kept: Collection[int]) -> None:
        """Whoever is quoted says « nous »: such a clause is nobody's outside the quotation."""
        if zone_at(self.document.zones, sentence.tokens[clause.head].start) is None:
            return
        for i in kept:
            word = sentence.tokens[i].text.lower().replace("’", "'")
            if word in self.phrases.words.list("first_second_person"):
                raise Withheld(f"« {word} » is said by whoever is quoted")

    def _subject_asked(
        self, sentence: Sentence, clause: Clause, kept: set[int], asked: Asked
    ) -> str:
        """« Qui a ouvert l'exposition ? »: direct order, the verb in the question word's number."""
        subject = set(clause.subject.tokens) if clause.subject else set()
        frame, rest = self._frame(sentence, clause, _proper(sentence, kept - subject))
        forms = agreeing_forms(sentence, clause, asked, self.lexicon)
        pieces = [forms.get(p.token, p) for p in self.phrases.pieces(sentence, rest)]
        return compose([*frame, Piece(asked.words), *pieces])

    def _inverted(self, sentence: Sentence, clause: Clause, kept: set[int], asked: Asked) -> str:
        """« Quand le musée a-t-il ouvert ? »: the subject before the verb, a pronoun behind it."""
        subject, owner = self.subject_of(sentence, clause, kept)
        pronoun = pronoun_of(sentence, clause, owner, self.lexicon)
        check_participle(sentence, clause, pronoun)
        tokens = set(clause.subject.tokens) if clause.subject else set()
        kept = _proper(sentence, kept - tokens - set(expletive(sentence, clause)))
        frame, rest = self._frame(sentence, clause, kept)
        pieces = self.phrases.pieces(sentence, rest, owner=owner)
        pieces = with_object_agreement(sentence, clause, pieces, asked, self.lexicon)
        turned = [
            Piece(invert(p.text, pronoun), p.token, p.glued) if p.token == clause.finite else p
            for p in pieces
        ]
        turned = _with_adverb_inside(turned, clause)
        return compose([*frame, Piece(asked.words), *subject, *turned])

    def subject_of(
        self, sentence: Sentence, clause: Clause, kept: Collection[int]
    ) -> tuple[list[Piece], Entity | None]:
        """The subject's words and the entity that it is."""
        if clause.subject is None:
            if expletive(sentence, clause) and self._is_impersonal(sentence, clause):
                return [], None
            raise Withheld("the clause has no subject of its own")
        head = sentence.tokens[clause.subject.head]
        if head.text.lower() == "on":
            return [], None
        lower = head.text.islower() or head.i == 0
        if head.pos == "NOUN" and lower and head.i == min(clause.subject.tokens):
            raise Withheld(f"« {head.text} » as subject has no article")
        vague = self.phrases.words.list("vague_subjects") | self.phrases.words.list("relatives")
        if head.text.lower().replace("’", "'") in vague:
            raise Withheld(f"« {head.text} » as subject")
        tokens = _proper(sentence, set(clause.subject.tokens) & set(kept))
        closing: list[Piece] = []
        if opens_aside_only(sentence, tokens):
            if not is_closed(sentence, tokens):
                raise Withheld("an aside in the subject is not closed")
            closing = [Piece(",")]
        if not tokens or sentence.tokens[min(tokens)].pos == "CCONJ":
            raise Withheld("the subject is not whole")
        entity = self.phrases.entity_of(sentence.index, head.i)
        if head.pos == "PRON" and head.feats.get("PronType") == "Prs" and entity is None:
            raise Withheld(f"« {head.text} » as subject")
        return [*self.phrases.pieces(sentence, tokens), *closing], entity

    def _is_impersonal(self, sentence: Sentence, clause: Clause) -> bool:
        """« il pleut », « il est prévu de … »; « il nuit à … » is somebody or something."""
        known = ("impersonal_verbs", "impersonal_with_clause")
        verb = sentence.tokens[clause.head].lemma
        listed = any(verb in self.phrases.words.list(name) for name in known)
        return listed or clause.copular or clause.passive

    def _frame(
        self, sentence: Sentence, clause: Clause, kept: set[int]
    ) -> tuple[list[Piece], set[int]]:
        """What stands before verb and subject goes in front of the question word."""
        fronted = {i for i in kept if i < min(clause.verbs)}
        rest = kept - fronted
        if len(fronted) > FRAME_WORDS:
            fronted = without_inner_clauses(sentence, fronted)
        words = [i for i in fronted if sentence.tokens[i].pos != "PUNCT"]
        if not words and _words(sentence, kept - rest):
            raise Withheld("a clause that limits what is said is too long to stand in front")
        if not words:
            return [], rest
        if len(words) > FRAME_WORDS:
            raise Withheld("too much stands before the subject")
        first = sentence.tokens[min(words)]
        if first.pos == "DET" and not self._is_time(sentence, words):
            raise Withheld(f"« {first.text} » opens an apposition")
        loose = ("NOUN", "PROPN", "PRON", "ADJ", "CCONJ", "VERB", "ADV")
        if first.pos in loose and first.text.lower() not in self.phrases.words.list("framing"):
            raise Withheld(f"« {first.text} » stands loose before the subject")
        tops = [t for i in words if (t := sentence.tokens[i]).head not in words]
        if not all(matches(t.dep, _FRAMING) for t in tops):
            raise Withheld(f"« {first.text} » opens no adverbial")
        pieces = self.phrases.pieces(sentence, without_stray_commas(sentence, fronted))
        return [*pieces, Piece(",")], rest

    def _is_time(self, sentence: Sentence, words: Collection[int]) -> bool:
        """« Le 3 mars », « Cette semaine-là »: a time stands in front without preposition."""
        known = ("months", "weekdays", "time_units", "day_times")
        texts = {sentence.tokens[i].text.lower() for i in words}
        return any(texts & self.phrases.words.list(name) for name in known)


def _words(sentence: Sentence, tokens: Collection[int]) -> set[int]:
    return {i for i in tokens if sentence.tokens[i].pos != "PUNCT"}


def _with_adverb_inside(pieces: list[Piece], clause: Clause) -> list[Piece]:
    """« est-il accusé notamment ? » → « est-il notamment accusé ? »."""
    places = [i for i, p in enumerate(pieces) if p.token == clause.finite]
    last = pieces[-1] if pieces else None
    if last is None or last.text.lower() != "notamment" or len(clause.verbs) == 1 or not places:
        return pieces
    after = places[0] + 1
    return [*pieces[:after], Piece(last.text), *pieces[after:-1]]


def _proper(sentence: Sentence, kept: set[int]) -> set[int]:
    return balanced(sentence, without_stray_commas(sentence, kept))
