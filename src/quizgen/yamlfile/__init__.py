"""Strict YAML: every fault has a file, a line and a column."""

from quizgen.yamlfile.located import Located, suggest
from quizgen.yamlfile.parsing import load, load_located, parse

__all__ = ["Located", "load", "load_located", "parse", "suggest"]
