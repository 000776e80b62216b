"""Actors: who or which body did what a clause tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizgen.analysis.tree import child, matches
from quizgen.facts.acronyms import expansions
from quizgen.facts.completeness import tells_something
from quizgen.facts.deeds import is_own_deed
from quizgen.facts.humans import is_body, is_human
from quizgen.facts.roles import find_roles
from quizgen.facts.standing import claims_of
from quizgen.facts.targets import (
    below,
    build,
    clauses_of,
    is_negative,
    running_text,
    skeleton_sure,
)
from quizgen.language import Language
from quizgen.model import (
    Clause,
    Constituent,
    Document,
    Entity,
    Fact,
    Mention,
    Sentence,
    Token,
)

_MOST_UNNAMED = 8  # words of an actor without a name
_LEAST_REST = 4  # words beside the subject: a shorter clause tells too little


def find_actors(document: Document, language: Language) -> Iterator[Fact]:
    """Clauses whose subject is a person, a body or a country known by name, or told in full.

    Fields: `answer` (the full name), `actor` (person, organisation, country, unnamed), `role`,
    `claim` (of a person to be known); part `body`: the noun that says what the body is
    (« l'association X »), with `body_head`; `body_noun`: the same by what its acronym stands for.
    """
    cast = _Cast(
        claims_of(document, find_roles(document, language)), expansions(document, language)
    )
    for sentence in running_text(document):
        for clause in clauses_of(document, sentence):
            fact = _fact(document, sentence, clause, language, cast)
            if fact is not None:
                yield fact


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who has a claim to be known, and what the acronyms of the article stand for."""

    claims: Mapping[str, str]
    expansions: Mapping[str, str]

    def body_noun(self, name: str, language: Language) -> str:
        """« organisation » for « OMS » where the article spells it."""
        words = self.expansions.get(name, "").lower().split()
        return words[0] if words and words[0] in language.words.list("asked_bodies") else ""


def _fact(
    document: Document, sentence: Sentence, clause: Clause, language: Language, cast: _Cast
) -> Fact | None:
    subject = clause.subject
    if subject is None or not _tells_enough(sentence, clause, language):
        return None
    mention = _mention_of(document, sentence, subject.head)
    if mention is None:
        return _unnamed(document, sentence, clause, subject, language)
    entity = mention.entity if mention.sure else None
    if entity is None or not _is_actor(sentence, mention, entity, language):
        return None
    head = sentence.tokens[subject.head]
    single = entity.kind == "organisation" and head.feats.get("Number") != "Plur"
    body = (head.i,) if single and is_body(head, language) else ()
    if body and head.lemma.lower() in language.words.list("media_nouns"):
        return None  # who reports is only a source
    if entity.kind != "person" and not body and not _acts(sentence, clause):
        return None
    return build(
        document,
        sentence,
        "actor",
        range(mention.first, mention.last + 1),
        clause=clause,
        parts={"phrase": subject.tokens, "body": body},
        fields={
            "answer": _spelt(answer_for(entity, mention, sentence), entity, cast),
            "actor": "country" if entity.kind == "place" else entity.kind,
            "linked": "" if mention.kind == "name" else "yes",
            "role": "subject",
            "body_head": str(head.i) if body else "",
            "body_noun": cast.body_noun(entity.name, language) if single and not body else "",
            "claim": "yes"
            if entity.name in cast.claims or _leads(sentence, clause, language)
            else "",
        },
    )


def _spelt(answer: str, entity: Entity, cast: _Cast) -> str:
    """« l'OMN (Office de la mer du Nord) », where the article says what the letters stand for."""
    words = cast.expansions.get(entity.name, "")
    return f"{answer} ({words})" if words else answer


def _acts(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause tells of a deed: what only falls, takes place, is decided does none."""
    reflexive = any(sentence.tokens[i].dep.startswith("expl") for i in clause.verbs)
    objects = any(c.role in ("object", "complement") for c in clause.constituents)
    return objects and not (clause.passive or clause.copular or reflexive)


def _leads(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """« X dirige le musée de Lille »: the clause itself tells the office."""
    return sentence.tokens[clause.head].lemma.lower() in language.words.list("office_verbs")


def _has_article(sentence: Sentence, mention: Mention, language: Language) -> bool:
    """« la France », « Israël »; the France of « Santé publique France » does not act."""
    name = sentence.tokens[mention.first].text.lower().replace("’", "'")
    before = sentence.tokens[mention.first - 1] if mention.first else None
    article = before is not None and before.pos == "DET"
    return article or name in language.words.list("articleless_places")


def _is_actor(sentence: Sentence, mention: Mention, entity: Entity, language: Language) -> bool:
    """A person, or a body or country that is named here: « elle » may be any noun."""
    if entity.kind == "person":
        return " " in entity.name  # one word may be the name of anything
    country = entity.name.lower().replace("’", "'") in language.words.list("countries")
    acting = entity.kind == "place" and country and _has_article(sentence, mention, language)
    return mention.kind != "pronoun" and (entity.kind == "organisation" or acting)


def _unnamed(
    document: Document,
    sentence: Sentence,
    clause: Clause,
    subject: Constituent,
    language: Language,
) -> Fact | None:
    """« des chercheurs de l'université de Rennes »: nobody's name, and still told who."""
    head = sentence.tokens[subject.head]
    words = below(sentence, subject.head)
    article = child(sentence, head.i, "det")
    indefinite = article is not None and article.feats.get("Definite") == "Ind"
    told = any(sentence.tokens[i].pos == "PROPN" for i in words)
    plain = len(words) == words[-1] - words[0] + 1 and head.sure
    if not is_human(head, language) or not (indefinite and told and plain):
        return None
    if len(words) > _MOST_UNNAMED or words[0] != min(subject.tokens):
        return None
    parts = {"phrase": subject.tokens}
    fields = {"actor": "unnamed", "role": "subject"}
    return build(document, sentence, "actor", words, clause=clause, parts=parts, fields=fields)


def _tells_enough(sentence: Sentence, clause: Clause, language: Language) -> bool:
    """A clause of one subject and of some length, that the pipelines read alike."""
    subject = clause.subject
    if subject is None or clause.kind == "reported" or not skeleton_sure(sentence, clause):
        return False
    if any(matches(sentence.tokens[i].dep, ("conj",)) for i in subject.tokens):
        return False
    if is_negative(sentence, clause) or _is_described(sentence, clause):
        return False
    if not is_own_deed(sentence, clause, language):
        return False
    rest = sum(
        sentence.tokens[i].pos != "PUNCT"
        for c in clause.constituents
        if c.role != "subject"
        for i in c.tokens
    )
    return rest >= _LEAST_REST and tells_something(sentence, clause, language)


def _is_described(sentence: Sentence, clause: Clause) -> bool:
    """« X est rapporteur d'un projet »: only « X est le rapporteur de … » says who it is."""
    if not clause.copular:
        return False
    article = child(sentence, clause.head, "det")
    noun = sentence.tokens[clause.head].pos == "NOUN"
    return not (noun and article is not None and article.feats.get("Definite") == "Def")


def _is_beside(sentence: Sentence, name: Token) -> bool:
    """« le ministre X »: a name that no preposition ties to its noun."""
    beside = matches(name.dep, ("appos", "flat", "nmod"))
    return beside and child(sentence, name.i, "case") is None


def _mention_of(document: Document, sentence: Sentence, head: int) -> Mention | None:
    """The mention that a subject is: its head, or the name that its head introduces."""
    for mention in document.mentions:
        if mention.sentence != sentence.index:
            continue
        if mention.head == head:
            return mention
        name = sentence.tokens[mention.head]
        person = mention.entity is not None and mention.entity.kind == "person"
        named = person and mention.kind == "name" and name.head == head
        if named and _is_beside(sentence, name):
            return mention
    return None


def answer_for(entity: Entity, mention: Mention, sentence: Sentence) -> str:
    """A person by the full name; a body as the article writes it, with its article."""
    if entity.kind == "person" or mention.kind != "name":
        return entity.name
    before = sentence.tokens[mention.first - 1] if mention.first else None
    pointing = before is not None and before.feats.get("PronType") == "Dem"
    if pointing and entity.phrase:
        return entity.phrase
    if before is not None and before.pos == "DET" and before.head == mention.head:
        glue = "" if before.end == sentence.tokens[mention.first].start else " "
        return f"{before.text.lower()}{glue}{entity.name}"
    return entity.name
