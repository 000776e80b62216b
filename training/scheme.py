"""The annotation scheme shared by the four treebanks: what is folded, moved, dropped."""

from quizgen.packs.fr.lemmas import lexicon, plain

FOLDED = {
    "obl:arg": "obl",
    "obl:mod": "obl",
    "nsubj:caus": "nsubj",
    "nsubj:outer": "nsubj",
    "csubj:pass": "csubj",
    "obj:agent": "obj",
    "obj:lvc": "obj",
    "iobj:agent": "iobj",
    "parataxis:insert": "parataxis",
    "dep:comp": "dep",
    "aux": "aux:tense",
    "expl:pass": "expl:pv",
    "flat": "flat:name",
}
KEPT = frozenset(
    "Gender Number Person Mood Tense VerbForm PronType Definite Poss Polarity".split()  # noqa: SIM905
)
WEEKDAYS = frozenset("lundi mardi mercredi jeudi vendredi samedi dimanche".split())  # noqa: SIM905
PLURALS = frozenset("plusieurs quelques chaque certains certaines divers diverses".split())  # noqa: SIM905
PARTS = {("dont", "ADP"): "PRON", ("si", "ADP"): "SCONJ", ("afin", "ADP"): "ADV"}  # PUD
NO_GENDER = frozenset(
    "l' les des aux d' de ces mes tes ses nos vos leur leurs notre votre mon ton son chaque".split()  # noqa: SIM905
)
THIRD = {"Number": "Sing", "Person": "3"}
FIXED: dict[tuple[str, str], dict[str, str]] = {
    ("dont", "PRON"): {"PronType": "Rel"},
    ("été", "AUX"): {"Tense": "Past", "VerbForm": "Part"},
    ("on", "PRON"): THIRD | {"PronType": "Ind"},
    ("l'on", "PRON"): THIRD | {"PronType": "Ind"},
    **{(form, "PRON"): THIRD | {"PronType": "Dem"} for form in ("ce", "c'", "ça", "cela", "ceci")},
    **{(form, "DET"): {"Number": "Plur"} for form in ("plusieurs", "quelques")},
}
TONIC = {
    form: lemma
    for lemma, forms in {
        "moi": "je j' me m' moi",
        "toi": "tu t' te toi",
        "lui": "il elle le la l' lui",
        "eux": "ils elles les leur eux",
        "soi": "se s' soi",
        "nous": "nous",
        "vous": "vous",
        "on": "on l'on",
        "ce": "ce c'",
        "y": "y",
        "en": "en",
    }.items()
    for form in forms.split()
}


def part_of(form: str, pos: str, relation: str) -> str:
    """Return the part of speech of a form in lower case."""
    if form == "%":
        return "NOUN"
    if pos == "ADJ" and form in PLURALS and relation in ("det", "amod"):
        return "DET"
    return PARTS.get((form, pos), pos)


def relation_of(form: str, pos: str, relation: str) -> str:
    """Return the relation of a form in lower case."""
    relation = FOLDED.get(relation, relation)
    if form in ("se", "s'") and pos == "PRON" and relation in ("obj", "expl:comp"):
        return "expl:pv"
    if form in WEEKDAYS and relation == "obj":
        return "obl"
    if form == "lors" and relation in ("obl", "nmod"):
        return "advmod"
    return "det" if form in PLURALS and pos == "DET" and relation == "amod" else relation


def features_of(form: str, pos: str, features: dict[str, str]) -> dict[str, str]:
    """Return the features of a form in lower case: only what all treebanks annotate alike."""
    if pos in ("NUM", "PROPN") or form == "%" or (pos == "ADP" and "Definite" not in features):
        return {}
    kept = {name: value for name, value in features.items() if name in KEPT}
    if pos == "DET" and "Poss" in kept:
        kept = {name: kept[name] for name in ("Gender", "Number", "Poss") if name in kept}
    if pos in ("DET", "ADP") and form in NO_GENDER:
        kept.pop("Gender", None)
    if form == "agit" and kept.get("Tense") == "Past":
        kept["Tense"] = "Pres"
    if form in ("que", "qu'") and pos == "ADV":
        kept = {}
    if pos == "PRON" and kept.get("PronType") == "Dem":
        kept["Person"] = "3"
    return dict(FIXED.get((form, pos), _agreement(form, pos, kept)))


def _agreement(form: str, pos: str, features: dict[str, str]) -> dict[str, str]:
    """Make gender and number say what the form shows: the treebanks differ on epicene words."""
    part = features.get("VerbForm", "")
    readings = [one for one in lexicon().readings(form) if one.pos == pos and one.verb_form == part]
    if not readings or pos not in ("NOUN", "ADJ", "VERB"):
        return features
    genders, numbers = {one.gender for one in readings}, {one.number for one in readings}
    changed = dict(features)
    if genders == {""}:
        changed.pop("Gender", None)
    elif pos == "NOUN" and len(genders) == 1:
        changed.setdefault("Gender", *genders)
    if numbers == {""} and pos != "NOUN":
        changed.pop("Number", None)
    return changed


def harmonise(
    form: str, lemma: str, pos: str, features: dict[str, str], relation: str
) -> tuple[str, str, dict[str, str], str]:
    """Return lemma, part of speech, features and relation in the common scheme."""
    word = plain(form)
    relation = FOLDED.get(relation, relation)
    pos = part_of(word, pos, relation)
    lemma = TONIC.get(word, lemma) if pos == "PRON" else lemma
    return lemma, pos, features_of(word, pos, features), relation_of(word, pos, relation)
