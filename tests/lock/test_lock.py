"""What the next build knows of the last one: what changed, when, and what is gone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgen.cards import Card, Deck
from quizgen.lock import Lock, Mark, compare, dated, key_of, renew, with_retired
from quizgen.model import Span

LONG_AGO, TODAY, TOMORROW = 1_700_000_000, 1_800_000_000, 1_800_086_400


def card(name, question="Quoi ?", kind="basic"):
    return Card(name, kind, "fr.rule", "count", question, "12", None, Span(0, 4, "Oui."), 1.0)


def deck(*cards, name="Lacs"):
    return Deck("lacs", name, "fr", cards)


def build(lock, made, now=TODAY, style="plain"):
    """Renew a lock, with the question in place of a hash."""
    whole = with_retired(made, lock)
    every = [(each, "") for each in whole.cards] + [(each, " (retired)") for each in whole.retired]
    notes = {key_of(each): (each.question + gone, LONG_AGO) for each, gone in every}
    layouts = {each.kind: (style, LONG_AGO) for each, _ in every}
    new = renew(lock, whole, notes, layouts, now)
    return new, dated(whole, new)


def times(made):
    return {each.id: each.changed for each in (*made.cards, *made.retired)}


def test_at_first_everything_is_as_old_as_the_exporter_says():
    lock, made = build(Lock(), deck(card("a"), card("b")))
    assert times(made) == {"a": LONG_AGO, "b": LONG_AGO}
    assert made.changed == {"basic": LONG_AGO}
    assert lock.deck == "Lacs"
    assert made.retired == ()


def test_what_did_not_change_keeps_its_entry():
    lock, made = build(Lock(), deck(card("a"), card("b")))
    again, made_again = build(lock, deck(replace(card("b"), score=9.0), card("a")), TOMORROW)
    assert again == lock
    assert times(made_again) == times(made)
    assert [each.id for each in made_again.cards] == ["b", "a"]


def test_only_what_changed_gets_a_new_time():
    lock, _ = build(Lock(), deck(card("a"), card("b")))
    lock, made = build(lock, deck(card("a", "Combien ?"), card("b")))
    assert times(made) == {"a": TODAY, "b": LONG_AGO}
    assert made.changed == {"basic": LONG_AGO}


def test_a_new_card_is_as_old_as_its_source_whenever_it_comes():
    lock, _ = build(Lock(), deck(card("a")))
    _, made = build(lock, deck(card("a"), card("b")), TOMORROW)
    assert times(made) == {"a": LONG_AGO, "b": LONG_AGO}


def test_a_clock_that_goes_wrong_still_gives_a_newer_time():
    lock, _ = build(Lock(), deck(card("a")))
    lock, _ = build(lock, deck(card("a", "Combien ?")), TODAY)
    _, made = build(lock, deck(card("a", "Lequel ?")), now=12)
    assert times(made) == {"a": TODAY + 1}


def test_a_new_style_dates_the_layout_and_no_card():
    lock, _ = build(Lock(), deck(card("a")))
    lock, made = build(lock, deck(card("a")), style="pretty")
    assert (made.changed, times(made)) == ({"basic": TODAY}, {"a": LONG_AGO})
    assert lock.layouts == {"basic": Mark("pretty", TODAY)}


def test_a_card_that_is_gone_stays_as_a_retired_one():
    lock, _ = build(Lock(), deck(card("a"), card("b")))
    lock, made = build(lock, deck(card("a")))
    assert [each.id for each in made.cards] == ["a"]
    assert [(each.id, each.changed) for each in made.retired] == [("b", TODAY)]
    lock, made = build(lock, deck(card("a")), TOMORROW)
    assert [(each.id, each.changed) for each in made.retired] == [("b", TODAY)]


def test_a_card_comes_back():
    lock, _ = build(Lock(), deck(card("a"), card("b")))
    lock, _ = build(lock, deck(card("a")))
    lock, made = build(lock, deck(card("a"), card("b")), TOMORROW)
    assert made.retired == ()
    assert times(made) == {"a": LONG_AGO, "b": TOMORROW}


def test_a_question_that_becomes_a_gap_is_another_note():
    lock, _ = build(Lock(), deck(card("a")))
    lock, made = build(lock, deck(card("a", kind="cloze")))
    assert [(each.kind, each.changed) for each in made.cards] == [("cloze", LONG_AGO)]
    assert [(each.kind, each.changed) for each in made.retired] == [("basic", TODAY)]
    assert set(lock.notes) == {("a", "basic"), ("a", "cloze")}


def test_changes_are_told_card_by_card():
    old, _ = build(Lock(), deck(card("a"), card("b"), card("c"), card("d")))
    old, _ = build(old, deck(card("a"), card("b"), card("c")))
    new, _ = build(old, deck(card("e"), card("d"), card("c"), card("b", "Combien ?"), name="Mers"))
    changes = compare(old, new)
    assert [each.id for each in changes.added] == ["e", "d"]
    assert [(a.question, b.question) for a, b in changes.changed] == [("Quoi ?", "Combien ?")]
    assert [each.id for each in changes.retired] == ["a"]
    assert [each.id for each in changes.unchanged] == ["c"]
    assert changes.renamed_from == "Lacs"


@pytest.mark.parametrize("name", ["Lacs", "Mers"])
def test_a_first_build_renames_nothing(name):
    new, _ = build(Lock(), deck(card("a"), name=name))
    assert compare(Lock(), new).renamed_from == ""
    assert compare(new, new).renamed_from == ""
