"""Time and size of an Anki package of 10,000 notes beside bare genanki: medians of several runs.

make bench
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import genanki
from bench import line

from quizgen.cards import Card, Deck
from quizgen.exporters.anki import export_anki
from quizgen.exporters.anki.export import prepare
from quizgen.exporters.anki.note_types import NoteType
from quizgen.exporters.anki.notes import Note
from quizgen.model import Source, Span
from quizgen.packs import load_language

NOTES = 10_000
RUNS = 7


def make_deck() -> Deck:
    """Make cards of all kinds, each with words of its own, from a hundred articles."""
    return Deck("bench", "Bench::Anki", "fr", tuple(_card(number) for number in range(NOTES)))


def _card(number: int) -> Card:
    article, answer = number // 100, f"{number * 7919 % 100_003} habitants"
    source = Source(
        id=f"article-{article}",
        path="",
        body="",
        blocks=(),
        language="fr",
        title=f"La commune n°{article} & ses <voisines> font leurs comptes",
        publisher="Gazette d’essai",
        url=f"https://example.org/{article}",
    )
    evidence = f"Au recensement n°{number}, la commune comptait « {answer} », selon la mairie."
    at = evidence.index(answer)
    kind = ("basic", "basic", "cloze", "choice")[number % 4]
    return Card(
        id=f"{number:016x}",
        kind=kind,
        rule="",
        fact="count",
        question=f"Combien d’habitants la commune comptait-elle au recensement n°{number} ?",
        answer=answer,
        answer_span=Span(at, at + len(answer), answer),
        evidence=Span(0, len(evidence), evidence),
        score=0.5,
        choices=(answer, "12 habitants", f"{number} maires") if kind == "choice" else (),
        cloze=evidence.replace(answer, f"{{{{c1::{answer}}}}}") if kind == "cloze" else "",
        context="Les comptes",
        source=source,
    )


def write_bare(notes: tuple[Note, ...], path: Path) -> None:
    """Write notes whose fields are ready as anybody would with genanki."""
    models = {note.note_type.id: _model(note.note_type) for note in notes}
    deck = genanki.Deck(1_234_567_890, "Bench::Anki")
    for note in notes:
        deck.add_note(
            genanki.Note(
                model=models[note.note_type.id],
                fields=list(note.fields),
                tags=list(note.tags),
                guid=note.guid,
            )
        )
    genanki.Package(deck).write_to_file(str(path))


def _model(note_type: NoteType) -> genanki.Model:
    return genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": name} for _, name in note_type.fields],
        templates=[
            {"name": each.name, "qfmt": each.front, "afmt": each.back}
            for each in note_type.templates
        ],
        css=note_type.css,
        model_type=int(note_type.kind == "cloze"),
    )


def seconds(act: Callable[[], None]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    labels = load_language("fr").labels
    deck = make_deck()
    notes = prepare([(deck, labels)])[0]
    with tempfile.TemporaryDirectory() as folder:
        ours, again, bare = (Path(folder, name) for name in ("a.apkg", "b.apkg", "bare.apkg"))
        mine, theirs = [], []
        for _ in range(RUNS):
            mine.append(seconds(lambda: export_anki(deck, ours, labels)))
            theirs.append(seconds(lambda: write_bare(notes, bare)))
        export_anki(deck, again, labels)
        ratio = median(mine) / median(theirs)
        cells = (f"{median(mine):.2f} s", f"{median(theirs):.2f} s", f"{ratio:.2f}", "2.0")
        line("", "quizgen", "bare genanki", "ratio", "bound", good=True)
        line(f"Anki package of {NOTES:,} notes", *cells, good=ratio <= 2)
        sizes = [path.stat().st_size for path in (ours, bare)]
        share = sizes[0] / sizes[1]
        cells = (f"{sizes[0] / 1e6:.2f} MB", f"{sizes[1] / 1e6:.2f} MB", f"{share:.2f}", "0.33")
        line("  its size", *cells, good=share <= 1 / 3)
        same = ours.read_bytes() == again.read_bytes()
        line("  its bytes, written twice", "the same" if same else "other", "", "", "", good=same)


if __name__ == "__main__":
    main()
