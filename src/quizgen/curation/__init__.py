"""What a person decides on cards: which to drop or keep, other words, cards of their own."""

from quizgen.curation.decisions import Curation, Edit, OwnCard

__all__ = ["Curation", "Edit", "OwnCard"]
