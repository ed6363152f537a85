from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.pdf.page import ASKEW, Box, Glyph
from ingest.readers.pdf.text.runs import straight_runs, write_straight

SIZE = 10.0
IN_DOUBT = 0.5
"""Between rounding and a line of its own: what stands so far below another may be on its line or not."""


def _glyph(text: str, left: float, baseline: float, *, size: float = SIZE, turn: int = 0) -> Glyph:
    width = 0.5 * size * len(text)
    return Glyph(text, Box(left, baseline - size, left + width, baseline), baseline, size, "Any", "#000000", turn)


def _runs(glyphs: list[Glyph]) -> list[str]:
    return ["".join(glyph.text for glyph in run) for run, _is_spaced in straight_runs(glyphs)]


def _with_doubt(glyphs: list[Glyph]) -> list[Glyph]:
    """Return ``glyphs`` and two far below them whose lines only a look at each character can tell."""
    return [*glyphs, _glyph("far", 0.0, 900.0), _glyph("below", 60.0, 900.0 + IN_DOUBT)]


def test_what_follows_without_a_gap_is_one_run() -> None:
    assert _runs([_glyph("work", 10, 50), _glyph("shop", 30, 50), _glyph("held", 56, 50)]) == ["workshop", "held"]


def test_lines_are_read_from_the_top_whatever_was_drawn_first() -> None:
    assert _runs([_glyph("below", 10, 70), _glyph("right", 60, 50), _glyph("left", 10, 50)]) == [
        "left",
        "right",
        "below",
    ]


def test_a_space_ends_a_run_and_is_in_none() -> None:
    assert _runs([_glyph("up", 10, 50), _glyph(" ", 20, 50, size=1.0), _glyph("on", 20.5, 50)]) == ["up", "on"]


def test_a_raised_mark_is_on_a_line_of_its_own() -> None:
    assert _runs([_glyph("note", 10, 50), _glyph("2", 30, 46, size=6)]) == ["2", "note"]


def test_letters_set_apart_evenly_are_one_run() -> None:
    assert _runs([_glyph(letter, 10 + 8 * at, 50) for at, letter in enumerate("HEADING")]) == ["HEADING"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_writing_is_read_along_its_own_way(turn: int) -> None:
    upright = _glyph("level", 10, 50)
    turned = Glyph("turned", Box(200, 10, 210, 60), 210, SIZE, "Any", None, turn)
    assert _runs([turned, upright]) == ["level", "turned"]


def test_writing_at_any_other_angle_is_left_out() -> None:
    assert _runs([_glyph("draft", 10, 50, turn=ASKEW)]) == []


@pytest.mark.parametrize("drawn", [[], [_glyph(" ", 10, 50)]])
def test_nothing_written_is_no_run(drawn: list[Glyph]) -> None:
    assert _runs(drawn) == []


PIECES = st.builds(
    _glyph,
    st.sampled_from(["a", "I", " ", "the", "word", "fi"]),
    st.integers(0, 60).map(lambda step: step * 1.7),
    st.sampled_from([50.0, 50.01, 50.05, 62.0, 62.02, 80.0]),
    size=st.sampled_from([2.0, 8.0, 10.0, 36.0]),
)


@given(st.lists(PIECES, max_size=40))
def test_a_page_gone_through_at_once_gives_the_runs_of_one_gone_through_by_character(glyphs: list[Glyph]) -> None:
    assert [*straight_runs(_with_doubt(glyphs))][:-2] == [*straight_runs(glyphs)]


@given(st.lists(PIECES, max_size=40), st.booleans())
def test_as_plain_text_every_run_is_a_word(glyphs: list[Glyph], is_in_doubt: bool) -> None:  # noqa: FBT001 - drawn
    drawn = _with_doubt(glyphs) if is_in_doubt else glyphs
    assert write_straight(drawn).split() == _runs(drawn)


def test_runs_keep_the_order_of_their_line() -> None:
    runs = [run for run, _ in straight_runs([_glyph("word", 40.0 * at, 50.0) for at in reversed(range(30))])]
    assert all(left[0].box.x0 < right[0].box.x0 for left, right in pairwise(runs))


@pytest.mark.parametrize("is_in_doubt", [False, True])
def test_a_run_says_whether_a_space_is_written_behind_it(is_in_doubt: bool) -> None:  # noqa: FBT001 - a parameter
    drawn = [_glyph("up", 10, 50), _glyph(" ", 20, 50, size=1.0), _glyph("on", 20.5, 50), _glyph(" ", 10, 70)]
    runs = [*straight_runs(_with_doubt(drawn) if is_in_doubt else drawn)][:2]
    assert [is_spaced for _, is_spaced in runs] == [True, False]
