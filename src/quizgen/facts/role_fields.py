"""What wording needs to know of a role: its sort, whether it is whole, past, known to all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quizgen.analysis.capitals import is_capital
from quizgen.analysis.roles import RolePhrase
from quizgen.analysis.tree import matches
from quizgen.facts.deaths import SHORTEST_LIFE
from quizgen.facts.role_holders import is_of_other_gender, is_somebody_elses
from quizgen.facts.role_standing import is_passing
from quizgen.facts.role_telling import is_complete
from quizgen.facts.standing import is_central, is_cut_short
from quizgen.language import Language
from quizgen.model import Document, Entity, Sentence

_YEARS = re.compile(r"\((\d{4})[-–—/]?(?:(\d{4})|\d{2})?\)")
_TO_YEARS = 5  # tokens from a role over the name to the bracket


def role_fields(
    document: Document,
    sentence: Sentence,
    phrase: RolePhrase,
    entity: Entity,
    language: Language,
) -> Mapping[str, str]:
    """`sort`, `complete`, `former`, `known`, `passing` (« un ingénieur »: one of many), `plain`.

    `minor`: a post inside a body, or of somebody in passing; `leaving`: of somebody about to
    leave it; `named`: the name gives the role away.
    """
    sort = _sort(sentence, phrase, language)
    words = [t.text.lower() for t in sentence.tokens[phrase.first : phrase.last + 1]]
    name = entity.name.lower().split()
    before = sentence.tokens[phrase.first - 1] if phrase.first else None
    minor = _is_post(sentence, phrase, language) and not is_central(document, entity.name)
    told = {
        "complete": _is_whole(document, sentence, phrase, entity, language),
        "former": _is_past(sentence, phrase, language),
        "known": _spelt(words) in language.words.list("known_offices"),
        "passing": before is not None and before.feats.get("Definite") == "Ind",
        "plain": _is_plain(sentence, phrase),
        "minor": minor or is_passing(document, sentence, phrase, entity, language),
        "leaving": any(word in language.words.list("leaving_states") for word in words),
        "named": any(len(w) > 3 and w in words for w in name),
    }
    return {"sort": sort, **{field: "yes" if holds else "" for field, holds in told.items()}}


def _is_whole(
    document: Document,
    sentence: Sentence,
    phrase: RolePhrase,
    entity: Entity,
    language: Language,
) -> bool:
    """Whether a role says of what, and is surely this one's; a trade may say where, or stand bare.

    « la ministre » of a man: the article's word, or its link, is wrong.
    """
    if _sort(sentence, phrase, language) == "profession":
        return _has_employer(sentence, phrase, language) or (
            _is_plain(sentence, phrase) and is_central(document, entity.name)
        )
    return is_complete(document, sentence, phrase, language) and not (
        is_cut_short(document, entity.name, language)
        or is_somebody_elses(document, sentence, phrase, language)
        or is_of_other_gender(sentence, phrase, entity)
    )


def _spelt(words: Iterable[str]) -> str:
    return " ".join(words).replace("’", "'").replace("' ", "'")


def _sort(sentence: Sentence, phrase: RolePhrase, language: Language) -> str:
    """Office, profession, or "": an owner or an expert has no function by that.

    A « patron » is one of a body; « patron du rugby » is a way of speaking.
    """
    noun = sentence.tokens[phrase.head].text.lower()
    if noun in language.words.list("professions"):
        return "" if noun in language.words.list("no_functions") else "profession"
    behind = sentence.tokens[phrase.head + 1 : phrase.last + 1]
    bodies = language.words.list("organisation_nouns")
    body = any(is_capital(t) or t.text.lower() in bodies for t in behind)
    loose = noun in language.words.list("loose_heads") and not body
    return "" if loose or noun in language.words.list("no_functions") else "office"


def _has_employer(sentence: Sentence, phrase: RolePhrase, language: Language) -> bool:
    """« astronome à l'observatoire de Nice »: behind a preposition, a name or a body."""
    behind = sentence.tokens[phrase.head + 1 : phrase.last + 1]
    bodies = language.words.list("organisation_nouns")
    named = any(is_capital(t) or t.text.lower() in bodies for t in behind)
    return named and behind[0].pos == "ADP"


def _is_plain(sentence: Sentence, phrase: RolePhrase) -> bool:
    """« chanteuse », « médecin de santé publique »: no adjective that may say where from."""
    behind = sentence.tokens[phrase.head + 1 : phrase.last + 1]
    return not behind or behind[0].pos in ("ADP", "CCONJ", "NOUN")


def is_former(words: Iterable[str], language: Language) -> bool:
    """« ancien maire », « ex-ministre »: whether words up to a role noun say that it is past."""
    former = language.words.list("former_openers")
    return any(word.lower().partition("-")[0] in former for word in words)


def _is_past(sentence: Sentence, phrase: RolePhrase, language: Language) -> bool:
    """« ministre sous X », « alors maire », « ministre X (1976-77) »: a role of then.

    So is « premier président de … » of an office that one holds at a time.
    """
    words = [t.text.lower() for t in sentence.tokens[phrase.first : phrase.last + 1]]
    first = _spelt(words[1:]) in language.words.list("known_offices")
    if is_former(words[: phrase.head - phrase.first + 1], language) or first:
        return True
    if _has_years(sentence, phrase) or _is_handed_over(sentence, phrase, language):
        return True
    around = sentence.tokens[max(0, phrase.first - 2) : phrase.last + 3]
    if any(t.text.lower() in language.words.list("past_words") for t in around):
        return True
    year = next((t for t in around if t.text.isdigit() and len(t.text) == 4), None)
    opener = sentence.tokens[year.i - 1].text.lower() if year is not None and year.i else ""
    return opener in language.words.list("past_openers")


def _is_handed_over(sentence: Sentence, phrase: RolePhrase, language: Language) -> bool:
    """« remplacé par le chef X », « X, maire, succède à Y »: an office that ends or begins.

    Whoever names a successor still holds his own.
    """
    holder = sentence.tokens[phrase.head]
    while matches(holder.dep, ("appos", "flat")):
        holder = sentence.tokens[holder.head]
    verb = sentence.tokens[holder.head].lemma.lower()
    named = verb in language.words.list("appointing_verbs")
    taken = matches(holder.dep, ("obj", "obl")) or holder.dep == "nsubj:pass"
    return verb in language.words.list("succeeding_verbs") or (named and taken)


def _has_years(sentence: Sentence, phrase: RolePhrase) -> bool:
    """Years in brackets behind a role, or behind the name that follows it; a life is longer."""
    behind = sentence.tokens[phrase.last + 1 : phrase.last + 1 + _TO_YEARS]
    opened = next((t.i for t in behind if t.pos == "PUNCT" or t.text == "("), None)
    text = "" if opened is None else "".join(t.text for t in sentence.tokens[opened : opened + 6])
    found = _YEARS.match(text)
    return found is not None and not (found[2] and int(found[2]) - int(found[1]) >= SHORTEST_LIFE)


def _is_post(sentence: Sentence, phrase: RolePhrase, language: Language) -> bool:
    """« responsable de … », « directrice de la communication »: one of many posts in a body."""
    behind = sentence.tokens[phrase.head + 1 : phrase.last + 1]
    ranks = language.words.list("role_ranks")
    rest = [t for t in behind if t.text.lower() not in ranks]
    if sentence.tokens[phrase.head].text.lower() in language.words.list("minor_offices"):
        return True
    if any(t.text.lower() in language.words.list("minor_kinds") for t in rest):
        return True
    field = next((t for t in rest if t.pos == "NOUN"), None)
    heads = sentence.tokens[phrase.head].text.lower() in language.words.list("field_heads")
    return heads and field is not None and field.text.lower() in language.words.list("minor_fields")
