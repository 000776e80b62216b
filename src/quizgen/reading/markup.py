"""HTML made safe for Python's parser, which some broken pages crash or keep busy for hours."""

from __future__ import annotations

import re

_COMMENT, _DECLARATION = "<!--", "<!["
_BOGUS = "<!x"  # read as a comment that ends at the next >
_HUGE_REFERENCE = re.compile(r"&#[xX]?0*[0-9a-fA-F]{8,};?")


def defuse(page: str) -> str:
    """Reword what cannot be a tag, so that the parser takes time linear in the page's length.

    A tag that is not closed before the page ends makes the parser look from there to the end once
    for each `<` on the way; so does a comment. Declarations with `[` and references to characters
    beyond Unicode make it crash.
    """
    page = _HUGE_REFERENCE.sub("\ufffd", page.replace(_DECLARATION, _BOGUS))
    last = page.rfind("-->") + 1
    page = page[:last] + page[last:].replace(_COMMENT, _BOGUS)
    last = page.rfind(">") + 1
    return page[:last] + page[last:].replace("<", "&lt;")
