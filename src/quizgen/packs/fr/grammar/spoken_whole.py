"""Whether a quotation is shown as it was spoken: whole, in its own tense, without marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.analysis.tree import child, matches, subtree
from quizgen.model import Document, Quote, Sentence, Token
from quizgen.packs.fr.words import FrenchWords
from quizgen.questions.withheld import Withheld

_WORDS = FrenchWords()
_OPENERS = "«“\"”'‘:.!?…\n-–—•"
_MARKED = re.compile(r"\+[^+]+\+")  # « +culture garage+ », an agency's quotation in a quotation
_LEFT_OUT = re.compile(r"[(\[][^\w)\]]+[)\]]")  # « (…) », « [...] »
_SPACE = " \u00a0\u202f"
_HANGING = ("obj", "iobj", "obl", "nmod", "amod")

Shown = Sequence[tuple[Sentence, Token]]


def check_cut(document: Document, quote: Quote, words: str, shown: Shown) -> None:
    """Raise Withheld for words that are only part of what was said, or were told in its stead."""
    if _LEFT_OUT.search(words):
        raise Withheld("words left out of the quotation")
    if _MARKED.search(words):
        raise Withheld("marks of an agency inside the quotation")
    body, target = document.source.body, quote.target
    before = body[: target.start].rstrip(_SPACE)
    if before and before[-1] not in _OPENERS:
        raise Withheld("the quotation begins in the middle of a sentence")
    if _goes_on(document, quote):
        raise Withheld("the sentence goes on behind the quotation")
    if any(_hangs(document, sentence, token, shown) for sentence, token in shown):
        raise Withheld("a phrase that hangs on the words before it")
    if any(_is_bare_infinitive(sentence, token, shown) for sentence, token in shown):
        raise Withheld("an infinitive that hangs on the words before it")
    if _is_shifted(shown, told=_is_told(before)):
        raise Withheld("the tense is that of whoever tells it")
    if _opens_relative(before):
        raise Withheld("a relative clause without its noun")


def _goes_on(document: Document, quote: Quote) -> bool:
    """« la responsabilité de la victoire » du RN: what follows belongs to the last noun."""
    for sentence in document.sentences:
        behind = [t for t in sentence.tokens if t.start >= quote.target.end]
        words = [t for t in behind if t.text.strip("»”\"' ")]
        if sentence.start <= quote.target.end <= sentence.end and words:
            return words[0].pos == "ADP" and _governs(sentence, words[0], quote)
    return False


def _governs(sentence: Sentence, case: Token, quote: Quote) -> bool:
    """Whether the noun of a preposition hangs on a word of the quotation."""
    noun = sentence.tokens[case.head]
    above = sentence.tokens[noun.head]
    return matches(noun.dep, ("nmod",)) and quote.target.start <= above.start < quote.target.end


def _hangs(document: Document, sentence: Sentence, token: Token, shown: Shown) -> bool:
    """« X dénonce « la façon dont … »: the top of the words is no clause, but an object."""
    here = {t.i for s, t in shown if s.index == sentence.index}
    if token.head in here:
        return _is_loose(sentence, token, here)
    if not matches(token.dep, _HANGING):
        return False
    return not any(c.sentence == sentence.index and c.head == token.i for c in document.clauses)


def _is_bare_infinitive(sentence: Sentence, token: Token, shown: Shown) -> bool:
    """« X rappelle sa volonté de « faire que … »: the top of the words without a verb that acts."""
    if token.feats.get("VerbForm") != "Inf":
        return False
    here = {t.i for s, t in shown if s.index == sentence.index}
    top = token.head not in here or token.head == token.i
    return top and all(child(sentence, token.i, name) is None for name in ("nsubj", "aux", "cop"))


def _is_loose(sentence: Sentence, token: Token, here: set[int]) -> bool:
    """« la façon dont il a agi, la ville … »: a noun in front that no verb has a place for."""
    words = [i for i in subtree(sentence, token.i) if sentence.tokens[i].pos != "PUNCT"]
    opens = bool(words) and min(words) == min(here) and token.pos == "NOUN"
    bare = child(sentence, token.i, "case") is None
    timed = token.lemma.lower() in _WORDS.list("time_units") | _WORDS.list("time_words")
    return opens and bare and not timed and matches(token.dep, ("obl", "dislocated"))


def _before_mark(before: str) -> str:
    """The last word before the opening quotation mark."""
    found = re.search(r"(\w+['’]?)\W*$", before.lower().replace("’", "'"))
    return found[1] if found else ""


def _is_told(before: str) -> bool:
    """« a dit que « … »: the words stand in the teller's sentence."""
    return _before_mark(before) in _WORDS.list("that_words") | _WORDS.list("whether_words") | {"qu"}


def _opens_relative(before: str) -> bool:
    return _before_mark(before) in _WORDS.list("relatives") | {"qui"}


def _is_shifted(shown: Shown, *, told: bool) -> bool:
    """« menaçait », and behind « que » also « seraient »: said in the present or the future."""
    first = next((t for _, t in shown if t.feats.get("VerbForm") == "Fin"), None)
    if first is None:
        return False
    return first.feats.get("Tense") == "Imp" or (told and first.feats.get("Mood") == "Cnd")
