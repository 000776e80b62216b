"""Time and memory of `quizgen build`, from 10 to 1,000 articles; draws docs/images/speed.svg.

    make bench

It prints a table and is no test: what it measures depends on the machine. The articles are the
samples of this project, each with a number in place of a name, so that none is like another.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = (10, 30, 100, 300, 1000)
PLOT = ROOT / "docs" / "images" / "speed.svg"


@dataclass(frozen=True)
class Run:
    """Wall-clock seconds, and the peak of memory in megabytes of the largest process."""

    seconds: float
    megabytes: float


def build(folder: Path, *options: str) -> Run:
    """Build the decks of a folder in a process of its own; a failure ends the benchmark."""
    command = [sys.executable, "-m", "quizgen", "build", "--quiet", *options]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed in {folder}")
    return Run(seconds, usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))


def make_project(folder: Path, size: int, per_deck: int) -> None:
    """Write articles, and specs for decks of `per_deck` articles each."""
    originals = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "sources").glob("*.md"))]
    for name in ("sources", "decks"):
        (folder / name).mkdir(parents=True)
    for number in range(size):
        text = originals[number % len(originals)]
        (folder / f"sources/a{number:04}.md").write_text(
            f"{text}\nLa ville a planté {number + 1000} arbres en 2025.\n", encoding="utf-8"
        )
    for first in range(0, size, per_deck):
        paths = ", ".join(
            f"../sources/a{n:04}.md" for n in range(first, min(size, first + per_deck))
        )
        spec = f"deck: D::{first}\nsources: [{paths}]\n"
        (folder / f"decks/d{first:04}.yaml").write_text(spec, encoding="utf-8")


def measure(size: int, per_deck: int) -> tuple[Run, Run, Run]:
    """All articles, none changed, one changed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_project(folder, size, per_deck)
        everything = build(folder)
        nothing = build(folder)
        path = folder / "sources/a0000.md"
        path.write_text(path.read_text(encoding="utf-8") + "\nLa ville a vendu 12 % des arbres.\n")
        one = build(folder)
    return everything, nothing, one


def plot(rows: dict[int, Run]) -> str:
    """A small picture as SVG: seconds over articles, both logarithmic, and a line through 1:1."""
    width, height, left, bottom = 460, 300, 50, 40
    low, high = rows[SIZES[0]].seconds, rows[SIZES[-1]].seconds

    def place(size: float, seconds: float) -> tuple[float, float]:
        from math import log

        x = left + (width - left - 20) * log(size / SIZES[0]) / log(SIZES[-1] / SIZES[0])
        y = height - bottom - (height - bottom - 30) * log(seconds / low) / log(high / low)
        return x, y

    per_article = rows[SIZES[-1]].seconds / SIZES[-1]
    first = max(low / per_article, SIZES[0])
    (x1, y1), (x2, y2) = place(first, first * per_article), place(SIZES[-1], high)
    marks = []
    for size, run in rows.items():
        x, y = place(size, run.seconds)
        marks.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="4"/>')
        marks.append(f'<text x="{x:.0f}" y="{height - 20}">{size:,}</text>')
        marks.append(f'<text x="{x:.0f}" y="{y - 10:.0f}">{run.seconds:.1f} s</text>')
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="12" text-anchor="middle" fill="#224">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>'
        f'<path d="M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}" stroke="#bbc" stroke-dasharray="4"/>'
        f'<path d="M{left - 20} {height - bottom}H{width - 10}" stroke="#889"/>'
        f'{"".join(marks)}<text x="{width / 2}" y="{height - 4}">articles (both axes logarithmic; '
        "the line: time by the number of articles)</text></svg>\n"
    )


def main() -> None:
    """Measure, print, and draw."""
    rows: dict[int, Run] = {}
    print(f"{'articles':>10}{'decks':>8}{'all':>10}{'each':>10}{'none':>9}{'one':>9}{'memory':>10}")
    for size, per_deck in [*((size, 10) for size in SIZES), (1000, 1), (1000, 1000)]:
        everything, nothing, one = measure(size, per_deck)
        if per_deck == 10:
            rows[size] = everything
        print(
            f"{size:>10}{-(-size // per_deck):>8}{everything.seconds:>8.1f} s"
            f"{1000 * everything.seconds / size:>7.0f} ms{nothing.seconds:>7.2f} s"
            f"{one.seconds:>7.1f} s{everything.megabytes:>7.0f} MB",
            flush=True,
        )
    PLOT.write_text(plot(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
