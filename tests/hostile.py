"""Texts that nobody means well by, and the fuzz run that makes more of them.

    make fuzz                  # a minute of it
    python tests/hostile.py 600 7    # ten minutes, from seed 7

A fuzz run takes real articles and pages, breaks them at random and makes a deck of each. Whatever
ends in anything but a deck or a message of the program is printed with its seed.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from quizgen import pipeline
from quizgen.errors import QuizgenError
from quizgen.exporters import DEFAULT_FORMATS
from quizgen.reading import parse_source

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "articles"
FRENCH = "le la de et un une des les du que qui dans pour "
SLOW = 60.0  # seconds for one text of a fuzz run, on a machine that does other things as well

UNITS = {
    "no end": "le chat de la maison ", "quotation marks": "« ", "open quotations": "« il a dit ",
    "mixed marks": "“«\"'", "brackets": "( le maire ", "stops": ". ", "commas": "Paris, Lyon, ",
    "figures": "1 2 3 45 %  ", "lines": "a\n", "headings": "# Le titre\n", "items": "- le chat\n\n",
    "emphasis": "**", "links": "[a](", "capitals": "LE CHAT ", "emoji": "🦉👩‍🔬", "one word": "a",
    "wide space": "\u00a0\u202f\u2003",
    "hyphens": "-t-il", "apostrophes": "l’", "accents": "e\u0301",
    "accents alone": "\u0301", "right to left": "\u202eעברית ", "controls": "\x01\x1b[31m\x85 ",
    "templates": "{{ x }} {% y %} {{c1::z}} ", "markup": "<b onclick=x><script>", "tabs": "\t| a |",
    "quotes": "« Oui », a dit Anne Leroy. ", "fronts": "---\n", "references": "&amp;&#9999999999;",
    "surrogate pairs": "\U0001d54f", "null words": "\u200b\ufeff\u00ad", "acronyms": "A B C (ABC) ",
}  # fmt: skip


def hostile_texts(length: int) -> Iterator[tuple[str, str]]:
    """Each kind of unit over and over, behind words by which the text passes for French."""
    for name, unit in UNITS.items():
        body = (unit * (length // len(unit) + 1))[:length]
        yield name, f"{FRENCH * (1 + length // 100)}.\n\n{body}\n"


def try_text(raw: bytes, name: str, folder: Path) -> str:
    """Make a deck of some content in all formats; give the message of a refusal, or ""."""
    try:
        reading = pipeline.ask(pipeline.study(parse_source(raw, name)))
        deck = pipeline.make_deck(reading, 20)
        pipeline.write(deck, DEFAULT_FORMATS, folder / "deck", reading.language)
    except QuizgenError as error:
        return str(error)
    return ""


def broken(content: bytes, chance: random.Random) -> bytes:
    """Content after some accidents: pieces lost, doubled, moved, or replaced by hostile ones."""
    raw = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        here, there = sorted(chance.randrange(len(raw) + 1) for _ in range(2))
        match chance.randrange(5):
            case 0:
                del raw[here : min(there, here + 200)]
            case 1:
                raw[here:here] = raw[here : min(there, here + 400)]
            case 2:
                raw[here:here] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 4)))
            case 3:
                unit = chance.choice([*UNITS.values()]) * chance.randint(1, 300)
                raw[here:here] = unit.encode("utf-8", "surrogatepass")
            case _:
                raw[here:here] = raw[there : there + 300]
    return bytes(raw)


def main(seconds: float, seed: int) -> int:
    """Run and print; give how many texts did what they should not."""
    contents = [path.read_bytes() for path in sorted((ROOT / "sources").glob("*.md"))]
    contents += [path.read_bytes() for path in sorted((ROOT / "tests/cases/pages").iterdir())]
    contents += [path.read_bytes() for path in sorted(SHARED.glob("*.txt"))]
    bad = count = decks = 0
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        while time.monotonic() < end:
            chance = random.Random(f"{seed} {count}")
            raw = broken(chance.choice(contents), chance)
            begin = time.monotonic()
            try:
                decks += not try_text(raw, chance.choice(["a.md", "a.html"]), Path(folder))
            except Exception:
                bad += 1
                print(f"seed {seed}, text {count}:\n{traceback.format_exc()}", flush=True)
            if time.monotonic() - begin > SLOW:
                bad += 1
                print(f"seed {seed}, text {count}: {time.monotonic() - begin:.0f} s", flush=True)
            count += 1
    print(f"{count} texts, {decks} decks, {bad} faults")
    return bad


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]), int(sys.argv[2])) > 0)
