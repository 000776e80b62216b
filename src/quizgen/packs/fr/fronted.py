r"""A sorted, front-coded table in one text file: opened by mmap, searched by bisection.

Layout (UTF-8, lines end in ``\n``): the number of distinct values, one value a line, then one
block a line. A block holds up to ``BLOCK`` entries separated by tabs, in the order of their code
points. An entry is the number of letters kept from the entry before (one letter, ``0`` = none),
the rest of the key, a space and the value's number in base 64.
"""

import mmap
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

BLOCK = 16
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+-"
_VALUE_OF = {digit: value for value, digit in enumerate(_DIGITS)}
_ZERO = ord("0")


def _encode(number: int) -> str:
    """Write a number in base 64, most significant digit first."""
    digits = _DIGITS[number % 64]
    while number := number // 64:
        digits = _DIGITS[number % 64] + digits
    return digits


def _decode(digits: str) -> int:
    """Read a number written by `_encode`."""
    number = 0
    for digit in digits:
        number = number * 64 + _VALUE_OF[digit]
    return number


def _shared(one: str, other: str) -> int:
    """Count the letters that two keys have in common at their start."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length


def write_table(path: Path, entries: Mapping[str, str]) -> None:
    """Write the table of keys and values; neither may hold tabs or newlines, keys no spaces."""
    frequency = Counter(entries.values())
    values = sorted(frequency, key=lambda value: (-frequency[value], value))
    number = {value: _encode(index) for index, value in enumerate(values)}
    lines = [str(len(values)), *values]
    keys = sorted(entries, key=lambda key: key.encode())
    for start in range(0, len(keys), BLOCK):
        before, coded = "", []
        for key in keys[start : start + BLOCK]:
            kept = min(_shared(before, key), 60)
            coded.append(f"{chr(_ZERO + kept)}{key[kept:]} {number[entries[key]]}")
            before = key
        lines.append("\t".join(coded))
    path.write_bytes(("\n".join(lines) + "\n").encode())


class SortedTable:
    """Read-only look-up in a file written by `write_table`."""

    def __init__(self, path: Path) -> None:
        """Map the file and read its value list; the blocks stay on disk."""
        with path.open("rb") as file:
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        count = int(self._map.readline())
        self.values = tuple(self._map.readline().decode()[:-1] for _ in range(count))
        self._start, self._end = self._map.tell(), len(self._map)

    def get(self, key: str) -> str | None:
        """Return the value of a key, or None."""
        line = self._block(key.encode())
        current = ""
        for entry in line.decode().split("\t"):
            text, _, value = entry.rpartition(" ")
            if not text:
                return None
            current = current[: ord(text[0]) - _ZERO] + text[1:]
            if current == key:
                return self.values[_decode(value)]
        return None

    def _block(self, key: bytes) -> bytes:
        """Return the last block whose first key does not come after the key."""
        low, high = self._start, self._end
        found = b""
        while low < high:
            middle = (low + high) // 2
            start = self._map.rfind(b"\n", self._start, middle) + 1 or self._start
            end = self._map.find(b"\n", middle)
            head = self._map[start + 1 : self._map.find(b" ", start)]
            if head <= key:
                found, low = self._map[start:end], end + 1
            else:
                high = start
        return found
