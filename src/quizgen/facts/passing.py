"""Short forms that an article only passes by: a speaker's employer, a source, a general word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quizgen.analysis.tree import child, matches
from quizgen.language import Language
from quizgen.model import Document, Sentence, Token

_LEAD = 2  # sentences that tell what the article is about


def is_passed_by(
    document: Document, sentence: Sentence, short: str, full: Sequence[int], language: Language
) -> bool:
    """Whether the article could do without a short form whose full name is `full`.

    What is named again or stands in the headline is no passing thing, nor is a body that every
    dictionary has. Of the others, those are that a sentence names for the sake of somebody who
    speaks (« directeur de l'Institut … (IEB) »), and general words (« produit intérieur brut »).
    """
    text = f"{document.source.title} {document.source.body}"
    again = len(re.findall(rf"(?<!\w){re.escape(short)}(?!\w)", text)) > 1
    head = _head(sentence, full)
    if again or head is None:
        return False
    if short.lower() in language.words.list("known_acronyms"):
        return False
    if any(r.pos == "PROPN" for r in language.lexicon.readings(short)):
        return not _is_body(head, language)
    return sentence.index >= _LEAD and _is_for_somebody(document, sentence, head, language)


def _is_body(head: Token, language: Language) -> bool:
    """A noun of bodies, or people who call themselves so (« Médecins sans frontières »)."""
    lists = (language.words.list(n) for n in ("organisation_nouns", "short_named_nouns"))
    people = head.feats.get("Number") == "Plur" and head.text[0].isupper()
    return people or any(head.text.lower() in words for words in lists)


def _head(sentence: Sentence, full: Sequence[int]) -> Token | None:
    return next((sentence.tokens[i] for i in full if sentence.tokens[i].head not in full), None)


def _is_for_somebody(
    document: Document, sentence: Sentence, head: Token, language: Language
) -> bool:
    """« professeur à l'X », « Claire Martin, de l'X », « selon l'X »."""
    case = child(sentence, head.i, "case")
    if case is None:
        return False
    if case.text.lower() in language.words.list("source_prepositions"):
        return True
    above = sentence.tokens[head.head]
    people = language.words.list("role_nouns") | language.words.list("person_nouns")
    return matches(head.dep, ("nmod", "obl")) and (
        above.lemma.lower() in people or _is_person(document, sentence, above)
    )


def _is_person(document: Document, sentence: Sentence, token: Token) -> bool:
    here = [m for m in document.mentions if m.sentence == sentence.index]
    return any(
        m.first <= token.i <= m.last and m.entity is not None and m.entity.kind == "person"
        for m in here
    )
