"""Sentences that may not carry a gap, each with the reason why; and some that may."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgen.analysis import analyse
from quizgen.facts import find_facts
from quizgen.language import Language
from quizgen.model import Source
from quizgen.questions import make_cards

Make = Callable[[str], Source]


def gaps(text: str, french: Language, make_source: Make) -> tuple[set[str], set[str]]:
    """The sentences with a gap that a text gives, and why others were not made."""
    document = analyse(make_source(text), french)
    cards, silences = make_cards(document, find_facts(document, french), french)
    made = {c.question.replace("\u00a0", " ") for c in cards if c.kind == "cloze"}
    return made, {s.reason for s in silences if s.rule.startswith("fr.gap.")}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("En 2019, un habitant de Lens sur trois (34 %) a pris le train.", "a gap inside brackets"),
        (
            "En 2019, la ville de Lens a vendu des terrains de 300 hectares (soit 420 stades).",
            "the figure in brackets tells the answer",
        ),
        (
            "En 2019, dans les comptes de Lens, 53 % des impôts venaient du port, 47 % de la gare.",
            "the whole, or what another share leaves of it",
        ),
        (
            "En 2019, les ouvriers de Lens ont fait grève deux jours par semaine, soit 36 jours.",
            "« soit »: the figure only restates another",
        ),
        (
            "« En 2019, nos clients de Lens ont acheté 400 bateaux », a dit le directeur du port.",
            "« nos »: whoever speaks is not known by it",
        ),
        (
            "« C’est le poids de 300 tonnes de sable en 2019 », a dit la géologue Anne Leroy.",
            "« C’ » points back",
        ),
        (
            "Le maire Paul Durand a parlé. « Dès 2021, la croissance de la ville de Lens doit"
            " dépasser 3 % », a-t-il précisé.",
            "« -t-il » stands for something unknown",
        ),
        (
            "En 2019, la ville de Lens a également perdu près de 400 emplois dans le textile.",
            "« également » adds to another sentence",
        ),
        (
            "Quelque 400 habitants de la ville de Lens ont depuis quitté la plaine de la Scarpe.",
            "« depuis » counts from another sentence",
        ),
        (
            "La ville de Lens) a perdu en 2019 près de 400 emplois dans le textile.",
            "unbalanced marks: La ville de Lens) a perdu en 2019 près de […] emplois dans le"
            " textile. → 400",
        ),
        (
            "Depuis, 400 habitants de la ville de Lens sont partis vivre près de la mer en 2019.",
            "« Depuis » goes on from another sentence",
        ),
        (
            "La banque Nordis illustre bien cette reprise : en 2025, elle a ouvert une usine de"
            " 300 hectares à Lens.",
            "« elle » has no noun in its sentence",
        ),
        (
            "En 2019, le club de Lens comptait parmi ses membres 40 hommes, 12 femmes et un âne.",
            "one of several numbers side by side",
        ),
        (
            "La ville de Metz lui rembourse une amende de 400 euros pour la course de 2019.",
            "« lui » has no noun in its sentence",
        ),
        (
            "En 2019, la mairie de Lens a loué le vieux moteur V8 6,2 litres au musée de Metz.",
            "« V8 » and the figure are one name",
        ),
        (
            "Le port de Lens sera fermé en 2019 entre 8 heures et 18 heures pour une course.",
            "one end of a time",
        ),
        (
            "En 2019, la mairie de Lens a perdu 40 bancs au cours des trois derniers mois.",
            "« derniers »: counted from somewhere else",
        ),
    ],
)
def test_no_gap(text: str, reason: str, french: Language, make_source: Make) -> None:
    assert reason in gaps(text, french, make_source)[1]


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        (
            "En effet, la grève, suivie notamment par 120 conducteurs de trains de Lens, a duré"
            " tout l’été 2019.",
            "La grève, suivie notamment par […] conducteurs de trains de Lens, a duré tout l’été"
            " 2019.",
        ),
        (
            "La grève de 400 ouvriers de Lens a, en revanche, perturbé le trafic en 2019.",
            "La grève de […] ouvriers de Lens a perturbé le trafic en 2019.",
        ),
        (
            "La ville de Lens a perdu la moitié de ses usines. En 2019, elle a fermé un terrain de"
            " 300 hectares au bord de la mer.",
            "La ville de Lens a perdu la moitié de ses usines. En 2019, elle a fermé un terrain de"
            " […] hectares au bord de la mer.",
        ),
        (
            "Le club de Lens joue en bleu. La grève de 400 ouvriers du port a perturbé le trafic en"
            " 2019.",
            "La grève de […] ouvriers du port a perturbé le trafic en 2019.",
        ),
        (
            "Un orage a détruit, dans le sud de la Corse (près de Bonifacio), une forêt de plus de"
            " 300 hectares en 2020.",
            "Un orage a détruit, dans le sud de la Corse (près de Bonifacio), une forêt de plus de"
            " […] hectares en 2020.",
        ),
    ],
)
def test_a_sentence_stays_whole(text: str, gap: str, french: Language, make_source: Make) -> None:
    assert gap in gaps(text, french, make_source)[0]


@pytest.mark.parametrize(
    "text",
    [
        "La ville de Lens se trouve en 2020 à 300 kilomètres de la mer du Nord et du port.",
        "En 2020, Anne Leroy, 39 ans, boulangère à Lens, a voté contre le projet de stade.",
        "En 2020, les élèves de Lens n’ont eu ni cahiers, ni livres, ni tables, mais des ardoises.",
    ],
)
def test_trifles_are_no_gaps(text: str, french: Language, make_source: Make) -> None:
    kinds = ("[…] kilomètres", "[…] ans", "n’ont eu […]")
    assert not [g for g in gaps(text, french, make_source)[0] if any(k in g for k in kinds)]
