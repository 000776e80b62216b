"""The one exception that a user's mistake raises."""

from __future__ import annotations

from pathlib import Path


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
