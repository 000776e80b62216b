"""The forms that a fact's clause takes as a question, each with its checks."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model import Fact
from quizgen.packs.fr.grammar.acting import check_deed, which
from quizgen.packs.fr.grammar.asides import balanced, without_asides
from quizgen.packs.fr.grammar.asking import MOST_WORDS, Asker
from quizgen.packs.fr.grammar.inflection import Asked, noun_traits
from quizgen.packs.fr.grammar.relatives import quel, with_marker
from quizgen.packs.fr.grammar.standing_alone import check_answer, check_source
from quizgen.packs.fr.grammar.tenses import check_anchor, check_tense
from quizgen.packs.fr.grammar.typography import compose, finish
from quizgen.packs.fr.grammar.wholeness import check_pointers
from quizgen.questions.withheld import Withheld


def asked(asker: Asker, fact: Fact, words: str, *, noun: str = "", gender: str = "Masc") -> str:
    """The fact's clause asked with these question words.

    `noun` names the part whose gender and number the question words have (« Combien de salariés »);
    without it they are singular, of `gender`.
    """
    if fact.clause is None:
        raise Withheld("no clause to ask in")
    number = "Sing"
    if noun:
        sentence = asker.document.sentences[fact.sentence]
        head = int(fact.fields[f"{noun}_head"])
        gender, number = noun_traits(sentence, head, asker.lexicon)
        if fact.kind == "count":
            number = "Plur"  # « combien de cas ont été … », whatever « cas » looks like
    check_tense(asker.document, fact)
    _check_answer(asker, fact)
    role = fact.fields.get("role", "")
    asked = Asked(words, gender or "Masc", number or "Sing", fronts_object=role == "object")
    target = fact.parts.get("phrase", ())
    question = asker.ask(fact.clause, target, asked, of_subject=role == "subject")
    check_anchor(asker.document, fact, question)
    return with_source(fact, question)


def asked_actor(asker: Asker, fact: Fact, words: str, **how: str) -> str:
    """« Qui a ouvert l'exposition ? », where the deed is told whole."""
    check_deed(asker, fact)
    return asked(asker, fact, words, **how)


def asked_body(asker: Asker, fact: Fact, noun: str) -> str:
    """« Quelle organisation a ouvert l'exposition ? » of a body whose acronym says what it is."""
    words, gender = which(noun)
    return asked_actor(asker, fact, words, gender=gender)


def _check_answer(asker: Asker, fact: Fact) -> None:
    """The answer too is read without the article: « financer ces mesures » tells nothing."""
    if "answer" in fact.fields or "grain" in fact.fields or fact.clause is None:
        return  # a name; a date that is told in full
    sentence = asker.document.sentences[fact.sentence]
    inside = range(fact.target.start, fact.target.end)
    tokens = {t.i for t in sentence.tokens if t.start in inside}
    check_answer(sentence, tokens, fact.target.text)
    plain = set(asker.phrases.definite(sentence)) & tokens
    subject = fact.clause.subject
    owner = asker.phrases.entity_of(sentence.index, subject.head) if subject else None
    asker.phrases.pieces(sentence, tokens - plain, owner=owner)
    check_pointers(fact.target.text)


def asked_level(asker: Asker, fact: Fact) -> str:
    """« Quelle croissance le gouvernement prévoit-il ? » for a figure inside what is asked for."""
    outer = fact.fields["outer"]
    level = replace(fact, fields={**fact.fields, "role": outer})
    words = quel(asker, fact, "inside")
    if outer == "oblique":
        words = with_marker(fact.fields["marker"], words)
    return asked(asker, level, words, noun="inside")


def asked_is(asker: Asker, fact: Fact) -> str:
    """« Quel était le taux de chômage en 2022 ? » for what the fact's subject came to."""
    if fact.clause is None:
        raise Withheld("no clause to ask in")
    sentence = asker.document.sentences[fact.sentence]
    check_tense(asker.document, fact)
    _check_answer(asker, fact)
    word = _which(*noun_traits(sentence, int(fact.fields["subject_head"]), asker.lexicon))
    question = asker.ask_quel(fact.clause, fact.parts["phrase"], word)
    if len(question.split()) > MOST_WORDS:
        raise Withheld(f"the question runs to {len(question.split())} words")
    check_pointers(question)
    check_anchor(asker.document, fact, question)
    return with_source(fact, question)


def _which(gender: str, number: str) -> str:
    if not gender:
        raise Withheld("not a plain « est » of known gender")
    return {"Masc": "quel", "Fem": "quelle"}[gender] + ("s" if number == "Plur" else "")


def with_source(fact: Fact, text: str) -> str:
    """A claim with whose claim it is in front, unless it says so already."""
    attribution = fact.fields.get("attribution", "")
    if not attribution or attribution.split()[-1] in text:
        return text
    check_source(attribution)
    return f"Selon {attribution}, {text[0].lower()}{text[1:]}"


def phrase(asker: Asker, fact: Fact, part: str) -> str:
    """Some of the fact's words as they stand in a question."""
    sentence = asker.document.sentences[fact.sentence]
    tokens = balanced(sentence, without_asides(sentence, fact.parts[part]))
    if not tokens:
        raise Withheld(f"nothing to say for {part}")
    return compose(asker.phrases.pieces(sentence, tokens))


def asked_que(asker: Asker, fact: Fact) -> str:
    """« Que réclame le syndicat ? » for the fact's object."""
    if fact.clause is None:
        raise Withheld("no clause to ask in")
    _check_answer(asker, fact)
    phrase, needed = fact.parts.get("phrase", ()), fact.parts.get("needed", ())
    question = asker.ask_que(fact.clause, phrase, needed=needed)
    check_anchor(asker.document, fact, question)
    return question


def asked_doing(asker: Asker, fact: Fact) -> str:
    """« Que promet de faire le syndicat ? » for the infinitive that the fact's verb governs."""
    if fact.clause is None:
        raise Withheld("no clause to ask in")
    _check_answer(asker, fact)
    doing = [*filter(None, [fact.fields["marker"]]), "faire"]
    phrase, needed = fact.parts.get("phrase", ()), fact.parts.get("needed", ())
    question = asker.ask_que(fact.clause, phrase, doing, needed=needed)
    check_anchor(asker.document, fact, question)
    return question


def asked_quel(asker: Asker, fact: Fact) -> str:
    """« Quel est le but de la réforme ? » for what the fact's subject is said to be."""
    if fact.clause is None:
        raise Withheld("no clause to ask in")
    sentence = asker.document.sentences[fact.sentence]
    finite = sentence.tokens[fact.clause.finite]
    gender, number = noun_traits(sentence, int(fact.fields["subject_head"]), asker.lexicon)
    plain = all(i == fact.clause.finite or i in fact.parts["phrase"] for i in fact.clause.verbs)
    if not plain:
        raise Withheld("not a plain « est » of known gender")
    question = finish(
        f"{_which(gender, number)} {finite.text.lower()} {phrase(asker, fact, 'subject')}"
    )
    return with_source(fact, question)
