"""The recipe that trains the French pack's pipelines; see README.md beside it."""
