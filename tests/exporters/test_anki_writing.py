"""The package as a file: its bytes, what is refused before it is written, what it costs."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from pkgutil import resolve_name

import pytest

from quizgen import files as files_module
from quizgen.cards import Card, Deck
from quizgen.errors import QuizgenError
from quizgen.exporters import EXPORTERS
from quizgen.exporters.anki import LABELS, export_anki, fingerprints, note_types
from quizgen.exporters.anki.note_types import FIELDS, VERSION, check_references, make_note_type
from quizgen.exporters.anki.times import NOTE_TYPES_CHANGED
from quizgen.exporters.publication import published_on
from quizgen.model import Source, Span

WORDS = {name: name for name in LABELS} | {
    "date": "$day/$month/$year",
    "months": "I II III IV V VI VII VIII IX X XI XII",
}
TEXT = "Le pont mesure 300 mètres."
CARD = Card(
    id="pont:1",
    kind="basic",
    rule="fr.length",
    fact="length",
    question="Combien mesure le pont ?",
    answer="300 mètres",
    answer_span=Span(15, 25, "300 mètres"),
    evidence=Span(0, len(TEXT), TEXT),
    score=1.0,
    source=Source(
        id="pont",
        path="sources/pont.md",
        body=TEXT,
        blocks=(),
        language="fr",
        published=date(2025, 6, 2),
    ),
)
CLOZE = replace(CARD, id="pont:2", kind="cloze", cloze="Le pont mesure {{c1::300 mètres}}.")
CHOICE = replace(CARD, id="pont:3", kind="choice", choices=("200 mètres", "300 mètres"))


def deck_of(*cards: Card) -> Deck:
    return Deck(id="pont", name="Le pont", language="fr", cards=cards)


def test_the_same_deck_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.apkg", "b.apkg"):
        export_anki(deck_of(CARD, CLOZE, CHOICE), tmp_path / name, WORDS)
    assert (tmp_path / "a.apkg").read_bytes() == (tmp_path / "b.apkg").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.apkg", "b.apkg"]


def test_bytes_hang_on_no_hash_seed_and_no_clock(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; sys.path.insert(0, sys.argv[1]);"
        "import test_anki_writing as t;"
        "t.export_anki(t.deck_of(t.CARD, t.CLOZE, t.CHOICE), Path(sys.argv[2]), t.WORDS)"
    )
    written = tmp_path / "other.apkg"
    here = str(Path(__file__).parent)
    subprocess.run([sys.executable, "-c", script, here, str(written)], check=True)
    export_anki(deck_of(CARD, CLOZE, CHOICE), tmp_path / "mine.apkg", WORDS)
    assert written.read_bytes() == (tmp_path / "mine.apkg").read_bytes()


def test_the_package_is_compressed_and_carries_no_clock(tmp_path: Path) -> None:
    export_anki(deck_of(CARD), tmp_path / "a.apkg", WORDS)
    with zipfile.ZipFile(tmp_path / "a.apkg") as archive:
        assert archive.namelist() == ["collection.anki2", "media"]
        assert {info.date_time[0] for info in archive.infolist()} == {1980}
        assert archive.getinfo("collection.anki2").compress_type == zipfile.ZIP_DEFLATED


BAD: Mapping[str, tuple[tuple[Card, ...], str]] = {
    "no question": ((replace(CARD, question=" "),), "'pont:1' has no question"),
    "nothing storable": ((replace(CARD, question="\x00\x1f "),), "'pont:1' has no question"),
    "no answer": ((CARD, replace(CLOZE, answer="")), "'pont:2' has no answer"),
    "no gap": ((replace(CLOZE, cloze="Le pont."),), "'pont:2' hides no words"),
    "empty gap": ((replace(CLOZE, cloze="Le {{c1:: }}."),), "'pont:2' hides no words"),
    "gap without number": ((replace(CLOZE, cloze="{{c0::x}}"),), "'pont:2' hides no words"),
    "same id twice": ((CARD, replace(CARD, question="Autre ?")), "'pont:1' stands twice"),
    "one choice": ((replace(CHOICE, choices=("300 mètres",)),), "'pont:3' has 1 choices"),
    "same choice twice": (
        (replace(CHOICE, choices=("a", "a", "300 mètres")),),
        "'pont:3' offers the same choice twice",
    ),
    "answer not offered": ((replace(CHOICE, choices=("a", "b")),), "'pont:3' does not offer"),
    "empty choice": ((replace(CHOICE, choices=("", "300 mètres")),), "'pont:3' offers an empty"),
}


@pytest.mark.parametrize(("cards", "said"), BAD.values(), ids=BAD)
def test_a_bad_card_is_named_and_nothing_is_written(
    tmp_path: Path, cards: tuple[Card, ...], said: str
) -> None:
    with pytest.raises(QuizgenError) as refusal:
        export_anki(deck_of(*cards), tmp_path / "a.apkg", WORDS)
    assert str(refusal.value).startswith(f"sources/pont.md: card {said}")
    assert not list(tmp_path.iterdir())


def test_nothing_is_written_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    export_anki(deck_of(CARD), tmp_path / "a.apkg", WORDS)
    assert not list((tmp_path / "temporary").iterdir())


def test_a_note_that_no_template_shows_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = note_types._read
    monkeypatch.setattr(note_types, "_read", lambda name: read(name).replace("{{Question}}", ""))
    bare = replace(CARD, source=None)
    with pytest.raises(QuizgenError, match="'pont:1' would be no card in Anki"):
        export_anki(deck_of(bare), tmp_path / "a.apkg", WORDS)
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not files_module._TRIES, reason="this system has no files without a name")
def test_killed_half_way_the_old_package_stays_alone(tmp_path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]);"
        "import test_anki_writing as t; from quizgen import files;"
        "files.os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL);"
        "t.export_anki(t.deck_of(t.CARD, t.CLOZE), Path(sys.argv[2]), t.WORDS)"
    )
    written = tmp_path / "a.apkg"
    export_anki(deck_of(CARD), written, WORDS)
    before = written.read_bytes()
    here = str(Path(__file__).parent)
    done = subprocess.run([sys.executable, "-c", script, here, str(written)], check=False)
    assert done.returncode < 0
    assert written.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.apkg"]


@pytest.mark.parametrize("missing", LABELS)
def test_a_language_without_a_label_is_refused(tmp_path: Path, missing: str) -> None:
    labels = {name: word for name, word in WORDS.items() if name != missing}
    with pytest.raises(QuizgenError, match=missing):
        export_anki(deck_of(CARD), tmp_path / "a.apkg", labels)


@pytest.mark.parametrize("side", ["{{Anwser}}", "{{cloze:Anwser}}", "{{#Anwser}}x{{/Anwser}}"])
def test_a_template_that_asks_for_an_unknown_field_is_refused(side: str) -> None:
    note_type = make_note_type("basic", deck_of(), WORDS)
    sides = replace(note_type.templates[0], back=side)
    with pytest.raises(QuizgenError, match="Anwser"):
        check_references(replace(note_type, templates=(sides,)))


def test_a_date_is_written_as_the_language_writes_it() -> None:
    article = Source("a", "a.md", "", (), "fr")
    for published, written in (
        (date(2025, 3, 1), "first_day/III/2025"),
        (date(2025, 12, 24), "24/XII/2025"),
        (None, ""),
    ):
        assert published_on(replace(article, published=published), WORDS) == written
    assert published_on(replace(article, issued="2025-12"), WORDS) == "XII 2025"


def test_a_fingerprint_moves_with_what_is_written_and_with_nothing_else() -> None:
    before = fingerprints(deck_of(CARD, CLOZE), WORDS)
    moved = fingerprints(deck_of(CLOZE, replace(CARD, score=2.0)), WORDS)
    reworded = fingerprints(deck_of(replace(CARD, question="Quoi ?"), CLOZE), WORDS)
    relabelled = fingerprints(deck_of(CARD, CLOZE), WORDS | {"answer": "Solution"})
    assert moved == before
    assert reworded.note_types == before.note_types
    assert {key for key in before.notes if reworded.notes[key] != before.notes[key]} == {
        (CARD.id, "basic")
    }
    assert relabelled.notes == before.notes
    assert relabelled.note_types["basic"] != before.note_types["basic"]


def test_fields_stand_for_ever() -> None:
    """Anki updates no note of a type whose fields were added or moved: use a spare one."""
    proof = ("Topic", "Evidence", "Context", "Title", "Publisher", "Date", "Address", "Card id")
    later = ("Retired", "Spare1", "Spare2", "Spare3")
    assert {
        "basic": ("Question", "Answer", *proof, "Reversed", *later),
        "cloze": ("Text", "Answer", *proof, *later),
        "choice": ("Question", "Answer", "Choices", *proof, *later),
    } == FIELDS
    assert make_note_type("basic", deck_of(), WORDS).id == BASIC_FRENCH_ID


BASIC_FRENCH_ID = 2111081058735
TEMPLATES_OF_VERSION = (1, date(2026, 11, 24), "70b7dd974015e6a3")


def test_a_changed_template_has_a_new_version() -> None:
    """Collections take templates only from a newer note type: raise VERSION and the day first."""
    folder = files("quizgen.exporters.anki") / "templates"
    content = b"".join(
        path.name.encode() + path.read_bytes()
        for path in sorted(folder.iterdir(), key=lambda path: path.name)
    )
    digest = hashlib.sha256(content).hexdigest()[:16]
    assert (VERSION, NOTE_TYPES_CHANGED, digest) == TEMPLATES_OF_VERSION


def test_cards_run_no_script_and_fetch_nothing() -> None:
    for kind in FIELDS:
        note_type = make_note_type(kind, deck_of(), WORDS)
        sides = "".join(each.front + each.back for each in note_type.templates)
        everything = sides + note_type.css
        assert not [
            word for word in ("<script", "@import", "url(", "onclick") if word in everything
        ]
        assert {".nightMode", ".night_mode"} <= set(note_type.css.replace(",", " ").split())


def test_start_up_does_not_wait_for_the_formats() -> None:
    script = (
        "import sys, quizgen.exporters;"
        "print(*sorted({'genanki', 'jinja2', 'sqlite3', 'zipfile'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.strip() == b""


def test_the_table_of_contents_leads_to_the_exporter(tmp_path: Path) -> None:
    EXPORTERS["apkg"](deck_of(CARD), tmp_path / f"a{EXPORTERS['apkg'].suffix}", WORDS)
    assert zipfile.is_zipfile(tmp_path / "a.apkg")


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_has_its_function(name: str) -> None:
    assert callable(resolve_name(EXPORTERS[name].function))
    assert EXPORTERS[name].suffix == f".{name}"
