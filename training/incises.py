"""Reporting clauses after a sentence (« …, a indiqué jeudi la police »): news is full of them.

The treebanks have few, and PUD reads them the other way round (the saying verb as root). Here the
sentence said is the head, the saying verb its parataxis, the speaker the verb's subject.
"""

import random
from dataclasses import replace

from training.conllu import Sentence, Word, placed

PRESENT = {"Mood": "Ind", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}
PARTICIPLE = {"Gender": "Masc", "Number": "Sing", "Tense": "Past", "VerbForm": "Part"}
VERBS = (  # noqa: SIM905
    "déclarer indiquer affirmer expliquer préciser ajouter annoncer estimer souligner rapporter"
    " assurer noter résumer raconter"
).split()
# form/lemma/part of speech/head in the phrase (0 = the saying verb)/relation
SPEAKERS = (
    "le/le/DET/2/det ministre/ministre/NOUN/0/nsubj de/de/ADP/5/case l'/le/DET/5/det"
    " Intérieur/intérieur/NOUN/2/nmod",
    "la/le/DET/2/det police/police/NOUN/0/nsubj",
    "les/le/DET/2/det autorités/autorité/NOUN/0/nsubj",
    "son/son/DET/2/det avocat/avocat/NOUN/0/nsubj",
    "Claire/Claire/PROPN/0/nsubj Vidal/Vidal/PROPN/1/flat:name",
    "M./monsieur/NOUN/0/nsubj Roche/Roche/PROPN/1/flat:name",
    "le/le/DET/2/det porte-parole/porte-parole/NOUN/0/nsubj du/de/ADP/4/case"
    " gouvernement/gouvernement/NOUN/2/nmod",
    "plusieurs/plusieurs/DET/2/det témoins/témoin/NOUN/0/nsubj",
    "l'/le/DET/2/det agence/agence/NOUN/0/nsubj Reuters/Reuters/PROPN/2/appos",
    "la/le/DET/2/det présidente/président/NOUN/0/nsubj de/de/ADP/5/case l'/le/DET/5/det"
    " association/association/NOUN/2/nmod",
    "des/un/DET/2/det responsables/responsable/NOUN/0/nsubj locaux/local/ADJ/2/amod",
    "le/le/DET/2/det secrétaire/secrétaire/NOUN/0/nsubj général/général/ADJ/2/amod"
    " Paul/Paul/PROPN/2/appos Girard/Girard/PROPN/4/flat:name",
)
TIMES = ("jeudi", "lundi", "mardi", "samedi", "dimanche", "mercredi")
Features = dict[tuple[str, str], dict[str, str]]  # by form in lower case and part of speech


def features_in(sentences: list[Sentence]) -> Features:
    """Collect the features that a form last had in a treebank, so that phrases match it."""
    return {(w.form.lower(), w.pos): w.feats for s in sentences for w in s.words}


def add_incise(sentence: Sentence, known: Features, dice: random.Random) -> Sentence:
    """Append a reporting clause to a declarative sentence that ends in a full stop."""
    top = next(at for at, word in enumerate(sentence.words) if word.head == at)
    stop = sentence.words[-1]
    if stop.form != "." or len(sentence.words) < 5 or sentence.words[top].pos != "VERB":
        return sentence
    quoted = dice.random() < 0.5 and not any(word.form in '"«»' for word in sentence.words)
    tail = _tail(known, dice)
    forms = [word.form for word in tail]
    said = sentence.text[: stop.start].rstrip()
    text = f'"{said}", ' if quoted else f"{said}, "
    comma = len(sentence.words) - 1 + 2 * quoted
    words = [replace(word, head=word.head + quoted) for word in sentence.words[:-1]]
    top += quoted
    if quoted:
        words = [_mark('"', top), *words, _mark('"', top)]
    verb = next(at for at, word in enumerate(tail) if word.relation == "parataxis")
    words.append(_mark(",", comma + 1 + verb))
    words += [
        replace(word, head=top if word.relation == "parataxis" else comma + 1 + word.head)
        for word in tail
    ]
    words.append(replace(stop, head=top))
    return placed(text + " ".join(forms).replace("' ", "'") + ".", words)


def _mark(form: str, head: int) -> Word:
    """Return a punctuation mark."""
    return Word(form, 0, form, "PUNCT", {}, head, "punct")


def _tail(known: Features, dice: random.Random) -> list[Word]:
    """Draw saying verb, time and speaker; heads count from the first word, the verb's is unset."""
    parts = [piece.split("/") for piece in dice.choice(SPEAKERS).split()]
    plural = any(form.endswith("s") and relation == "nsubj" for form, *_, relation in parts)
    number, lemma = {"Number": "Plur" if plural else "Sing"}, dice.choice(VERBS)
    stem = lemma[:-2]
    if dice.random() < 0.75:
        auxiliary = Word(
            "ont" if plural else "a", 0, "avoir", "AUX", PRESENT | number, 1, "aux:tense"
        )
        words = [auxiliary, Word(stem + "é", 0, lemma, "VERB", PARTICIPLE, 0, "parataxis")]
    else:
        form = (stem + "ent") if plural else stem + "e"
        words = [Word(form, 0, lemma, "VERB", PRESENT | number, 0, "parataxis")]
    verb = len(words) - 1
    if dice.random() < 0.5:
        feats = {"Gender": "Masc", "Number": "Sing"}
        day = dice.choice(TIMES)
        words.append(Word(day, 0, day, "NOUN", feats, verb, "obl"))
    first = len(words)
    for form, lemma, pos, head, relation in parts:
        feats = known.get((form.lower(), pos), {})
        above = first + int(head) - 1 if head != "0" else verb
        words.append(Word(form, 0, lemma, pos, feats, above, relation))
    return words


def turn_round(sentence: Sentence) -> Sentence:
    """Make the words said the root where the saying verb was (PUD's way)."""
    words = sentence.words
    top = next(at for at, word in enumerate(words) if word.head == at)
    said = [at for at in range(top) if words[at].head == top and words[at].relation == "parataxis"]
    speaker = [at for at in range(top + 1, len(words)) if words[at].head == top
               and words[at].relation == "nsubj"]  # fmt: skip
    if not said or not speaker or words[top].pos != "VERB":
        return sentence
    turned = list(words)
    turned[said[0]] = replace(words[said[0]], head=said[0], relation="root")
    turned[top] = replace(words[top], head=said[0], relation="parataxis")
    if words[-1].relation == "punct" and words[-1].head == top:
        turned[-1] = replace(words[-1], head=said[0])
    return Sentence(sentence.text, turned)
