"""The printed quiz: self-contained HTML files with print CSS, or PDF."""

from __future__ import annotations

from quizgen.exporters.quiz.export import export_quiz, render_quiz
from quizgen.exporters.quiz.labels import LABELS
from quizgen.exporters.quiz.pdf import export_pdf

__all__ = ["LABELS", "export_pdf", "export_quiz", "render_quiz"]
