"""Whatever a card says, its lock says the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.cards import Card
from quizgen.errors import QuizgenError
from quizgen.lock import Entry, Lock, Mark, key_of, read_lock, write_lock
from quizgen.model import Source, Span

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


@settings(deadline=None)
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


@settings(deadline=None)
@given(cards(), sources)
def test_the_source_of_a_card_is_read_too(card: Card, source: Source) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.lock")
        source = replace(source, path=str(path))
        card = replace(card, source=source)
        write_lock(path, Lock("A", {}, {key_of(card): Entry(card, Mark("h", 1))}))
        (entry,) = read_lock(path).notes.values()
    assert entry.card == card


HEAD = {"lock": 1, "deck": "A"}
KEYS = ("note", "kind", "hash", "changed", "retired", "evidence", "marked", "source", "choices")
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
NOTE = {
    "note": "a",
    "kind": "basic",
    "hash": "h",
    "changed": "2026-05-11T00:00:00Z",
    "evidence": "Oui x.",
}


@settings(deadline=None)
@given(
    st.binary()
    | st.dictionaries(st.sampled_from(KEYS), values).map(
        lambda wrong: "\n".join(map(json.dumps, (HEAD, NOTE | wrong))).encode()
    )
)
def test_whatever_stands_in_a_lock_is_read_or_told(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.lock")
        path.write_bytes(content)
        try:
            said = read_lock(path).deck
        except QuizgenError as told:
            said = told.what if told.path == path else ""
    assert said
