"""Short names of bodies whose letters their French name does not spell: « l'Agence … (Orvat) »."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quizgen.analysis.acronyms import plain, spells
from quizgen.analysis.capitals import folded, is_capital
from quizgen.analysis.tree import child, matches, subtree
from quizgen.facts.acronyms import expansions
from quizgen.facts.agreement import disagrees
from quizgen.facts.passing import is_passed_by
from quizgen.facts.role_telling import tells_where
from quizgen.facts.targets import build, running_text
from quizgen.language import Language
from quizgen.model import Document, Fact, Sentence

_SHORT = re.compile(r"[A-Z][A-Za-z]?[A-Z][A-Za-z]*(-[A-Z]+)*|[A-Z][a-z]{2,8}")
_LEAST_WORDS, _MOST_WORDS = 3, 18
_APART = (",", ";", ":", "(", ")", "«", "»", '"', "“", "”")


def find_short_names(document: Document, language: Language) -> Iterator[Fact]:
    """Short names in brackets behind the full name of a body; fields: `short`, and `article`.

    A name that begins with a common noun has its article in the answer too.
    What letters stand for is a fact of its own kind, found by `find_acronyms`.
    """
    told = set(expansions(document, language))
    for sentence in running_text(document):
        for token in sentence.tokens[1:-1]:
            around = sentence.tokens[token.i - 1].text + sentence.tokens[token.i + 1].text
            if around != "()" or token.text in told or not _is_short(token.text, language):
                continue
            full = full_name(sentence, token.i - 2, language)
            full = own_name(sentence, token.text, full, language) if full else ()
            if full and _is_asked(document, sentence, token.text, full, language):
                told.add(token.text)
                small = sentence.tokens[full[0]].text[0].islower()
                article = article_of(sentence, full[0], language) if small else "that"
                fields = {"short": token.text, "article": article}
                yield build(document, sentence, "short_name", full, fields=fields)


def _is_asked(
    document: Document, sentence: Sentence, short: str, full: Sequence[int], language: Language
) -> bool:
    """No paper, nobody's party (« le président du Sénat X (UDC) »), nothing only passed by."""
    words = {sentence.tokens[i].text.lower() for i in full}
    people = any(
        m.last in full and m.kind == "name" and m.entity is not None and m.entity.kind == "person"
        for m in document.mentions
        if m.sentence == sentence.index
    )
    if people or disagrees(sentence, full) or words & language.words.list("press_words"):
        return False
    return not is_passed_by(document, sentence, short, full, language)


def _is_short(text: str, language: Language) -> bool:
    """Capitals, or a word with a capital that no dictionary knows (« Munich (Allemagne) »)."""
    places = language.words.list("countries") | language.words.list("compass")
    if not _SHORT.fullmatch(text) or text.lower() in places:
        return False
    return text.isupper() or not any(
        r.name or r.pos != "NOUN"
        for form in (text, text.lower())
        for r in language.lexicon.readings(form)
    )


def full_name(sentence: Sentence, last: int, language: Language) -> tuple[int, ...]:
    """The words from a body's noun to `last`, where they are one whole noun phrase."""
    for first in range(last, max(0, last - _MOST_WORDS), -1):
        if sentence.tokens[first].text in _APART:
            return ()
        if not _opens_name(sentence, first, language):
            continue
        words = tuple(range(first, last + 1))
        beyond = [sentence.tokens[i] for i in words[1:] if sentence.tokens[i].head not in words]
        whole = not any(t.pos in ("VERB", "AUX") or t.dep == "conj" for t in beyond)
        listed = any(_is_second_body(sentence, i) for i in words[1:])
        return words if len(words) >= _LEAST_WORDS and whole and not listed else ()
    return ()


def _opens_name(sentence: Sentence, i: int, language: Language) -> bool:
    """A noun of a body behind its article."""
    noun = sentence.tokens[i]
    lists = (language.words.list(n) for n in ("organisation_nouns", "short_named_nouns"))
    body = any(noun.text.lower() in words for words in lists)
    article = child(sentence, i, "det")
    case = child(sentence, i, "case")
    merged = language.words.table("merged_articles")
    held = case is not None and case.i == i - 1 and case.text.lower() in merged
    return body and (held or (article is not None and article.i == i - 1))


def _is_second_body(sentence: Sentence, i: int) -> bool:
    """« le Conseil de l'Europe et la Banque de Lille (BL) »: of two bodies, which?"""
    token = sentence.tokens[i]
    capital = token.text[0].isupper() and token.pos in ("NOUN", "PROPN")
    return matches(token.dep, ("conj",)) and capital and bool(subtree(sentence, i))


def article_of(sentence: Sentence, first: int, language: Language) -> str:
    """The article of a name, also one that a preposition holds; `that` for none."""
    article = child(sentence, first, "det")
    if article is not None and article.i == first - 1:
        return article.text.lower()
    before = sentence.tokens[first - 1].text.lower() if first else ""
    return str(language.words.table("merged_articles").get(before, "that"))


def own_name(
    sentence: Sentence, short: str, full: Sequence[int], language: Language
) -> tuple[int, ...]:
    """The words of a full name that a short one stands for; none where it stands for more.

    « l'institut hospitalo-universitaire de Brest (IHU) » tells where one of many is. Letters left
    over (« le Conseil économique (Cese) ») show that words are missing, and a name that shares
    nothing with the letters must say of where it is: it is made up in French.
    """
    small = language.words.list("small_words")
    if short.isupper() and spells(short, _words(sentence, full), small):
        return ()  # an acronym that is not asked
    for size in range(2, len(full)):
        after = sentence.tokens[full[size]]
        opens = after.pos == "ADP" and folded(after.text) in small
        opens &= folded(sentence.tokens[full[size - 1]].text) not in small
        if short.isupper() and opens and spells(short, _words(sentence, full[:size]), small):
            return tuple(full[:size])
    for start in range(1, len(full)):  # « le groupe Front de Valmont (FV) »: the name inside
        name = tuple(full[start:])
        if is_capital(sentence.tokens[name[0]]) and spells(short, _words(sentence, name), small):
            return name
    return () if _lacks_words(sentence, short, full, language) else tuple(full)


def _words(sentence: Sentence, tokens: Sequence[int]) -> list[str]:
    text = " ".join(sentence.tokens[i].text for i in tokens)
    return re.findall(r"[^\W\d_]+", text)


def _lacks_words(sentence: Sentence, short: str, full: Sequence[int], language: Language) -> bool:
    small = language.words.list("small_words")
    all_words = _words(sentence, full)
    words = [w for w in all_words if w.lower() not in small and len(w) > 1]
    initials, letters = plain("".join(w[0] for w in words)), plain(short)
    if letters.startswith(initials) and len(letters) > len(initials):
        inside = len(letters) == len(initials) + 1 and letters[-1] in plain(words[-1])[1:]
        every = frozenset[str]()
        return not (inside or spells(short, words, small) or spells(short, all_words, every))
    shared = letters[0] == initials[0] or any(plain(w)[:3] == letters[:3] for w in words)
    told = [sentence.tokens[i] for i in full[1:]]
    if shared or any(is_capital(t) or tells_where(t, language) for t in told):
        return False
    kinds = language.words.list("state_kinds")
    return len(words) < _LEAST_WORDS or any(w.lower() in kinds for w in words)
