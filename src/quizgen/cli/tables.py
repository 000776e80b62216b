"""What the commands print for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import click

from quizgen.cards import Card
from quizgen.model import Clause, Fact, Quote, Sentence, Source
from quizgen.selection import LEAST_SCORE

if TYPE_CHECKING:
    from quizgen.pipeline import Reading

LISTED_ONLY = "      No deck takes these, unless its spec says keep (--json shows their ids):"


def facts_table(source: Source, facts: Sequence[Fact]) -> str:
    """One line a fact: its kind, its target, who said it."""
    rows = [(fact.kind, _quoted(fact)) for fact in facts]
    return "\n".join([_title(source, len(rows), "fact"), *_columns(rows)])


def cards_table(source: Source, cards: Sequence[Card]) -> str:
    """Two lines a card: number, kind of fact and question, then the answer.

    Cards come best first; a line parts those that a deck takes from the others.
    """
    lines = [_title(source, len(cards), "card")]
    taken = [card.score >= LEAST_SCORE for card in cards]
    for number, card in enumerate(cards, 1):
        if number - 1 == sum(taken):
            lines.append(click.style(LISTED_ONLY, dim=True))
        lines.append(f"{number:4}. {card.front}  {click.style(f'[{card.fact}]', dim=True)}")
        lines.append(f"      → {' / '.join(card.choices) or card.answer}")
        if card.choices:
            lines[-1] += f"  ({card.answer})"
    return "\n".join(lines)


def explanation(reading: Reading) -> str:
    """For each sentence: clauses, facts, and what every rule made of them."""
    parts = [_title(reading.source, len(reading.cards), "card")]
    for sentence in reading.document.sentences:
        text = _line(reading.source.body[sentence.start : sentence.end])
        rows = _rows(reading, sentence)
        parts.append("\n".join(["", click.style(text, bold=True), *_columns(rows)]))
    return "\n".join(parts)


def _rows(reading: Reading, sentence: Sentence) -> Iterator[tuple[str, str]]:
    for clause in reading.document.clauses:
        if clause.sentence == sentence.index:
            yield "clause", _clause(clause, sentence, reading.source.body)
    for fact in reading.facts:
        if fact.sentence == sentence.index:
            yield "fact", f"{fact.kind}: {_quoted(fact)}"
    for card in reading.cards:
        if sentence.start <= card.evidence.start < sentence.end:
            yield "asked", f"{card.rule}: {card.question} → {card.answer}"
    for silence in reading.silences:
        if silence.fact.sentence == sentence.index:
            yield "silent", f"{silence.rule}: {silence.reason}"


def _clause(clause: Clause, sentence: Sentence, body: str) -> str:
    def words(tokens: Sequence[int]) -> str:
        first, last = sentence.tokens[min(tokens)], sentence.tokens[max(tokens)]
        return _line(body[first.start : last.end]).strip(" ,")

    parts = [f"{part.role}: {words(part.tokens)}" for part in clause.constituents]
    return " · ".join([f"{clause.kind}: {words(clause.verbs)}", *parts])


def _quoted(fact: Fact) -> str:
    said_by = f"  — {fact.speaker_name}" if isinstance(fact, Quote) and fact.speaker_name else ""
    return _line(fact.target.text) + said_by


def _columns(rows: Iterable[tuple[str, str]]) -> list[str]:
    table = list(rows)
    width = max((len(first) for first, _ in table), default=0)
    return [f"  {click.style(first.ljust(width), dim=True)}  {second}" for first, second in table]


def _title(source: Source, count: int, what: str) -> str:
    counted = f"{count} {what}{'' if count == 1 else 's'}"
    return click.style(f"{source.title}  ({source.path}, {counted})", bold=True)


def _line(text: str) -> str:
    return " ".join(text.split())
