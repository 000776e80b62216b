"""Who is dead: what they were is told in the past, and not of the article's own time."""

from __future__ import annotations

import re

from quizgen.analysis.tree import matches
from quizgen.language import Language
from quizgen.model import Constituent, Document, Mention

_LIFE = re.compile(r"\s*\((?:né[^()]*)?(\d{4})\s?[-–—]\s?(\d{4})\)")  # « (1881-1973) »
SHORTEST_LIFE = 25  # years of a life: fewer are those of an office


def dead_people(document: Document, language: Language) -> frozenset[str]:
    """The names of people of whose death the article tells."""
    return frozenset(
        mention.entity.name
        for mention in document.mentions
        if mention.entity is not None
        and mention.entity.kind == "person"
        and mention.sure
        and (
            _dies(document, mention, language)
            or _is_dead_here(document, mention, language)
            or _has_life(document, mention)
        )
    )


def _dies(document: Document, mention: Mention, language: Language) -> bool:
    """« X est mort », « X s'est éteint », « X a été assassiné »."""
    for clause in document.clauses:
        subject = clause.subject
        if clause.sentence != mention.sentence or subject is None:
            continue
        sentence = document.sentences[clause.sentence]
        name = sentence.tokens[mention.head]
        is_subject = subject.head in (mention.head, name.head) and mention.head in subject.tokens
        is_subject |= _has_role_for_subject(document, mention, subject)
        lemma = sentence.tokens[clause.head].lemma.lower()
        reflexive = any(sentence.tokens[i].dep.startswith("expl") for i in clause.verbs)
        own = language.words.list("reflexive_dying_verbs") if reflexive else frozenset()
        dying = lemma in language.words.list("dying_verbs") | own
        killed = clause.passive and lemma in language.words.list("killing_verbs")
        past = sentence.tokens[clause.head].feats.get("VerbForm") == "Part"
        denied = any(sentence.tokens[i].feats.get("Polarity") == "Neg" for i in clause.verbs)
        if is_subject and past and (dying or killed) and not denied:
            return True
    return False


def _has_role_for_subject(document: Document, mention: Mention, subject: Constituent) -> bool:
    """« l'ancien maire de Brest X est mort », though the tree hangs X on « Brest »."""
    tokens = document.sentences[mention.sentence].tokens
    if mention.entity is None or mention.first not in subject.tokens:
        return False
    first = tokens[subject.tokens[0]]
    start = first.end if first.pos == "DET" else first.start
    before = document.source.body[start : tokens[mention.first].start].strip().lower()
    return before in {role.lower() for role in mention.entity.roles}


def _is_dead_here(document: Document, mention: Mention, language: Language) -> bool:
    """« X, tué en 1998 », « la mort de X », « la statue du ministre X », « feu X »."""
    sentence = document.sentences[mention.sentence]
    tokens = sentence.tokens
    verbs = language.words.list("dying_verbs") | language.words.list("killing_verbs")
    behind = tokens[mention.last + 1 : mention.last + 3]
    if len(behind) == 2 and behind[0].text in (",", "("):
        told = behind[1]
        if told.feats.get("VerbForm") == "Part" and told.lemma.lower() in verbs:
            return True
    before = [t.text.lower() for t in tokens[max(0, mention.first - 2) : mention.first]]
    nouns = language.words.list("death_nouns")
    if _is_of_death(document, mention, nouns):
        return True
    return before[-1:] == ["feu"] or (
        before[-1:] in (["de"], ["d'"], ["d’"]) and before[0] in nouns
    )


def _is_of_death(document: Document, mention: Mention, nouns: frozenset[str]) -> bool:
    """« la statue du ministre X »: the noun that has the name, or has the role before it."""
    tokens = document.sentences[mention.sentence].tokens
    token = tokens[mention.first]
    while token.head not in (token.i, -1) and matches(token.dep, ("appos", "flat", "nmod")):
        noun = tokens[token.head]
        if matches(token.dep, ("nmod",)):
            return noun.text.lower() in nouns
        token = noun
    return False


def _has_life(document: Document, mention: Mention) -> bool:
    """« X (1881-1973) »; « (2007-2012) » tells how long an office was held."""
    end = document.sentences[mention.sentence].tokens[mention.last].end
    found = _LIFE.match(document.source.body, end)
    return found is not None and int(found[2]) - int(found[1]) >= SHORTEST_LIFE
