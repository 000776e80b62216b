"""Asking who did something: only where what the clause says is said whole."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import matches
from quizgen.analysis.zones import zone_at
from quizgen.model import Clause, Fact, Sentence, Token
from quizgen.packs.fr.grammar.asking import Asker
from quizgen.packs.fr.grammar.linking import is_deictic, is_link
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_MOST_QUOTED = 12  # words of a deed that somebody said
_CALENDAR = ("weekdays", "months", "time_units", "time_words", "days")


def which(noun: str) -> tuple[str, str]:
    """« quelle organisation », with the gender of a noun of bodies."""
    feminine = noun in _WORDS.list("feminine_bodies")
    return f"{'quelle' if feminine else 'quel'} {noun}", "Fem" if feminine else "Masc"


def check_deed(asker: Asker, fact: Fact) -> None:
    """Raise Withheld where words inside the deed, or its occasion in front, would be left out."""
    if fact.clause is None:
        return
    sentence, clause = asker.document.sentences[fact.sentence], fact.clause
    target = fact.parts.get("phrase", ())
    kept = asker.clause_words(sentence, clause, target)
    own = {*kept, *target}
    _check_owners(sentence, clause, kept)
    _check_quoted(asker, sentence, own)
    for hole in _holes(sentence, clause, own):
        if not _may_go(sentence, clause, hole):
            raise Withheld(f"« {' '.join(t.text for t in hole)} » is left out of what was done")
    for token in sentence.tokens[: min(clause.verbs)]:
        if token.i not in own and _is_occasion(sentence, clause, token):
            raise Withheld(f"« {token.text} » tells the occasion, and is left out")


def _check_quoted(asker: Asker, sentence: Sentence, own: set[int]) -> None:
    """A deed may hold some words that somebody said, whole and few."""
    zones = {t.i: zone_at(asker.document.zones, t.start) for t in sentence.tokens}
    held = {zones[i] for i in own} - {None}
    words = [t for t in sentence.tokens if zones[t.i] in held and t.pos != "PUNCT"]
    if len(words) > _MOST_QUOTED or any(t.i not in own for t in words):
        raise Withheld("a quotation is asked of its speaker, not as a deed")


def _check_owners(sentence: Sentence, clause: Clause, kept: set[int]) -> None:
    """« X interdit leur vente »: whose, if X is one?"""
    finite = sentence.tokens[clause.finite]
    for i in kept:
        token = sentence.tokens[i]
        many = token.text.lower() in ("leur", "leurs") and token.pos == "DET"
        if many and finite.feats.get("Number") != "Plur":
            raise Withheld(f"« {token.text} » is not the actor's own")


def _holes(sentence: Sentence, clause: Clause, own: set[int]) -> Iterator[list[Token]]:
    """Runs of words left out between the verb and the last word that is told."""
    hole: list[Token] = []
    for token in sentence.tokens[min(clause.verbs) : max(own) + 1]:
        if token.i in own:
            if hole:
                yield hole
            hole = []
        else:
            hole.append(token)


def _may_go(sentence: Sentence, clause: Clause, hole: list[Token]) -> bool:
    """What only links or dates the clause, or stands in brackets."""
    inside = {t.i for t in hole}
    marks = [t.text for t in hole if t.pos == "PUNCT"]
    if hole[0].text == "(" and ")" in marks[-2:]:
        return True
    tops = [t for t in hole if t.head not in inside and t.pos != "PUNCT"]
    aside = all(matches(t.dep, ("appos", "acl:relcl")) for t in tops)
    if aside and len(hole) > 1 and hole[0].text == hole[-1].text == ",":
        return True
    verbs = {clause.head, *clause.verbs}
    return bool(tops) and all(
        t.head in verbs and (is_link(sentence, t) or is_deictic(sentence, t) or _is_adverb(t))
        for t in tops
    )


def _is_adverb(token: Token) -> bool:
    return token.pos == "ADV" and token.text.lower() in _WORDS.list("link_adverbs")


def _is_occasion(sentence: Sentence, clause: Clause, token: Token) -> bool:
    """A noun in an adverbial of the clause in front: « Face à cette crue, X a … ».

    Or a participle: « Interrogé sur le retard, X a … ».
    """
    verbs = {clause.head, *clause.verbs}
    participle = token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Past"
    opening = matches(token.dep, ("obl",)) or (matches(token.dep, ("advcl", "acl")) and participle)
    if not opening or token.head not in verbs:
        return False
    words = {token.text.lower(), token.lemma.lower()}
    timed = any(words & _WORDS.list(name) for name in _CALENDAR)
    return not (timed or is_link(sentence, token) or is_deictic(sentence, token))
