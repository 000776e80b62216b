"""How far long work is, on standard error where that is a terminal."""

from __future__ import annotations

import sys

import click


class Progress:
    """One line that is written over; `shown` is false where nobody would see it."""

    def __init__(self, wanted: bool) -> None:
        self.shown = wanted and sys.stderr.isatty()

    def tell(self, done: int, total: int) -> None:
        """Say how many articles are read."""
        if self.shown and total > 1:
            click.echo(f"\r\x1b[Kreading articles: {done} of {total}", nl=False, err=True)

    def clear(self) -> None:
        """Make room for other lines."""
        if self.shown:
            click.echo("\r\x1b[K", nl=False, err=True)
