"""Putting a clause into question order: frame, question word, subject, inverted verb, the rest."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from quizgen.analysis.tree import children, matches
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
from quizgen.packs.fr.grammar.asides import balanced, is_set_off, without_stray_commas
from quizgen.packs.fr.grammar.clause_words import (
    clause_tokens,
    without_inner_clauses,
    without_last_aside,
    without_unresolved,
)
from quizgen.packs.fr.grammar.inflection import Asked, invert
from quizgen.packs.fr.grammar.phrases import Phrases
from quizgen.packs.fr.grammar.typography import Piece, compose, finish
from quizgen.packs.fr.grammar.wholeness import check_pointers
from quizgen.questions.withheld import Withheld

MOST_WORDS = 26  # of a question: print and memory set it
FRAME_WORDS = 9
MOST_AFTER_QUE = 6
_SPARED = ("punct", "cc", "advmod", "discourse", "parataxis", "mark")
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

    def ask_que(self, clause: Clause, target: Collection[int], doing: Collection[str] = ()) -> str:
        """« Que réclame le syndicat ? »: only where next to nothing but the object follows.

        `doing`: words between verb and subject (« Que promet *de faire* le syndicat ? »).
        """
        sentence = self.document.sentences[clause.sentence]
        kept = self.clause_words(sentence, clause, target)
        subject, owner = self.subject_of(sentence, clause, kept)
        kept = _proper(sentence, kept - set(clause.subject.tokens if clause.subject else ()))
        verbs = [i for i in kept if i in clause.verbs]
        frame, rest = self._frame(sentence, clause, kept)
        after = sorted(rest - set(verbs))
        if not subject or len(after) > MOST_AFTER_QUE or set(clause.verbs) - kept:
            raise Withheld("too much stands beside the object for a question with « que »")
        pieces = self.phrases.pieces(sentence, verbs, owner=owner)
        tail = self.phrases.pieces(sentence, after, owner=owner)
        between = [Piece(word) for word in doing]
        return finish(compose([*frame, Piece("que"), *pieces, *between, *subject, *tail]))

    def clause_words(self, sentence: Sentence, clause: Clause, target: Collection[int]) -> set[int]:
        """The clause's words without the target and without asides that the article explains."""
        if sentence.tokens[clause.finite].feats.get("Mood") == "Sub":
            raise Withheld("a subjunctive is no statement")
        kept = clause_tokens(sentence, clause, target)
        self._check_person(sentence, clause, kept)
        kept = without_unresolved(self.phrases, sentence, clause, kept, target) - set(target)
        self.phrases.check_antecedents(sentence, kept)
        _check_restricted(sentence, clause, kept, target)
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
        return compose([*frame, Piece(asked.words), *subject, *turned])

    def subject_of(
        self, sentence: Sentence, clause: Clause, kept: Collection[int]
    ) -> tuple[list[Piece], Entity | None]:
        """The subject's words and the entity that it is."""
        if clause.subject is None:
            if expletive(sentence, clause):
                return [], None
            raise Withheld("the clause has no subject of its own")
        head = sentence.tokens[clause.subject.head]
        if head.text.lower() == "on":
            return [], None
        if head.pos == "NOUN" and head.text.islower() and head.i == min(clause.subject.tokens):
            raise Withheld(f"« {head.text} » as subject has no article")
        vague = self.phrases.words.list("vague_subjects") | self.phrases.words.list("relatives")
        if head.text.lower().replace("’", "'") in vague:
            raise Withheld(f"« {head.text} » as subject")
        tokens = set(clause.subject.tokens) & set(kept)
        tokens = balanced(sentence, without_stray_commas(sentence, tokens))
        if not tokens or sentence.tokens[min(tokens)].pos == "CCONJ":
            raise Withheld("the subject is not whole")
        entity = self.phrases.entity_of(sentence.index, head.i)
        if head.pos == "PRON" and head.feats.get("PronType") == "Prs" and entity is None:
            raise Withheld(f"« {head.text} » as subject")
        return self.phrases.pieces(sentence, tokens), entity

    def _frame(
        self, sentence: Sentence, clause: Clause, kept: set[int]
    ) -> tuple[list[Piece], set[int]]:
        """What stands before verb and subject goes in front of the question word."""
        fronted = {i for i in kept if i < min(clause.verbs)}
        rest = kept - fronted
        if len(fronted) > FRAME_WORDS:
            fronted = without_inner_clauses(sentence, fronted)
        words = [i for i in fronted if sentence.tokens[i].pos != "PUNCT"]
        if not words:
            return [], rest
        if len(words) > FRAME_WORDS:
            raise Withheld("too much stands before the subject")
        first = sentence.tokens[min(words)]
        loose = ("NOUN", "PROPN", "PRON", "ADJ", "CCONJ", "VERB", "ADV")
        if first.pos in loose and first.text.lower() not in self.phrases.words.list("framing"):
            raise Withheld(f"« {first.text} » stands loose before the subject")
        tops = [t for i in words if (t := sentence.tokens[i]).head not in words]
        if not all(matches(t.dep, _FRAMING) for t in tops):
            raise Withheld(f"« {first.text} » opens no adverbial")
        pieces = self.phrases.pieces(sentence, without_stray_commas(sentence, fronted))
        return [*pieces, Piece(",")], rest


def _check_restricted(
    sentence: Sentence, clause: Clause, kept: Collection[int], target: Collection[int]
) -> None:
    """« les femmes qui prennent le train »: without the relative another group would be meant.

    What is cut stands between marks, or is a whole adverbial of the verb.
    """
    for i in set(kept) - {clause.head, *target}:
        for token in children(sentence, i):
            gone = token.i not in kept and token.i not in target
            apart = is_set_off(sentence, token) and not matches(token.dep, ("conj",))
            if gone and not apart and not matches(token.dep, _SPARED):
                raise Withheld(f"« {sentence.tokens[i].text} » loses what tells which")
    held = {*kept, *target, clause.head, *clause.verbs}
    subject = clause.subject.head if clause.subject else -1
    for i in held - {clause.head, subject}:
        token = sentence.tokens[i]
        if token.head not in held and token.pos != "PUNCT" and not matches(token.dep, _SPARED):
            raise Withheld(f"« {token.text} » loses what it belongs to")


def _proper(sentence: Sentence, kept: set[int]) -> set[int]:
    return balanced(sentence, without_stray_commas(sentence, kept))
