"""Former names of bodies: « EY (anciennement Ernst & Young) »."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.facts.short_names import article_of, full_name
from quizgen.facts.targets import build, running_text
from quizgen.language import Language
from quizgen.model import Document, Fact, Sentence

_MOST_OLD = 8  # words of the former name


def find_former_names(document: Document, language: Language) -> Iterator[Fact]:
    """What a body was called before; part `body`, its present name, and field `article`."""
    pattern = _pattern(tuple(sorted(language.words.list("former_markers"))))
    for sentence in running_text(document):
        for match in pattern.finditer(document.source.body, sentence.start, sentence.end):
            inside = range(*match.span("old"))
            old = [t.i for t in sentence.tokens if t.start in inside]
            before = [t.i for t in sentence.tokens if t.end <= match.start()]
            body = _body(document, sentence, before[-1], language) if before else ()
            if not body or not 0 < len(old) <= _MOST_OLD:
                continue
            fields = {"article": article_of(sentence, body[0], language)}
            yield build(document, sentence, "former_name", old, parts={"body": body}, fields=fields)


@lru_cache(maxsize=4)
def _pattern(markers: tuple[str, ...]) -> re.Pattern[str]:
    """The mark, the word that says it is a name of before, and the name."""
    words = "|".join(map(re.escape, markers))
    return re.compile(rf"\s?[(,]\s?(?:{words})\s(?P<old>[A-ZÀ-Ý][^,();:.]+?)(?=\s?[,)])")


def _body(document: Document, sentence: Sentence, last: int, language: Language) -> tuple[int, ...]:
    """The present name, which ends right before the mark."""
    noun_phrase = full_name(sentence, last, language)
    if noun_phrase:
        return noun_phrase
    for mention in document.mentions:
        here = mention.sentence == sentence.index and mention.last == last
        entity = mention.entity
        if here and mention.kind == "name" and entity is not None and entity.kind != "person":
            return tuple(range(mention.first, last + 1))
    return ()
