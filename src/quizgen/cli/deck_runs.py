"""Running through decks for `build` and `plan`."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import click

from quizgen.building.jobs import Job, articles_folder, open_job
from quizgen.building.outcomes import Outcome
from quizgen.cli.outcomes import details, notes, record, summary
from quizgen.cli.progress import Progress
from quizgen.cli.running import Stems, note
from quizgen.errors import QuizgenError

_DONE = {"build": "built", "plan": "planned"}


@dataclass(frozen=True, slots=True)
class Run:
    """How decks are gone through; `force` means that decks that are current are so as well."""

    what: Literal["build", "plan"]
    output: Path
    pipeline: str | None
    as_json: bool
    quiet: bool
    force: bool = False

    def over(self, specs: Sequence[str]) -> list[Outcome]:
        """Go through decks and tell of each as soon as it is done."""
        outcomes = []
        progress = Progress(not self.quiet)
        try:
            for outcome in self._outcomes(specs, progress):
                progress.clear()
                self._tell(outcome)
                outcomes.append(outcome)
        finally:
            progress.clear()
        return outcomes

    def _outcomes(self, specs: Sequence[str], progress: Progress) -> Iterator[Outcome]:
        now = time_of_build()
        stems = Stems(self.output)
        jobs = []
        for spec in dict.fromkeys(specs):
            try:
                stem = stems.claim(spec)
            except QuizgenError as error:
                yield Outcome(Job(Path(spec), Path(), None), error)
                continue
            job = open_job(Path(spec), stem, self.pipeline)
            jobs.append(Job(job.spec, stem, None) if self.force else job)
        if all(job.state for job in jobs):
            yield from map(Outcome, jobs)
        else:
            yield from self._worked(jobs, progress, now)

    def _worked(self, jobs: list[Job], progress: Progress, now: int) -> Iterator[Outcome]:
        """The outcomes of jobs of which one at least has to be done."""
        from quizgen.building.articles import Articles
        from quizgen.building.builds import Builder
        from quizgen.building.cache import HarvestCache

        with ExitStack() as stack:
            folders = [articles_folder(self.output)]
            if self.what == "plan":  # which leaves nothing behind
                folders.insert(0, Path(stack.enter_context(TemporaryDirectory(prefix="quizgen-"))))
            articles = Articles(HarvestCache(tuple(folders)), progress.tell)
            builder = Builder(articles, self.pipeline, now)
            act = builder.build if self.what == "build" else builder.plan
            yield from builder.run(jobs, act)

    def _tell(self, outcome: Outcome) -> None:
        if self.as_json:
            click.echo(json.dumps(record(outcome, _DONE[self.what]), ensure_ascii=False))
            return
        for fault in outcome.fault.faults if outcome.fault else ():
            click.echo(f"quizgen: {fault}", err=True)
        for said in notes(outcome):
            note(said, self.quiet)
        if not outcome.fault and not self.quiet:
            click.echo(summary(outcome))
        if self.what == "plan" and outcome.changes and not self.quiet:
            click.echo("".join(f"{line}\n" for line in details(outcome.changes)), nl=False)


def end(outcomes: Sequence[Outcome]) -> None:
    """Exit with 1 where a deck failed."""
    if any(outcome.fault for outcome in outcomes):
        raise click.exceptions.Exit(1)


def time_of_build() -> int:
    """The time in seconds since 1970, which enters a lock, and a deck, only where these change.

    SOURCE_DATE_EPOCH stands for the clock, as in other programs whose output can be reproduced.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed and not fixed.isdecimal():
        raise QuizgenError(f"SOURCE_DATE_EPOCH is {fixed!r}", hint="give seconds since 1970")
    return int(fixed) if fixed else int(time.time())
