"""From Dicollecte's tags (po:nom is:mas is:pl) to Universal Dependencies."""

from collections.abc import Iterable

from quizgen.packs.fr.dicollecte import Reading

GENDERS = {"is:mas": "Masc", "is:fem": "Fem"}
NUMBERS = {"is:sg": "Sing", "is:pl": "Plur"}
NAMES = {"po:npr": "place", "po:prn": "given", "po:patr": "surname"}
TENSES = {
    "po:infi": ("Inf", "", ""),
    "po:ppre": ("Part", "", "Pres"),
    "po:ppas": ("Part", "", "Past"),
    "po:ipre": ("Fin", "Ind", "Pres"),
    "po:iimp": ("Fin", "Ind", "Imp"),
    "po:ipsi": ("Fin", "Ind", "Past"),
    "po:ifut": ("Fin", "Ind", "Fut"),
    "po:cond": ("Fin", "Cnd", "Pres"),
    "po:spre": ("Fin", "Sub", "Pres"),
    "po:simp": ("Fin", "Sub", "Imp"),
    "po:impe": ("Fin", "Imp", "Pres"),
}
PERSONS = {
    f"po:{person}{number}": (person, plural)
    for person in "123"
    for number, plural in (("sg", "Sing"), ("pl", "Plur"), ("pl!", "Plur"))
}
PARTS = {
    "po:nom": "NOUN", "po:titr": "NOUN", "po:adj": "ADJ", "po:nbro": "ADJ", "po:nb": "NUM",
    "po:adv": "ADV", "po:negadv": "ADV", "po:advint": "ADV", "po:loc.adv": "ADV",
    "po:interj": "INTJ", "po:prep": "ADP", "po:prepv": "ADP", "po:loc.prep": "ADP",
    "po:cjsub": "SCONJ", "po:loc.cj": "SCONJ", "po:loc.cjsub": "SCONJ", "po:cjco": "CCONJ",
    "po:cj": "CCONJ", "po:preverb": "PRON", "po:npr": "PROPN", "po:prn": "PROPN",
    "po:patr": "PROPN",
}  # fmt: skip
TRAITS = {"i": "i", "t": "t", "n": "n", "q": "q", "p": "p", "r": "p", "m": "m"}


def _part(tag: str) -> str:
    """Return the part of speech that a tag stands for, or ''."""
    if tag.startswith("po:pro"):
        return "PRON"
    if tag.startswith("po:det"):
        return "DET"
    return PARTS.get(tag, "")


def _verb_code(tags: Iterable[str]) -> str:
    """Return the code of a verb's entry (v1_it_q__a), or ''."""
    return next((tag[3:] for tag in tags if tag[:4] == "po:v" and tag[4:5].isdigit()), "")


def traits_of(tags: Iterable[str]) -> str:
    """Return the traits of a verb as letters (see `Reading`), '' for other words."""
    code = _verb_code(tags)
    if not code:
        return ""
    copula = "c" if code[2:3] == "e" else ""
    use = "".join(TRAITS[letter] for letter in code[3:8] if letter in TRAITS)
    auxiliary = code[8:].replace("_", "").replace("zz", "a")
    return copula + use + (auxiliary or ("e" if "p" in use else "a"))


def tags_of(word: str, tags: Iterable[str]) -> list[Reading]:
    """Return the readings (without lemma and traits) that the tags of a word's form stand for.

    A capitalised noun that has one form only is a name: of a place, or an acronym (OTAN).
    """
    tags = list(tags)
    gender = next((GENDERS[tag] for tag in tags if tag in GENDERS), "")
    number = next((NUMBERS[tag] for tag in tags if tag in NUMBERS), "")
    if code := _verb_code(tags):
        parts = ("AUX", "VERB") if code[1] == "0" else ("VERB",)
        return [reading for part in parts for reading in _verbal(part, tags, gender, number)]
    found = dict.fromkeys(filter(None, map(_part, tags)))
    name = next((NAMES[tag] for tag in tags if tag in NAMES), "")
    if "fixed" in tags and "po:nom" in tags and word[:1].isupper() and len(word) > 1:
        found, name = {"PROPN": None}, "place" if word.replace("'", " ").istitle() else ""
    return [Reading("", part, gender, number, name=name) for part in found]


def _verbal(part: str, tags: list[str], gender: str, number: str) -> list[Reading]:
    """Return the readings of a verb form: tenses times persons, or one that is not finite."""
    readings = []
    persons = [PERSONS[tag] for tag in tags if tag in PERSONS]
    for form, mood, tense in (TENSES[tag] for tag in tags if tag in TENSES):
        if form == "Fin":
            for person, plural in persons:
                readings.append(Reading("", part, "", plural, form, mood, tense, person))
        else:
            readings.append(Reading("", part, gender, number, form, mood, tense))
    return readings
