"""What stands on the pages of a PDF, read with Poppler's tools."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from quizgen.cards import Deck
from quizgen.exporters.quiz import export_pdf, export_quiz

A4 = (595, 842)
LETTER = (612, 792)
# Printed from one HTML file, pages know no total (decision 13).
COUNTED = re.compile(r"Page \d+( (sur|of) \d+)?")


def words_of_pages(path: Path) -> list[str]:
    """The words of each page, in lines as they are laid out."""
    return _poppler("pdftotext", "-layout", path, "-").rstrip("\f").split("\f")


def sizes_of_pages(path: Path) -> list[tuple[int, int]]:
    """Width and height of each page in points."""
    told = _poppler("pdfinfo", "-l", "999", path)
    found = re.findall(r"^Page +\d+ size: +([\d.]+) x ([\d.]+)", told, re.MULTILINE)
    return [(round(float(width)), round(float(height))) for width, height in found]


def without_counts(page: str) -> list[str]:
    """A page's words in alphabetical order, without what counts pages.

    Words of two columns come out of a PDF in an order that hangs on fractions of a point.
    """
    return sorted(COUNTED.sub("", page).split())


def write_html(deck: Deck, path: Path, labels: Mapping[str, str], **options: object) -> list[Path]:
    """The HTML files of a deck under these print options."""
    return list(export_quiz(replace(deck, options=options), path / "quiz.html", labels).paths)


def write_pdf(deck: Deck, path: Path, labels: Mapping[str, str], **options: object) -> list[Path]:
    """The PDF files of a deck under these print options; skips where WeasyPrint cannot run."""
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or Pango is not installed")
    return list(export_pdf(replace(deck, options=options), path / "quiz.pdf", labels).paths)


def _poppler(tool: str, *arguments: str | Path) -> str:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    run = subprocess.run([tool, *arguments], capture_output=True, check=True, text=True)
    return run.stdout
