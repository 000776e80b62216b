"""Questions from clauses: which nouns tell what is meant, what stays with a figure, what is cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgen.analysis import analyse
from quizgen.facts import find_facts
from quizgen.language import Language
from quizgen.model import Source
from quizgen.questions import make_cards

Make = Callable[[str], Source]


def asked(text: str, french: Language, make_source: Make) -> dict[str, str]:
    """The questions that a text gives, without gaps, each with its answer."""
    document = analyse(make_source(text), french)
    cards, _ = make_cards(document, find_facts(document, french), french)
    return {c.question.replace("\u00a0", " "): c.answer for c in cards if c.kind == "basic"}


@pytest.mark.parametrize(
    "text",
    [
        # brought up as new: « les voleurs » are these two
        "Deux voleurs ont cassé une vitrine de Lens. Les voleurs ont été arrêtés en 2019.",
        # stands for another word
        "Le trio a enregistré en 2019 un disque de chansons bretonnes.",
        "Au port de Brest, la parade a duré deux heures.",
        # how many, not which
        "Quatre régions ont interdit la pêche à la sardine en 2019.",
        # half a name
        "En 2019, M. Durand a fermé la plus vieille gare de Bretagne.",
    ],
)
def test_a_noun_that_does_not_say_which_withholds(
    text: str, french: Language, make_source: Make
) -> None:
    assert not [q for q in asked(text, french, make_source) if "En quelle année" in q]


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (  # by the name that told it
            "Le typhon Bolaven a touché la Corée. Le typhon a détruit la digue de Pusan en 2012.",
            "En quelle année le typhon Bolaven a-t-il détruit la digue de Pusan ?",
            "2012",
        ),
        (  # there is but one
            "Un gouvernement tombe. Le gouvernement a fermé la gare de Brest en 2012.",
            "En quelle année le gouvernement a-t-il fermé la gare de Brest ?",
            "2012",
        ),
        (  # a time is no part of what is counted
            "Le zoo de Lens a accueilli 570 000 visiteurs en 2019.",
            "Combien de visiteurs le zoo de Lens a-t-il accueillis en 2019 ?",
            "570 000",
        ),
        (
            "Plus de 300 cas de rougeole ont été recensés à Lens en 2019.",
            "Combien de cas de rougeole ont été recensés à Lens en 2019 ?",
            "plus de 300",
        ),
        (
            "La pension de la ville de Lens s’élève à 555 euros par mois.",
            "À combien la pension de la ville de Lens s’élève-t-elle ?",
            "555 euros par mois",
        ),
    ],
)
def test_what_tells_which_is_said(
    text: str, question: str, answer: str, french: Language, make_source: Make
) -> None:
    assert asked(text, french, make_source).get(question) == answer
