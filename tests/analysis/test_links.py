"""To whom pronouns, roles and « celui-ci » are linked, and when nobody can be sure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgen.analysis import analyse
from quizgen.language import Language
from quizgen.model import Document, Source

Read = Callable[[str], Document]


@pytest.fixture
def read(french: Language, make_source: Callable[[str], Source]) -> Read:
    return lambda text: analyse(make_source(text), french)


def sure_links(document: Document) -> dict[str, str]:
    """Each mention that is surely linked, names apart, by its words."""
    found = {}
    for mention in document.mentions:
        tokens = document.sentences[mention.sentence].tokens
        words = document.source.body[tokens[mention.first].start : tokens[mention.last].end]
        if mention.kind != "name" and mention.sure and mention.entity is not None:
            found[words] = mention.entity.name
    return found


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Le maire Paul Durand a reçu la presse. Il a promis un parc.", "Il", "Paul Durand"),
        (
            "Anne Leroy a vendu une maison, mais elle a gardé le jardin.",
            "elle",
            "Anne Leroy",
        ),
        (
            "Anne Leroy est partie avec le géologue Paul Durand. Celui-ci a montré ses cartes.",
            "Celui-ci",
            "Paul Durand",
        ),
        ("Anne Leroy a cité Paul Durand. Ce dernier a souri.", "Ce dernier", "Paul Durand"),
        (
            "Le ministre Jean Roy et le premier ministre Paul Durand ont signé. "
            "Le premier ministre est reparti.",
            "Le premier ministre",
            "Paul Durand",
        ),
    ],
)
def test_sure(text: str, words: str, name: str, read: Read) -> None:
    assert sure_links(read(text)).get(words) == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # what is named beside it under the same verb
        ("La crise a été longue. En Europe occidentale, elle a pris fin en 2016.", "elle"),
        # nobody is meant
        ("Paul Durand est jugé. Il est reproché à M. Durand un vol.", "Il"),
        ("Paul Durand monte sur scène. Il est 22 heures.", "Il"),
        ("Paul Durand se tait. Il ne fait guère de doute que le vote aura lieu.", "il"),
        # something else has been the subject since
        ("Anne Leroy a souri. L’activité a reculé. Elle s’est redressée en mai.", "Elle"),
        ("Paul Durand est absent. Le gouvernement hésite. Il attend un avis.", "Il"),
        # the teller may not be what is told of
        ("« Ce départ est un choix », a assuré Paul Durand. Il permettra de bâtir.", "Il"),
        # somebody else has been named since, whoever the article is about
        (
            "Paul Durand a gagné. Paul Durand a parlé au soir du vote. "
            "La foule acclamait aussi Jean Roy. Il a souri.",
            "Il",
        ),
        # who only stands behind a preposition
        ("La valse a été écrite en 1964 pour Paul Durand. Il passe à la radio.", "Il"),
        # whose spokesman somebody is
        (
            "Paul Durand, porte-parole du premier ministre, a parlé. Le premier ministre a souri.",
            "Le premier ministre",
        ),
        # whoever is named behind a participle
        (
            "Le premier ministre Jean Roy est parti. "
            "Le premier ministre désigné Paul Durand a entamé des consultations.",
            "Le premier ministre",
        ),
        # two may be meant
        ("Paul Durand, acteur, salue Jean Roy. L’acteur s’en va.", "L’acteur"),
        ("« Cet accord est bon », dit Anne Leroy de l’accord de pêche.", "Cet accord"),
    ],
)
def test_in_doubt(text: str, words: str, read: Read) -> None:
    assert words not in sure_links(read(text))


def test_what_is_no_inquiry_is_no_study(read: Read) -> None:
    text = "L’hypothèse des chercheurs de Lyon est audacieuse. L’étude a duré dix ans."
    assert "L’étude" not in sure_links(read(text))


def test_by_comparison_is_no_report(read: Read) -> None:
    text = "Les prix montent par rapport aux salaires. Les auteurs du rapport le disent."
    assert "du rapport" not in sure_links(read(text))
