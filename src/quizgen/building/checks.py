"""Whether specs and articles are sound, without reading what the articles say."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from quizgen import pipeline
from quizgen.decks import Vocabulary, load_spec
from quizgen.errors import Faults, QuizgenError
from quizgen.lock import lock_path, read_lock
from quizgen.model import Source
from quizgen.reading import check_source


class Checker:
    """Checks specs and articles, each article once; `faults` are all that were found."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._checked: dict[Path, Source | None] = {}
        self._collected = Faults()

    @property
    def faults(self) -> tuple[QuizgenError, ...]:
        """Every fault, in the order in which they were found; of a whole file, at its start."""
        return tuple(
            fault
            if fault.line and fault.column
            else QuizgenError(
                fault.what, path=fault.path, line=fault.line or 1, column=1, hint=fault.hint
            )
            for fault in self._collected.found
        )

    @property
    def articles(self) -> int:
        """How many articles were checked."""
        return len(self._checked)

    def check_deck(self, path: Path) -> None:
        """Check a spec, its lock, and the articles that it names."""
        with self._collected:
            read_lock(lock_path(path))
        with self._collected:
            spec = load_spec(path, self._words)
            sources = self.check_articles(spec.sources, spec.language)
            pipeline.check_together(spec, sources)

    def check_articles(self, paths: Sequence[Path], language: str = "") -> list[Source]:
        """Check articles; give those that are sound."""
        for path in paths:
            if path not in self._checked:
                self._checked[path] = None
                with self._collected:
                    source = check_source(path, language)
                    pipeline.admit(source)
                    self._checked[path] = source
        found = (self._checked[path] for path in paths)
        return [source for source in found if source]
