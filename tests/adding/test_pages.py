"""Saved pages, written for these tests in the manner of the press: menus, banners, captions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("trafilatura", reason="the extra [web] is not installed")

from quizgen.adding.pages import read_page
from quizgen.errors import QuizgenError

PAGES = Path(__file__).parents[1] / "cases" / "pages"


def read(name: str):
    return read_page((PAGES / name).read_bytes(), name)


def test_a_regional_paper():
    details, body = read("regional.html")
    assert details.title == "Brumeval rouvre son pont après huit mois de travaux"
    assert details.published == date(2026, 5, 4)  # not the day on which it was changed
    assert (details.publisher, details.author) == ("La Gazette de Brumeval", "Sabine Orvault")
    assert details.url == "https://gazette.example/brumeval/pont-des-meuniers-rouvert-4821"
    assert details.language == "fr"
    assert body.split("\n\n") == [
        "Fermé en septembre, le pont des Meuniers est de nouveau ouvert aux voitures depuis lundi. "
        "Le chantier a coûté 2,3 millions d’euros à la ville.",
        "Les premiers automobilistes ont traversé la rivière à 7 heures. « Nous avons gagné trois "
        "semaines sur le calendrier », a déclaré la maire, Odile Fontaubert, devant une centaine "
        "d’habitants.",
        "## Un trafic de 9 000 véhicules par jour",
        "Avant sa fermeture, l’ouvrage voyait passer 9 000 véhicules par jour. Les commerçants de "
        "la rue du Port estiment avoir perdu 15 % de leur chiffre d’affaires pendant les travaux.",
        "Une piste cyclable longue de 180 mètres a été ajoutée du côté nord. Elle ouvrira au "
        "public le 15 juin 2026.\n",
    ]


def test_an_old_layout_of_tables_and_columns():
    details, body = read("agency.html")
    assert details.title == "La pêche au thon limitée dans le golfe de Lorme"
    assert details.published == date(2026, 2, 17)
    assert details.author == "Dépêches Armor"
    paragraphs = body.strip().split("\n\n")
    assert paragraphs[0].startswith("PORT-LORME (Armor) – Le gouvernement a annoncé mardi")
    assert paragraphs[3] == "Nous ne demandons pas l’aumône, nous demandons du temps."
    assert paragraphs[-1].endswith("divisée par deux en dix ans.")
    for menu in ("Accueil", "Météo", "Les plus lus", "Tous droits réservés", "Valdor"):
        assert menu not in body


def test_a_page_in_an_old_encoding_with_a_list():
    details, body = read("magazine.html")
    assert details.title == "À Cendrelle, les élèves plantent une forêt"
    assert (details.publisher, details.author) == ("Terres & Cités", "Lucien Bréval")
    assert details.published == date(2025, 11, 21)
    assert body.startswith("Depuis trois ans, les 412 élèves du collège Jean-Ferrand plantent")
    assert "\n\n- payer un garde forestier ;\n\n" in body
    assert "\n\n## La région double la mise\n\n" in body
    for menu in ("Connexion", "Climat", "Qui sommes-nous", "Publicité", "Éducation"):
        assert menu not in body


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><nav>Menu</nav></body></html>"])
def test_a_page_without_an_article(page):
    with pytest.raises(QuizgenError, match=r"^a\.html: no article is found on this page$"):
        read_page(page, "a.html")
