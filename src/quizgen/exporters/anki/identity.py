"""Ids that stay the same for ever, made from names."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode

from quizgen.cards import Card

# As wide as the millisecond times that Anki itself uses for ids, and exact in JavaScript.
_LOWEST_ID = 1 << 40


def stable_id(*names: str) -> int:
    """Make an id for a deck, note type, field or template, always the same for the same names."""
    return _LOWEST_ID + int.from_bytes(_digest(*names)[:5], "big")


def guid(card: Card) -> str:
    """Make what Anki knows a note by when it is imported again.

    The card's id decides it, which no wording changes, and its kind: Anki refuses a note that
    comes back as one of another type, so that a question which becomes a gap is a new note.
    """
    return urlsafe_b64encode(_digest("note", card.id, card.kind)[:12]).decode("ascii")


def fingerprint(*texts: str) -> str:
    """Make a short hash that changes when one of the texts does."""
    return _digest(*texts).hex()[:32]


def _digest(*texts: str) -> bytes:
    return hashlib.sha256("\x1f".join(texts).encode("utf-8", "replace")).digest()
