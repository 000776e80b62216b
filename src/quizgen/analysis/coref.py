"""Linking mentions: names, role phrases, pronouns and possessives to one entity each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.analysis.antecedents import (
    NOTHING,
    PRONOUN_REACH,
    Candidate,
    Choice,
    PronounAsked,
    RoleAsked,
    choose_for_pronoun,
    choose_for_role,
    noun_gender,
)
from quizgen.analysis.entities import Register
from quizgen.analysis.fuller import fuller_form
from quizgen.analysis.names import Name
from quizgen.analysis.roles import RolePhrase, free_roles
from quizgen.analysis.tree import ancestors, child, matches
from quizgen.analysis.zones import zone_at
from quizgen.language import Language
from quizgen.model import Entity, Mention, MentionKind, Sentence, Token, Zone

_BARE = 0  # modifiers that a noun phrase may carry and still point back


@dataclass(slots=True)
class _Walk:
    """What has been mentioned so far, in the order of the text."""

    sentences: Sequence[Sentence]
    register: Register
    language: Language
    zones: tuple[Zone, ...]
    body: str
    topic: Entity | None = None
    history: list[Candidate] = field(default_factory=list)
    learned: dict[str, list[str]] = field(default_factory=dict)  # entity name → role phrases met


def link_mentions(
    sentences: Sequence[Sentence],
    names: Sequence[Name],
    register: Register,
    zones: tuple[Zone, ...],
    language: Language,
    body: str,
    title: str = "",
) -> tuple[Mention, ...]:
    """Every mention of the running text in order; `entity` is None where nothing is known."""
    walk = _Walk(sentences, register, language, zones, body, _topic(names, register, title))
    by_sentence: dict[int, list[Name]] = {}
    for name in names:
        by_sentence.setdefault(name.sentence, []).append(name)
    found: list[Mention] = []
    for sentence in sentences:
        if not sentence.heading:
            found += _mentions(sentence, by_sentence.get(sentence.index, []), walk)
    return tuple(found)


def _topic(names: Sequence[Name], register: Register, title: str) -> Entity | None:
    """The one person in the title, or whom or what is named most, when nobody comes near."""
    entitled = [e for e in register.entities if e.kind == "person" and e.name in title]
    if len(entitled) == 1:
        return entitled[0]
    counts = Counter(register.of_name[(n.sentence, n.first)].name for n in names)
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return None
    return next(e for e in register.entities if e.name == ranked[0][0])


def _mentions(sentence: Sentence, names: Sequence[Name], walk: _Walk) -> Iterator[Mention]:
    named = {n.first: n for n in names}
    within = {i for n in names for i in range(n.first, n.last + 1)}
    people = {
        i for n in names for i in range(n.first, n.last + 1)
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
        _remember(sentence, token, mention, walk)


def _remember(sentence: Sentence, token: Token, mention: Mention | None, walk: _Walk) -> None:
    """Add what may be meant again: an entity mentioned, or a common noun."""
    head = sentence.tokens[mention.head] if mention else token
    entity = mention.entity if mention and mention.entity in walk.register.entities else None
    if entity is None and (head.pos != "NOUN" or (mention and mention.kind == "possessive")):
        return
    gender = entity.gender if entity else head.feats.get("Gender", "")
    number = entity.number if entity else head.feats.get("Number", "")
    walk.history.append(
        Candidate(
            sentence=sentence.index,
            token=head.i,
            entity=entity,
            gender=gender or (noun_gender(head.text, walk.language) if not entity else ""),
            number=number,
            subject=_is_subject(sentence, head),
            quoted=zone_at(walk.zones, head.start) is not None,
            doubtful=mention is not None and not mention.sure,
        )
    )


def _is_subject(sentence: Sentence, head: Token) -> bool:
    """Whether a noun or a name set beside it (« le ministre X ») is a subject."""
    beside = head.pos == "PROPN" and matches(head.dep, ("appos", "flat", "nmod"))
    if beside and child(sentence, head.i, "case") is None:
        head = sentence.tokens[head.head]
    return matches(head.dep, ("nsubj",))


def _name(name: Name, walk: _Walk) -> Mention:
    entity = walk.register.of_name[(name.sentence, name.first)]
    return Mention(name.sentence, name.first, name.last, name.first, "name", entity)


def _role(
    sentence: Sentence, phrase: RolePhrase, people: set[int], walk: _Walk
) -> Mention | None:
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
        RoleAsked(walk.body[start:end], sentence.tokens[phrase.head].text, sentence.index),
        walk.register.entities,
        walk.learned,
        walk.history,
        walk.language,
    )
    if choice.entity is not None and zone_at(walk.zones, start) is None:
        walk.learned.setdefault(choice.entity.name, []).append(walk.body[start:end])
    return Mention(
        sentence.index, phrase.first - 1, phrase.last, phrase.head, "role", choice.entity, choice.sure
    )


def _pointer(sentence: Sentence, token: Token, walk: _Walk) -> Mention | None:
    word = token.text.lower().lstrip("-").removeprefix("t-").replace("’", "'")
    pronouns = walk.language.words.table("subject_pronouns")
    if token.pos == "PRON" and word in pronouns and not token.dep.startswith("expl"):
        choice = _pronoun(sentence, token, pronouns[word], walk)
        return _mention(sentence, token, token, "pronoun", choice)
    possessives = walk.language.words.table("possessives")
    if token.pos == "DET" and word in possessives:
        choice = _possessive(sentence, token, str(possessives[word]), walk)
        return _mention(sentence, token, token, "possessive", choice)
    if token.pos == "NOUN":
        return _noun(sentence, token, walk)
    return None


def _mention(
    sentence: Sentence, first: Token, last: Token, kind: MentionKind, choice: Choice
) -> Mention:
    return Mention(
        sentence.index, first.i, last.i, last.i, kind, choice.entity, choice.sure, choice.antecedent
    )


def _pronoun(sentence: Sentence, token: Token, traits: dict[str, str], walk: _Walk) -> Choice:
    zone = zone_at(walk.zones, token.start)
    if zone is not None:
        return NOTHING
    verb = sentence.tokens[token.head]
    speaks = verb.lemma in walk.language.words.table("speech_verbs")
    teller = _teller(sentence, token, walk)
    explained = _explained(sentence, traits, teller, walk)
    if explained is not None:
        return Choice(explained, sure=True)
    above = _subject_above(sentence, token, traits, walk)
    if above is not None:
        return above
    asked = PronounAsked(
        sentence.index,
        traits["gender"],
        traits["number"],
        speaks=speaks,
        barred=teller,
        topic=walk.topic,
        reach=4 if speaks else PRONOUN_REACH,
    )
    return choose_for_pronoun(walk.history, asked)


def _subject_above(
    sentence: Sentence, token: Token, traits: dict[str, str], walk: _Walk
) -> Choice | None:
    """« le gouvernement annonce qu'il … »: the subject of the clause above, when it agrees.

    None when nothing stands above, or another noun that agrees stands between.
    """
    for head in ancestors(sentence, token.head):
        subject = child(sentence, head.i, "nsubj")
        if subject is None or subject.pos not in ("NOUN", "PROPN") or subject.i > token.i:
            continue
        entity = _entity_at(walk, sentence, subject.i)
        gender = entity.gender if entity else subject.feats.get("Gender", "")
        number = entity.number if entity else subject.feats.get("Number", "")
        if gender != traits["gender"] or number != traits["number"]:
            return None
        between = sentence.tokens[subject.i + 1 : token.i]
        if any(t.text == ":" for t in between):
            return None
        rivals = [t for t in between if matches(t.dep, ("nsubj", "obj")) and t.pos in ("NOUN", "PROPN")
                  and t.feats.get("Gender", gender) == gender and t.feats.get("Number", number) == number]
        return None if rivals else Choice(entity, sure=True, antecedent=-1 if entity else subject.i)
    return None


def _teller(sentence: Sentence, token: Token, walk: _Walk) -> Entity | None:
    """Whose words the colon brings: « X a loué ce plan : il a permis … » is not about X."""
    for head in ancestors(sentence, token.i):
        speech = head.lemma in walk.language.words.table("speech_verbs")
        if speech and head.i < token.i and token.head != head.i:
            between = sentence.tokens[head.i : token.i]
            if not any(t.text == ":" for t in between):
                return None
            subject = child(sentence, head.i, "nsubj")
            return _entity_at(walk, sentence, subject.i) if subject else None
    return None


def _explained(
    sentence: Sentence, traits: dict[str, str], teller: Entity | None, walk: _Walk
) -> Entity | None:
    """What the teller has just named before the colon, when it is one thing and agrees."""
    if teller is None:
        return None
    named = {
        c.entity.name: c.entity
        for c in walk.history
        if c.sentence == sentence.index and c.entity is not None and c.entity.name != teller.name
        and c.gender in ("", traits["gender"]) and c.number == traits["number"]
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _entity_at(walk: _Walk, sentence: Sentence, i: int) -> Entity | None:
    for candidate in reversed(walk.history):
        if candidate.sentence == sentence.index and candidate.token == i:
            return candidate.entity
    return None


def _possessive(sentence: Sentence, token: Token, number: str, walk: _Walk) -> Choice:
    """The subject of the clause that the possessive stands in, where it agrees."""
    if zone_at(walk.zones, token.start) is not None:
        return NOTHING
    for head in ancestors(sentence, token.i):
        subject = child(sentence, head.i, "nsubj")
        if subject is not None and subject.i != sentence.tokens[token.i].head:
            entity = _entity_at(walk, sentence, subject.i)
            if entity is not None and entity.number == number:
                return Choice(entity, sure=True)
            if subject.i < token.i:
                return NOTHING
    asked = PronounAsked(sentence.index, "", number, topic=walk.topic)
    return choose_for_pronoun(walk.history, asked)


def _noun(sentence: Sentence, token: Token, walk: _Walk) -> Mention | None:
    """« ce mécanisme », « le groupe »: the entity that goes by this noun, or nothing known."""
    det = child(sentence, token.i, "det")
    if det is None or det.i > token.i:
        return None
    demonstrative = det.feats.get("PronType") == "Dem"
    definite = det.feats.get("Definite") == "Def"
    if not demonstrative and not (definite and _is_bare(sentence, token)):
        return None
    lemma = token.lemma.lower()
    pointing = lemma in walk.language.words.list("pointing_nouns")
    if not demonstrative and (not pointing or token.feats.get("Number") == "Plur"):
        return None
    choice = _by_noun(lemma, walk)
    if choice.entity is None and token.feats.get("Number") == "Sing":
        fuller = fuller_form(walk.sentences, sentence, token, walk.body, walk.language)
        choice = Choice(fuller, sure=fuller is not None)
    return Mention(sentence.index, det.i, token.i, token.i, "noun", choice.entity, choice.sure)


def _is_bare(sentence: Sentence, token: Token) -> bool:
    kept = [d for d in sentence.dependents[token.i] if d > token.i]
    marks = ("punct", "case", "cc", "conj")
    return sum(not matches(sentence.tokens[d].dep, marks) for d in kept) == _BARE


def _by_noun(lemma: str, walk: _Walk) -> Choice:
    known = [
        e
        for e in walk.register.entities
        if lemma in walk.register.nouns[e.name]
        or (e.kind == "organisation" and e.name.lower().startswith(f"{lemma} "))
    ]
    if len(known) == 1 and known[0].kind != "person":
        return Choice(known[0], sure=True)
    return NOTHING
