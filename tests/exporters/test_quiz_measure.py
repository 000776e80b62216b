"""Lines broken by known widths: nothing lost, nothing wider than the measure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgen.exporters.quiz.geometry import PAPERS, grid_of
from quizgen.exporters.quiz.measure import break_lines, width_of
from quizgen.printing import read_options

WORDS = st.text(alphabet="abcdefgàéœ’«»—… \u00a0\n\tمرحب🎉", max_size=200)


@given(WORDS, st.sampled_from(["serif", "sans"]), st.floats(40, 400))
def test_lines_hold_all_words_and_fit(words: str, face: str, measure: float) -> None:
    lines = [words[start:end] for start, end in break_lines(words, face, 12, measure)]
    plain = str.maketrans({"\n": " ", "\t": " "})
    assert "".join(lines).translate(plain).replace(" ", "") == words.translate(plain).replace(
        " ", ""
    )
    for line in lines:
        assert width_of(line, face, 12) <= measure or len(line) == 1
        assert line == line.strip(" \n\t")


def test_widths_are_those_of_the_faces() -> None:
    """Times and Arial, measured by their makers in thousandths of the type size."""
    assert width_of("Mm", "serif", 1000) == 889 + 778
    assert width_of("Mm", "sans", 1000) == 833 + 833
    assert width_of("é", "serif", 1000) == width_of("e", "serif", 1000)


def test_the_room_of_a_page_is_an_even_number_of_pixels_and_a_bit() -> None:
    for paper in PAPERS:
        grid = grid_of(read_options({"paper": paper}))
        pixels = (grid.height - grid.top - grid.bottom) * 96 / 25.4
        assert 0.1 < pixels % 2 < 0.9


def test_all_leadings_are_even_numbers_of_pixels() -> None:
    for size in ("normal", "large"):
        for _, leading in grid_of(read_options({"size": size})).types.values():
            assert leading % 1.5 == 0
