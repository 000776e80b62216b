"""People whom an article calls by their full name, where it does so."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.facts.deaths import dead_people
from quizgen.facts.targets import running_text
from quizgen.language import Language
from quizgen.model import Document, Entity, Mention, Sentence


def living_people(
    document: Document, language: Language
) -> Iterator[tuple[Sentence, Mention, Entity]]:
    """Each full name of somebody who lives, in running text and sure, in the article's order."""
    dead = dead_people(document, language)
    by_sentence = {s.index: s for s in running_text(document)}
    for mention in document.mentions:
        entity, sentence = mention.entity, by_sentence.get(mention.sentence)
        if sentence is None or entity is None or mention.kind != "name" or not mention.sure:
            continue
        if entity.kind == "person" and " " in entity.name and entity.name not in dead:
            yield sentence, mention, entity
