"""French grammar for questions: phrases, agreement, inversion, typography, guards.

sounds ← typography ← phrases ← clauses (which words stay) ← asking (in which order) ← filters.
"""

from quizgen.packs.fr.grammar.filters import FrenchGrammar

__all__ = ["FrenchGrammar"]
