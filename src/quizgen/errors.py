"""The one exception that a user's mistake raises, and several of them together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Self


class QuizgenError(Exception):
    """What went wrong, where (file, 1-based line and column) and what to do about it."""

    def __init__(
        self,
        what: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(what)
        self.what, self.path, self.line, self.column, self.hint = what, path, line, column, hint

    def __str__(self) -> str:
        place = [str(self.path)] if self.path is not None else []
        place += [str(n) for n in (self.line, self.column) if n is not None]
        said = f"{':'.join(place)}: {self.what}" if place else self.what
        return f"{said} ({self.hint})" if self.hint else said

    @property
    def faults(self) -> tuple[QuizgenError, ...]:
        """This fault alone, or every one of several."""
        return (self,)


class CollectedError(QuizgenError):
    """Several faults found in one go, in the order in which they were found."""

    def __init__(self, faults: Iterable[QuizgenError]) -> None:
        self._faults = tuple(fault for error in faults for fault in error.faults)
        super().__init__("; ".join(str(fault) for fault in self._faults))

    @property
    def faults(self) -> tuple[QuizgenError, ...]:
        """Every one of them."""
        return self._faults

    def __str__(self) -> str:
        return "\n".join(map(str, self._faults))


class Faults:
    """Collects faults, so that the ones behind the first are told as well.

    Each `with` block ends at its first fault; `settle` raises all that were collected.
    """

    def __init__(self) -> None:
        self.found: list[QuizgenError] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, QuizgenError):
            return False
        self.found += error.faults
        return True

    def settle(self) -> None:
        """Raise what was collected; do nothing where nothing was."""
        if len(self.found) == 1:
            raise self.found[0]
        if self.found:
            raise CollectedError(self.found)
