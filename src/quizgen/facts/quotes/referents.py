"""The entity that the words of a speaker mean: by name, by a name beside them, by a role."""

from __future__ import annotations

from quizgen.analysis.entities import words_of
from quizgen.facts.quotes.cues import plain
from quizgen.facts.quotes.passages import Passage
from quizgen.facts.quotes.phrases import governed
from quizgen.facts.quotes.speakers import Cast
from quizgen.model import Entity, Mention

_COMPLEMENTS = ("ADV", "ADP", "DET", "NOUN", "ADJ", "VERB", "PROPN")
_WIDTH = 10  # words of a role's complements, up to the comma before the name
_RECENT = 5  # speakers back among whom a role is looked for


def entity_of(passage: Passage, head: int, first: int, last: int, cast: Cast) -> Entity | None:
    """The entity of the phrase: of its name, of a name beside it, of the role at its head."""
    named = cast.names(passage, first, last)
    plural = passage.tokens[head].feats.get("Number") == "Plur"
    for mention in named:
        one = mention.entity is not None and mention.entity.kind == "person"
        if one and not (plural and passage.tokens[head].pos == "NOUN"):
            return mention.entity
    here = cast.mention(passage, head)
    if here is not None and here.entity is not None and here.kind == "name":
        return here.entity
    beside = _beside(passage, first, last, cast) or _repeated(passage, head, cast)
    if beside is not None:
        return beside
    known = _linked(passage, head, (first, last), cast)
    late = len(cast.document.source.body)
    new = known is None or cast.introduced.get(known.name, late) > passage.tokens[head].start
    if here is not None and here.sure and not new:
        return known
    found = _again(passage, head, first, last, cast) or known
    return found or next((m.entity for m in named if _tells(passage, m, head)), None)


def _linked(passage: Passage, head: int, words: tuple[int, int], cast: Cast) -> Entity | None:
    """The entity that the reading of the article has linked, where the words bear it out."""
    here = cast.mention(passage, head)
    if here is None or here.entity is None:
        return None
    person = here.entity.kind == "person"
    if here.kind == "noun" and person:
        return None
    if here.kind == "role" and person and here.entity.roles:
        return here.entity if _fits_role(passage, head, words, here.entity, cast) else None
    if here.kind == "role" and person:
        return here.entity if here.sure and _is_bare(passage, *words, cast) else None
    return here.entity


def _tells(passage: Passage, mention: Mention, head: int) -> bool:
    """Whether a name tells what the noun at the head is (« l'agence Anadolu »)."""
    entity = mention.entity
    if entity is None or entity.kind == "person":
        return False
    i = head - passage.places[head][1] + mention.head
    return i == head or passage.tokens[i].head == head


def _repeated(passage: Passage, head: int, cast: Cast) -> Entity | None:
    """« le ministre », bare, when it was a minister who spoke last."""
    entity, token = cast.last.entity, passage.tokens[head]
    if entity is None or entity.kind != "person" or token.feats.get("Number") == "Plur":
        return None
    bare = not any(t.pos == "ADP" for t in passage.tokens[head + 1 : head + 2])
    if not bare or not cast.lists(passage, head, "role_nouns"):
        return None
    before = cast.last.span.text if cast.last.span is not None else ""
    held = {w for text in (before, *entity.roles) for w in words_of(text)}
    return entity if set(words_of(token.text)) <= held else None


def _beside(passage: Passage, first: int, last: int, cast: Cast) -> Entity | None:
    """« X, le candidat …, » and « le ministre, X, »: the person on the other side of a comma."""
    tokens, after = passage.tokens, last + 1
    while after < len(tokens) and tokens[after].pos in _COMPLEMENTS and after - last < _WIDTH:
        after += 1
    for comma, place in ((first - 1, first - 2), (after, after + 1)):
        i = place
        if not 0 <= i < len(tokens) or tokens[comma].text != ",":
            continue
        if cast.lists(passage, i, "titles") and i + 1 < len(tokens):
            i += 1
        mention = cast.mention(passage, i)
        if mention is not None and mention.kind == "name" and mention.entity is not None:
            start = i - passage.places[i][1] + mention.first
            if mention.entity.kind == "person" and not governed(passage, start, 0):
                return mention.entity
    return None


def _again(passage: Passage, head: int, first: int, last: int, cast: Cast) -> Entity | None:
    """A role without a name that suits whoever spoke last (« le dirigeant », « l'élue »)."""
    token, opener = passage.tokens[head], passage.tokens[first]
    definite = opener.feats.get("Definite") == "Def" or opener.feats.get("PronType") == "Dem"
    if not definite or not cast.lists(passage, head, "role_nouns"):
        return None
    gender = token.feats.get("Gender", "")
    for voice in list(reversed(cast.heard))[:_RECENT]:
        entity = voice.entity
        if entity is None or entity.kind != "person" or token.feats.get("Number") == "Plur":
            continue
        if gender and entity.gender and gender != entity.gender:
            continue
        if entity.roles:
            fits = _fits_role(passage, head, (first, last), entity, cast)
        else:
            fits = voice is cast.last and _is_bare(passage, first, last, cast)
        if fits:
            return entity
    return None


def _is_bare(passage: Passage, first: int, last: int, cast: Cast) -> bool:
    """A role alone, or one that the language knows another way to say."""
    words = [plain(t) for t in passage.tokens[first + 1 : last + 1]]
    known = " ".join(words).replace("' ", "'") in cast.language.words.table("role_synonyms")
    return known or not any(t.pos == "ADP" for t in passage.tokens[first : last + 1])


def _fits_role(
    passage: Passage, head: int, words: tuple[int, int], entity: Entity, cast: Cast
) -> bool:
    """Whether a role phrase shares a word with a role that somebody is known to have."""
    first, last = words
    small = cast.language.function_words | cast.language.words.list("name_connectors")
    said = {w for t in passage.tokens[first + 1 : last + 1] for w in words_of(t.text)} - small
    held = {w for role in entity.roles for w in words_of(role) if len(w) > 1} - small
    synonyms = cast.language.words.table("role_synonyms")
    phrase = " ".join(plain(t) for t in passage.tokens[first + 1 : last + 1]).replace("' ", "'")
    said |= set(words_of(str(synonyms.get(phrase, ""))))
    other = bool(said - held) and bool(held - said)
    if set(words_of(passage.tokens[head].text)) & held and other:
        return False  # « le président du Kazakhstan » is not « le président russe »
    leaders = {w for noun in cast.language.words.list("leader_nouns") for w in words_of(noun)}
    lead = cast.lists(passage, head, "leader_nouns") and bool(leaders & held)
    return bool(said & held) or lead
