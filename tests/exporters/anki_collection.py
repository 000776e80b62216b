"""A real collection of Anki, and what a learner sees in it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from anki_cards import LABELS

from quizgen.cards import Card, Deck
from quizgen.exporters.anki import export_anki
from quizgen.exporters.anki.identity import guid

Publish = Callable[[Deck], Any]


def take_in(anki: Any, deck: Deck, path: Path, labels: Mapping[str, str] = LABELS) -> Any:
    """Export the deck, import the package with Anki's default options, and give its log."""
    export_anki(deck, path / "deck.apkg", labels)
    return import_package(anki, path / "deck.apkg")


def import_package(anki: Any, package: Path, **other: Any) -> Any:
    """Import a package with Anki's default options, unless others are given, and give its log."""
    from anki.collection import ImportAnkiPackageRequest

    options = anki._backend.get_import_anki_package_presets()
    for name, value in other.items():
        setattr(options, name, value)
    request = ImportAnkiPackageRequest(package_path=str(package), options=options)
    log = anki.import_anki_package(request).log
    anki.models._clear_cache()
    return log


def note_of(anki: Any, card: Card) -> Any:
    return anki.get_note(anki.db.scalar("select id from notes where guid = ?", guid(card)))


def our_note_types(anki: Any) -> list[str]:
    return [t.name for t in anki.models.all_names_and_ids() if "quizgen" in t.name]


def shown(fragment: str) -> str:
    """The words of some HTML, as a reader sees them, without the article's title on top."""
    fragment = re.sub(r'<div class="topic">.*?</div>', "", fragment)
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", "", fragment, flags=re.DOTALL)
    return " ".join(html.unescape(bare).split())


def sides(anki: Any, card: Card) -> tuple[str, str]:
    (only,) = note_of(anki, card).cards()
    return only.question(), only.answer()


def study(anki: Any, card: Card) -> dict[str, Any]:
    """Answer a card twice, and give what Anki knows of it then."""
    (studied,) = note_of(anki, card).cards()
    for _ in range(2):
        studied.start_timer()
        anki.sched.answerCard(studied, 3)
        studied.load()
    return schedule(anki, card)


def schedule(anki: Any, card: Card) -> dict[str, Any]:
    (known,) = note_of(anki, card).cards()
    names = ("id", "type", "queue", "ivl", "due", "reps", "lapses", "factor", "did")
    reviews = anki.db.scalar("select count() from revlog where cid = ?", known.id)
    return {name: getattr(known, name) for name in names} | {"reviews": reviews}


def numbers(log: Any) -> tuple[int, int, int, int]:
    return len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)
