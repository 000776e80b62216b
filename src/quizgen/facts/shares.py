"""Shares in words: « la moitié des élèves », « près d'un tiers des espèces »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import child, children
from quizgen.facts.figures import hedge_before
from quizgen.facts.targets import ROLE_NAMES, Place, below, build, locate, running_text
from quizgen.language import Language
from quizgen.model import Document, Fact, Sentence, Token


def find_shares(document: Document, language: Language) -> Iterator[Fact]:
    """Shares of a noun that are subject or object; fields `role`, `noun_head`, part `noun`."""
    for sentence in running_text(document):
        for token in sentence.tokens:
            if token.lemma.lower() in language.words.list("share_nouns"):
                fact = _fact(document, sentence, token, language)
                if fact is not None:
                    yield fact


def _fact(document: Document, sentence: Sentence, share: Token, language: Language) -> Fact | None:
    place, of = _place(document, sentence, share), _whole(sentence, share)
    if place is None or of is None or place.constituent.role not in ("subject", "object"):
        return None
    if not place.direct or children(sentence, share.i, "conj", "appos", "amod"):
        return None
    first = min([t.i for t in children(sentence, share.i, "det", "nummod")] + [share.i])
    answer = range(hedge_before(sentence, first, language), share.i + 1)
    noun = tuple(i for i in below(sentence, of.i) if i > share.i)
    fields = {"role": ROLE_NAMES[place.constituent.role], "noun_head": str(of.i)}
    return build(
        document,
        sentence,
        "share",
        answer,
        clause=place.clause,
        parts={"phrase": place.constituent.tokens, "noun": noun},
        fields=fields,
    )


def _place(document: Document, sentence: Sentence, share: Token) -> Place | None:
    """Where the share stands; « près de la moitié » hangs by its hedge."""
    governor = sentence.tokens[share.head]
    hedged = governor.pos == "ADV" and governor.i < share.i
    return locate(document, sentence, governor.i if hedged else share.i)


def _whole(sentence: Sentence, share: Token) -> Token | None:
    """The noun of which it is a share: right behind « de », and no pronoun."""
    for token in children(sentence, share.i, "nmod"):
        case = child(sentence, token.i, "case", "det")
        if case is not None and case.i == share.i + 1 and token.pos in ("NOUN", "PROPN"):
            return token
    return None
