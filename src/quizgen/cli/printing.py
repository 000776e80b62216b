"""The print options as flags, one for each row of their table."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click

from quizgen.printing import OPTIONS, OptionError, read_flag

F = TypeVar("F", bound=Callable[..., Any])


def print_flags(command: F) -> F:
    """Add the flags; the command gets those told as the mapping `options`."""

    @wraps(command)
    def with_options(*arguments: Any, **told: Any) -> Any:
        given = {name: told.pop(name) for name in OPTIONS}
        options = {name: value for name, value in given.items() if value is not None}
        return command(*arguments, options=options, **told)

    flagged: Any = with_options
    for name, option in reversed(OPTIONS.items()):
        if option.metavar:
            flagged = click.option(
                f"--{name}", name, metavar=option.metavar, callback=_read, help=option.help
            )(flagged)
        else:
            flagged = click.option(f"--{name}/--no-{name}", name, default=None, help=option.help)(
                flagged
            )
    return flagged  # type: ignore[no-any-return]


def _read(_context: click.Context, parameter: click.Parameter, text: str | None) -> object:
    """The value of a flag, None where it was not given."""
    if text is None:
        return None
    try:
        return read_flag(str(parameter.name), text)
    except OptionError as fault:
        raise click.BadParameter(
            f"{fault.what}{f' ({fault.hint})' if fault.hint else ''}"
        ) from None
