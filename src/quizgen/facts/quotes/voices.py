"""From the words beside a cue to the speaker that they mean."""

from __future__ import annotations

from quizgen.analysis.entities import words_of
from quizgen.analysis.zones import zone_at
from quizgen.facts.quotes.cues import plain
from quizgen.facts.quotes.passages import Passage, is_finite
from quizgen.facts.quotes.phrases import governed
from quizgen.facts.quotes.speakers import Cast, Voice
from quizgen.model import Entity, Mention, Span

_COMPLEMENTS = ("ADP", "DET", "NOUN", "ADJ", "VERB")
_WIDTH = 10  # words of a role's complements, up to the comma before the name
_RECENT = 5  # speakers back among whom a role is looked for
_DOCUMENT_REACH = 12  # words behind « rapport » among which its author is looked for


def voice_at(passage: Passage, head: int, cast: Cast) -> Voice:
    """The speaker whose words have their head at `head`."""
    first, last = cast.words_of(passage, head)
    span = _span(passage, first, last, cast)
    token = passage.tokens[head]
    again = cast.lists(passage, head, "last_mentioned")
    if again or (token.pos == "PRON" and first == last):
        return _pronoun(passage, head, span, cast)
    if cast.is_document(passage, head):
        return _document(passage, head, last, span, cast)
    both = _pair(passage, first, last, cast)
    if both:
        return Voice(span, None, both)
    entity = _entity(passage, head, first, last, cast)
    name = _description(passage, first, last, cast)
    if entity is not None:
        body = entity.kind != "person" and name.startswith(entity.name + " ")
        return Voice(span, entity, name if body else entity.name, entity.gender)
    return Voice(span, None, name, token.feats.get("Gender", ""))


def _span(passage: Passage, first: int, last: int, cast: Cast) -> Span:
    start, end = passage.tokens[first].start, passage.tokens[last].end
    if passage.tokens[first].text.startswith("-"):
        start = end - len(plain(passage.tokens[first]))
    return cast.document.source.span(start, end)


def _pronoun(passage: Passage, i: int, span: Span, cast: Cast) -> Voice:
    """Whoever a pronoun means: who spoke last, unless somebody else has come up since."""
    last, mention = cast.last, cast.mention(passage, i)
    entity = mention.entity if mention is not None else None
    traits = cast.language.words.table("subject_pronouns").get(plain(passage.tokens[i]))
    if traits is None:
        recent = cast.lists(passage, i, "last_mentioned") and cast.block == passage.words.block
        return Voice(span, last.entity, last.name, last.gender) if recent else Voice(span)
    if _still_meant(last, traits, span, cast):
        return Voice(span, last.entity, last.name, last.gender)
    if entity is not None:
        return Voice(span, entity, entity.name, entity.gender)
    return Voice(span)


def _still_meant(last: Voice, traits: dict[str, str], span: Span, cast: Cast) -> bool:
    if not last.name or (last.gender and last.gender != traits["gender"]):
        return False
    number = last.entity.number if last.entity is not None else ""
    if traits["number"] == "Plur" and number == "Sing":
        return False
    since = max(cast.end, last.span.end if last.span is not None else 0)
    return not any(
        _comes_up(mention, traits["gender"], last, cast)
        for mention in cast.document.mentions
        if since <= _start(mention, cast) < span.start
    )


def _comes_up(mention: Mention, gender: str, last: Voice, cast: Cast) -> bool:
    """Whether somebody else is the subject of a sentence."""
    entity = mention.entity
    if entity is None or entity.kind != "person" or entity.name == last.name:
        return False
    token = cast.document.sentences[mention.sentence].tokens[mention.head]
    if zone_at(cast.document.zones, token.start) is not None:
        return False
    agrees = not entity.gender or entity.gender == gender
    return agrees and token.dep.startswith("nsubj")


def _start(mention: Mention, cast: Cast) -> int:
    return cast.document.sentences[mention.sentence].tokens[mention.first].start


def _entity(passage: Passage, head: int, first: int, last: int, cast: Cast) -> Entity | None:
    """The entity of the phrase: of its name, of a name beside it, of the role at its head."""
    named = cast.names(passage, first, last)
    plural = passage.tokens[head].feats.get("Number") == "Plur"
    for mention in named:
        one = mention.entity is not None and mention.entity.kind == "person"
        if one and not (plural and passage.tokens[head].pos == "NOUN"):
            return mention.entity
    here = cast.mention(passage, head)
    known = here.entity if here is not None else None
    if here is not None and known is not None and here.kind == "name":
        return known
    if here is not None and known is not None and here.kind == "noun":
        known = None if known.kind == "person" else known
    beside = _beside(passage, first, last, cast) or _repeated(passage, head, cast)
    if beside is not None:
        return beside
    late = len(cast.document.source.body)
    new = known is None or cast.introduced.get(known.name, late) > passage.tokens[head].start
    if here is not None and here.sure and not new:
        return known
    again = _again(passage, head, first, last, cast)
    if again is not None or known is not None:
        return again or known
    return next((m.entity for m in named if _tells(passage, m, head)), None)


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
    said = {w for t in passage.tokens[first + 1 : last + 1] for w in words_of(t.text)}
    said -= cast.language.function_words
    held = {w for role in entity.roles for w in words_of(role)} - cast.language.function_words
    synonyms = cast.language.words.table("role_synonyms")
    phrase = " ".join(plain(t) for t in passage.tokens[first + 1 : last + 1]).replace("' ", "'")
    said |= set(words_of(str(synonyms.get(phrase, ""))))
    leaders = {w for noun in cast.language.words.list("leader_nouns") for w in words_of(noun)}
    lead = cast.lists(passage, head, "leader_nouns") and bool(leaders & held)
    return bool(said & held) or lead


def _pair(passage: Passage, first: int, last: int, cast: Cast) -> str:
    """« X et Y » when two persons speak with one voice."""
    named = [
        m.entity.name
        for m in cast.names(passage, first, last)
        if m.entity is not None and m.entity.kind == "person"
    ]
    links = [t.text for t in passage.tokens[first : last + 1] if t.pos == "CCONJ"]
    return f"{named[0]} {links[0]} {named[1]}" if len(named) == 2 and len(links) == 1 else ""


def _document(passage: Passage, head: int, last: int, span: Span, cast: Cast) -> Voice:
    """The source of a document: whoever its complement or its agent names."""
    tokens = passage.tokens
    for i in range(head + 1, min(len(tokens), max(last + 1, head + _DOCUMENT_REACH))):
        token = tokens[i]
        if token.pos == "PUNCT" or is_finite(token) or i in passage.quoted:
            break
        if token.pos == "NOUN" and cast.lists(passage, i, "organisation_nouns", "source_nouns"):
            first, end = cast.words_of(passage, i)
            name = _description(passage, first, end, cast)
            entity = _entity(passage, i, first, end, cast)
            wide = cast.document.source.span(span.start, max(span.end, tokens[end].end))
            if entity is not None or name:
                return Voice(wide, entity, entity.name if entity else name)
        mention = cast.mention(passage, i)
        entity = mention.entity if mention is not None and mention.kind != "noun" else None
        if mention and entity is not None and entity.kind in ("person", "organisation"):
            end = tokens[i - passage.places[i][1] + mention.last].end
            wide = cast.document.source.span(span.start, max(span.end, end))
            return Voice(wide, entity, entity.name, entity.gender)
    return _heard_before(tokens[head].lemma.lower(), span, cast)


def _heard_before(noun: str, span: Span, cast: Cast) -> Voice:
    """« le communiqué » again: the source that it had the first time."""
    for voice in reversed(cast.heard):
        if voice.span is not None and noun in words_of(voice.span.text):
            return Voice(span, voice.entity, voice.name, voice.gender)
    return Voice(span)


def _description(passage: Passage, first: int, last: int, cast: Cast) -> str:
    """A definite phrase without its article, as fully as it was given; nothing for others."""
    tokens = passage.tokens
    contracted = first > 0 and tokens[first - 1].feats.get("Definite") == "Def"
    opener = tokens[first]
    if opener.pos == "DET":
        first += 1
    elif not (contracted and opener.pos == "NOUN"):
        return ""
    definite = opener.feats.get("Definite") == "Def" or contracted
    if not definite or first > last or tokens[first].pos not in ("NOUN", "PROPN", "ADJ", "NUM"):
        return ""
    text = cast.document.source.body[tokens[first].start : tokens[last].end]
    if first == last:
        for voice in reversed(cast.heard):
            if voice.name.lower().startswith(text.lower() + " "):
                return voice.name
    return text
