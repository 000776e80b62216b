"""Agreement in a question: of the verb, of participles, of the pronoun that doubles the subject."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.analysis.tree import child, children
from quizgen.model import Clause, Entity, Sentence, Token
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.grammar.inflection import (
    Asked,
    agree,
    in_number,
    noun_traits,
    pronoun_for,
)
from quizgen.packs.fr.grammar.typography import Piece
from quizgen.questions.withheld import Withheld


def expletive(sentence: Sentence, clause: Clause) -> list[int]:
    """The impersonal *il*, when the clause has one."""
    token = child(sentence, clause.head, "expl:subj")
    return [token.i] if token is not None else []


def pronoun_of(
    sentence: Sentence, clause: Clause, entity: Entity | None, lexicon: Dicollecte
) -> str:
    """The pronoun that doubles the subject behind the verb; Withheld if its gender is open."""
    if clause.subject is None:
        return "il"
    head = sentence.tokens[clause.subject.head]
    if head.text.lower() == "on":
        return "on"
    gender, number = noun_traits(sentence, head.i, lexicon)
    if entity is not None and not children(sentence, head.i, "conj"):
        gender = entity.gender or gender
    if not gender and clause.passive:  # « X a été arrêtée »
        gender = sentence.tokens[clause.head].feats.get("Gender", "")
    verb = sentence.tokens[clause.finite].feats.get("Number", number)
    counted = child(sentence, head.i, "nmod") if (number, verb) == ("Sing", "Plur") else None
    if counted is not None:  # « une trentaine de pompiers sont-ils »
        gender = noun_traits(sentence, counted.i, lexicon)[0]
    return pronoun_for(gender, verb)


def agreeing_forms(
    sentence: Sentence, clause: Clause, asked: Asked, lexicon: Dicollecte
) -> dict[int, Piece]:
    """The verb and what agrees with the subject, in gender and number of the question word."""
    finite = sentence.tokens[clause.finite]
    forms = {clause.finite: in_number(finite, asked.number, lexicon)}
    for token in _agreeing(sentence, clause):
        if token.feats.get("Number") or token.feats.get("Gender"):
            forms[token.i] = agree(token, asked.gender, asked.number, lexicon)
    return {
        i: Piece(text, i, i > 0 and sentence.tokens[i - 1].end == sentence.tokens[i].start)
        for i, text in forms.items()
        if text != sentence.tokens[i].text
    }


def _agreeing(sentence: Sentence, clause: Clause) -> list[Token]:
    """The participle or adjective that agrees with the subject."""
    head = sentence.tokens[clause.head]
    if clause.copular and head.pos == "ADJ":
        return [head]
    helpers = {sentence.tokens[i].lemma for i in clause.verbs if i != clause.head}
    reflexive = any(sentence.tokens[i].dep.startswith("expl") for i in clause.verbs)
    if head.feats.get("VerbForm") == "Part" and "être" in helpers and not reflexive:
        return [head]
    return []


def _reflexive(sentence: Sentence, clause: Clause) -> list[Token]:
    """« elles se sont rassemblées »: where no object stands beside it, the participle agrees."""
    head = sentence.tokens[clause.head]
    reflexive = any(sentence.tokens[i].dep.startswith("expl") for i in clause.verbs)
    direct = any(c.role in ("object", "complement") for c in clause.constituents)
    perfect = head.feats.get("VerbForm") == "Part" and head.i != clause.finite
    return [head] if reflexive and perfect and not direct else []


def check_participle(sentence: Sentence, clause: Clause, pronoun: str) -> None:
    """Withhold « un tiers des terres ont-ils été comblées »: verb, participle and pronoun differ.

    Then the subject was read wrongly, or the article agrees by sense.
    """
    finite, head = sentence.tokens[clause.finite], sentence.tokens[clause.head]
    if finite.lemma == "avoir" and finite.i != head.i and head.feats.get("VerbForm") == "Inf":
        raise Withheld("an infinitive behind « avoir »")
    gender = "Fem" if pronoun.startswith("elle") else "Masc"
    number = "Plur" if pronoun.endswith("s") else "Sing"
    for token in [*_agreeing(sentence, clause), *_reflexive(sentence, clause)]:
        feats = token.feats
        if feats.get("Number", number) != number or feats.get("Gender", gender) != gender:
            raise Withheld(f"« {token.text} » does not agree with its subject")
    if sentence.tokens[clause.finite].feats.get("Number", number) != number:
        raise Withheld("the verb does not agree with its subject")


def with_object_agreement(
    sentence: Sentence,
    clause: Clause,
    pieces: Sequence[Piece],
    asked: Asked,
    lexicon: Dicollecte,
) -> list[Piece]:
    """The past participle with *avoir* agrees with the object that the question fronts."""
    head = sentence.tokens[clause.head]
    helpers = {sentence.tokens[i].lemma for i in clause.verbs if i != clause.head}
    direct = any(
        c.role == "object" and sentence.tokens[c.head].head == clause.head
        for c in clause.constituents
    )
    split = head.lemma == "avoir" and any(
        sentence.tokens[c.head].feats.get("VerbForm") == "Part"
        for c in clause.constituents
        if c.role == "object"
    )
    if asked.fronts_object and split:
        raise Withheld("a compound tense is read as two verbs")
    agrees = asked.fronts_object and direct and "avoir" in helpers
    if not agrees or head.feats.get("VerbForm") != "Part":
        return list(pieces)
    form = agree(head, asked.gender, asked.number, lexicon)
    return [Piece(form, p.token, p.glued) if p.token == head.i else p for p in pieces]
