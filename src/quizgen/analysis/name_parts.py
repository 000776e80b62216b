"""Which words a name goes on with, behind its first one."""

from __future__ import annotations

from quizgen.analysis.capitals import (
    folded,
    is_capital,
    is_demonym,
    is_given,
    is_ordinary,
    is_place,
    is_title,
)
from quizgen.analysis.tree import ancestors
from quizgen.language import Language
from quizgen.model import Sentence, Token

_CONNECTED = 3  # connecting words that may stand inside one name (« de la », « of the »)


def end_of_run(sentence: Sentence, first: int, language: Language) -> int:
    """The last token of the name that starts at `first`."""
    last = first
    while (step := _next_part(sentence, first, last, language)) is not None:
        last = step
    return last


def _next_part(sentence: Sentence, first: int, last: int, language: Language) -> int | None:
    """The next token of the name that `last` belongs to, over connecting words if need be."""
    tokens = sentence.tokens
    here = last + 1
    if here >= len(tokens) or is_title(tokens[here].text, language):
        return None
    if _is_part(tokens[here], language):
        return here
    if tokens[here].text == "&":
        joins = here + 1 < len(tokens) and is_capital(tokens[here + 1])
        return here + 1 if joins else None
    here = _over_connectors(sentence, here, language)
    if here == last + 1 or here >= len(tokens) or not is_capital(tokens[here]):
        return None
    return here if _connects(sentence, first, last, here, language) else None


def _connects(sentence: Sentence, first: int, last: int, here: int, language: Language) -> bool:
    """Whether the connecting words between `last` and `here` stand inside one name."""
    between = sentence.tokens[last + 1 : here]
    small = language.words.list("small_words")
    if any(folded(t.text).rstrip("'") not in small for t in between):
        return True  # « of the », « von », « ben »: only names hold these
    if any(t.pos == "CCONJ" for t in between):
        return _coordinates_words(sentence, first, last, here, language)
    word = sentence.tokens[last].text
    given = is_given(word, language)
    if given or between[0].text[0].isupper():
        return True
    attached = any(a.i == last for a in ancestors(sentence, here))
    compass = folded(sentence.tokens[here].text) in language.words.list("compass")
    return attached and (compass or not is_place(word, language))


def may_go_on(sentence: Sentence, last: int, language: Language) -> bool:
    """« Paul Durand de Vernoux »: behind a name, what may be its end, its owner or its employer."""
    here = _over_connectors(sentence, last + 1, language)
    if here == last + 1 or here >= len(sentence.tokens):
        return False
    token = sentence.tokens[here]
    joined = all(t.pos == "ADP" for t in sentence.tokens[last + 1 : here])
    return joined and is_capital(token) and not is_place(token.text, language)


def _is_part(token: Token, language: Language) -> bool:
    """A word with a capital, also behind a particle (« al-Rahman »)."""
    particle, _, rest = token.text.partition("-")
    if rest[:1].isupper() and particle in language.words.list("name_connectors"):
        return True
    return is_capital(token) and token.pos != "DET"


def _over_connectors(sentence: Sentence, here: int, language: Language) -> int:
    connectors = language.words.list("name_connectors")
    last = here - 1
    while here < len(sentence.tokens) and here - last <= _CONNECTED:
        if folded(sentence.tokens[here].text) not in connectors:
            break
        here += 1
    return here


def _coordinates_words(
    sentence: Sentence, first: int, last: int, here: int, language: Language
) -> bool:
    """« Arts et Métiers »: common words with capitals make one name, two names do not."""
    one, other = sentence.tokens[first].text, sentence.tokens[here].text
    plain = is_ordinary(one, language) and is_ordinary(other, language)
    between = [t.pos for t in sentence.tokens[last + 1 : here]]
    if between[-1] == "DET" and "ADP" not in between:
        return False
    return plain and not is_demonym(one, language) and not is_demonym(other, language)
