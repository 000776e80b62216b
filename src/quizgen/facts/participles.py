"""What a participle behind a name tells: « le traité, signé le 18 mars », « X, né à Lyon »."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.analysis.tree import child, children, cover, matches, subtree
from quizgen.analysis.zones import zone_at
from quizgen.facts.charges import is_bare
from quizgen.facts.periods import date_patterns
from quizgen.facts.targets import below, build, running_text
from quizgen.language import Language
from quizgen.model import Document, Entity, Fact, Mention, Sentence, Token

_MOST_WORDS = 20
_BESIDE = ("appos", "flat", "nmod", "amod")


@dataclass(frozen=True, slots=True)
class _Said:
    """A participle, the noun or name of which it tells something, and all names near."""

    document: Document
    language: Language
    sentence: Sentence
    participle: Token
    noun: Token
    phrase: tuple[int, ...]
    entity: Entity | None


def find_participles(document: Document, language: Language) -> Iterator[Fact]:
    """Facts of the kind `participle`, of names and of definite nouns with a name.

    Parts: `noun`, of what it is told, `rest`, what else the participle governs. Fields: `asks`
    (when, where, who, charge), `grain` and `direction` of a date, `state` (is so, is done or was
    done), `article` and `name` of the noun, `gender` and `number` of the participle.
    """
    for sentence in running_text(document):
        for token in sentence.tokens:
            said = _said(document, sentence, token, language)
            if said is not None:
                yield from _facts(said)


def _said(document: Document, sentence: Sentence, token: Token, language: Language) -> _Said | None:
    past = token.feats.get("VerbForm") == "Part" and token.feats.get("Tense") == "Past"
    if token.dep != "acl" or not past or zone_at(document.zones, token.start) is not None:
        return None
    if token.lemma in language.words.list("idle_participles"):
        return None
    noun = sentence.tokens[token.head]
    phrase = _phrase(sentence, noun, token)
    person = _person_before(document, sentence, noun, token)
    if person is not None:
        tokens = tuple(range(person.first, person.last + 1))
        return _Said(document, language, sentence, token, noun, tokens, person.entity)
    named = _named(document, sentence, noun, phrase)
    if not phrase or named is None or not _stands_beside(sentence, phrase, token):
        return None
    return _Said(document, language, sentence, token, noun, phrase, named.entity)


def _person_before(
    document: Document, sentence: Sentence, noun: Token, participle: Token
) -> Mention | None:
    """« le maire de Lille Paul Durand, mort en 2006 »: a person whose name ends the noun phrase.

    Behind a preposition (« la veuve de Paul Durand, morte … ») another may be meant.
    """
    for mention in document.mentions:
        named = mention.sentence == sentence.index and mention.kind == "name" and mention.sure
        if not named or mention.entity is None or mention.entity.kind != "person":
            continue
        head = sentence.tokens[mention.head]
        own = head.i == noun.i or (head.head == noun.i and matches(head.dep, ("appos", "flat")))
        own = own or (mention.first > 0 and sentence.tokens[mention.first - 1].pos != "ADP")
        words = tuple(range(mention.first, mention.last + 1))
        if own and mention.last < participle.i and _stands_beside(sentence, words, participle):
            return mention if " " in mention.entity.name else None
    return None


def _phrase(sentence: Sentence, noun: Token, participle: Token) -> tuple[int, ...]:
    """The noun's words before the participle, () where another noun might be meant.

    « la veuve de X, décédé … »: only the names of things and places may stand between.
    """
    others = [t for t in children(sentence, noun.i) if t.i >= participle.i]
    case = child(sentence, noun.i, "case")
    gone = {t.i for t in others} | ({case.i} if case is not None else set())
    tokens = below(sentence, noun.i, gone)
    between = [t for t in children(sentence, noun.i) if noun.i < t.i < participle.i]
    if any(not matches(t.dep, (*_BESIDE, "punct", "advmod")) for t in between):
        return ()
    deeper = [sentence.tokens[i] for i in tokens if sentence.tokens[i].head not in (noun.i, i)]
    if any(matches(t.dep, ("nmod", "conj", "acl", "appos")) for t in deeper):
        return ()
    return tuple(i for i in tokens if i < participle.i)


def _named(
    document: Document, sentence: Sentence, noun: Token, phrase: tuple[int, ...]
) -> Mention | None:
    """The name that tells which is meant: the noun itself, or the name beside a definite noun."""
    names = [
        m
        for m in document.mentions
        if m.sentence == sentence.index and m.kind == "name" and m.first in phrase and m.sure
    ]
    if len(names) != 1 or names[0].entity is None:
        return None
    name = names[0]
    person = name.entity is not None and name.entity.kind == "person"
    if name.first <= noun.i <= name.last:
        return name
    head = sentence.tokens[name.head]
    article = child(sentence, noun.i, "det")
    definite = article is not None and article.feats.get("Definite") == "Def"
    beside = head.head == noun.i and matches(head.dep, _BESIDE)
    of_somebody = person and child(sentence, head.i, "case") is not None
    return name if definite and beside and not of_somebody else None


def _stands_beside(sentence: Sentence, phrase: tuple[int, ...], participle: Token) -> bool:
    """Right behind the noun phrase, with nothing but a comma or an adverb between."""
    between = sentence.tokens[phrase[-1] + 1 : participle.i]
    return all(t.text in (",", "(", "-", "–") or t.pos == "ADV" for t in between)


def _facts(said: _Said) -> Iterator[Fact]:
    """One fact for each dependent of the participle that can be asked."""
    dependents = [
        t
        for t in children(said.sentence, said.participle.i)
        if t.i > said.participle.i and matches(t.dep, ("obl", "xcomp", "ccomp", "advmod"))
    ]
    for token in dependents:
        for fields, answer in _asked(said, token):
            words = below(said.sentence, token.i)
            others = {i for t in dependents if t != token for i in subtree(said.sentence, t.i)}
            once = _form(said) == "being"  # one is born once: no other circumstance is needed
            rest = () if once else tuple(sorted(others))
            if len(words) <= _MOST_WORDS and answer:
                yield _fact(said, fields, answer, rest)


def _asked(said: _Said, token: Token) -> Iterator[tuple[dict[str, str], tuple[int, ...]]]:
    """What a dependent tells, with the words that answer."""
    words = below(said.sentence, token.i)
    date = _date(said, token.i)
    form = _form(said)
    lists = said.language.words.list
    if date is not None:
        yield date
    elif token.dep == "obl:agent" and form == "done" and _is_named(said, token, words):
        yield {"asks": "who"}, words[1:]
    elif said.participle.lemma == "naître" or _masculine(said) in lists("standing_participles"):
        if _is_town(said, token, words):
            yield {"asks": "where"}, words[1:]
    elif _masculine(said) in lists("charge_participles"):
        first = said.sentence.tokens[words[0]].text.lower().replace("’", "'")
        if first in ("de", "d'"):
            yield {"asks": "charge"}, words
    elif said.participle.lemma in lists("charged_verbs") and is_bare(said.sentence, token):
        first = said.sentence.tokens[words[0]].text.lower()
        if first in lists("perfect_cause_markers"):
            yield {"asks": "motive"}, words[1:]


def _date(said: _Said, token: int) -> tuple[dict[str, str], tuple[int, ...]] | None:
    """« le 18 mars 1962 », « en 2013 »: when it was done."""
    if _form(said) == "state":
        return None
    words = below(said.sentence, token)
    apart = {
        t.i
        for i in words
        for t in children(said.sentence, i, "acl:relcl")
        if said.sentence.tokens[min(subtree(said.sentence, t.i))].text == ","
    }
    words = below(said.sentence, token, apart)
    text = cover(said.sentence, words, said.document.source.body)
    for pattern, grain in date_patterns(said.language, "dates"):
        match = pattern.match(" ".join(text.text.split()))
        if match is not None and grain in ("year", "month", "day"):
            inside = range(*(text.start + offset for offset in match.span("answer")))
            answer = tuple(i for i in words if said.sentence.tokens[i].start in inside)
            return {"asks": "when", "grain": grain, "direction": "past"}, answer
    return None


def _is_named(said: _Said, agent: Token, words: tuple[int, ...]) -> bool:
    """« par l'architecte Claire Martin »: somebody by name, alone."""
    alone = child(said.sentence, agent.i, "conj", "acl", "acl:relcl") is None
    return alone and any(
        m.sentence == said.sentence.index
        and m.kind == "name"
        and m.first in words
        and m.entity is not None
        and m.entity.kind in ("person", "organisation")
        for m in said.document.mentions
    )


def _is_town(said: _Said, token: Token, words: tuple[int, ...]) -> bool:
    """« à Miami »: a place by its bare name behind the preposition of towns."""
    marker = said.sentence.tokens[words[0]].text.lower()
    bare = len(words) > 1 and all(said.sentence.tokens[i].pos == "PROPN" for i in words[1:])
    return marker in said.language.words.list("town_markers") and bare and token.pos == "PROPN"


def _form(said: _Said) -> str:
    """Whether one says « est situé » (state), « est né » (being) or « a été signé » (done)."""
    if _masculine(said) in said.language.words.list("state_participles"):
        return "state"
    being = said.participle.lemma in said.language.words.list("being_verbs")
    return "being" if being else "done"


def _masculine(said: _Said) -> str:
    """The participle in the form in which the pack lists it."""
    text = said.participle.text.lower()
    return text.removesuffix("s").removesuffix("e") if not text.endswith("é") else text


def _fact(
    said: _Said, fields: dict[str, str], answer: tuple[int, ...], rest: tuple[int, ...]
) -> Fact:
    person = said.entity is not None and said.entity.kind == "person"
    gender = said.entity.gender if person and said.entity is not None else ""
    return build(
        said.document,
        said.sentence,
        "participle",
        answer,
        parts={"noun": said.phrase, "rest": rest},
        fields={
            "form": _form(said),
            "participle": str(said.participle.i),
            "noun_head": str(said.noun.i),
            "name": said.entity.name if person and said.entity is not None else "",
            "gender": gender,
            **fields,
        },
    )
