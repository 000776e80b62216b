"""`quizgen build`: deck specs to decks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import click

from quizgen.building.outcomes import Outcome
from quizgen.cli.deck_runs import Run, end
from quizgen.cli.project import SOURCES, all_specs, output_option
from quizgen.cli.running import note, pipeline_option, quiet_option
from quizgen.errors import QuizgenError


@click.command(
    epilog="Example: quizgen build decks/otan-kiev.yaml — or, as long as you write: "
    "quizgen build --watch"
)
@click.argument("decks", metavar="[DECK]…", nargs=-1)
@output_option
@click.option("--force", is_flag=True, help="Build decks of which nothing has changed as well.")
@click.option("--watch", is_flag=True, help="Build again whatever changes, until Ctrl-C.")
@click.option(
    "--together",
    metavar="NAME",
    help="Put all these decks into one more Anki package, DIR/NAME.apkg.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a deck.")
@pipeline_option
@quiet_option
def build(  # noqa: PLR0913 - one parameter an option
    decks: tuple[str, ...],
    *,
    output: Path,
    force: bool,
    watch: bool,
    together: str | None,
    as_json: bool,
    pipeline: str | None,
    quiet: bool,
) -> None:
    """Build decks, where anything has changed.

    DECK is a YAML file that describes one; all of decks/*.yaml are built unless told. A deck is
    built again when its spec, an article, the program or a file of the deck has changed.
    """

    def build_once(specs: Sequence[str], force: bool) -> list[Outcome]:
        run = Run("build", output, pipeline, as_json, quiet, force or bool(together))
        outcomes = run.over(specs)
        if together:
            _write_together(outcomes, output / f"{together}.apkg", quiet or as_json)
        if not decks and any(outcome.changes for outcome in outcomes):
            from quizgen.building.builds import tidy

            tidy(output)
        return outcomes

    specs = decks or all_specs()
    if watch:
        _watch(lambda: decks or all_specs(), lambda names: build_once(names, False), quiet)
    else:
        end(build_once(specs, force))


def _write_together(outcomes: Sequence[Outcome], path: Path, quiet: bool) -> None:
    """Write one package of several decks; it must not be that of one of them."""
    from quizgen.pipeline import write_together

    for outcome in outcomes:
        if outcome.job.stem.name.casefold() == path.stem.casefold():
            raise QuizgenError(
                f"its deck would overwrite that of {outcome.job.spec}",
                path=path.stem,
                hint="rename one of them",
            )
    built = [(each.deck, each.language) for each in outcomes if each.deck and each.language]
    write_together(built, path)
    if not quiet:
        click.echo(f"{len(built)} decks together → {path}")


def _watch(
    find_specs: Callable[[], Sequence[str]],
    build_once: Callable[[Sequence[str]], list[Outcome]],
    quiet: bool,
) -> None:
    """Build, wait for a change, and so on; Ctrl-C ends it and is no fault."""
    from quizgen.building.watching import look, wait_for_change

    inputs: set[Path] = set()

    def watched() -> list[Path]:
        found = {*map(Path, find_specs()), *inputs, *SOURCES.glob("*")}
        return sorted(path for path in found if path.suffix != ".lock")

    try:
        while True:
            before = look(watched())
            outcomes = build_once(find_specs())
            inputs = {path for outcome in outcomes for path in _inputs(outcome)}
            note("waiting for changes; Ctrl-C ends this", quiet)
            wait_for_change(before | look(inputs - before.keys()), watched)
    except KeyboardInterrupt:
        note("watched to the end", quiet)


def _inputs(outcome: Outcome) -> list[Path]:
    from quizgen.building.states import read_state

    state = read_state(outcome.job.state_path)
    return [Path(path) for path in state.inputs] if state else []
