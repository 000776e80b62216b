"""Ages of people whom an article is about: « Anne Leroy, 40 ans », « Anne Leroy, âgée de … »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from quizgen.analysis.zones import zone_at
from quizgen.facts.named_people import living_people
from quizgen.facts.targets import build
from quizgen.language import Language
from quizgen.model import Document, Fact, Mention, Sentence

_LEAST_NAMED = 3  # sentences that speak of whoever an article is about
_CLOSING = (",", ")", ".", ";", ":")


def find_person_ages(document: Document, language: Language) -> Iterator[Fact]:
    """Facts of the kind `age` with the field `person`; nobody's who is dead or passes through."""
    spoken_of = _sentences_about(document)
    told: set[str] = set()
    for sentence, mention, entity in living_people(document, language):
        if entity.name in told:
            continue
        titled = entity.name.split()[-1] in document.source.title
        central = titled or (entity.roles and spoken_of[entity.name] >= _LEAST_NAMED)
        age = _behind(sentence, mention, language) if central else ()
        if age and zone_at(document.zones, sentence.tokens[mention.first].start) is None:
            told.add(entity.name)
            fields = {"person": entity.name}
            yield build(document, sentence, "age", age, fields=fields)


def _sentences_about(document: Document) -> Counter[str]:
    """In how many sentences somebody is spoken of, by whatever word."""
    pairs = {(m.entity.name, m.sentence) for m in document.mentions if m.entity and m.sure}
    return Counter(name for name, _ in pairs)


def _behind(sentence: Sentence, mention: Mention, language: Language) -> tuple[int, ...]:
    """« , 40 ans, », « (40 ans) », « , âgé de 40 ans, » right behind the name."""
    tokens, i = sentence.tokens, mention.last + 1
    if [t.text for t in tokens[i : i + 1]] not in ([","], ["("]):
        return ()
    i += 1
    if tokens[i : i + 1] and tokens[i].text.lower().rstrip("e") in language.words.list("aged"):
        i += 2
    if len(tokens) <= i + 2:
        return ()
    years = tokens[i + 1].text.lower() in language.words.list("age_units")
    closed = tokens[i + 2].text in _CLOSING
    return (i, i + 1) if tokens[i].text.isdigit() and years and closed else ()
