"""Whether « il » or « le ministre » beside a cue can mean only one person.

A link that is a guess names a speaker well enough; a question needs more: whoever speaks was named
in the paragraph or in the one before, and nobody else of that kind has come up since.
"""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.analysis.entities import words_of
from quizgen.analysis.zones import zone_at
from quizgen.language import Language
from quizgen.model import Document, Entity, Mention, Quote, Sentence, Token

_PARAGRAPHS = 1  # how far back the name may stand


def is_only_one(document: Document, quote: Quote, language: Language) -> bool:
    """Whether nobody but the quotation's speaker can be meant by the words beside its cue."""
    entity, speaker = quote.entity, quote.speaker
    place = _place(document, quote)
    if entity is None or speaker is None or place is None:
        return False
    sentence, head = place
    if not (_is_personal(head, language) or _is_of_role(sentence, head, entity, language)):
        return False
    named = _last_named(document, entity, speaker.start)
    if named is None or sentence.block - document.sentences[named.sentence].block > _PARAGRAPHS:
        return False
    block = document.sentences[named.sentence].block
    start = next(s.start for s in document.sentences if s.block == block)
    if any(_is_other(m, entity) for m in _names(document, start, speaker.start)):
        return False
    own = _own_words(document, entity)
    since = _start(document, named)
    return not any(
        _is_rival(token, entity, language) and (s.index, token.i) not in own
        for s, token in _told(document, since, speaker.start)
    )


def _place(document: Document, quote: Quote) -> tuple[Sentence, Token] | None:
    """The head of the words beside the cue, with its sentence."""
    for sentence in document.sentences:
        if quote.speaker is None or not sentence.start <= quote.speaker.start < sentence.end:
            continue
        words = [t for t in sentence.tokens if quote.speaker.start < t.end <= quote.speaker.end]
        own = {t.i for t in words}
        head = next((t for t in words if t.head not in own or t.head == t.i), None)
        return None if head is None else (sentence, head)
    return None


def _is_personal(token: Token, language: Language) -> bool:
    word = token.text.lower().lstrip("-").removeprefix("t-")
    traits = language.words.table("subject_pronouns").get(word, {})
    return token.pos == "PRON" and traits.get("number") == "Sing"


def _is_of_role(sentence: Sentence, head: Token, entity: Entity, language: Language) -> bool:
    """« le ministre », of somebody who is told to be one, and singular."""
    if head.pos != "NOUN" or head.feats.get("Number") == "Plur":
        return False
    held = {word for role in entity.roles for word in words_of(role)}
    known = head.lemma in language.words.list("role_nouns")
    return known and head.text.lower() in held and _is_definite(sentence, head)


def _is_definite(sentence: Sentence, head: Token) -> bool:
    before = sentence.tokens[max(0, head.i - 2) : head.i]
    return any(t.head == head.i and t.feats.get("Definite") == "Def" for t in before)


def _last_named(document: Document, entity: Entity, before: int) -> Mention | None:
    found = [m for m in _names(document, 0, before) if m.entity == entity]
    return max(found, key=lambda m: _start(document, m), default=None)


def _names(document: Document, first: int, last: int) -> Iterator[Mention]:
    """The names between two places, outside quotation marks."""
    for mention in document.mentions:
        start = _start(document, mention)
        named = mention.kind == "name" and mention.entity is not None
        if named and first <= start < last and zone_at(document.zones, start) is None:
            yield mention


def _start(document: Document, mention: Mention) -> int:
    return document.sentences[mention.sentence].tokens[mention.first].start


def _is_other(mention: Mention, entity: Entity) -> bool:
    """Whether a name is somebody else's who may be meant as well."""
    other = mention.entity
    if other is None or other == entity or other.kind not in ("person", "other"):
        return False
    return not (other.gender and entity.gender and other.gender != entity.gender)


def _own_words(document: Document, entity: Entity) -> set[tuple[int, int]]:
    """The words of an entity's own mentions."""
    return {
        (m.sentence, i)
        for m in document.mentions
        if m.entity == entity
        for i in range(m.first, m.last + 1)
    }


def _told(document: Document, first: int, last: int) -> Iterator[tuple[Sentence, Token]]:
    """The words between two places, outside quotation marks."""
    for sentence in document.sentences:
        for token in sentence.tokens:
            if first <= token.start < last and zone_at(document.zones, token.start) is None:
                yield sentence, token


def _is_rival(token: Token, entity: Entity, language: Language) -> bool:
    """« un témoin », the subject of a sentence: a pronoun behind it may mean him."""
    if token.pos != "NOUN" or not token.dep.startswith("nsubj"):
        return False
    if token.feats.get("Gender") not in (None, entity.gender) and entity.gender:
        return False
    words = language.words
    human = words.list("role_nouns") | words.list("person_nouns") | words.list("source_nouns")
    return token.lemma.lower() in human and token.feats.get("Number") != "Plur"
