"""What `build` and `plan` tell of each deck, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from quizgen.building.outcomes import Outcome
from quizgen.cards import Card
from quizgen.errors import QuizgenError
from quizgen.lock import Changes

_SIGNS = {"added": ("+", "green"), "changed": ("~", "yellow"), "retired": ("-", "red")}


def summary(outcome: Outcome) -> str:
    """One line on a deck: how many cards of it are new or other, and where it was written."""
    name, changes = outcome.job.spec, outcome.changes
    if changes is None:
        count = outcome.job.state.cards if outcome.job.state else 0
        return f"{name}: {_cards(count)}: {count} unchanged, nothing to build"
    counts = {
        "added": len(changes.added),
        "changed": len(changes.changed),
        "retired": len(changes.retired),
        "unchanged": len(changes.unchanged),
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items() if count)
    files = ", ".join(map(str, outcome.files))
    cards = _cards(sum(counts.values()) - counts["retired"])
    return f"{name}: {cards}: {told}{f' → {files}' if files else ''}"


def details(changes: Changes) -> Iterator[str]:
    """Lines on every card that is new, other or gone."""
    for card in changes.added:
        yield _line("added", card)
    for old, new in changes.changed:
        yield _line("changed", old)
        yield from _difference(old, new)
    for card in changes.retired:
        yield _line("retired", card)


def notes(outcome: Outcome) -> Iterator[str]:
    """What should be known beside the faults."""
    state = outcome.job.state
    yield from state.notes if state else outcome.notes
    if outcome.changes and outcome.changes.renamed_from and outcome.deck:
        old, new = outcome.changes.renamed_from, outcome.deck.name
        yield (
            f"{outcome.job.spec}: the deck {old!r} is now called {new!r}: Anki will make a "
            "new deck and leave cards already imported in the old one (rename it in Anki first)"
        )


def record(outcome: Outcome, status: str) -> dict[str, Any]:
    """The same for programs; `status` is what is said of a deck that was not current."""
    told = {"deck": str(outcome.job.spec), "notes": list(notes(outcome))}
    if outcome.fault:
        return told | {
            "status": "failed",
            "faults": [fault_record(f) for f in outcome.fault.faults],
        }
    if outcome.changes is None:
        state = outcome.job.state
        return told | {"status": "unchanged", "cards": state.cards if state else 0}
    changes = outcome.changes
    return told | {
        "status": status,
        "cards": len(changes.added) + len(changes.changed) + len(changes.unchanged),
        "added": [_card(card) for card in changes.added],
        "changed": [{"old": _card(old), "new": _card(new)} for old, new in changes.changed],
        "retired": [_card(card) for card in changes.retired],
        "unchanged": len(changes.unchanged),
        "files": list(map(str, outcome.files)),
    }


def fault_record(fault: QuizgenError) -> dict[str, Any]:
    """A fault with its place."""
    return {
        "path": None if fault.path is None else str(fault.path),
        "line": fault.line,
        "column": fault.column,
        "message": fault.what,
        "hint": fault.hint or None,
    }


def _line(what: str, card: Card) -> str:
    sign, colour = _SIGNS[what]
    return f"  {click.style(sign, fg=colour)} {card.id}  {card.question} → {card.answer}"


def _difference(old: Card, new: Card) -> Iterator[str]:
    indent = " " * 20
    if (old.question, old.answer) == (new.question, new.answer):
        yield f"{indent}  what stands around it: evidence, source, heading or tags"
        return
    yield f"{indent}⇒ {new.question} → {new.answer}"


def _cards(count: int) -> str:
    return f"{count} card{'' if count == 1 else 's'}"


def _card(card: Card) -> dict[str, Any]:
    return {
        "id": card.id,
        "kind": card.kind,
        "fact": card.fact or None,
        "question": card.question,
        "answer": card.answer,
    }
