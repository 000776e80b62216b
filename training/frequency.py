"""How many of a thousand news pages hold a word form: which words tell what a page is about."""

from collections import Counter
from pathlib import Path

from quizgen.packs.fr.nlp import normalise
from quizgen.packs.fr.tokenizer import tokenize
from training.news import pages

LEAST = 3  # pages in a thousand: rarer forms are left out and count as this rare


def count(data: Path, target: Path) -> None:
    """Write `form<TAB>pages in a thousand`, the commonest first."""
    pages_with: Counter[str] = Counter()
    total = 0
    for paragraphs in pages(data / "bulk"):
        forms = {normalise(text[start:end]) for text in paragraphs for start, end in tokenize(text)}
        pages_with.update(form for form in forms if form[:1].isalpha() and len(form) > 1)
        total += 1
    rows = [(form, 1000 * n // total) for form, n in pages_with.items()]
    kept = sorted((row for row in rows if row[1] >= LEAST), key=lambda row: (-row[1], row[0]))
    target.write_text("".join(f"{form}\t{n}\n" for form, n in kept), encoding="utf-8")
