"""Cards of every kind, with sentences written for the tests of the printed quiz."""

from __future__ import annotations

from datetime import date
from typing import Any

from quizgen.cards import Card, CardKind, Deck
from quizgen.model import Source, Span

# kind, question ("" for a sentence with a gap), answer, evidence, other choices
Row = tuple[CardKind, str, str, str, tuple[str, ...]]

CARDS: list[Row] = [
    (
        "basic",
        "Qui a annoncé la réouverture du phare de Port-Lannec\u00a0?",
        "Maëlle Kerdoncuff",
        "Maëlle Kerdoncuff, maire de Port-Lannec, a annoncé mardi la réouverture du phare.",
        (),
    ),
    (
        "basic",
        "Combien de visiteurs le phare a-t-il accueillis en 2011\u00a0?",
        "environ 12\u00a0400",
        "En 2011, le phare avait accueilli environ 12\u00a0400 visiteurs.",
        (),
    ),
    (
        "cloze",
        "",
        "1868",
        "Construit en 1868, l’édifice n’avait jamais été restauré en entier.",
        (),
    ),
    (
        "choice",
        "Dans quelle commune le phare se trouve-t-il\u00a0?",
        "Port-Lannec",
        "Le phare domine depuis un siècle et demi la rade de Port-Lannec.",
        ("Saint-Brévin", "Roscanvel", "Le Conquet"),
    ),
    (
        "basic",
        "Pourquoi les travaux ont-ils été interrompus pendant l’hiver\u00a0?",
        "parce que la houle empêchait les barges d’accoster au pied de la tour",
        "Les travaux ont été interrompus pendant l’hiver parce que la houle empêchait les barges "
        "d’accoster au pied de la tour.",
        (),
    ),
    (
        "cloze",
        "",
        "l’Agence des bâtiments maritimes",
        "Le chantier, que surveille l’Agence des bâtiments maritimes, doit s’achever en automne.",
        (),
    ),
    (
        "basic",
        "Quel pourcentage du coût total la région prend-elle en charge\u00a0?",
        "40\u00a0%",
        "La région prend en charge 40\u00a0% du coût total, l’État un quart, la commune le reste.",
        (),
    ),
    (
        "choice",
        "À combien s’élève le coût des travaux\u00a0?",
        "2,3\u00a0millions d’euros",
        "Le coût des travaux s’élève à 2,3\u00a0millions d’euros.",
        ("1,8\u00a0million d’euros", "2,9\u00a0millions d’euros", "3,4\u00a0millions d’euros"),
    ),
    (
        "basic",
        "Qu’a déclaré l’architecte Yann Le Goff à propos de l’escalier\u00a0?",
        "«\u00a0Chaque marche raconte le pas de ceux qui montaient la lampe, et nous n’en "
        "remplacerons aucune sans l’accord des anciens gardiens\u00a0»",
        "«\u00a0Chaque marche raconte le pas de ceux qui montaient la lampe, et nous n’en "
        "remplacerons aucune sans l’accord des anciens gardiens\u00a0», a déclaré l’architecte "
        "Yann Le Goff.",
        (),
    ),
    ("cloze", "", "granit", "La tour est bâtie en granit de l’île voisine.", ()),
    (
        "basic",
        "Depuis quand le phare est-il fermé au public\u00a0?",
        "depuis octobre 2009",
        "Le phare est fermé au public depuis octobre 2009.",
        (),
    ),
    (
        "choice",
        "Que demande l’association des riverains avant l’ouverture de la saison prochaine\u00a0?",
        "qu’une navette relie la gare au port toutes les demi-heures en été",
        "L’association des riverains demande qu’une navette relie la gare au port toutes les "
        "demi-heures en été.",
        (
            "que le stationnement devienne payant sur les quais dès le mois de mai",
            "que le nombre de visites soit limité à deux cents par jour",
            "que la route de la corniche soit réservée aux cyclistes",
        ),
    ),
    (
        "cloze",
        "",
        "de tripler les visites scolaires et d’ouvrir la lanterne au public une nuit par mois",
        "L’objectif est de tripler les visites scolaires et d’ouvrir la lanterne au public une "
        "nuit par mois.",
        (),
    ),
    (
        "basic",
        "Quel rôle Annick Tanguy a-t-elle tenu au phare de 1974 à 1991\u00a0?",
        "gardienne",
        "Annick Tanguy, gardienne de 1974 à 1991, guidera les premiers groupes.",
        (),
    ),
    (
        "cloze",
        "",
        "trente-sept",
        "Sa lumière porte à trente-sept kilomètres par temps clair.",
        (),
    ),
    (
        "choice",
        "Quelle pièce le public pourra-t-il voir pour la première fois\u00a0?",
        "la chambre de veille",
        "Pour la première fois, le public pourra voir la chambre de veille.",
        ("la salle des cartes", "la citerne"),
    ),
    (
        "basic",
        "Quels moyens la commune met-elle à la disposition des bénévoles\u00a0?",
        "deux salles, un minibus, une réserve de matériel et un permanent à mi-temps",
        "La commune met à la disposition des bénévoles deux salles, un minibus, une réserve de "
        "matériel et un permanent à mi-temps.",
        (),
    ),
    (
        "cloze",
        "",
        "le Conservatoire du littoral",
        "D’après le Conservatoire du littoral, quatre phares sur dix demandent des travaux.",
        (),
    ),
]


def make_source(sentences: list[str], **said: Any) -> Source:
    """An article made of these sentences."""
    facts: dict[str, Any] = {
        "title": "À Port-Lannec, le phare rallume sa lanterne",
        "publisher": "La Gazette des Caps",
        "published": date(2012, 7, 4),
        "url": "https://gazette.example/2012/07/04/phare-de-port-lannec.html",
    }
    return Source(
        id="phare",
        path="sources/phare.md",
        body=" ".join(sentences),
        blocks=(),
        language="fr",
        **(facts | said),
    )


def make_card(number: int, source: Source, row: Row) -> Card:
    """A card whose spans lie in the source."""
    kind, question, answer, evidence, others = row
    start = source.body.index(evidence)
    inside = evidence.find(answer)
    choices = (*others[: number // 4 % 4], answer, *others[number // 4 % 4 :]) if others else ()
    return Card(
        id=f"card-{number}",
        kind=kind,
        rule="test",
        fact="test",
        question=question or evidence.replace(answer, "[…]", 1),
        answer=answer,
        answer_span=source.span(start + inside, start + inside + len(answer))
        if inside >= 0
        else None,
        evidence=Span(start, start + len(evidence), evidence),
        score=1.0,
        choices=choices,
        cloze=evidence.replace(answer, "{{c1::" + answer + "}}", 1) if kind == "cloze" else "",
        source=source,
    )


def make_deck(cards: tuple[Card, ...], **said: Any) -> Deck:
    """A deck of these cards."""
    facts: dict[str, Any] = {"title": "Le phare de Port-Lannec", "description": ""}
    return Deck(id="phare", name="Actualités::Phare", language="fr", cards=cards, **(facts | said))
