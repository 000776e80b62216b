"""The command line: the only room that prints and exits.

Exit codes: 0, all went well; 1, something was wrong with the input, which is told on standard
error; 2, the command was not used as its help says.
"""

from __future__ import annotations

import os

import click

from quizgen import __version__
from quizgen.cli.build import build
from quizgen.cli.cards import cards
from quizgen.cli.explain import explain
from quizgen.cli.facts import facts
from quizgen.cli.make import make

COMMANDS = (make, build, facts, cards, explain)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 all well, 1 something wrong with the input, 2 wrong usage.",
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
