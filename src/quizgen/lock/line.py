"""One line of a lock file, read with care: whatever is wrong is told with file and line."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, get_args

from quizgen.cards import Card, CardKind
from quizgen.errors import QuizgenError
from quizgen.lock.entries import Entry, Mark
from quizgen.lock.written import APART_OF_CARD, APART_OF_SOURCE, MOMENT
from quizgen.model import Source, Span

HOW_TO_MERGE = "keep the lines of both sides; of one note, the line with the later time"

_A_TIME = "'changed' must be a time like 2026-05-11T08:30:00Z"
_CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_KINDS: tuple[CardKind, ...] = get_args(CardKind)
_CARD = {each.name: each for each in fields(Card) if each.name not in APART_OF_CARD}
_SOURCE = {each.name: each for each in fields(Source) if each.name not in APART_OF_SOURCE}
_SORTS = {str: "text", tuple: "a list of texts", int: "a whole number"}
_OF_NOTE = {"note", "kind", "hash", "changed", "retired", "evidence", "marked", "source"}


@dataclass(frozen=True, slots=True)
class Line:
    """The JSON object of one line (1-based), not yet checked."""

    found: Mapping[str, Any]
    path: Path
    number: int

    @classmethod
    def read(cls, content: str, path: Path, number: int) -> Line:
        """Read a line; raise QuizgenError for anything but a JSON object."""
        line = cls({}, path, number)
        if content.startswith(_CONFLICT):
            raise line.error("a merge conflict was left here", HOW_TO_MERGE)
        try:
            found = json.loads(content)
        except (ValueError, RecursionError) as error:
            raise line.error(
                f"not JSON: {getattr(error, 'msg', error)}", "take the line from version control"
            ) from error
        if not isinstance(found, dict):
            raise line.error("this is no JSON object", "take the line from version control")
        return cls(found, path, number)

    def error(self, what: str, hint: str = "") -> QuizgenError:
        """A fault of this line, ready to be raised."""
        return QuizgenError(what, path=self.path, line=self.number, hint=hint)

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.found.get(key)
        if not isinstance(value, str) or not value:
            raise self.error(f"{key!r} must be text and not empty")
        return value

    def layout(self) -> tuple[CardKind, Mark]:
        """The layout that this line is about."""
        self._know({"layout", "hash", "changed"})
        return self._kind("layout"), self._mark()

    def entry(self) -> Entry:
        """The note that this line is about."""
        self._know(_OF_NOTE | _CARD.keys())
        evidence = self._evidence()
        card = Card(
            id=self.text("note"),
            kind=self._kind("kind"),
            rule="",
            answer_span=self._marked(evidence),
            evidence=Span(0, len(evidence), evidence),
            score=0.0,
            source=self._source(),
            **self._plain(_CARD),
        )
        return Entry(card, self._mark(), self._retired())

    def _evidence(self) -> str:
        """The words that prove the card; a card that a person wrote has none."""
        return self.text("evidence") if self.found.get("evidence") != "" else ""

    def _kind(self, key: str) -> CardKind:
        for kind in _KINDS:
            if self.found.get(key) == kind:
                return kind
        raise self.error(f"{key!r} must be one of {', '.join(_KINDS)}")

    def _mark(self) -> Mark:
        try:
            moment = datetime.strptime(self.text("changed"), MOMENT).replace(tzinfo=UTC)
        except ValueError as error:
            raise self.error(_A_TIME) from error
        if moment.timestamp() <= 0:  # which Anki takes for a broken collection
            raise self.error(_A_TIME)
        return Mark(self.text("hash"), int(moment.timestamp()))

    def _retired(self) -> bool:
        retired = self.found.get("retired", False)
        if not isinstance(retired, bool):
            raise self.error("'retired' must be true or false")
        return retired

    def _marked(self, evidence: str) -> Span | None:
        """The words of the evidence that are the answer, by their first offset and their end."""
        match self.found.get("marked"):
            case None:
                return None
            case [int(start), int(end)] if 0 <= start < end <= len(evidence):
                return Span(start, end, evidence[start:end])
        raise self.error("'marked' must be two offsets into the evidence")

    def _source(self) -> Source | None:
        found = self.found.get("source")
        if found is None:
            return None
        if not isinstance(found, dict):
            raise self.error("'source' must be an object")
        of_source = Line(found, self.path, self.number)
        of_source._know({"published", *_SOURCE})
        return Source(
            path=str(self.path),
            body="",
            blocks=(),
            published=of_source._published(),
            **of_source._plain(_SOURCE),
        )

    def _published(self) -> date | None:
        if "published" not in self.found:
            return None
        try:
            return date.fromisoformat(self.text("published"))
        except ValueError as error:
            raise self.error("'published' must be a day like 2026-05-11") from error

    def _plain(self, known: Mapping[str, Field[Any]]) -> dict[str, Any]:
        """The values of fields that JSON can hold as they are, lists as tuples."""
        values = {}
        for name, each in known.items():
            default = "" if each.default is MISSING else each.default
            value = self.found.get(name, default)
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                value = tuple(value)
            if type(value) is not type(default):
                raise self.error(f"{name!r} must be {_SORTS.get(type(default), 'another value')}")
            values[name] = value
        return values

    def _know(self, keys: Collection[str]) -> None:
        for key in self.found:
            if key not in keys:
                raise self.error(f"unknown key {key!r}", "a newer quizgen may have written it")
