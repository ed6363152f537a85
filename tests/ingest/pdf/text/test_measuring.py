from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.readers.pdf.page import Box
from ingest.readers.pdf.text.lines import make_line
from ingest.readers.pdf.text.measuring import share_to_hyphen, width_of_space
from ingest.readers.pdf.text.paragraphs import fits_after
from ingest.readers.pdf.text.words import Word

if TYPE_CHECKING:
    from ingest.readers.pdf.text.lines import Line

SIZE = 10.0


def line_of(*words: tuple[str, float], space: float, top: float = 0.0) -> Line:
    made: list[Word] = []
    left = 0.0
    for text, width in words:
        made.append(Word(text, Box(left, top, left + width, top + SIZE), top + 8, SIZE, "F", None))
        left += width + space
    return make_line(made)


def test_a_word_needs_a_space_as_wide_as_those_that_were_written() -> None:
    above, below = (line_of(("staff", 30), ("were", 24), space=6), line_of(("told", 24), ("so", 12), space=6, top=12))
    assert not fits_after(above, below, (0, 60 + 24 + 6))
    assert fits_after(above, below, (0, 60 + 24 + 8))


@pytest.mark.parametrize(
    ("above", "below", "space"),
    [(2.6, 5.0, 2.6), (5.0, 2.8, 2.8), (30.0, 30.0, 2.6), (2.2, 2.2, 2.6), (0.5, 6.0, 6.0)],
    ids=["stretched below", "stretched above", "tabs", "narrow", "a mark that follows its word closely"],
)
def test_the_narrowest_space_counts_within_reason(above: float, below: float, space: float) -> None:
    lines = [line_of(("staff", 30), ("were", 24), space=gap) for gap in (above, below)]
    assert width_of_space(*lines) == pytest.approx(space)


def test_the_place_of_a_hyphen_is_judged_by_how_wide_letters_are() -> None:
    assert share_to_hyphen(line_of(("sign-off.", 36), ("and", 16), space=2.8)) > 0.56
    assert share_to_hyphen(line_of(("ill-minded", 40), ("men", 18), space=2.8)) < 0.3


def test_where_all_letters_are_equally_wide_the_place_of_a_hyphen_is_counted() -> None:
    line = line_of(("sign-off.", 54), ("agreed", 36), ("today", 30), space=6)
    assert share_to_hyphen(line) == pytest.approx(5 / 9)


def test_a_word_without_a_hyphen_in_it_needs_room_for_all_of_it() -> None:
    assert share_to_hyphen(line_of(("-off-", 20), space=2.8)) == 1.0
