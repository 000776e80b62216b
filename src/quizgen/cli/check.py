"""`quizgen check`: every fault of specs and articles at once."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quizgen.cli.outcomes import fault_record
from quizgen.cli.project import SOURCES, all_specs
from quizgen.cli.running import quiet_option


@click.command(epilog="Example: quizgen check decks/otan-kiev.yaml")
@click.argument("decks", metavar="[DECK]…", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a fault.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of deck specs, for editors.")
@quiet_option
def check(decks: tuple[str, ...], as_json: bool, schema: bool, quiet: bool) -> None:
    """Check deck specs and articles, and tell every fault at once.

    DECK is a YAML file; unless told, all of decks/*.yaml are checked, and all of sources/. Nothing
    is built. Exits with 1 where there is a fault.
    """
    from quizgen import pipeline as story
    from quizgen.building.checks import Checker
    from quizgen.decks import json_schema

    words = story.vocabulary()
    if schema:
        click.echo(json.dumps(json_schema(words), ensure_ascii=False, indent=2))
        return
    checker = Checker(words)
    specs = decks or all_specs()
    for spec in specs:
        checker.check_deck(Path(spec))
    if not decks:
        checker.check_articles(sorted(p for p in SOURCES.glob("*") if _is_article(p)))
    for fault in checker.faults:
        click.echo(
            json.dumps(fault_record(fault), ensure_ascii=False) if as_json else f"quizgen: {fault}",
            err=not as_json,
        )
    if checker.faults:
        raise click.exceptions.Exit(1)
    if not quiet and not as_json:
        click.echo(
            f"no fault in {_count(len(specs), 'spec')}, {_count(checker.articles, 'article')}"
        )


def _is_article(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".")


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
