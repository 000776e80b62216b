"""What a build changes for those who have the deck."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.cards import Card
from quizgen.lock.entries import Lock


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build changes for those who have the deck; `changed` holds pairs of old and new.

    A card that comes back after it was retired is an added one. `renamed_from` is the name that
    the deck had, or "" if it keeps it.
    """

    added: tuple[Card, ...]
    changed: tuple[tuple[Card, Card], ...]
    retired: tuple[Card, ...]
    unchanged: tuple[Card, ...]
    renamed_from: str = ""


def compare(old: Lock, new: Lock) -> Changes:
    """Say what changes between two locks of a deck, each in the order of the new one."""
    before = {key: entry for key, entry in old.notes.items() if not entry.retired}
    after = {key: entry for key, entry in new.notes.items() if not entry.retired}
    both = [(before[key], entry) for key, entry in after.items() if key in before]
    return Changes(
        added=tuple(entry.card for key, entry in after.items() if key not in before),
        changed=tuple((a.card, b.card) for a, b in both if a.mark.hash != b.mark.hash),
        retired=tuple(entry.card for key, entry in before.items() if key not in after),
        unchanged=tuple(b.card for a, b in both if a.mark.hash == b.mark.hash),
        renamed_from=old.deck if old.deck != new.deck else "",
    )
