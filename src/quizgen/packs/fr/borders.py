"""Where a French sentence cannot begin: said to the parser before it looks for sentences.

Texts come by the paragraph, so a sentence begins only after a full stop or its like, never at a
closing mark, a comma or a small letter (« Quoi ? » demande-t-il).
"""

from spacy.language import Language
from spacy.tokens import Doc

FINAL = frozenset({".", "?", "!", "…", "...", "..", "etc."})
CLOSING = frozenset({"»", "”", ")", "]"})
JOINING = frozenset({",", ";", ":"})


def starts(words: list[str]) -> list[bool]:
    """Say of each word of a paragraph whether a sentence may begin there."""
    allowed, quoted, after_stop = [], False, True
    for word in words:
        closing = word in CLOSING or (word == '"' and quoted)
        inside = closing or word in FINAL or word in JOINING or word[:1].islower()
        allowed.append(after_stop and not inside)
        quoted ^= word == '"'
        if not closing:
            after_stop = word in FINAL
    return allowed


@Language.component("quizgen_borders")
def forbid_starts(doc: Doc) -> Doc:
    """Forbid sentences to begin where they cannot."""
    for token, allowed in zip(doc, starts([token.text for token in doc]), strict=True):
        if not allowed:
            token.is_sent_start = False
    return doc
