"""From the words beside a cue to the speaker that they mean."""

from __future__ import annotations

from quizgen.analysis.entities import words_of
from quizgen.analysis.tree import child, matches
from quizgen.analysis.zones import zone_at
from quizgen.facts.quotes.cues import plain
from quizgen.facts.quotes.passages import Passage, is_finite
from quizgen.facts.quotes.referents import entity_of
from quizgen.facts.quotes.speakers import Cast, Voice
from quizgen.model import Entity, Mention, Sentence, Span, Token

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
    entity = entity_of(passage, head, first, last, cast)
    name = _description(passage, first, last, cast)
    if entity is not None:
        body = entity.kind == "organisation" and name.startswith(entity.name + " ")
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
    if _still_meant(last, traits, span, cast, elsewhere=cast.block != passage.words.block):
        return Voice(span, last.entity, last.name, last.gender)
    entity = _subject_before(passage, i, traits, cast) or entity
    unnamed = last.span is not None and not last.name and passage.words.block - cast.block <= 1
    if unnamed and entity is not None and entity.kind != "person":
        return Voice(span)  # « un expert » goes on
    if entity is not None:
        return Voice(span, entity, entity.name, entity.gender)
    return Voice(span)


def _subject_before(passage: Passage, i: int, traits: dict[str, str], cast: Cast) -> Entity | None:
    """The person who was last the subject of a sentence of the paragraph."""
    for token in reversed(passage.tokens[:i]):
        mention = cast.mention(passage, token.i)
        entity = mention.entity if mention is not None else None
        if entity is None or entity.kind != "person" or token.i in passage.quoted:
            continue
        if mention is not None and mention.kind != "name" and not mention.sure:
            continue
        agrees = entity.number == traits["number"] and entity.gender in ("", traits["gender"])
        if agrees and _beside_noun(passage.words, token).dep.startswith("nsubj"):
            return entity
    return None


def _still_meant(
    last: Voice, traits: dict[str, str], span: Span, cast: Cast, *, elsewhere: bool
) -> bool:
    """Whether a pronoun means who spoke last; `elsewhere` says that it was in another paragraph."""
    if not last.name or (last.gender and last.gender != traits["gender"]):
        return False
    number = last.entity.number if last.entity is not None else ""
    if traits["number"] == "Plur" and number == "Sing":
        return False
    since = max(cast.end, last.span.end if last.span is not None else 0)
    return not any(
        _comes_up(mention, traits["gender"], last, cast, elsewhere=elsewhere)
        for mention in cast.document.mentions
        if since <= _start(mention, cast) and _end(mention, cast) <= span.start
    )


def _comes_up(mention: Mention, gender: str, last: Voice, cast: Cast, *, elsewhere: bool) -> bool:
    """Whether somebody else is the subject of a sentence, or opens a paragraph of his own."""
    entity = mention.entity
    if entity is None or entity.kind != "person" or entity.name == last.name:
        return False
    sentence = cast.document.sentences[mention.sentence]
    token = sentence.tokens[mention.head]
    if zone_at(cast.document.zones, token.start) is not None:
        return False
    if entity.gender and entity.gender != gender:
        return False
    alone = elsewhere and mention.kind == "name" and child(sentence, token.i, "case") is None
    return alone or _beside_noun(sentence, token).dep.startswith("nsubj")


def _beside_noun(sentence: Sentence, token: Token) -> Token:
    """« son homologue, X, »: the noun that a name is set beside, or the name itself."""
    while matches(token.dep, ("appos", "flat")) and token.head < token.i:
        token = sentence.tokens[token.head]
    return token


def _start(mention: Mention, cast: Cast) -> int:
    return cast.document.sentences[mention.sentence].tokens[mention.first].start


def _end(mention: Mention, cast: Cast) -> int:
    return cast.document.sentences[mention.sentence].tokens[mention.last].end


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
            entity = entity_of(passage, i, first, end, cast)
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
