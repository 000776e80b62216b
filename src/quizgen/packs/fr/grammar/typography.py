"""Putting words side by side in French: elision, contraction, spaces, quotation marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from quizgen.packs.fr.words import FrenchWords

NBSP = "\u00a0"
_WORDS = FrenchWords()
_ELIDED = ("de", "que", "le", "la", "se", "ne", "jusque", "lorsque", "puisque", "quoique", "me")
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_FULL = {"d": "de", "qu": "que", "s": "se", "n": "ne", "jusqu": "jusque", "lorsqu": "lorsque"}
_NO_SPACE_BEFORE = (",", ".", ")", "]", "…", "%\u00a0")
_NO_SPACE_AFTER = ("(", "[", "'", "’", "«" + NBSP)

_BEFORE_QUOTED = re.compile(rf"(?i)\b(?P<word>de|que|le|la|du|au) «{NBSP}(?P<quoted>[^\W\d_]+)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a question; `token` is its index when it stands so in the article, else -1."""

    text: str
    token: int = -1
    glued: bool = False


def starts_with_vowel(word: str) -> bool:
    """Whether what precedes a word is elided: vowel or mute h (not « onze », not « héros »)."""
    bare = re.sub(r"^[^\w]+", "", word)
    lower = bare.lower()
    if not lower or any(lower.startswith(w) for w in ("onz", "oui", "yaourt", "yacht")):
        return False
    if lower.split(" ")[0] in _WORDS.list("unelided"):
        return False
    first = unicodedata.normalize("NFKD", lower[0])[0]
    if first == "h":
        stem = re.split(r"[^\w-]", lower)[0]
        aspirated = _WORDS.list("aspirated")
        return not bare[0].isupper() and not any(
            stem.startswith(w[:-1] if w.endswith("e") else w) for w in aspirated
        )
    if first == "y":
        return lower[1:2] not in "aeiou" and not lower.startswith("yé")
    return first in "aeiouœæ"


def compose(pieces: Sequence[Piece]) -> str:
    """The text of some pieces; words that were not neighbours are elided and contracted anew."""
    text = ""
    before: Piece | None = None
    for piece in pieces:
        if before is None:
            text = piece.text
        elif before.token >= 0 and piece.token == before.token + 1:
            text += piece.text if piece.glued else " " + piece.text
        else:
            text = _joined(text, before.text, piece.text)
        before = piece
    return tidy(text)


def _joined(text: str, before: str, word: str) -> str:
    last = before.rsplit(" ", 1)[-1]
    lower = last.lower()
    if (lower, word) in _CONTRACTED:
        return text[: len(text) - len(last)] + _like(last, _CONTRACTED[lower, word])
    stem = lower.rstrip("'’")
    if stem != lower and not starts_with_vowel(word) and stem in _FULL:
        return text[: len(text) - len(last)] + _like(last, _FULL[stem]) + " " + word
    if lower in _ELIDED and starts_with_vowel(word):
        return text[:-1] + "’" + word
    if last.endswith(_NO_SPACE_AFTER) or word.startswith(_NO_SPACE_BEFORE):
        return text + word
    return f"{text} {word}"


def _like(model: str, word: str) -> str:
    return word.capitalize() if model[0].isupper() else word


def tidy(text: str) -> str:
    """Spaces and marks as French prints them: no-break spaces in « … », none before commas."""
    text = text.replace("...", "…")
    text = re.sub(r'"([^"]*)"', "«\\1»", text)
    text = re.sub("“([^”]*)”", "«\\1»", text)
    text = re.sub(r"«\s*", "«" + NBSP, text)
    text = re.sub(r"\s*»", NBSP + "»", text)
    text = re.sub(r"\s+([,.)])", "\\1", text)
    text = re.sub(r"\(\s+", "(", text)
    text = re.sub(r"[ \u00a0\u202f]([?!:;%])", NBSP + "\\1", text)
    text = re.sub(r"(?<=\w)([:;])(?=\s)", NBSP + "\\1", text)
    text = re.sub(r"(,\s*)+,", ",", text)
    text = _BEFORE_QUOTED.sub(_elided, text)
    return re.sub(" {2,}", " ", text).strip()


def _elided(match: re.Match[str]) -> str:
    """« le « acte 3 » » → « l’« acte 3 » », « du « homme » » → « de l’« homme » »."""
    word = match["word"]
    if not starts_with_vowel(match["quoted"]):
        return match[0]
    split = {"du": "de l", "au": "à l"}.get(word.lower())
    short = _like(word, split) if split else word[:-1]
    return f"{short}’«{NBSP}{match['quoted']}"


def finish(question: str) -> str:
    """A capital in front, no stray comma, a no-break space and the question mark behind."""
    question = tidy(question).strip(" ,;:.").replace(" ,", ",")
    return question[:1].upper() + question[1:] + NBSP + "?"
