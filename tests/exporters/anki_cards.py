"""A card of every kind and the words around them, for the tests of the Anki exporter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quizgen.cards import Card, Deck
from quizgen.model import Source, Span

LABELS = {
    "answer": "Réponse",
    "evidence": "Dans l’article",
    "source": "Source",
    "link": "Lire l’article",
    "reverse": "À quelle question est-ce la réponse ?",
    "retired": "Cette carte n’est plus dans le jeu.",
    "date": "$day $month $year",
    "first_day": "1er",
    "months": "janvier février mars avril mai juin juillet août septembre octobre novembre "
    "décembre",
}
NASTY = (
    "a <script>alert(1)</script> & \"b\" 'c' {{c2::x}} y::z }} {{Answer}} [sound:x.mp3] 🦉 עברית"
)
SENTENCE = "La commune compte 1 200 habitants depuis mars."
SOURCE = Source(
    id="le village & co",
    path="sources/village.md",
    body=SENTENCE,
    blocks=(),
    language="fr",
    title="Un village <grandit>",
    publisher="La Gazette & Fils",
    published=date(2025, 3, 1),
    url="https://exemple.fr/a?b=1&c=2",
)
BASIC = Card(
    id="village:1",
    kind="basic",
    rule="fr.count",
    fact="count",
    question="Combien d’habitants la commune compte-t-elle ?",
    answer="1 200",
    answer_span=Span(18, 23, "1 200"),
    evidence=Span(0, len(SENTENCE), SENTENCE),
    score=1.0,
    context="Population",
    source=SOURCE,
)
CLOZE = replace(
    BASIC,
    id="village:2",
    kind="cloze",
    question="La commune compte […] habitants depuis mars.",
    cloze="La commune compte {{c1::1 200}} habitants depuis mars.",
)
CHOICE = replace(BASIC, id="village:3", kind="choice", choices=("900", "1 000", "1 200", "1 500"))
DECK = Deck(id="village", name="Actualité::Le village", language="fr", cards=(BASIC, CLOZE, CHOICE))
