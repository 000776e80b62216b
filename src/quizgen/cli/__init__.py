"""The command line: the only room that prints and exits.

Exit codes: 0, all went well; 1, something was wrong with the input, which is told on standard
error; 2, the command was not used as its help says; 130, stopped by Ctrl-C.
"""

from __future__ import annotations

import os
from typing import Any

import click

from quizgen import __version__
from quizgen.cli.add import add
from quizgen.cli.build import build
from quizgen.cli.cards import cards
from quizgen.cli.check import check
from quizgen.cli.explain import explain
from quizgen.cli.facts import facts
from quizgen.cli.make import make
from quizgen.cli.plan import plan
from quizgen.errors import QuizgenError

COMMANDS = (add, make, check, plan, build, facts, cards, explain)


class Commands(click.Group):
    """The commands; whatever one of them did not expect ends it with one line."""

    def invoke(self, context: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(context)
        except QuizgenError as error:
            for fault in error.faults:
                click.echo(f"quizgen: {fault}", err=True)
            raise click.exceptions.Exit(1) from error
        except KeyboardInterrupt:
            click.echo("quizgen: stopped; what was there before is whole", err=True)
            raise click.exceptions.Exit(130) from None


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all well, 1 something wrong with the input, 2 wrong usage, 130 stopped.",
)
@click.version_option(__version__, prog_name="quizgen")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn news articles into study cards: Anki decks and quizzes to print.

    Articles are plain text, Markdown or HTML, with or without YAML front matter.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False


for _command in COMMANDS:
    main.add_command(_command)
