"""Noun phrases that point back: « ce mécanisme », « le groupe », « cette étude »."""

from __future__ import annotations

from dataclasses import replace

from quizgen.analysis.antecedents import NOTHING, Choice
from quizgen.analysis.fuller import fuller_form
from quizgen.analysis.tree import child, children, matches
from quizgen.analysis.walk import Walk
from quizgen.model import Entity, Mention, Sentence, Token

_REACH = 3  # sentences back to what « la loi » has been called
_RIVALS = ("organisation", "other")


def link_noun(sentence: Sentence, token: Token, walk: Walk) -> Mention | None:
    """« ce mécanisme », « le groupe »: the entity that goes by this noun, or nothing known."""
    opener = _opener(sentence, token)
    if opener is None:
        return None
    demonstrative = opener.feats.get("PronType") == "Dem"
    bare = _is_bare(sentence, token)
    lemma = token.lemma.lower()
    pointing = lemma in walk.language.words.list("pointing_nouns")
    if not demonstrative and not (bare and pointing and token.feats.get("Number") != "Plur"):
        return _named_before(sentence, token, walk, opener) if bare and not pointing else None
    if token.feats.get("Number") == "Plur":
        return Mention(sentence.index, opener.i, token.i, token.i, "noun", None, sure=False)
    choice = _by_noun(lemma, walk, sentence)
    tells = bare and not children(sentence, token.i, "amod", "nummod")
    if choice.entity is None and tells:
        fuller = fuller_form(walk, sentence, token, definite=not demonstrative)
        same = fuller is not None and fuller.name.lower().startswith(token.text.lower())
        # « cette enquête » may be « l'étude de X »; « l'enquête » need not be.
        inquiry = demonstrative and lemma in walk.language.words.list("inquiry_nouns")
        choice = Choice(fuller, sure=same or (inquiry and fuller is not None))
    sure = choice.sure and not walk.is_quoted(token)
    return Mention(sentence.index, opener.i, token.i, token.i, "noun", choice.entity, sure)


def _named_before(sentence: Sentence, token: Token, walk: Walk, opener: Token) -> Mention | None:
    """« le typhon »: « le typhon Haishen », where a name told which one it is.

    Only as subject, object or complement of a noun: « à la ronde » is a phrase of its own.
    """
    named = matches(token.dep, ("nsubj", "obj", "nmod")) and not _opens_name(sentence, token)
    told = bool(children(sentence, token.i, "amod", "nummod", "acl"))
    plain = token.pos == "NOUN" and token.feats.get("Number") != "Plur" and not told
    if not named or not plain or walk.is_quoted(token):
        return None
    thing = _named_thing(token.text.lower(), walk) or _by_fuller(sentence, token, walk)
    if thing is None:
        return None
    return Mention(sentence.index, opener.i, token.i, token.i, "noun", thing, sure=True)


def _by_fuller(sentence: Sentence, token: Token, walk: Walk) -> Entity | None:
    """« la porte »: « la porte du Valmont »; not « les arts du cirque », a kind."""
    fuller = fuller_form(walk, sentence, token, definite=True)
    if fuller is None or matches(token.dep, ("nmod",)) or _holds_person(fuller.name, walk):
        return None
    name = _up_to_name(fuller.name, walk)
    same = fuller.name.lower().startswith(token.text.lower())
    return replace(fuller, name=name) if same and name is not None else None


def _opens_name(sentence: Sentence, token: Token) -> bool:
    """« la Défense », « le typhon Haishen »: a name already."""
    behind = sentence.tokens[token.i + 1 : token.i + 2]
    return not token.text.islower() or any(t.pos == "PROPN" for t in behind)


def _holds_person(phrase: str, walk: Walk) -> bool:
    """« le baccalauréat de Paul Durand »: as often somebody who has to do with it."""
    people = (e.name for e in walk.register.entities if e.kind == "person")
    return any(name in phrase for name in people)


def _named_thing(noun: str, walk: Walk) -> Entity | None:
    """The one thing named so far whose name stands behind this noun (« le code ColorADD »)."""
    named: list[Entity] = []
    for choice in walk.history:
        entity = choice.entity
        if entity is None or entity.kind != "other" or entity in named:
            continue
        words = entity.phrase.lower().replace("’", " ").replace("'", " ").split()
        if words[1:2] == [noun] and entity.name.split()[0].lower() != noun:
            named.append(entity)
    return named[0] if len(named) == 1 else None


def _up_to_name(phrase: str, walk: Walk) -> str | None:
    """« boson de Higgs » of « boson de Higgs au CERN »; None where no name follows the noun."""
    words = phrase.split()
    named = next((i for i, w in enumerate(words) if i and w.split("’")[-1][:1].isupper()), None)
    if named is None:
        return None
    links = walk.language.words.list("small_words") | walk.language.words.list("place_markers")
    end = next((i for i in range(named, len(words)) if words[i].lower() in links), len(words))
    return " ".join(words[:end])


def _opener(sentence: Sentence, token: Token) -> Token | None:
    """The demonstrative or definite determiner, also one merged with a preposition (« du »)."""
    det = child(sentence, token.i, "det") or child(sentence, token.i, "case")
    if det is None or det.i > token.i:
        return None
    definite = det.feats.get("Definite") == "Def"
    return det if definite or det.feats.get("PronType") == "Dem" else None


def _is_bare(sentence: Sentence, token: Token) -> bool:
    kept = [d for d in sentence.dependents[token.i] if d > token.i]
    marks = ("punct", "case", "cc", "conj")
    return sum(not matches(sentence.tokens[d].dep, marks) for d in kept) == 0


def _by_noun(lemma: str, walk: Walk, here: Sentence) -> Choice:
    """The body or thing named a few sentences before that goes by this noun.

    Sure where no other body has been named since: « la société » need not be the Société X.
    """
    known = [
        e
        for e in walk.register.entities
        if lemma in walk.register.nouns[e.name]
        or (e.kind == "organisation" and e.name.lower().startswith(f"{lemma} "))
    ]
    places = [c for c in walk.history if len(known) == 1 and c.entity == known[0]]
    if not places or known[0].kind == "person" or here.index - places[-1].sentence > _REACH:
        return NOTHING
    last = (places[-1].sentence, places[-1].token)
    others = [
        c
        for c in walk.history
        if (c.sentence, c.token) > last and c.entity is not None and c.entity.kind in _RIVALS
    ]
    return Choice(known[0], sure=not others)
