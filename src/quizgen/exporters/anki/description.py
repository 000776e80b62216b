"""What Anki shows about a deck before it is studied: its description and its sources' credit."""

from __future__ import annotations

from collections.abc import Mapping

from quizgen.cards import Deck
from quizgen.exporters.anki.escaping import escape, escape_address
from quizgen.exporters.publication import published_on
from quizgen.model import Source


def describe(deck: Deck, labels: Mapping[str, str]) -> str:
    """Write the description of the deck as HTML, with one line of credit for each source."""
    sources = {card.source.id: card.source for card in deck.cards if card.source}
    credits = [_credit(source, labels) for source in sources.values()]
    return "<br>".join(filter(None, [escape(deck.description), *credits]))


def _credit(source: Source, labels: Mapping[str, str]) -> str:
    title = escape(source.title or source.id)
    address = escape_address(source.url)
    linked = f'<a href="{address}">{title}</a>' if address else title
    details = (
        source.author,
        source.publisher,
        published_on(source, labels),
        source.licence,
    )
    return ", ".join([linked, *(escape(detail) for detail in details if detail)])
