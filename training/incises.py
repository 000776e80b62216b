"""Reporting clauses after a sentence (« …, a indiqué jeudi la police »): news is full of them.

The treebanks have few, and PUD reads them the other way round (the saying verb as root). Here the
sentence said is the head, the saying verb its parataxis, the speaker the verb's subject.
"""

import random
from dataclasses import replace

from training.conllu import Sentence, Word

FINITE = {"Mood": "Ind", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
PARTICIPLE = {"Gender": "Masc", "Number": "Sing", "Tense": "Past", "VerbForm": "Part"}
SAYING = {
    "déclarer": "déclaré déclare déclarent",
    "indiquer": "indiqué indique indiquent",
    "affirmer": "affirmé affirme affirment",
    "expliquer": "expliqué explique expliquent",
    "préciser": "précisé précise précisent",
    "ajouter": "ajouté ajoute ajoutent",
    "annoncer": "annoncé annonce annoncent",
    "estimer": "estimé estime estiment",
    "dire": "dit dit disent",
    "souligner": "souligné souligne soulignent",
    "rapporter": "rapporté rapporte rapportent",
    "assurer": "assuré assure assurent",
}
SPEAKERS = (
    "le/le/DET/det ministre/ministre/NOUN/m de/de/ADP/case l'/le/DET/det Intérieur/intérieur/NOUN/nmod",
    "la/le/DET/det police/police/NOUN/f",
    "les/le/DET/det autorités/autorité/NOUN/F",
    "son/son/DET/det avocat/avocat/NOUN/m",
    "Claire/Claire/PROPN/n Vidal/Vidal/PROPN/flat:name",
    "M./monsieur/NOUN/m Roche/Roche/PROPN/flat:name",
    "Mme/madame/NOUN/f Lemaire/Lemaire/PROPN/flat:name",
    "le/le/DET/det porte-parole/porte-parole/NOUN/m du/de/ADP/case gouvernement/gouvernement/NOUN/nmod",
    "plusieurs/plusieurs/DET/det témoins/témoin/NOUN/M",
    "l'/le/DET/det agence/agence/NOUN/f Reuters/Reuters/PROPN/appos",
    "la/le/DET/det présidente/président/NOUN/f de/de/ADP/case l'/le/DET/det association/association/NOUN/nmod",
    "des/un/DET/det responsables/responsable/NOUN/M locaux/local/ADJ/amod",
)
GENDER = {"m": "Masc", "M": "Masc", "f": "Fem", "F": "Fem"}
TIMES = ("jeudi", "lundi", "mardi", "samedi", "dimanche")


def _speaker(dice: random.Random) -> tuple[list[Word], bool]:
    """Draw a speaker: words whose heads are relative to it, its head's head is -1; plural or not."""
    parts = [piece.split("/") for piece in dice.choice(SPEAKERS).split()]
    top = next(at for at, part in enumerate(parts) if len(part[3]) == 1)
    plural = parts[top][3] in "MF"
    number = {"Number": "Plur" if plural else "Sing"}
    words = []
    for at, (form, lemma, pos, relation) in enumerate(parts):
        head = top
        if at == top:
            gender = {"Gender": GENDER[relation]} if relation in GENDER else {}
            feats = gender | number if pos == "NOUN" else {}
            words.append(Word(form, 0, lemma, pos, feats, -1, "nsubj"))
            continue
        if relation in ("det", "case") and at > top:
            head = next(n for n in range(at, len(parts)) if parts[n][2] == "NOUN")
        feats = {"Definite": "Def", "Number": "Sing", "PronType": "Art"} if lemma == "le" else {}
        words.append(Word(form, 0, lemma, pos, feats, head, relation))
    return words, plural
