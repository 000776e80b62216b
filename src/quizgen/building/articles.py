"""Articles to be read for many decks: each one once, on all cores, and only if it is not cached."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from quizgen.building.cache import HarvestCache
from quizgen.building.fingerprints import engine, hash_of
from quizgen.errors import QuizgenError
from quizgen.pipeline import Harvest, gather
from quizgen.reading import parse_source, read_bytes

_ENOUGH = 6  # articles for which a further process, which loads its own parser, pays


@dataclass(frozen=True, slots=True)
class Article:
    """An article as one deck reads it.

    `language` is that of one that does not say its own; `choices`: with options to choose from.
    """

    path: Path
    language: str
    pipeline: str | None
    choices: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """The cards of an article, their key in the cache, and a hash of the article's file."""

    key: str
    written: str
    harvest: Harvest


@dataclass(slots=True)
class Articles:
    """The articles of a build; `tell` is called with how many of the uncached ones are done."""

    cache: HarvestCache
    tell: Callable[[int, int], None]
    _wanted: dict[Article, None] = field(default_factory=dict)
    _results: dict[Article, Future[None]] = field(default_factory=dict)
    _done: int = 0

    def want(self, article: Article) -> None:
        """Note an article that will be asked for; a cached one needs no work."""
        with suppress(QuizgenError):  # told when it is asked for
            if not self.cache.has(key_of(article, read_bytes(article.path))):
                self._wanted[article] = None

    @contextmanager
    def working(self) -> Iterator[None]:
        """Read the wanted articles while this lasts; in processes of their own where it pays."""
        jobs = min(os.cpu_count() or 1, len(self._wanted) // _ENOUGH)
        if jobs < 2:
            yield
            return
        with _pool(jobs) as pool:
            with _uninterrupted():  # the processes inherit that they do not hear Ctrl-C
                self._results = {a: pool.submit(cache_article, a, self.cache) for a in self._wanted}
            try:
                yield
            finally:
                pool.shutdown(wait=True, cancel_futures=True)

    def harvest(self, article: Article) -> Found:
        """The cards of an article. Raises QuizgenError for what cannot be read."""
        try:
            if article in self._results:
                _check(self._results[article])
            raw = read_bytes(article.path)
            key = key_of(article, raw)
            harvest = self.cache.get(key) or _read(article, raw, key, self.cache)
            return Found(key, hash_of(raw), harvest)
        finally:
            if article in self._wanted:
                del self._wanted[article]
                self._done += 1
                self.tell(self._done, self._done + len(self._wanted))


def key_of(article: Article, raw: bytes) -> str:
    """What the cards of an article hang on; `raw` is the content of its file."""
    told = (str(article.path), article.language, str(article.choices))
    return hash_of(engine(article.pipeline).articles, *told, raw)


def cache_article(article: Article, cache: HarvestCache) -> None:
    """Find the cards of an article and put them into the cache."""
    raw = read_bytes(article.path)
    _read(article, raw, key_of(article, raw), cache)


def _read(article: Article, raw: bytes, key: str, cache: HarvestCache) -> Harvest:
    source = parse_source(raw, article.path, article.language)
    harvest = gather(source, article.pipeline, choices=article.choices)
    cache.put(key, harvest)
    return harvest


def _check(future: Future[None]) -> None:
    """Wait for another process; raise the error that it met."""
    try:
        future.result()
    except BrokenProcessPool as error:
        raise QuizgenError(
            "a process that read articles was ended", hint="is there enough memory? build again"
        ) from error


def _pool(jobs: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, even if that was killed."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ignore Ctrl-C for a moment; only the main thread can."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
