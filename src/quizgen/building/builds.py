"""Building decks: from specs to files, or only as far as to tell what would change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from quizgen import pipeline as story
from quizgen.building.articles import Article, Articles
from quizgen.building.cache import HarvestCache
from quizgen.building.fingerprints import engine, hash_file
from quizgen.building.jobs import Job, articles_folder
from quizgen.building.outcomes import Outcome
from quizgen.building.states import State, stamp, used_articles, write_state
from quizgen.building.turns import turn
from quizgen.cards import Deck
from quizgen.curation import Edit
from quizgen.decks import DeckSpec, Vocabulary, load_spec
from quizgen.errors import QuizgenError
from quizgen.exporters import DEFAULT_FORMATS
from quizgen.lock import Lock, compare, lock_path, read_lock, write_lock


@dataclass(frozen=True, slots=True)
class Assembled:
    """A deck before it is written: the keys of its articles, and hashes of what it was made of."""

    deck: Deck
    stray: tuple[Edit, ...]
    articles: tuple[str, ...]
    inputs: Mapping[str, str]


class Builder:
    """Builds the decks of some jobs; `now` is the time in seconds since 1970."""

    def __init__(self, articles: Articles, pipeline: str | None, now: int) -> None:
        self._articles, self._pipeline, self._now = articles, pipeline, now

    def run(
        self, jobs: Sequence[Job], act: Callable[[Job, DeckSpec, str], Outcome]
    ) -> Iterator[Outcome]:
        """Do `act`, which is `build` or `plan`, for every job that is not current, in order."""
        specs: dict[Path, tuple[DeckSpec, str] | QuizgenError] = {}
        words = story.vocabulary()
        for job in jobs:
            if job.state is None:
                specs[job.spec] = self._open(job, words)
        with self._articles.working():
            for job in jobs:
                match specs.get(job.spec):
                    case None:
                        yield Outcome(job)
                    case QuizgenError() as fault:
                        yield Outcome(job, fault)
                    case spec, written:
                        yield _try(act, job, spec, written)

    def build(self, job: Job, spec: DeckSpec, spec_hash: str) -> Outcome:
        """Write the files of a deck, then its lock, then its state.

        Killed at any moment, all files are old or new, and the next build does the rest.
        """
        with turn(spec.path):
            made = self._assemble(spec)
            lock, path = read_lock(lock_path(spec.path)), lock_path(spec.path)
            outcome, renewed = self._compare(job, made, lock)
            assert outcome.deck is not None
            formats, language = spec.formats or DEFAULT_FORMATS, story.language_of(made.deck)
            written = story.write(outcome.deck, formats, job.stem, language)
            if renewed != lock:
                write_lock(path, renewed)
            state = State(
                spec=str(spec.path),
                engine=engine(self._pipeline).decks,
                inputs={str(spec.path): spec_hash, str(path): hash_file(path), **made.inputs},
                outputs={str(file): stamp(file) for file in written.paths},
                articles=made.articles,
                cards=len(made.deck.cards),
                notes=outcome.notes,
            )
            write_state(job.state_path, state)
        few = len(outcome.deck.cards) < spec.asked
        shortfall = f"{spec.asked} cards asked for, {len(outcome.deck.cards)} made"
        once = (*((shortfall,) if few else ()), *written.notes)
        notes = (*outcome.notes, *(f"{spec.path}: {note}" for note in once))
        return replace(outcome, files=written.paths, notes=notes)

    def plan(self, job: Job, spec: DeckSpec, _spec_hash: str) -> Outcome:
        """Tell what a build would change, and write nothing."""
        lock = read_lock(lock_path(spec.path))
        return self._compare(job, self._assemble(spec), lock)[0]

    def _open(self, job: Job, words: Vocabulary) -> tuple[DeckSpec, str] | QuizgenError:
        """The spec of a job with the hash of its file; its articles are put to work."""
        written = hash_file(job.spec)
        try:
            spec = load_spec(job.spec, words)
        except QuizgenError as error:
            return error
        for article in self._read_by(spec):
            self._articles.want(article)
        return spec, written

    def _read_by(self, spec: DeckSpec) -> list[Article]:
        return [Article(path, spec.language, self._pipeline, spec.choices) for path in spec.sources]

    def _assemble(self, spec: DeckSpec) -> Assembled:
        found = [self._articles.harvest(article) for article in self._read_by(spec)]
        deck, stray = story.assemble(spec, [each.harvest for each in found])
        paths = map(str, spec.sources)
        inputs = dict(zip(paths, (each.written for each in found), strict=True))
        return Assembled(deck, stray, tuple(each.key for each in found), inputs)

    def _compare(self, job: Job, made: Assembled, lock: Lock) -> tuple[Outcome, Lock]:
        """A deck beside what was published of it, and the lock that it will have."""
        language = story.language_of(made.deck)
        deck, renewed = story.keep(made.deck, language, lock, self._now)
        notes = tuple(str(_stray(edit, renewed)) for edit in made.stray)
        changes = compare(lock, renewed)
        return Outcome(job, None, deck, language, changes, notes=notes), renewed


def _stray(edit: Edit, lock: Lock) -> QuizgenError:
    """What is told of an edit whose card does not exist."""
    asked = [e.card.question for (card, _), e in lock.notes.items() if card == edit.card]
    what = f"there is no card {edit.card} any more" if asked else f"there is no card {edit.card}"
    hint = (
        f"it asked: {asked[0]}" if asked else "`quizgen plan` and `quizgen cards --json` tell ids"
    )
    return edit.place.error(what, hint)


def _try(
    act: Callable[[Job, DeckSpec, str], Outcome], job: Job, spec: DeckSpec, written: str
) -> Outcome:
    try:
        return act(job, spec, written)
    except QuizgenError as error:
        return Outcome(job, error)


def tidy(output: Path) -> None:
    """Delete what is kept of articles that no deck has used for some days."""
    folder = articles_folder(output)
    used = used_articles((folder.parent / "decks").glob("*.json"))
    HarvestCache((folder,)).prune(used)
