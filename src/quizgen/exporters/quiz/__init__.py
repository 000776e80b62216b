"""The printed quiz: one self-contained HTML file with print CSS."""

from __future__ import annotations

from quizgen.exporters.quiz.export import export_quiz, render_quiz
from quizgen.exporters.quiz.labels import LABELS
from quizgen.exporters.quiz.options import OPTIONS, QuizOptions, read_options

__all__ = ["LABELS", "OPTIONS", "QuizOptions", "export_quiz", "read_options", "render_quiz"]
