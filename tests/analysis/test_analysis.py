"""Who is who, who says what, what a clause is made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgen.analysis import analyse
from quizgen.language import Language
from quizgen.model import Document, Source

Make = Callable[[str], Source]
Read = Callable[[str], Document]


@pytest.fixture
def read(french: Language, make_source: Make) -> Read:
    return lambda text: analyse(make_source(text), french)


def links(document: Document) -> dict[str, str]:
    """Each mention that is surely linked, by its words."""
    found = {}
    for mention in document.mentions:
        tokens = document.sentences[mention.sentence].tokens
        start, end = tokens[mention.first].start, tokens[mention.last].end
        if mention.entity is not None and mention.sure:
            found[document.source.body[start:end]] = mention.entity.name
    return found


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Julie Moreau dirige le club. Mme Moreau part en mai.", "Moreau", "Julie Moreau"),
        ("Le maire Paul Durand a parlé. Le maire quitte la salle.", "Le maire", "Paul Durand"),
        ("Julie Moreau a gagné. Elle a reçu un prix de la ville.", "Elle", "Julie Moreau"),
        (
            "Le dispositif Alizé protège les côtes. Ce dispositif coûte cher.",
            "Ce dispositif",
            "Alizé",
        ),
        (
            "Une étude du musée de Lille décrit ces îles. Cette étude a duré dix ans.",
            "Cette étude",
            "étude du musée de Lille",
        ),
    ],
)
def test_linked(text: str, words: str, name: str, read: Read) -> None:
    assert links(read(text))[words] == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Julie Moreau et Anne Leroy sont venues. Elle a parlé de ses films.", "Elle"),
        ("Il faut attendre, a dit Paul Durand.", "Il"),
        ("Paul Durand a parlé. « Il viendra », a dit Anne Leroy.", "Il"),
    ],
)
def test_left_open_in_doubt(text: str, words: str, read: Read) -> None:
    assert words not in links(read(text))


@pytest.mark.parametrize(
    ("name", "kind", "text"),
    [
        ("Julie Moreau", "person", "Hier, Julie Moreau a ouvert le bal."),
        ("OFS", "organisation", "Selon l’OFS, les forêts avancent."),
        ("Islande", "place", "Le bateau part pour l’Islande."),
        ("Durand", "person", "M. Durand est venu."),
    ],
)
def test_kinds_of_names(name: str, kind: str, text: str, read: Read) -> None:
    assert {e.name: e.kind for e in read(text).entities}[name] == kind


def test_roles_go_with_their_names(read: Read) -> None:
    text = "La ministre de la Mer Anne Leroy et Paul Durand, maire de Brest, ont signé."
    assert {e.name: e.roles for e in read(text).entities if e.roles} == {
        "Anne Leroy": ("ministre de la Mer",),
        "Paul Durand": ("maire de Brest",),
    }


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("Il a dit « oui » et « non ».", ["oui", "non"]),
        ('Elle crie "assez" puis part.', ["assez"]),
        ("« Il a dit “non” hier », dit-elle.", ["Il a dit “non” hier", "non"]),
        ("« Un début sans fin.\n\nUn autre paragraphe.", ["Un début sans fin."]),
        ("« Premier temps.\n\n« Second temps », dit-il.", ["Premier temps.", "Second temps"]),
    ],
)
def test_quotation_zones(text: str, zones: list[str], read: Read) -> None:
    document = read(text)
    assert [document.source.body[z.start : z.end] for z in document.zones] == zones


def test_a_clause_and_its_constituents(read: Read) -> None:
    document = read("En 2019, la ville de Brest a vendu trois bateaux à un musée.")
    (clause,) = document.clauses
    tokens = document.sentences[0].tokens
    words = {c.role: " ".join(tokens[i].text for i in c.tokens) for c in clause.constituents}
    assert tokens[clause.head].text == "vendu"
    assert words["subject"] == "la ville de Brest"
    assert words["object"] == "trois bateaux"


def test_a_relative_clause_is_about_its_antecedent(read: Read) -> None:
    document = read("Paul Durand, qui dirige le port de Brest, a signé le contrat.")
    relative = next(c for c in document.clauses if c.kind == "relative")
    assert relative.subject is not None
    assert document.sentences[0].tokens[relative.subject.head].text == "Paul"


def test_headings_hold_no_clauses(read: Read) -> None:
    document = read("# Le port vend ses bateaux\n\nLe port de Brest a vendu trois bateaux.")
    assert [document.sentences[c.sentence].heading for c in document.clauses] == [False]
