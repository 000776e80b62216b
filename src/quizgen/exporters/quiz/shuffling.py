"""Shuffling that hangs on a seed and on nothing else: not on a clock, a machine or a Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

_TRIES = 50


def shuffle(things: Iterable[T], *salt: object) -> list[T]:
    """The things in an order that the salt alone decides (with how many there are)."""
    rest, shuffled = list(things), []
    for place in range(len(rest), 0, -1):
        shuffled.append(rest.pop(_draw(place, *salt, place)))
    return shuffled


def shuffle_anew(things: Sequence[T], taken: Iterable[Sequence[T]], *salt: object) -> list[T]:
    """A shuffled order that is none of those taken, as far as there are so many."""
    before = [list(order) for order in taken]
    for turn in range(_TRIES):
        order = shuffle(things, *salt, turn)
        if order not in before:
            break
    return order


def _draw(below: int, *salt: object) -> int:
    """A number from 0 to `below` - 1; the bias of a remainder of 256 bits is nothing."""
    digest = sha256("\0".join(map(str, salt)).encode()).digest()
    return int.from_bytes(digest) % below
