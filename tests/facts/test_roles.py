"""Roles: the main one, whether it is whole, whether it is past; acronyms spelled by their words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgen.analysis import analyse
from quizgen.facts.acronyms import find_acronyms
from quizgen.facts.roles import find_roles
from quizgen.language import Language
from quizgen.model import Fact, Source

Roles = Callable[[str], list[Fact]]


@pytest.fixture
def roles(french: Language, make_source: Callable[[str], Source]) -> Roles:
    return lambda text: list(find_roles(analyse(make_source(text), french), french))


@pytest.mark.parametrize(
    "text",
    [
        "Paul Durand, maire sortant, a perdu.",
        "Paul Durand, ancien maire de centre-droit, a perdu.",
        "Paul Durand, président de la Cour, a parlé.",
        "Anne Leroy, porte-parole du groupe, a parlé.",
        "L’adjointe au maire Anne Leroy a parlé.",
        "La présidente du conseil régional, Anne Leroy, a parlé.",
        "Paul Durand, directeur adjoint de l’organisation pour l’Asie, a parlé.",
        "Anne Leroy, vice-présidente du premier réseau social, a parlé.",
        "Anne Leroy, présidente de la fédération des pêcheurs, a parlé.",
        "Anne Leroy, professeure de nutrition, a parlé.",
        "Paul Durand, leader des Insoumis, a parlé.",
        "Paul Durand, porte-parole de l’Office des affaires maritime de Brest, a parlé.",
        "L’ambassadrice russe Anne Leroy a parlé.",
        "La ministre de la Santé Anne Leroy a parlé à Dakar.",
        "L’Italie et l’Espagne votent. Anne Leroy, ministre de la Défense, a parlé à Rome.",
    ],
)
def test_open_roles(text: str, roles: Roles) -> None:
    assert [f.fields["complete"] for f in roles(text)] == [""]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Paul Durand, maire de Brest, a perdu.", "maire de Brest"),
        (
            "Anne Leroy, éditrice de musique et présidente du conseil de Nordis, a parlé.",
            "présidente du conseil de Nordis",
        ),
        (
            "Anne Leroy, présidente du club de Brest et mère de Paul, a parlé.",
            "présidente du club de Brest",
        ),
        ("Le président lituanien d’extrême droite Paul Durand a parlé.", "président lituanien"),
        ("Le chef du Pentagone, Paul Durand, a parlé.", "chef du Pentagone"),
        ("Le président lituanien Paul Durand a parlé.", "président lituanien"),
        ("La ministre de la Santé Anne Leroy a parlé à Paris.", "ministre de la Santé"),
        (
            "L’Italie vote. Le ministre italien de la Défense, Paolo Durand, a parlé.",
            "ministre italien de la Défense",
        ),
        (
            "Le trésorier de la Ligue alpine des guides (LAG), Paul Durand, a réagi.",
            "trésorier de la Ligue alpine des guides",
        ),
        ("Le premier ministre désigné Paul Durand a parlé à Paris.", "premier ministre désigné"),
        ("Paul Durand, autre cofondateur de Nordis, est parti.", "cofondateur de Nordis"),
        (
            "Anne Leroy, présidente du club de Brest aux journalistes.",
            "présidente du club de Brest",
        ),
    ],
)
def test_whole_roles(text: str, role: str, roles: Roles) -> None:
    assert [(f.target.text, f.fields["complete"]) for f in roles(text)] == [(role, "yes")]


def test_a_present_role_comes_before_a_past_one(roles: Roles) -> None:
    text = (
        "L’ancien porte-parole du club alpin Paul Durand a parlé. "
        "Paul Durand, professeur à Lyon, est prudent."
    )
    (fact,) = roles(text)
    assert (fact.target.text, fact.fields["former"]) == ("professeur à Lyon", "")


def test_a_past_role_says_so(roles: Roles) -> None:
    (fact,) = roles("L’ancien maire de Brest Paul Durand a parlé. Le maire a fini.")
    assert fact.fields["former"] == "yes"


@pytest.mark.parametrize("text", ["Paul Durand, élu le 3 décembre 2016, a parlé."])
def test_participles_are_no_roles(text: str, roles: Roles) -> None:
    assert roles(text) == []


def test_a_role_of_another_is_not_told(roles: Roles) -> None:
    assert roles("La veuve du maire de Metz, Anne Leroy, a parlé.") == []


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("Le maire Paul Durand (1920-1999) aimait le cinéma.", "yes"),
        ("Le maire Paul Durand (1999-2004) aime le cinéma.", ""),
        ("La mort de Paul Durand, maire de Metz, émeut la ville.", "yes"),
        ("Paul Durand, maire de Metz, a été élu.", ""),
    ],
)
def test_the_dead_are_known(text: str, late: str, roles: Roles) -> None:
    assert [f.fields["late"] for f in roles(text)] == [late]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("L’Office alpin de l’agriculture (OAAG) a tranché.", ["Office alpin de l’agriculture"]),
        ("La Ligue alpine des guides (LADDG) a réagi.", []),
        ("Le budget (BD) a été voté.", []),
    ],
)
def test_acronyms_are_spelled_by_whole_names(
    text: str, found: list[str], french: Language, make_source: Callable[[str], Source]
) -> None:
    document = analyse(make_source(text), french)
    assert [f.target.text for f in find_acronyms(document, french)] == found


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Paul Durand, ambassadeur en Grèce sous Leroy, a parlé.", "former"),
        ("Le maire de Brest à l’époque, Paul Durand, a parlé.", "former"),
        ("Selon Anne Leroy, maire de Brest en 1998, tout va bien.", "former"),
        ("Le défunt président lituanien Paul Durand aimait la mer.", "former"),
        ("Anne Leroy, responsable de la presse à l’Opéra de Lyon, a parlé.", "minor"),
        ("Anne Leroy, directrice de la communication de Nordis, a parlé.", "minor"),
        ("Anne Leroy, directrice départementale de la Croix-Rouge, a parlé.", "minor"),
        ("Paul Durand, président du groupe Durand, a parlé.", "named"),
        ("La statue du Premier ministre lituanien Paul Durand a disparu.", "late"),
    ],
)
def test_roles_kept_out(text: str, field: str, roles: Roles) -> None:
    assert [f.fields[field] for f in roles(text)] == ["yes"]


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre belge Paul Durand et son rival Jean Morel ont dîné.",
        "Le ministre belge Jean Morel a dîné. Le porte-parole du ministre belge a parlé.",
        "La députée Les Verts Jean Morel a démissionné.",
    ],
)
def test_a_role_of_somebody_else(text: str, roles: Roles) -> None:
    told = [f for f in roles(text) if f.fields["person"] == "Jean Morel"]
    asked = [f for f in told if f.fields["complete"] and not f.fields["minor"]]
    assert not [f for f in asked if f.target.text != "ministre belge"]


_RAIN = (
    "La pluie a inondé la gare de Metz. Les trains de Metz ne roulent plus. Les voyageurs de la "
    "gare dorment dans les trains. La pluie menace aussi le pont de la gare, la digue, le moulin, "
    "les jardins et les caves : l’inondation de Metz gagne le pont, la digue, le moulin, les "
    "jardins et les caves. "
)


@pytest.mark.parametrize(
    ("text", "minor"),
    [
        ("Anne Leroy, présidente du club de la Dune, a parlé.", "yes"),
        ("Anne Leroy, présidente du club de la Dune, a parlé. « Oui », dit Anne Leroy.", "yes"),
        ("Anne Leroy, députée de Brest, a parlé.", "yes"),
        ("Anne Leroy, présidente de la gare de Metz, a parlé.", ""),
        ("Anne Leroy, maire de Marseille, a parlé.", ""),
        ("Anne Leroy, présidente du Parti socialiste, a parlé.", ""),
        ("La présidente lituanienne Anne Leroy a parlé.", ""),
        ("Anne Leroy, ministre de la Santé, a parlé.", ""),
    ],
)
def test_passing(text: str, minor: str, roles: Roles) -> None:
    assert [f.fields["minor"] for f in roles(_RAIN + text)] == [minor]


def test_a_role_may_end_a_text_that_has_no_full_stop(roles: Roles) -> None:
    (told,) = roles("Le pont de Lens est ouvert. Anne Leroy, maire socialiste")
    assert told.fields["answer"] == "maire socialiste"
