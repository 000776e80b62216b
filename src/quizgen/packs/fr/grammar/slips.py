"""What looks like a slip of the pen in an article's own words: a card repeats it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from quizgen.analysis.tree import children, matches
from quizgen.model import Sentence, Token
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.words import FrenchWords

_WORDS = FrenchWords()
_PLAIN_WORD = re.compile(r"(?<![\w’'-])[a-zà-öø-ÿœ]{4,}(?![\w’'-])")


def find_slips(sentence: Sentence, text: str, lexicon: Dicollecte) -> Iterator[str]:
    """Words of a card that no dictionary has, and words of its sentence that do not agree."""
    words = set(_PLAIN_WORD.findall(text))
    yield from sorted(word for word in words if not _is_known(word, lexicon))
    for token in sentence.tokens:
        if token.text in words and disagrees(sentence, token, lexicon):
            yield token.text


def _is_known(word: str, lexicon: Dicollecte) -> bool:
    """Whether the dictionary has a word, or it is a unit, of which it has the signs only."""
    joined = word.replace("oe", "œ")
    unit = word in _WORDS.list("measure_units")
    return unit or bool(lexicon.readings(word)) or bool(lexicon.readings(joined))


def disagrees(sentence: Sentence, token: Token, lexicon: Dicollecte) -> bool:
    """« les affaire », « affaires humanitaire », « ont prélevés des papillons »."""
    if token.pos == "ADJ" and matches(token.dep, ("amod",)):
        nouns = list(_nouns_before(sentence, token.i))
        return bool(nouns) and not any(_agree(token, noun, lexicon) for noun in nouns)
    if token.pos == "NOUN":
        return any(
            det.i == token.i - 1 and not _agree(det, token, lexicon)
            for det in children(sentence, token.i, "det")
        )
    return token.pos == "VERB" and _is_inflected_for_nothing(sentence, token, lexicon)


def _nouns_before(sentence: Sentence, i: int) -> Iterator[Token]:
    """The noun right before an adjective, and those that it hangs by with a bare « de »."""
    while i > 0 and sentence.tokens[i - 1].pos == "NOUN":
        yield sentence.tokens[i - 1]
        i -= 2
        if i < 0 or sentence.tokens[i].text.lower() not in ("de", "d'", "d’"):
            return


def _agree(one: Token, other: Token, lexicon: Dicollecte) -> bool:
    """Whether two words may have one number and one gender, as far as these are known."""
    return _meet(_values(one, "number", lexicon), _values(other, "number", lexicon)) and _meet(
        _values(one, "gender", lexicon), _values(other, "gender", lexicon)
    )


def _meet(one: Collection[str], other: Collection[str]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _values(token: Token, feature: str, lexicon: Dicollecte) -> set[str]:
    """The numbers or genders that a form may have; none where one of its readings has none."""
    pos = ("ADJ", "VERB") if token.pos == "ADJ" else (token.pos,)
    found = {
        getattr(reading, feature)
        for reading in lexicon.readings(token.text.lower().replace("’", "'"))
        if reading.pos in pos and not reading.name
    }
    return set() if "" in found else found


def _is_inflected_for_nothing(sentence: Sentence, verb: Token, lexicon: Dicollecte) -> bool:
    """« ont prélevés des papillons »: with avoir, only an object before the verb inflects it."""
    helps = [t.lemma for t in children(sentence, verb.i, "aux")]
    before = [t for t in children(sentence, verb.i, "obj", "expl", "nsubj:pass") if t.i < verb.i]
    relative = matches(verb.dep, ("acl", "ccomp", "conj"))
    if "avoir" not in helps or "être" in helps or before or relative:
        return False
    forms = [r for r in lexicon.readings(verb.text) if r.pos == "VERB" and r.verb_form == "Part"]
    plain = any(r.number != "Plur" and r.gender != "Fem" for r in forms)
    return bool(forms) and not plain
