"""Putting a clause into question order: frame, question word, subject, inverted verb, the rest."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quizgen.analysis.tree import child, children
from quizgen.analysis.zones import zone_at
from quizgen.model import Clause, Document, Entity, Sentence, Token
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.grammar.inflection import (
    agree,
    invert,
    noun_traits,
    plural,
    pronoun_for,
    singular,
)
from quizgen.packs.fr.grammar.phrases import Phrases
from quizgen.packs.fr.grammar.selecting import (
    adjuncts,
    balanced,
    clause_tokens,
    names_source,
    without_optional,
    without_stray_commas,
)
from quizgen.packs.fr.grammar.typography import Piece, compose, finish
from quizgen.questions.withheld import Withheld

MOST_WORDS = 26  # outside quotation marks; the print and the reader's memory set it
FRAME_WORDS = 9
MOST_AFTER_QUE = 6


@dataclass(frozen=True, slots=True)
class Asked:
    """The question word (« Quel pourcentage des missiles ») with its gender and number."""

    words: str
    gender: str = "Masc"
    number: str = "Sing"
    fronts_object: bool = False


class Asker:
    """Builds questions from the clauses of one document."""

    def __init__(self, document: Document, lexicon: Dicollecte) -> None:
        self.document = document
        self.lexicon = lexicon
        self.phrases = Phrases(document, lexicon)

    def ask(
        self, clause: Clause, target: Collection[int], asked: Asked, *, of_subject: bool = False
    ) -> str:
        """The clause as a question for the words `target`; raises Withheld when it cannot be."""
        sentence = self.document.sentences[clause.sentence]
        kept = self._kept(sentence, clause, target)
        while True:
            order = self._subject_asked if of_subject else self._inverted
            text = finish(order(sentence, clause, kept - set(target), asked))
            if len(text.split()) <= MOST_WORDS:
                return text
            fewer = without_optional(sentence, clause, kept - set(target))
            if fewer == kept - set(target):
                raise Withheld(f"the question runs to {len(text.split())} words")
            kept = fewer | set(target)

    def state(self, clause: Clause, hidden: Collection[int], gap: str) -> str:
        """The clause as a sentence with `gap` in place of the words `hidden`."""
        sentence = self.document.sentences[clause.sentence]
        kept = _proper(sentence, self._kept(sentence, clause, hidden))
        if not set(hidden) <= kept:
            raise Withheld("the clause loses the answer when it is cut to its skeleton")
        before = [i for i in kept if i < min(hidden)]
        after = [i for i in kept if i > max(hidden)]
        pieces = [
            *self.phrases.pieces(sentence, before),
            Piece(gap),
            *self.phrases.pieces(sentence, after),
        ]
        text = compose(pieces).strip(" ,;:.")
        return f"{text[0].upper()}{text[1:]}."

    def _kept(self, sentence: Sentence, clause: Clause, target: Collection[int]) -> set[int]:
        """The clause's words without adjuncts that the article alone explains."""
        kept = clause_tokens(sentence, clause, target)
        self._check_person(sentence, clause, kept)
        for branch in adjuncts(sentence, clause):
            if not branch <= kept or branch & set(target):
                continue
            try:
                self.phrases.pieces(sentence, branch)
            except Withheld:
                kept -= branch
        for mention in self.document.mentions:
            if mention.sentence == sentence.index and mention.antecedent >= 0:
                if mention.first in kept - set(target) and mention.antecedent not in kept - set(target):
                    raise Withheld(f"« {sentence.tokens[mention.first].text} » loses its noun")
        return kept

    def _check_person(self, sentence: Sentence, clause: Clause, kept: Collection[int]) -> None:
        """Whoever is quoted says « nous »: such a clause is nobody's outside the quotation."""
        if zone_at(self.document.zones, sentence.tokens[clause.head].start) is None:
            return
        for i in kept:
            word = sentence.tokens[i].text.lower().replace("’", "'")
            if word in self.phrases.words.list("first_second_person"):
                raise Withheld(f"« {word} » is said by whoever is quoted")

    def ask_que(self, clause: Clause, target: Collection[int]) -> str:
        """« Que réclame le syndicat ? »: only where next to nothing but the object follows."""
        sentence = self.document.sentences[clause.sentence]
        kept = self._kept(sentence, clause, target) - set(target)
        subject, owner = self._subject(sentence, clause, kept)
        kept = _proper(sentence, kept - set(clause.subject.tokens if clause.subject else ()))
        verbs = [i for i in kept if i in clause.verbs]
        frame, rest = self._frame(sentence, clause, kept)
        after = sorted(rest - set(verbs))
        if not subject or len(after) > MOST_AFTER_QUE or set(clause.verbs) - kept:
            raise Withheld("too much stands beside the object for a question with « que »")
        pieces = self.phrases.pieces(sentence, verbs, owner=owner)
        tail = self.phrases.pieces(sentence, after, owner=owner)
        return finish(compose([*frame, Piece("que"), *pieces, *subject, *tail]))

    # ------------------------------------------------------------------ the subject is asked for
    def _subject_asked(
        self, sentence: Sentence, clause: Clause, kept: set[int], asked: Asked
    ) -> str:
        subject = set(clause.subject.tokens) if clause.subject else set()
        kept = _proper(sentence, kept - subject)
        frame, rest = self._frame(sentence, clause, kept)
        forms = self._forms(sentence, clause, asked)
        pieces = [forms.get(p.token, p) for p in self.phrases.pieces(sentence, rest)]
        return compose([*frame, Piece(asked.words), *pieces])

    def _forms(self, sentence: Sentence, clause: Clause, asked: Asked) -> dict[int, Piece]:
        """The verb, and what agrees with the subject, in the number of the question word."""
        finite = sentence.tokens[clause.finite]
        as_number = singular if asked.number == "Sing" else plural
        forms = {clause.finite: as_number(finite, self.lexicon)}
        for token in self._agreeing(sentence, clause):
            if token.feats.get("Number") or token.feats.get("Gender"):
                forms[token.i] = agree(token, asked.gender, asked.number, self.lexicon)
        return {
            i: Piece(text, i, sentence.tokens[i - 1].end == sentence.tokens[i].start if i else False)
            for i, text in forms.items()
            if text != sentence.tokens[i].text
        }

    def _agreeing(self, sentence: Sentence, clause: Clause) -> list[Token]:
        """Participle or adjective that agrees with the subject."""
        head = sentence.tokens[clause.head]
        helpers = [sentence.tokens[i].lemma for i in clause.verbs if i != clause.head]
        if clause.copular and head.pos == "ADJ":
            return [head]
        if head.feats.get("VerbForm") == "Part" and "être" in helpers and not self._reflexive(
            sentence, clause
        ):
            return [head]
        return []

    def _reflexive(self, sentence: Sentence, clause: Clause) -> bool:
        return any(sentence.tokens[i].dep.startswith("expl") for i in clause.verbs)

    # ----------------------------------------------------------------- something else is asked for
    def _inverted(self, sentence: Sentence, clause: Clause, kept: set[int], asked: Asked) -> str:
        subject, owner = self._subject(sentence, clause, kept)
        pronoun = self._pronoun(sentence, clause, owner)
        tokens = set(clause.subject.tokens) if clause.subject else set()
        kept = _proper(sentence, kept - tokens - set(_expletive(sentence, clause)))
        frame, rest = self._frame(sentence, clause, kept)
        pieces = self.phrases.pieces(sentence, rest, owner=owner)
        pieces = self._with_agreement(sentence, clause, pieces, asked)
        finite = sentence.tokens[clause.finite]
        if not pronoun:
            words = Piece(f"{asked.words} est-ce que")
            return compose([*frame, words, *subject, *pieces])
        turned = [
            Piece(invert(p.text, pronoun), p.token, p.glued) if p.token == finite.i else p
            for p in pieces
        ]
        return compose([*frame, Piece(asked.words), *subject, *turned])

    def _subject(
        self, sentence: Sentence, clause: Clause, kept: Collection[int]
    ) -> tuple[list[Piece], Entity | None]:
        """The subject's words and the entity that it is."""
        if clause.subject is None:
            if _expletive(sentence, clause):
                return [], None
            raise Withheld("the clause has no subject of its own")
        head = sentence.tokens[clause.subject.head]
        if head.text.lower() == "on":
            return [], None
        if head.text.lower() in ("c’", "c'", "ce", "cela", "ça", "qui"):
            raise Withheld(f"« {head.text} » as subject")
        entity = self.phrases.entity_of(sentence.index, head.i)
        tokens = balanced(
            sentence, without_stray_commas(sentence, set(clause.subject.tokens) & set(kept))
        )
        return self.phrases.pieces(sentence, tokens), entity

    def _pronoun(self, sentence: Sentence, clause: Clause, entity: Entity | None) -> str:
        """The pronoun that doubles the subject after the verb, "" where its gender is not known."""
        if clause.subject is None:
            return "il"
        head = sentence.tokens[clause.subject.head]
        if head.text.lower() == "on":
            return "on"
        gender, number = noun_traits(sentence, head.i, self.lexicon)
        alone = not children(sentence, head.i, "conj")
        if entity is not None and alone:
            gender = entity.gender or gender
        number = sentence.tokens[clause.finite].feats.get("Number", number)
        return pronoun_for(gender, number) if gender else ""

    def _with_agreement(
        self, sentence: Sentence, clause: Clause, pieces: Sequence[Piece], asked: Asked
    ) -> list[Piece]:
        """The past participle with avoir agrees with the object that the question fronts."""
        head = sentence.tokens[clause.head]
        helpers = {sentence.tokens[i].lemma for i in clause.verbs if i != clause.head}
        direct = any(c.role == "object" and sentence.tokens[c.head].head == clause.head
                     for c in clause.constituents)
        if not asked.fronts_object or not direct or "avoir" not in helpers:
            return list(pieces)
        if head.feats.get("VerbForm") != "Part":
            return list(pieces)
        form = agree(head, asked.gender, asked.number, self.lexicon)
        return [Piece(form, p.token, p.glued) if p.token == head.i else p for p in pieces]

    def _frame(
        self, sentence: Sentence, clause: Clause, kept: set[int]
    ) -> tuple[list[Piece], set[int]]:
        """What stands before verb and subject goes in front when short, else it goes."""
        first = min(clause.verbs)
        fronted = {i for i in kept if i < first}
        rest = kept - fronted
        if not fronted:
            return [], rest
        words = [i for i in fronted if sentence.tokens[i].pos != "PUNCT"]
        source = names_source(sentence, min(words, default=first))
        if len(words) > (MOST_WORDS if source else FRAME_WORDS) or not words:
            return [], rest
        try:
            pieces = self.phrases.pieces(sentence, without_stray_commas(sentence, fronted))
        except Withheld:
            if source:
                raise
            return [], rest
        return [*pieces, Piece(",")], rest


def _proper(sentence: Sentence, kept: set[int]) -> set[int]:
    return balanced(sentence, without_stray_commas(sentence, kept))


def _expletive(sentence: Sentence, clause: Clause) -> list[int]:
    token = child(sentence, clause.head, "expl:subj")
    return [token.i] if token is not None else []
