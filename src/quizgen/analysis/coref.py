"""Linking mentions: names, role phrases, pronouns and possessives to one entity each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.analysis.antecedents import Choice
from quizgen.analysis.names import Name
from quizgen.analysis.noun_links import link_noun
from quizgen.analysis.pronouns import link_possessive, link_pronoun
from quizgen.analysis.role_links import RoleAsked, choose_for_role
from quizgen.analysis.roles import RolePhrase, free_roles
from quizgen.analysis.tree import matches
from quizgen.analysis.walk import Walk
from quizgen.analysis.zones import zone_at
from quizgen.model import Mention, MentionKind, Sentence, Token


def link_mentions(walk: Walk, names: Sequence[Name]) -> tuple[Mention, ...]:
    """Every mention of the running text in order; `entity` is None where nothing is known."""
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    found: list[Mention] = []
    for sentence in walk.sentences:
        if not sentence.heading:
            found += _mentions(sentence, by_sentence.get(sentence.index, []), walk)
    return tuple(found)


def _mentions(sentence: Sentence, names: Sequence[Name], walk: Walk) -> Iterator[Mention]:
    named = {n.first: n for n in names}
    within = {i for n in names for i in range(n.first, n.last + 1)}
    people = {
        i
        for n in names
        for i in range(n.first, n.last + 1)
        if (e := walk.register.of_name[(n.sentence, n.first)]) and e.kind == "person"
    }
    roles = {r.first: r for r in free_roles(sentence, walk.language)}
    role_end = -1
    for token in sentence.tokens:
        mention: Mention | None = None
        if token.i in named:
            mention = _name(named[token.i], walk)
        elif token.i in within:
            continue
        elif token.i in roles and token.i > role_end:
            mention = _role(sentence, roles[token.i], people, walk)
            role_end = roles[token.i].last if mention else role_end
        elif token.i > role_end:
            mention = _pointer(sentence, token, walk)
        if mention is not None:
            yield mention
        walk.remember(sentence, token, mention)


def _name(name: Name, walk: Walk) -> Mention:
    entity = walk.register.of_name[(name.sentence, name.first)]
    return Mention(name.sentence, name.first, name.last, name.first, "name", entity)


def _role(sentence: Sentence, phrase: RolePhrase, people: set[int], walk: Walk) -> Mention | None:
    beside = range(phrase.first, min(phrase.last + 2, len(sentence.tokens)))
    if any(i in people and sentence.tokens[i].head == phrase.head for i in beside):
        return None  # a name beside it tells who it is
    if phrase.head in people or phrase.last + 1 in people:
        return None
    if matches(sentence.tokens[phrase.head].dep, ("appos", "flat")):
        return None
    if phrase.last + 2 in people and sentence.tokens[phrase.last + 1].text == ",":
        return None
    start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end
    choice = choose_for_role(
        RoleAsked(walk.source.body[start:end], sentence.tokens[phrase.head].text, sentence.index),
        walk.register.entities,
        walk.learned,
        walk.history,
        walk.language,
    )
    if choice.entity is not None and zone_at(walk.zones, start) is None:
        walk.learned.setdefault(choice.entity.name, []).append(walk.source.body[start:end])
    return Mention(
        sentence.index,
        phrase.first - 1,
        phrase.last,
        phrase.head,
        "role",
        choice.entity,
        choice.sure,
    )


def _pointer(sentence: Sentence, token: Token, walk: Walk) -> Mention | None:
    word = token.text.lower().lstrip("-").removeprefix("t-").replace("’", "'")
    pronouns = walk.language.words.table("subject_pronouns")
    if token.pos == "PRON" and word in pronouns and not token.dep.startswith("expl"):
        choice = link_pronoun(sentence, token, pronouns[word], walk)
        if not matches(token.dep, ("nsubj",)):  # « lui », « elle » behind a preposition
            choice = Choice(choice.entity, sure=False)
        return _mention(sentence, token, token, "pronoun", choice)
    possessives = walk.language.words.table("possessives")
    if token.pos == "DET" and word in possessives:
        choice = link_possessive(sentence, token, str(possessives[word]), walk)
        return _mention(sentence, token, token, "possessive", choice)
    if token.pos == "NOUN":
        return link_noun(sentence, token, walk)
    return None


def _mention(
    sentence: Sentence, first: Token, last: Token, kind: MentionKind, choice: Choice
) -> Mention:
    return Mention(
        sentence.index, first.i, last.i, last.i, kind, choice.entity, choice.sure, choice.antecedent
    )
