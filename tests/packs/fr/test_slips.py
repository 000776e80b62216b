"""Slips of the pen in an article's words are seen; what only looks like one is left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgen.analysis import analyse
from quizgen.language import Language
from quizgen.model import Source
from quizgen.packs.fr.grammar.slips import find_slips


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("La ville a ouvert une plus gande école.", ["gande"]),
        ("Le Bureau des affaires humanitaire a fermé.", ["humanitaire"]),
        ("Les marins ont prélevés des algues.", ["prélevés"]),
        ("Les algues que les marins ont prélevées sont vertes.", []),
        ("Le chœur de la ville a chanté une oeuvre de 300 grammes.", []),
        ("La ville compte douze lieux de culte protestants.", []),
    ],
)
def test_slips(
    text: str, slips: list[str], french: Language, make_source: Callable[[str], Source]
) -> None:
    (sentence,) = analyse(make_source(text), french).sentences
    assert list(find_slips(sentence, text, french.lexicon)) == slips  # type: ignore[arg-type]
