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
        "pour une baisse du temps de travail",
    ),
    ("statement", "En 2021, le maire de Tours a réclamé une aide de l’État.", "une aide de l’État"),
    (
        "enumeration",
        "Le port exporte du blé tendre, du maïs bio et du tournesol.",
        "du blé tendre, du maïs bio et du tournesol",
    ),
    ("count", "L’orage a tué entre 30 et 40 vaches dans la vallée.", "entre 30 et 40"),
    ("share", "Près de la moitié des élèves de Tours mangent à la cantine.", "Près de la moitié"),
    ("rank", "Le club de Tours occupe la troisième place du classement.", "la troisième place"),
    ("rank", "Le club de Tours a fini quatrième.", "quatrième"),
    ("date", "Le phare a été fermé du 3 mars au 5 avril 2020.", "du 3 mars au 5 avril 2020"),
    ("date", "Le phare est fermé depuis la fin du mois de juin.", "la fin du mois de juin"),
    ("date", "Le phare a rouvert mardi soir.", "mardi"),
    ("place", "Un lynx a été vu dans le sud de la Belgique.", "dans le sud de la Belgique"),
    ("cause", "Le maire a été jugé pour avoir vendu le phare.", "pour avoir vendu le phare"),
    (
        "means",
        "La ville de Tours a réduit le bruit en fermant deux rues.",
        "en fermant deux rues",
    ),
    (
        "condition",
        "La ville de Tours rouvrira le musée si l’État paie les travaux.",
        "si l’État paie les travaux",
    ),
    (
        "definition",
        "Les enfants ont dessiné la sittelle, un oiseau qui niche dans les murs.",
        "un oiseau qui niche dans les murs",
    ),
    (
        "superlative",
        "Le musée de Tours est le musée le plus visité de la région.",
        "Le musée de Tours",
    ),
    ("complement", "La panne est due à une erreur de montage.", "à une erreur de montage"),
    ("actor", "La Suède a fermé les deux ports de la baie du nord.", "Suède"),
    (
        "object",
        "Julie Moreau a inauguré en mai la nouvelle bibliothèque de Tours.",
        "la nouvelle bibliothèque de Tours",
    ),
    (
        "short_name",
        "L’agence des forêts de Tours (Sylvor) est fermée.",
        "agence des forêts de Tours",
    ),
    (
        "former_name",
        "Le Groupement des ports du Nord (anciennement Ligue des Quais) est à Tours.",
        "Ligue des Quais",
    ),
    ("participle", "Les accords de Tours, signés en 1962, sont exposés.", "1962"),
    ("participle", "Une rue de Tours porte le nom du préfet Paul Lambert, tué en 1962.", "1962"),
    ("named_thing", "Le cargo Nordis a heurté le quai de Brest en mars.", "Le cargo Nordis"),
]

NOT_FOUND = [
    ("short_name", "Le congrès a lieu à l’université des sciences de Munich (Allemagne)."),
    ("short_name", "La présidente de la région, Julie Moreau (UDC), est absente."),
    ("former_name", "Julie Moreau, anciennement à Tours, est partie."),
    ("participle", "Un accord signé en 1962 est exposé à Tours."),
    ("participle", "L’avocat de la sœur de Julie Moreau, mort en 1962, était de Tours."),
    ("named_thing", "Le cargo a heurté le quai de Brest en mars."),
    ("named_thing", "La tour Nordis a perdu une vitre en mars."),
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
    ("share", "La moitié dort encore."),
    ("rank", "La ville de Tours refait la troisième place du marché en marbre."),
    ("means", "Julie Moreau a répondu en riant."),
    ("condition", "Si la mer est belle, le phare est vieux."),
    ("definition", "Julie Moreau, une photographe de Tours, expose."),
    ("superlative", "Le musée de Tours est un musée très visité."),
    ("object", "Julie Moreau a eu une longue carrière de photographe en Belgique."),
    ("goal", "Le port n’a pas assez de place pour accueillir les grands bateaux."),
    ("goal", "Le club de Tours a perdu deux matchs pour finir à la dernière place."),
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
