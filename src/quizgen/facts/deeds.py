"""Whether a clause tells a deed of one actor that stands by itself: what a « qui » can ask for."""

from __future__ import annotations

from quizgen.analysis.tree import child, children, matches
from quizgen.language import Language
from quizgen.model import Clause, Sentence

_LATER = ("VERB", "AUX")
_YEAR_DIGITS = 4


def is_own_deed(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """Whether nobody else is said to do the same, and the deed needs no other to be placed.

    Neither « X a aussi salué l'accord », nor « X avait salué » (before what?), « X devra », « X
    vient de » (when?), nor words about words (« X évoque »).
    """
    return not (
        _is_one_of_many(sentence, clause, language)
        or _is_placed_by_another(sentence, clause, language)
        or _is_faulty(sentence, clause)
        or sentence.tokens[clause.head].lemma.lower() in language.words.list("weak_deeds")
        or any(
            sentence.tokens[i].lemma.lower() in language.words.list("seeming_verbs")
            for i in (clause.finite, clause.head)
        )
    )


def _is_one_of_many(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """« aussi », « à son tour », « depuis »: others did so, or something came before."""
    verbs = {clause.head, *clause.verbs}
    first, last = min(verbs) - 1, max(verbs) + 2
    leaning = language.words.list("leaning_adverbs")
    return any(
        t.text.lower() in leaning and t.head in verbs and not children(sentence, t.i)
        for t in sentence.tokens
        if matches(t.dep, ("advmod", "obl", "dep")) or first <= t.i <= last
    )


def _is_placed_by_another(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """A pluperfect, a future without a date, « vient de »: their time is counted from another."""
    finite = sentence.tokens[clause.finite]
    tense = finite.feats.get("Tense")
    before = finite.pos == "AUX" and finite.lemma == "avoir" and tense == "Imp"
    been = finite.lemma == "être" and tense == "Imp" and len(clause.verbs) > 1
    governed = child(sentence, finite.i, "xcomp")
    just = finite.lemma == "venir" and governed is not None and governed.pos in _LATER
    ahead = tense == "Fut" and not _is_dated(sentence, clause, language)
    return before or been or just or ahead


def _is_dated(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """« le 26 mars », « en 2027 » beside the verb."""
    beside = [i for c in clause.constituents if c.role != "subject" for i in c.tokens]
    words = [sentence.tokens[i].text.lower() for i in beside]
    months = language.words.list("months")
    return any(w in months or (w.isdigit() and len(w) == _YEAR_DIGITS) for w in words)


def _is_faulty(sentence: Sentence, clause: Clause) -> bool:
    """« a relevée l'existence »: a participle that agrees with nothing before it."""
    finite, head = sentence.tokens[clause.finite], sentence.tokens[clause.head]
    if finite.lemma != "avoir" or head.feats.get("VerbForm") != "Part" or clause.passive:
        return False
    agrees = head.feats.get("Gender") == "Fem" or head.feats.get("Number") == "Plur"
    objects = [t for t in children(sentence, head.i, "obj", "iobj") if t.i < head.i]
    return (
        agrees
        and head.text.lower().endswith(("ée", "ées", "és", "ues", "ue", "ies"))
        and not objects
    )
