"""Pictures of cards in the real Anki, for those who change how cards look.

    make screens

It installs Anki beside the project's own tools, makes a deck with a card of every kind, studies
it in Anki without a display, by day and by night, wide and as narrow as a phone, and writes a
picture of each side to build/screens. It is no test: somebody has to look.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import aqt
import yaml
from anki.collection import ImportAnkiPackageRequest
from aqt.profiles import ProfileManager
from aqt.qt import QBuffer
from aqt.theme import Theme
from PIL import Image, ImageChops

from quizgen.cards import Card, Deck
from quizgen.exporters.anki import export_anki
from quizgen.model import Source, Span

OUT = Path(__file__).resolve().parents[1] / "build" / "screens"
WIDTHS = {"wide": 720, "phone": 360}
MARGIN, GAP, GREY = 24, 12, "#b9b9b9"

SOURCE = Source(
    id="festival-science",
    path="",
    body="",
    blocks=(),
    language="fr",
    title="À Villorme, les Rencontres de la mer battent leur record d’affluence",
    publisher="Rédaction quizgen",
    published=date(2026, 5, 11),
    url="https://example.org/villorme",
)


def card(kind: str, fact: str, question: str, answer: str, evidence: str, **more: Any) -> Card:
    """Make a card whose answer stands in its evidence."""
    at = evidence.find(answer)
    span = Span(at, at + len(answer), answer)
    place = Span(0, len(evidence), evidence)
    more |= {"topic": "Villorme, Rencontres de la mer, mai 2026", "source": SOURCE}
    return Card(f"{kind}-{fact}", kind, "", fact, question, answer, span, place, 1.0, **more)


BASIC = card(
    "basic",
    "role",
    "Quelle est la fonction de Bastien Corvelec\u202f?",
    "directeur du Centre d’étude des milieux marins",
    "Née à Villorme, Inès Vauquelmont, 41 ans, avait embarqué avec l’océanographe Bastien "
    "Corvelec, directeur du Centre d’étude des milieux marins (CEMM).",
    context="Une expédition racontée au cinéma",
)
QUOTE = card(
    "basic",
    "quote",
    "Qui a expliqué\u202f: «\u202fJe voulais montrer que la science est d’abord une affaire de "
    "patience\u202f»\u202f?",
    "Inès Vauquelmont",
    "«\u202fJe voulais montrer que la science est d’abord une affaire de patience\u202f», a "
    "expliqué la réalisatrice à l’issue de la projection.",
    context="Une expédition racontée au cinéma",
)
WORDS = (
    "La cinquième édition des Rencontres de la mer, un festival consacré aux sciences marines, a "
    "attiré environ 14\u202f000 visiteurs, contre 11\u202f500 en 2025."
)
CLOZE = card(
    "cloze",
    "count",
    WORDS.replace("environ 14\u202f000", "[…]"),
    "environ 14\u202f000",
    WORDS,
    cloze=WORDS.replace("environ 14\u202f000", "{{c1::environ 14\u202f000}}"),
)
CHOICE = card(
    "choice",
    "place",
    "Où Inès Vauquelmont a-t-elle tourné «\u202fLa Mer sans sommeil\u202f»\u202f?",
    "au large du Groenland",
    "Le public y a découvert «\u202fLa Mer sans sommeil\u202f», un documentaire de 74 minutes "
    "qu’Inès Vauquelmont a tourné au large du Groenland.",
    choices=(
        "au large de l’Islande",
        "dans le port de Villorme",
        "au large du Groenland",
        "au pied du phare des Goélands",
    ),
    context="Une expédition racontée au cinéma",
)
ACRONYM = replace(
    BASIC,
    id="basic-acronym",
    fact="acronym",
    question="Que signifie le sigle CEMM\u202f?",
    answer="Centre d’étude des milieux marins",
    answer_span=replace(BASIC.answer_span, start=BASIC.answer_span.start + 13),
)
DECK = Deck(
    "screens",
    "Actualité::Sciences",
    "fr",
    (BASIC, QUOTE, CLOZE, CHOICE, ACRONYM),
    options={"reversed": frozenset({"acronym"})},
    retired=(replace(QUOTE, id="gone"),),
)
NAMES = ("basic", "quote", "cloze", "choice", "acronym", "reversed", "retired")


def labels() -> dict[str, str]:
    """The French labels, without loading the French pack."""
    text = files("quizgen").joinpath("packs/fr/labels.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def start(folder: str) -> Any:
    """Start Anki on an empty profile and wait until its main window is there."""
    Path(folder, "gldriver6").write_text("software", encoding="utf-8")
    ProfileManager.setDefaultLang = lambda self, _index: self.setLang("fr")  # ask nobody
    app = aqt._run(["anki", "-b", folder, "-l", "fr"], exec=False)
    wait_until(app, lambda: aqt.mw is not None and aqt.mw.state == "deckBrowser")
    rest(app, 2)
    return app


def wait_until(app: Any, done: Callable[[], bool], seconds: float = 20.0) -> None:
    """Let Anki work until something is so."""
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            sys.exit("Anki did not get there in time")
        app.processEvents()
        time.sleep(0.01)


def rest(app: Any, seconds: float) -> None:
    """Let Anki draw."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)


def picture(app: Any) -> Image.Image:
    """Give what the reviewer shows, cut below the last line."""
    rest(app, 0.5)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    aqt.mw.web.grab().toImage().save(buffer, "PNG")
    shown = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    paper = Image.new("RGB", shown.size, shown.getpixel((2, shown.height - 2)))
    drawn = ImageChops.difference(shown, paper).getbbox()
    return shown.crop((0, 0, shown.width, min(shown.height, (drawn[3] if drawn else 0) + MARGIN)))


def side_by_side(front: Image.Image, back: Image.Image) -> Image.Image:
    """Put the two sides of a card on one sheet, in few colours so that the file is small."""
    height = max(front.height, back.height)
    sheet = Image.new("RGB", (front.width + back.width + GAP, height), GREY)
    for left, side in ((0, front), (front.width + GAP, back)):
        sheet.paste(side.getpixel((2, side.height - 2)), (left, 0, left + side.width, height))
        sheet.paste(side, (left, 0))
    return sheet.quantize(64, dither=Image.Dither.NONE)


def shoot(app: Any, number: int) -> Image.Image:
    """Show one card, front and back."""
    reviewer = aqt.mw.reviewer
    reviewer.card = aqt.mw.col.get_card(number)
    reviewer.card.start_timer()
    reviewer._showQuestion()
    front = picture(app)
    reviewer._showAnswer()
    return side_by_side(front, picture(app))


def main() -> None:
    """Make all pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "deck.apkg"
        export_anki(DECK, package, labels())
        app = start(folder)
        mw = aqt.mw
        mw.col.import_anki_package(ImportAnkiPackageRequest(package_path=str(package)))
        cards = mw.col.db.list("select id from cards order by due, ord")
        mw.col.decks.set_current(mw.col.decks.id_for_name(DECK.name))
        mw.moveToState("review")
        wait_until(app, lambda: mw.state == "review")
        rest(app, 2)
        for theme in (Theme.LIGHT, Theme.DARK):
            mw.set_theme(theme)
            for size, width in WIDTHS.items():
                mw.resize(width, 900)
                mw.web.setFixedWidth(width)  # the window itself cannot be as narrow
                for name, number in zip(NAMES, cards, strict=True):
                    sheet = shoot(app, number)
                    sheet.save(OUT / f"{name}-{size}-{theme.name.lower()}.png", optimize=True)
        mw.unloadProfileAndExit()
        rest(app, 0.5)


if __name__ == "__main__":
    main()
