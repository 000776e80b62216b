"""Which facts a sentence holds: kind and answer, for each kind a case and a counter-case."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgen.analysis import analyse
from quizgen.facts import find_facts
from quizgen.language import Language
from quizgen.model import Source

Make = Callable[[str], Source]

FOUND = [
    (
        "percentage",
        "Selon le rapport, près de 40 % des élèves mangent à la cantine.",
        "près de 40 %",
    ),
    ("amount", "La région versera 3,5 millions d’euros aux pêcheurs.", "3,5 millions d’euros"),
    ("count", "Le cirque emploie 62 artistes venus de Belgique.", "62"),
    ("count", "Plus de 800 coureurs ont pris le départ à Nancy.", "Plus de 800"),
    ("duration", "Les pompiers ont lutté pendant six heures contre les flammes.", "six heures"),
    ("measure", "Le glacier a perdu 12 mètres en un été.", "12 mètres"),
    ("date", "Le tramway de Caen a été mis en service en 2019.", "2019"),
    ("date", "Le pont sera inauguré le 14 mai 2027.", "14 mai 2027"),
    ("place", "La conférence aura lieu à Bordeaux.", "Bordeaux"),
    ("place", "Les deux navigateurs ont accosté en Irlande.", "en Irlande"),
    (
        "goal",
        "Lille a fermé deux rues pour protéger les écoliers du bruit.",
        "protéger les écoliers du bruit",
    ),
    (
        "acronym",
        "L’Office de la forêt du Sud (OFS) plante des chênes.",
        "Office de la forêt du Sud",
    ),
    (
        "role",
        "Julie Moreau, présidente de l’aéroclub de Tours, a pris la parole.",
        "présidente de l’aéroclub de Tours",
    ),
    ("role", "Le ministre des Sports Paul Durand a signé le texte.", "ministre des Sports"),
    ("actor", "Julie Moreau a remis le prix du jury aux lycéens.", "Julie Moreau"),
    ("agent", "Le phare a été restauré par Julie Moreau.", "Julie Moreau"),
    (
        "complement",
        "Les syndicats plaident pour une baisse du temps de travail.",
        "une baisse du temps de travail",
    ),
    ("statement", "Le maire de Tours réclame une aide de l’État.", "une aide de l’État"),
    (
        "enumeration",
        "Le port exporte du blé tendre, du maïs bio et du tournesol.",
        "du blé tendre, du maïs bio et du tournesol",
    ),
]

NOT_FOUND = [
    ("percentage", "Le directeur approuve ce choix à cent lieues d’ici."),
    ("count", "La loi de 1901 protège les clubs."),
    ("duration", "Le train part à 18 heures."),
    ("date", "Le 2 contre 2 reste son jeu favori."),
    ("place", "Le ministre a écrit à l’Iran."),
    ("acronym", "Le film (voir page 12) sort bientôt."),
    ("role", "Julie Moreau a pris la parole."),
    ("actor", "Julie Moreau a déclaré."),
    ("agent", "Le phare a été restauré par hasard."),
    ("enumeration", "Le port exporte du blé et du maïs."),
]


def found(text: str, french: Language, make_source: Make) -> set[tuple[str, str]]:
    document = analyse(make_source(text), french)
    return {(fact.kind, fact.target.text) for fact in find_facts(document, french)}


@pytest.mark.parametrize(("kind", "text", "answer"), FOUND)
def test_found(kind: str, text: str, answer: str, french: Language, make_source: Make) -> None:
    assert (kind, answer) in found(text, french, make_source)


@pytest.mark.parametrize(("kind", "text"), NOT_FOUND)
def test_not_found(kind: str, text: str, french: Language, make_source: Make) -> None:
    assert kind not in {kind for kind, _ in found(text, french, make_source)}


def test_a_claim_in_somebodys_words_carries_the_speaker(
    french: Language, make_source: Make
) -> None:
    text = "« La fabrique emploiera 300 ouvriers en Bretagne », a promis Julie Moreau."
    facts = find_facts(analyse(make_source(text), french), french)
    count = next(fact for fact in facts if fact.kind == "count")
    assert count.fields["attribution"] == "Julie Moreau"


def test_spans_are_verbatim(french: Language, make_source: Make) -> None:
    text = "Julie Moreau, présidente du club, a dit : « Nous volerons en 2027. »"
    source = make_source(text)
    for fact in find_facts(analyse(source, french), french):
        for span in (fact.target, fact.evidence):
            assert source.body[span.start : span.end] == span.text
