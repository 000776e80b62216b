"""Study cards from news articles, by rules."""

__version__ = "0.1.0"
