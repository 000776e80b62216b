"""Where names begin and end, and what they name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgen.analysis import analyse
from quizgen.language import Language
from quizgen.model import Source

Kinds = Callable[[str], dict[str, str]]


@pytest.fixture
def kinds(french: Language, make_source: Callable[[str], Source]) -> Kinds:
    """The names of a text with what each names."""
    return lambda text: {e.name: e.kind for e in analyse(make_source(text), french).entities}


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        # an acronym before somebody's name is a name of its own
        ("Anke Vollmer-Brandt", "person", "« Oui », a dit à l’AFP Anke Vollmer-Brandt, de Kiel."),
        ("Paul Durand", "person", "Le député LFI Paul Durand a voté contre la loi."),
        ("Jean Morel", "person", "Le député des Hauts-de-Seine Jean Morel a voté."),
        # so is what an adjective that may be a given name belongs to
        ("Pierre Durand", "person", "Le conseiller de la Maison Blanche Pierre Durand a parlé."),
        # a country behind a preposition ends before somebody's name, though people bear it too
        ("Sadok Belhani", "person", "L’ambassadeur d’Algérie en France Sadok Belhani a souri."),
        # the acronym tells where its name begins and ends
        (
            "Cercle normand de sauvegarde des haies",
            "organisation",
            "Selon le Cercle normand de sauvegarde des haies (CNSH), il reste du temps.",
        ),
        (
            "Veilleurs sans Frontières",
            "organisation",
            "L’ONG Veilleurs sans Frontières (VSF) agit.",
        ),
        # small words of a name that the article writes with capitals elsewhere
        (
            "Radio-Port Bleu",
            "organisation",
            "Le député de Lens a cité Radio-Port Bleu. La chaîne Radio-Port bleu a réagi.",
        ),
        # what stands beside a name
        ("El Sabah", "organisation", "Le quotidien francophone El Sabah a fermé."),
        ("Dong Tao", "place", "Des pêcheurs du lac de Dong Tao ont manifesté."),
        ("Irlande du Nord", "place", "L’Irlande du Nord a voté."),
        ("Lara Benamour", "person", "La star du cyclisme Lara Benamour a gagné."),
        ("De Vreux", "person", "Le général De Vreux est mort en 1970."),
        ("Samsung Display", "organisation", "Le bénéfice de Samsung Display a doublé."),
    ],
)
def test_whole_names(name: str, kind: str, text: str, kinds: Kinds) -> None:
    assert kinds(text).get(name) == kind


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Personne", "Personne ne doit en douter."),
        ("H", "Le train part à 20H00 de Lille."),
        ("PME", "Le plan concerne 27 PME de la région."),
    ],
)
def test_no_names(word: str, text: str, kinds: Kinds) -> None:
    assert word not in kinds(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Covid-19", "Le Covid-19 a fermé les écoles."),
        ("Noël", "Les ventes de Noël ont reculé."),
        ("Storm Kestrel", "Des missiles britanniques Storm Kestrel ont été livrés."),
    ],
)
def test_neither_people_nor_places(name: str, text: str, kinds: Kinds) -> None:
    assert kinds(text).get(name) == "other"


def test_bodies_hold_no_office(french: Language, make_source: Callable[[str], Source]) -> None:
    text = "Paul Durand, ancien directeur du quotidien El Sabah, et la députée LR Anne Leroy."
    roles = {e.name: e.roles for e in analyse(make_source(text), french).entities if e.roles}
    assert roles == {
        "Paul Durand": ("ancien directeur du quotidien El Sabah",),
        "Anne Leroy": ("députée LR",),
    }
