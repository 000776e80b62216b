"""The lock as a file that people keep in git."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import date

import pytest

from quizgen.cards import Card
from quizgen.errors import QuizgenError
from quizgen.lock import Entry, Lock, Mark, key_of, lock_path, read_lock, write_lock
from quizgen.model import Source, Span

NASTY = 'a "b" <script> {{c1::x}}\u2028\x85 \ud800 🦉 עברית\nz'
SOURCE = Source(
    id="lac",
    path="sources/lac.md",
    body="…",
    blocks=(),
    language="fr",
    title=NASTY,
    author="A. B.",
    published=date(2026, 5, 11),
)
CARD = Card(
    id="5a22",
    kind="basic",
    rule="fr.count",
    fact="count",
    question="Combien ?",
    answer="12",
    answer_span=Span(107, 109, "12"),
    evidence=Span(100, 112, "Il y en a 12"),
    score=0.7,
    source=SOURCE,
)
CARDS = (
    CARD,
    replace(CARD, id="77ab", kind="cloze", cloze=f"Il {{{{c1::12}}}} {NASTY}", context=NASTY),
    replace(CARD, id="0c11", kind="choice", choices=("12", "13", NASTY), answer_span=None),
    replace(CARD, id="own card", source=None),
)


def lock_of(*cards, retired=()):
    notes = {
        key_of(c): Entry(c, Mark(f"h{c.id}", 1_778_486_400), c in retired) for c in cards + retired
    }
    return Lock("Actualité::Lacs", {"basic": Mark("b0", 5), "choice": Mark("c0", 9)}, notes)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "lacs.lock"


def test_it_stands_beside_the_spec(tmp_path):
    assert lock_path(tmp_path / "lacs.brume.yaml") == tmp_path / "lacs.brume.lock"


def test_without_a_file_nothing_was_published(path):
    assert read_lock(path) == Lock()


def test_what_was_published_is_read_back(path):
    write_lock(path, lock_of(*CARDS, retired=(replace(CARD, id="ffff"),)))
    found = read_lock(path)
    assert found.deck == "Actualité::Lacs"
    assert found.layouts == {"basic": Mark("b0", 5), "choice": Mark("c0", 9)}
    assert [key for key, entry in found.notes.items() if entry.retired] == [("ffff", "basic")]
    for card in CARDS:
        entry = found.notes[key_of(card)]
        assert entry.mark == Mark(f"h{card.id}", 1_778_486_400)
        for name in ("id", "kind", "fact", "question", "answer", "choices", "cloze", "context"):
            assert getattr(entry.card, name) == getattr(card, name)
        assert entry.card.evidence.text == card.evidence.text
    assert found.notes["5a22", "basic"].card.answer_span == Span(7, 9, " a")
    source = found.notes["5a22", "basic"].card.source
    assert replace(source, path=SOURCE.path, body=SOURCE.body) == SOURCE


def test_written_again_it_is_the_same(path):
    write_lock(path, lock_of(*CARDS, retired=(replace(CARD, id="ffff"),)))
    first = path.read_bytes()
    write_lock(path, read_lock(path))
    assert path.read_bytes() == first


def test_one_line_a_note_in_the_order_of_ids(path):
    write_lock(path, lock_of(*CARDS))
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[0] == '{"lock": 1, "deck": "Actualité::Lacs"}'
    assert lines[1] == '{"layout": "basic", "hash": "b0", "changed": "1970-01-01T00:00:05Z"}'
    assert [line.partition(",")[0] for line in lines[3:]] == [
        '{"note": "0c11"', '{"note": "5a22"', '{"note": "77ab"', '{"note": "own card"', "",
    ]  # fmt: skip
    assert lines[4].startswith(
        '{"note": "5a22", "kind": "basic", "hash": "h5a22", "changed": "2026-05-11T08:00:00Z", '
        '"fact": "count", "question": "Combien ?", "answer": "12", '
    )


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_git_merges_two_branches_that_add_cards(path):
    bases = tuple(replace(CARD, id=f"{number}0") for number in range(1, 9))
    versions = {
        "base": lock_of(*bases),
        "ours": lock_of(*bases, replace(CARD, id="25")),
        "theirs": lock_of(*bases, replace(CARD, id="75")),
    }
    for name, lock in versions.items():
        write_lock(path.with_name(name), lock)
    merge = ["git", "merge-file", "ours", "base", "theirs"]
    subprocess.run(merge, cwd=path.parent, check=True)
    merged = read_lock(path.with_name("ours"))
    assert {card_id for card_id, _ in merged.notes} >= {"25", "75"}
    assert len(merged.notes) == 10


HEAD = '{"lock": 1, "deck": "A"}'
NOTE = {
    "note": "a",
    "kind": "basic",
    "hash": "h",
    "changed": "2026-05-11T00:00:00Z",
    "question": "Quoi ?",
    "answer": "x",
    "evidence": "Oui x.",
}
LINE = json.dumps(NOTE)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "1: not JSON"),
        ('{"lock": 2, "deck": "A"}', "1: this is no lock of format 1"),
        (LINE, "1: this is no lock of format 1"),
        ('{"lock": 1}', "1: 'deck' must be text and not empty"),
        (f"{HEAD}\n<<<<<<< HEAD\n{LINE}\n=======\n", "2: a merge conflict was left here"),
        (f"{HEAD}\n\n{LINE}\n>>>>>>> b\n", "4: a merge conflict was left here"),
        (f"{HEAD}\n{LINE}\n{LINE}\n", "3: this stands here twice (keep the lines of both"),
        (f"{HEAD}\n{LINE[:60]}\n", "2: not JSON"),
        (f"{HEAD}\n{'[' * 100_000}\n", "2: not JSON"),
        (f"{HEAD}\n[1]\n", "2: this is no JSON object"),
    ],
)
def test_a_broken_file_is_told_with_its_line(path, text, said):
    path.write_text(text, encoding="utf-8")
    with pytest.raises(QuizgenError) as error:
        read_lock(path)
    assert str(error.value).startswith(f"{path}:{said}")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"kind": "base"}, "'kind' must be one of basic, cloze, choice"),
        ({"changed": "2026-15-11T00:00:00Z"}, "'changed' must be a time like"),
        ({"changed": "1969-05-11T00:00:00Z"}, "'changed' must be a time like"),
        ({"hash": None}, "'hash' must be text and not empty"),
        ({"qestion": "Quoi ?"}, "unknown key 'qestion'"),
        ({"answer": 3}, "'answer' must be text"),
        ({"choices": "abc"}, "'choices' must be a list of texts"),
        ({"choices": [1, 2]}, "'choices' must be a list of texts"),
        ({"marked": [2, 99]}, "'marked' must be two offsets"),
        ({"marked": [2]}, "'marked' must be two offsets"),
        ({"source": 3}, "'source' must be an object"),
        ({"source": {"published": "hier"}}, "'published' must be a day like"),
        ({"source": {"body": "…"}}, "unknown key 'body'"),
        ({"retired": 1}, "'retired' must be true or false"),
    ],
)
def test_a_wrong_value_is_told_with_its_line(path, wrong, said):
    path.write_text(f"{HEAD}\n{json.dumps(NOTE | wrong)}\n", encoding="utf-8")
    with pytest.raises(QuizgenError) as error:
        read_lock(path)
    assert str(error.value).startswith(f"{path}:2: {said}")


def test_a_lock_that_is_no_text_is_told(path):
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(QuizgenError, match="not UTF-8"):
        read_lock(path)


def test_line_ends_of_another_system_do_not_matter(path):
    write_lock(path, lock_of(*CARDS))
    expected = read_lock(path)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_lock(path) == expected
