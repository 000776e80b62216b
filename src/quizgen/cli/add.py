"""`quizgen add`: an article into the project."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from quizgen.cli.project import SOURCES, SPECS
from quizgen.cli.running import F, for_each, quiet_option

_DETAILS = {
    "title": "Title of the article.",
    "publisher": "The paper or site that published it.",
    "author": "Who wrote it.",
    "published": "Day of publication, like 2026-05-11.",
    "url": "Address of the article.",
    "language": "Language of the article, like fr.",
    "licence": "Licence of the article.",
}


def _detail_options(command: F) -> F:
    """Add an option for each detail of an article."""
    for name, says in reversed(_DETAILS.items()):
        kind = click.DateTime(["%Y-%m-%d"]) if name == "published" else None
        command = click.option(f"--{name}", metavar="TEXT", type=kind, help=says)(command)
    return command


@click.command(
    epilog="Example: quizgen add article.txt --publisher 'Le Journal' --published 2026-05-11 "
    "— or: quizgen add https://example.org/article.html"
)
@click.argument("article", metavar="ARTICLE|URL|-")
@click.option(
    "--name",
    metavar="NAME",
    default="",
    callback=lambda _context, _option, value: _plain(value),
    help="Name of the files, without suffix.",
)
@click.option("--deck", metavar="A::B", default="", help="Name of the deck; the title unless told.")
@_detail_options
@click.option("--force", is_flag=True, help="Overwrite the article; its spec stays as it is.")
@click.option("--allow-private", is_flag=True, help="Read pages of private addresses as well.")
@quiet_option
def add(  # noqa: PLR0913 - one parameter an option
    article: str,
    *,
    name: str,
    deck: str,
    force: bool,
    allow_private: bool,
    quiet: bool,
    **said: Any,
) -> None:
    """Put an article into sources/, with a deck spec in decks/.

    ARTICLE is a file of text, Markdown or HTML, or - for standard input. Of a web page, title,
    date and text are taken. What is still unknown can be filled in at the head of the new file.
    """
    from quizgen.adding import article_of, write_entry

    def add_one(place: str) -> str:
        found = article_of(place, private=allow_private)
        known = {key: value for key, value in said.items() if value}
        if "published" in known:
            known["published"] = known["published"].date()
        found = found.with_details(known)
        if name:
            found = replace(found, name=name)
        entry = write_entry(found, SOURCES, SPECS, deck=deck, force=force)
        if quiet:
            return ""
        spec = f"{entry.spec} written" if entry.new_spec else f"{entry.spec} left as it is"
        return f"{entry.source} written, {spec}; next: quizgen build {entry.spec}"

    for_each([article], add_one)


def _plain(name: str) -> str:
    if name.startswith(".") or "/" in name or "\\" in name:
        raise click.BadParameter("a name without folders is wanted")
    return name
