"""Quoted words that are no sentence by themselves: X « a été condamné », il veut « en finir »."""

from __future__ import annotations

from quizgen.facts.quotes.cues import plain
from quizgen.facts.quotes.passages import is_finite, is_mark
from quizgen.facts.quotes.sayings import Saying
from quizgen.facts.quotes.units import Unit
from quizgen.model import Token


def is_fragment(unit: Unit, saying: Saying) -> bool:
    """Whether a direct quotation is but part of a clause.

    Words that begin with a capital are taken for whole sentences, unless the verb of saying cuts
    them off (« Ce pont, a-t-il dit, … »).
    """
    words = _words(unit, saying)
    verb = next((t for t in words if is_finite(t)), None)
    if is_cut(unit, saying) and verb is None:
        return True
    small = bool(words) and words[0].text[0].islower()
    return small and (verb is None or _hangs_on(unit, words[0]) or lacks_subject(unit, saying))


def is_cut(unit: Unit, saying: Saying) -> bool:
    """Whether the verb of saying stands inside the quotation marks."""
    return saying.cue is not None and saying.cue.first in unit.passage.quoted


def lacks_subject(unit: Unit, saying: Saying) -> bool:
    """Whether words begin with their verb, as in X « a été condamné »."""
    words = _words(unit, saying)
    verb = next((t for t in words if is_finite(t)), None)
    if verb is None or _asks_or_orders(unit, verb):
        return False
    return all(_may_precede(t) for t in words if t.i < verb.i)


def _words(unit: Unit, saying: Saying) -> list[Token]:
    inside = [t for t in unit.tokens if saying.start <= t.start < saying.end]
    return [t for t in inside if t.pos != "PUNCT" and not is_mark(t)]


def _hangs_on(unit: Unit, first: Token) -> bool:
    """« que la réforme … », « qui a menti »."""
    that = plain(first) in unit.language.words.list("that_words")
    return (that and first.pos == "SCONJ") or first.feats.get("PronType") == "Rel"


def _may_precede(token: Token) -> bool:
    """Adverbs and clitics: words before a verb that are no subject."""
    clitic = token.pos == "PRON" and token.dep.partition(":")[0] in ("obj", "iobj", "expl")
    return token.pos in ("ADV", "CCONJ") or (clitic and not token.dep.endswith("subj"))


def _asks_or_orders(unit: Unit, verb: Token) -> bool:
    behind = unit.text_of(verb.i + 1)
    return verb.feats.get("Mood") == "Imp" or behind.startswith("-")
