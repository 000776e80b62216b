"""Ages at which people died: « X est mort à l'âge de 84 ans », « X, décédée à 93 ans »."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.tree import ancestors, children
from quizgen.analysis.zones import zone_at
from quizgen.facts.deaths import dead_people
from quizgen.facts.targets import build, running_text
from quizgen.language import Language
from quizgen.model import Document, Fact, Sentence, Token

_MOST_BETWEEN = 14  # words from the verb to the age
_MOST_BEFORE = 12  # words from the name to the verb


def find_death_ages(document: Document, language: Language) -> Iterator[Fact]:
    """Facts of the kind `death_age`; fields `person`, `died_as` (gender)."""
    dead = dead_people(document, language)
    for sentence in running_text(document):
        for verb in sentence.tokens:
            told = (
                verb.feats.get("VerbForm") == "Part" and zone_at(document.zones, verb.start) is None
            )
            if not told or verb.lemma.lower() not in language.words.list("dying_verbs"):
                continue
            age, person = _age(sentence, verb, language), _person(document, sentence, verb, dead)
            if age and person:
                name, gender = person
                fields = {"person": name, "died_as": gender or verb.feats.get("Gender", "")}
                yield build(document, sentence, "death_age", age, fields=fields)


def _age(sentence: Sentence, verb: Token, language: Language) -> tuple[int, ...]:
    """« 84 ans » behind « à » or « à l'âge de », that hangs by the verb."""
    for unit in sentence.tokens[verb.i + 2 : verb.i + 2 + _MOST_BETWEEN]:
        if unit.text.lower() not in language.words.list("age_units"):
            continue
        number = sentence.tokens[unit.i - 1]
        before = sentence.tokens[number.i - 1]
        opens = before.text.lower() in language.words.list("town_markers")
        aged = sentence.tokens[max(0, number.i - 2)].lemma.lower() in language.words.list(
            "age_words"
        )
        its_own = any(t.i == verb.i for t in ancestors(sentence, unit.i))
        return (number.i, unit.i) if number.text.isdigit() and its_own and (opens or aged) else ()
    return ()


def _person(
    document: Document, sentence: Sentence, verb: Token, dead: frozenset[str]
) -> tuple[str, str] | None:
    """Who died: the subject, or the name that the participle follows; with the gender."""
    subjects = {t.i for t in children(sentence, verb.i, "nsubj")} | {verb.head}
    for mention in document.mentions:
        entity = mention.entity
        if mention.sentence != sentence.index or entity is None or entity.name not in dead:
            continue
        head = sentence.tokens[mention.head]
        near = 0 < verb.i - mention.last <= _MOST_BEFORE
        if near and mention.sure and " " in entity.name and {head.i, head.head} & subjects:
            return entity.name, entity.gender
    return None
