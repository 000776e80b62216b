"""Time and memory of `quizgen` beside parsing alone: whole processes, alternating runs, medians.

    make bench

It prints a table with bounds and is no test: what it measures depends on the machine.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "articles"
QUIZGEN = [sys.executable, "-m", "quizgen"]
PARSE = """
import sys
import spacy
from quizgen.packs import load_language
pipelines = load_language("fr").pipelines()
for path in sys.argv[1:]:
    body = open(path, encoding="utf-8").read().split("---\\n", 2)[-1]
    lines = [line for line in body.splitlines() if line.strip()]
    for pipeline in pipelines:
        list(pipeline.pipe(lines))
"""


@dataclass(frozen=True)
class Run:
    """Wall-clock seconds and the peak of memory in megabytes of one process."""

    seconds: float
    megabytes: float


def run(command: list[str]) -> Run:
    """Run a command in the project's folder; a failure ends the benchmark."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)[:200]}")
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return Run(seconds, usage.ru_maxrss / unit)


def compare(name: str, articles: list[Path], runs: int, bound: float) -> None:
    """Print a line on `quizgen cards` over articles, and the same articles only parsed."""
    files = [str(path) for path in articles]
    ours: list[Run] = []
    bare: list[Run] = []
    for _ in range(runs):
        ours.append(run([*QUIZGEN, "cards", "--json", "--quiet", *files]))
        bare.append(run([sys.executable, "-c", PARSE, *files]))
    mine, parsing = median(r.seconds for r in ours), median(r.seconds for r in bare)
    ratio = mine / parsing
    cells = (f"{mine:.2f} s", f"{parsing:.2f} s", f"{ratio:.2f}", f"{bound}")
    line(name, *cells, good=ratio <= bound)
    peak, beside = max(r.megabytes for r in ours), max(r.megabytes for r in bare)
    line("  peak of memory", f"{peak:.0f} MB", f"{beside:.0f} MB", "", "500 MB", good=peak <= 500)


def compare_printing(name: str, article: Path, output: str, bound: float) -> None:
    """Print a line on what writing a format adds to `quizgen cards`, in seconds."""
    plain: list[float] = []
    printed: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        make = [*QUIZGEN, "make", str(article), "--quiet", "--format", output, "-o", folder]
        for _ in range(7):
            plain.append(run([*QUIZGEN, "cards", "--quiet", str(article)]).seconds)
            printed.append(run(make).seconds)
    added = median(printed) - median(plain)
    cells = (f"{median(printed):.2f} s", f"{median(plain):.2f} s", f"+{added:.2f} s", f"+{bound} s")
    line(name, *cells, good=added <= bound)


def check_imports(name: str, arguments: list[str], unwanted: str) -> None:
    """Print a line on whether a command imports a module that it should not."""
    command = [sys.executable, "-X", "importtime", "-m", "quizgen", *arguments]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stderr
    imported = {row.rsplit("|", 1)[-1].strip() for row in told.splitlines() if "|" in row}
    found = sorted(m for m in imported if m == unwanted or m.startswith(f"{unwanted}."))
    line(name, f"{len(found)}", "", "", "0", good=not found)


def line(name: str, *cells: str, good: bool) -> None:
    """Print one row of the table: what was measured, parsing alone, their ratio, the bound."""
    row = "".join(cell.rjust(13) for cell in cells)
    print(f"{name:36}{row}{'' if good else '  OVER'}", flush=True)


def main() -> None:
    """Measure and print."""
    own = sorted((ROOT / "sources").glob("*.md"))
    shared = sorted(SHARED.glob("*.txt"))
    seed = SHARED / "seed.txt"
    line("", "quizgen", "parsing only", "ratio", "bound", good=True)
    compare("cold start, one article", [seed] if seed.exists() else own[:1], 5, 1.8)
    compare(f"{len(shared or own)} articles in one process", shared or own, 3, 1.6)
    line("", "make", "cards", "difference", "bound", good=True)
    compare_printing("a quiz in HTML", own[-1], "html", 0.3)
    if find_spec("weasyprint"):
        compare_printing("a quiz in PDF", own[-1], "pdf", 1.5)
    check_imports("spacy imported by --help", ["--help"], "spacy")
    article = str(own[0])
    check_imports("spacy.lang.fr imported by cards", ["cards", article], "spacy.lang.fr")


if __name__ == "__main__":
    main()
