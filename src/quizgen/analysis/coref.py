"""Linking mentions: names, role phrases, pronouns and possessives to one entity each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizgen.analysis.antecedents import Choice
from quizgen.analysis.last_named import link_last
from quizgen.analysis.names import Name
from quizgen.analysis.noun_links import link_noun
from quizgen.analysis.possessives import link_possessive
from quizgen.analysis.pronouns import is_source, link_pronoun
from quizgen.analysis.role_bounds import is_elect
from quizgen.analysis.role_links import RoleAsked, choose_for_role
from quizgen.analysis.roles import RolePhrase, free_roles, role_gender
from quizgen.analysis.tree import child, matches
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
    roles = {
        r.first: _before_name(r, sentence, people) for r in free_roles(sentence, walk.language)
    }
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
    if _is_told(sentence, phrase, people):
        _learn(sentence, phrase, walk)
        return None
    start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end
    gender = role_gender(sentence, phrase, walk.language)
    choice = choose_for_role(RoleAsked(walk.source.body[start:end], gender, sentence.index), walk)
    if choice.entity is not None and zone_at(walk.zones, start) is None:
        told = walk.learned if choice.sure else walk.guessed
        told.setdefault(choice.entity.name, []).append(walk.source.body[start:end])
    return Mention(
        sentence.index,
        phrase.first - 1,
        phrase.last,
        phrase.head,
        "role",
        choice.entity,
        choice.sure and zone_at(walk.zones, start) is None,
    )


def _learn(sentence: Sentence, phrase: RolePhrase, walk: Walk) -> None:
    """« X est le maire de … » tells X's role."""
    subject = child(sentence, phrase.head, "nsubj")
    known = walk.candidate_at(sentence, subject.i) if subject is not None else None
    if known is not None and known.entity is not None and not known.doubtful:
        start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end
        walk.learned.setdefault(known.entity.name, []).append(walk.source.body[start:end])


def _before_name(phrase: RolePhrase, sentence: Sentence, people: set[int]) -> RolePhrase:
    """« le chef de la diplomatie X »: the phrase without the name set beside it."""
    for i in range(phrase.head + 1, phrase.last + 1):
        if i in people and _stands_beside(sentence, i, people):
            return replace(phrase, last=i - 1)
    return phrase


def _is_told(sentence: Sentence, phrase: RolePhrase, people: set[int]) -> bool:
    """Whether the sentence says whose role it is: a name beside it, or « X est le maire »."""
    head = sentence.tokens[phrase.head]
    if phrase.head in people or matches(head.dep, ("appos", "flat")):
        return True
    if child(sentence, phrase.head, "cop") is not None:
        return True
    behind = phrase.last + 1
    chosen = behind < len(sentence.tokens) and is_elect(sentence, behind)
    beside = range(phrase.first, min(behind + 1 + chosen, len(sentence.tokens)))
    if any(i in people and _stands_beside(sentence, i, people) for i in beside):
        return True
    comma = sentence.tokens[phrase.last + 1 : phrase.last + 2]
    return phrase.last + 2 in people and any(t.text == "," for t in comma)


def _stands_beside(sentence: Sentence, i: int, people: set[int]) -> bool:
    """Whether a name follows without preposition (« l'avocat de X » is not X)."""
    while i - 1 in people:
        i -= 1
    return sentence.tokens[i - 1].pos not in ("ADP", "DET")


def _pointer(sentence: Sentence, token: Token, walk: Walk) -> Mention | None:
    word = token.text.lower().lstrip("-").removeprefix("t-").replace("’", "'")
    pronouns = walk.language.words.table("subject_pronouns")
    if token.pos == "PRON" and word in pronouns and not token.dep.startswith("expl"):
        choice = link_pronoun(sentence, token, pronouns[word], walk)
        tonic = word in walk.language.words.list("tonic_pronouns")
        subject = matches(token.dep, ("nsubj",)) and not tonic
        aside = not subject and not is_source(sentence, token, walk)
        if aside:  # « avec lui », « chez elle »
            choice = Choice(choice.entity, sure=False)
        return _mention(sentence, token, token, "pronoun", choice)
    possessives = walk.language.words.table("possessives")
    if token.pos == "DET" and word in possessives:
        choice = link_possessive(sentence, token, str(possessives[word]), walk)
        return _mention(sentence, token, token, "possessive", choice)
    last = link_last(sentence, token, walk)
    if last is not None:
        return last
    if token.pos == "NOUN":
        return link_noun(sentence, token, walk)
    return None


def _mention(
    sentence: Sentence, first: Token, last: Token, kind: MentionKind, choice: Choice
) -> Mention:
    return Mention(
        sentence.index, first.i, last.i, last.i, kind, choice.entity, choice.sure, choice.antecedent
    )
