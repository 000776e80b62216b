"""Agreement: which pronoun stands for a subject, which form a verb or participle takes."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.analysis.tree import child, children
from quizgen.model import Sentence, Token
from quizgen.packs.fr.dicollecte import Dicollecte
from quizgen.packs.fr.territories import countries, gender_of
from quizgen.questions.withheld import Withheld

_PRONOUNS = {
    ("Masc", "Sing"): "il",
    ("Fem", "Sing"): "elle",
    ("Masc", "Plur"): "ils",
    ("Fem", "Plur"): "elles",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The question word (« Quel pourcentage des missiles ») with its gender and number."""

    words: str
    gender: str = "Masc"
    number: str = "Sing"
    fronts_object: bool = False


def invert(finite: str, pronoun: str) -> str:
    """Verb and pronoun joined: *a-t-il*, *est-elle*, *vainc-t-il*, *prend-on*."""
    link = "-t-" if finite[-1].lower() in "aec" and pronoun[0] in "ieo" else "-"
    return f"{finite}{link}{pronoun}"


def pronoun_for(gender: str, number: str) -> str:
    """The subject pronoun of a gender and number; an unknown gender withholds the question."""
    if (gender, number) not in _PRONOUNS:
        raise Withheld("the subject's gender or number is not known")
    return _PRONOUNS[gender, number]


def noun_traits(sentence: Sentence, head: int, lexicon: Dicollecte) -> tuple[str, str]:
    """Gender and number of a noun phrase; the dictionary, then the article, decide."""
    token = sentence.tokens[head]
    if token.text in ("%", "pourcent"):
        return "Masc", token.feats.get("Number", "Sing")
    members = [t for t in children(sentence, head, "conj") if t.pos in ("NOUN", "PROPN", "PRON")]
    if members:
        genders = {_gender(sentence, t, lexicon) for t in (token, *members)}
        return ("Fem" if genders == {"Fem"} else "Masc"), "Plur"
    return _gender(sentence, token, lexicon), _number(sentence, token, lexicon)


def _gender(sentence: Sentence, token: Token, lexicon: Dicollecte) -> str:
    readings = [r for r in lexicon.readings(token.text) if r.pos == "NOUN" and not r.name]
    genders = {r.gender for r in readings if r.gender}
    if token.pos == "NOUN" and len(genders) == 1:
        return genders.pop()
    article = child(sentence, token.i, "det")
    if article is not None and article.text.lower() in ("le", "la", "un", "une", "du", "au"):
        return article.feats.get("Gender", "")
    if token.text.lower().replace("’", "'") in countries():
        return gender_of(token.text)
    return token.feats.get("Gender", "") if token.pos in ("NOUN", "PRON") else ""


def _number(sentence: Sentence, token: Token, lexicon: Dicollecte) -> str:
    article = child(sentence, token.i, "det", "nummod")
    if article is not None and article.feats.get("Number"):
        return article.feats["Number"]
    numbers = {r.number for r in lexicon.readings(token.text) if r.pos == token.pos}
    if len(numbers) == 1 and "" not in numbers:
        return numbers.pop()
    return token.feats.get("Number", "")


def in_number(token: Token, number: str, lexicon: Dicollecte) -> str:
    """A finite verb in the third person of another number, same mood and tense."""
    if token.feats.get("Number", number) == number:
        return token.text
    for part in dict.fromkeys((token.pos, "VERB", "AUX")):
        form = lexicon.inflect(
            token.lemma,
            part,
            verb_form="Fin",
            mood=token.feats.get("Mood", "Ind"),
            tense=token.feats.get("Tense", "Pres"),
            person="3",
            number=number,
        )
        if form:
            return form
    raise Withheld(f"no {number} form known for « {token.text} »")


def agree(token: Token, gender: str, number: str, lexicon: Dicollecte) -> str:
    """A participle or adjective in another gender and number."""
    if token.feats.get("VerbForm") == "Part" or token.pos in ("VERB", "AUX"):
        readings = [r for r in lexicon.readings(token.text) if r.verb_form == "Part"]
        if not readings:
            raise Withheld(f"no participle known for « {token.text} »")
        form = lexicon.inflect(
            readings[0].lemma,
            readings[0].pos,
            verb_form="Part",
            tense=readings[0].tense,
            gender=gender,
            number=number,
        )
    else:
        form = lexicon.inflect(token.lemma, token.pos, gender=gender, number=number)
    if not form:
        raise Withheld(f"no form known for « {token.text} » {gender} {number}")
    return form
