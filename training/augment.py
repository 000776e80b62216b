"""Variations of a treebank sentence that news print and treebanks lack."""

import random
import unicodedata
from collections.abc import Callable
from dataclasses import replace

from training.conllu import Sentence, Word

QUOTES = (("«", "»"), ("“", "”"), ('"', '"'))
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
Piece = tuple[Word, bool]  # a word and whether a space follows it


def pieces_of(sentence: Sentence) -> list[Piece]:
    """Split a sentence into words and the spaces after them."""
    pieces = []
    for word in sentence.words:
        after = word.start + len(word.form)
        pieces.append((word, sentence.text[after : after + 1].isspace()))
    return pieces


def joined(pieces: list[Piece]) -> Sentence:
    """Build a sentence from pieces; the inverse of `pieces_of`."""
    text, words = "", []
    for word, space in pieces:
        words.append(replace(word, start=len(text)))
        text += word.form + (" " if space else "")
    return Sentence(text.rstrip(), words)


def reform(pieces: list[Piece], change: Callable[[str], str]) -> list[Piece]:
    """Change the forms of all words."""
    return [(replace(word, form=change(word.form)), space) for word, space in pieces]


def unaccented(form: str) -> str:
    """Take the accent off an initial capital (État → Etat)."""
    if not form[:1].isupper():
        return form
    return unicodedata.normalize("NFD", form[0])[0] + form[1:]


def insert(pieces: list[Piece], at: int, form: str, head: int, space: bool) -> list[Piece]:
    """Put a punctuation mark before the piece at an index; heads after it move by one."""
    moved = [(replace(word, head=word.head + (word.head >= at)), after) for word, after in pieces]
    mark = Word(form, 0, form, "PUNCT", {}, head + (head >= at), "punct")
    return [*moved[:at], (mark, space), *moved[at:]]


def drop_stop(pieces: list[Piece]) -> list[Piece]:
    """Leave out a final full stop that nothing depends on."""
    last = len(pieces) - 1
    if last < 3 or pieces[-1][0].form != "." or any(w.head == last for w, _ in pieces[:-1]):
        return pieces
    return pieces[:-1]


def restyle_quotes(pieces: list[Piece], marks: tuple[str, str]) -> list[Piece]:
    """Print the quotation marks in another style."""
    opened = False
    changed = []
    for word, space in pieces:
        if word.form in '"«»“”' and word.pos == "PUNCT":
            opened = word.form in "«“" or (word.form == '"' and not opened)
            changed.append((replace(word, form=marks[0] if opened else marks[1]), space))
        else:
            changed.append((word, space))
    return changed


def add_weekday(pieces: list[Piece], dice: random.Random) -> list[Piece]:
    """Put the weekday after the main verb, as agencies do (a annoncé jeudi que)."""
    top = next(at for at, (word, _) in enumerate(pieces) if word.head == at)
    verb, space = pieces[top]
    if verb.pos != "VERB" or not space or top > len(pieces) - 3 or verb.feats["VerbForm"] == "Inf":
        return pieces
    pieces = insert(pieces, top + 1, dice.choice(WEEKDAYS), top, True)
    feats = {"Gender": "Masc", "Number": "Sing"}
    day = replace(pieces[top + 1][0], pos="NOUN", feats=feats, relation="obl")
    pieces[top + 1] = (replace(day, lemma=day.form), True)
    return pieces


def _subtree(pieces: list[Piece], top: int) -> list[int]:
    """List the indices of a word and all that depends on it, in order."""
    inside = {top}
    grown = True
    while grown:
        more = {at for at, (word, _) in enumerate(pieces) if word.head in inside} - inside
        inside |= more
        grown = bool(more)
    return sorted(inside)


def quote_clause(pieces: list[Piece], dice: random.Random) -> list[Piece]:
    """Put quotation marks around a complement clause, a noun phrase or the whole sentence."""
    tops = [
        at for at, (word, _) in enumerate(pieces)
        if word.relation in ("ccomp", "obj", "parataxis", "amod", "obl", "root", "xcomp")
    ]  # fmt: skip
    top = dice.choice(tops)
    inside = _subtree(pieces, top)
    first, last = inside[0], inside[-1]
    while pieces[first][0].pos in ("ADP", "SCONJ", "DET", "PUNCT") and pieces[first][0].head == top:
        first += 1
    if pieces[last][0].pos == "PUNCT" and dice.random() < 0.5:
        last -= 1
    lone = all(first <= word.head <= last or at == top or not first <= at <= last
               for at, (word, _) in enumerate(pieces))  # fmt: skip
    if not lone or last <= first or any(w.form in '"«»“”' for w, _ in pieces):
        return pieces
    pieces = insert(pieces, last + 1, '"', top, pieces[last][1])
    pieces[last] = (pieces[last][0], False)
    return insert(pieces, first, '"', top, False)


def vary(sentence: Sentence, dice: random.Random) -> Sentence:
    """Return the sentence as a newspaper might have printed it."""
    pieces = pieces_of(sentence)
    if dice.random() < 0.15 and len(pieces) > 4:
        pieces = quote_clause(pieces, dice)
    if dice.random() < 0.06:
        pieces = add_weekday(pieces, dice)
    pieces = restyle_quotes(pieces, dice.choice(QUOTES))
    if dice.random() < 0.5:
        pieces = reform(pieces, lambda form: form.replace("'", "’"))
    if dice.random() < 0.5:
        gap = dice.choice("\u00a0\u202f")
        pieces = reform(pieces, lambda form: form.replace(" ", gap))
    if dice.random() < 0.5:
        pieces = reform(pieces, unaccented)
    if dice.random() < 0.08:
        pieces = drop_stop(pieces)
    if dice.random() < 0.02:
        pieces = reform(pieces, str.upper)
    return joined(pieces)
