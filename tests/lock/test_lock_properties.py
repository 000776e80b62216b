"""Whatever a card says, its lock says the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from quizgen.lock import Entry, Lock, Mark, key_of, read_lock, write_lock
from quizgen.model import Card, Source, Span

some = st.text(st.characters(), min_size=1)
times = st.integers(1, 10**11)
sources = st.builds(
    Source,
    id=some,
    path=st.just(""),
    body=st.just(""),
    blocks=st.just(()),
    language=some,
    title=st.text(),
    published=st.none() | st.dates(min_value=date(1, 1, 1)),
    url=st.text(),
)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    evidence = draw(some)
    start = draw(st.integers(0, len(evidence) - 1))
    end = draw(st.integers(start + 1, len(evidence)))
    return Card(
        id=draw(some),
        kind=draw(st.sampled_from(("basic", "cloze", "choice"))),
        rule="",
        fact=draw(st.text()),
        question=draw(st.text()),
        answer=draw(st.text()),
        answer_span=draw(st.none() | st.just(Span(start, end, evidence[start:end]))),
        evidence=Span(0, len(evidence), evidence),
        score=0.0,
        choices=tuple(draw(st.lists(st.text()))),
        cloze=draw(st.text()),
        context=draw(st.text()),
        topic=draw(st.text()),
    )


@given(some, st.lists(cards(), unique_by=key_of), some, times, st.booleans())
def test_what_is_written_is_read(
    deck: str, made: list[Card], digest: str, changed: int, retired: bool
) -> None:
    mark = Mark(digest, changed)
    notes = {key_of(card): Entry(card, mark, retired) for card in made}
    lock = Lock(deck, {"basic": mark}, notes)
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.lock")
        write_lock(path, lock)
        assert read_lock(path) == lock


@given(cards(), sources)
def test_the_source_of_a_card_is_read_too(card: Card, source: Source) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.lock")
        source = replace(source, path=str(path))
        card = replace(card, source=source)
        write_lock(path, Lock("A", {}, {key_of(card): Entry(card, Mark("h", 1))}))
        (entry,) = read_lock(path).notes.values()
    assert entry.card == card
