"""Whatever an article says is shown as it is, and nothing in it acts."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from anki_cards import CLOZE
from hypothesis import given
from hypothesis import strategies as st

from quizgen.exporters.anki.escaping import escape, escape_cloze, split_cloze, tag

PIECES = ("{{c1::", "}}", "::", "{", "}", "<b>", "&amp;", "[sound:", "[latex]", "[$]", '"', "'")
UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
words = st.lists(st.text() | st.sampled_from(PIECES)).map("".join)
ACTING = ("{{", "}}", "::", "<", ">", "[sound:", "[latex]", "[$]")


@given(words)
def test_text_is_shown_as_it_is_and_nothing_acts(text: str) -> None:
    written = escape(text)
    assert html.unescape(written) == UNSTORABLE.sub("", text)
    assert not [sign for sign in ACTING if sign in written]


@given(words, words.filter(bool), words)
def test_a_gap_hides_the_answer_and_nothing_else(before: str, answer: str, after: str) -> None:
    cloze = f"{before}{{{{c1::{answer}}}}}{after}"
    written = escape_cloze(split_cloze(replace(CLOZE, answer=answer, cloze=cloze)))
    (hidden,) = re.findall(r"\{\{c1::(.*?)\}\}", written, re.DOTALL)
    assert html.unescape(hidden) == UNSTORABLE.sub("", answer)
    assert html.unescape(written) == UNSTORABLE.sub("", cloze)
    assert written.count("{{") == written.count("}}") == 1


@given(st.text())
def test_a_tag_is_one_word_under_our_own(name: str) -> None:
    made = tag("source", name)
    assert made.startswith("quizgen::source::")
    assert re.fullmatch(r"[\w.:\-]*", made)
    assert made.count("::") == 2
