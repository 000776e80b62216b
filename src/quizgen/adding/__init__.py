"""New articles: from a file, a page or an address into a project."""

from quizgen.adding.articles import Article, article_of
from quizgen.adding.entries import Entry, write_entry

__all__ = ["Article", "Entry", "article_of", "write_entry"]
