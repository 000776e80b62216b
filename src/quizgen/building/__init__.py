"""Decks as code: what is checked, planned and built, and what need not be built again."""
