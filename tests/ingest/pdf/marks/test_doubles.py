from __future__ import annotations

from dataclasses import replace

import pytest

from ingest.readers.pdf.marks.doubles import drop_doubles
from ingest.readers.pdf.page import Box, Glyph

SIZE = 10.0


def _glyph(text: str, left: float, top: float) -> Glyph:
    return Glyph(text, Box(left, top, left + 5.0 * len(text), top + SIZE), top + 8.0, SIZE, "Any", "#000000")


def _kept(glyphs: list[Glyph]) -> list[str]:
    return [glyph.text for glyph in drop_doubles(glyphs)]


@pytest.mark.parametrize("shift", [(0.0, 0.0), (0.4, 0.0), (0.3, -0.3), (-1.0, 1.0)])
def test_a_word_drawn_again_almost_in_its_place_counts_once(shift: tuple[float, float]) -> None:
    across, down = shift
    assert _kept([_glyph("bold", 50, 50), _glyph("next", 90, 50), _glyph("bold", 50 + across, 50 + down)]) == [
        "bold",
        "next",
    ]


def test_a_word_drawn_again_in_a_font_that_tells_its_height_otherwise_counts_once() -> None:
    word = _glyph("bold", 50, 50)
    taller = replace(word, font="Outlines", box=Box(50, 46, 70, 60))
    assert drop_doubles([word, taller]) == (word,)


@pytest.mark.parametrize("turned", [False, True])
def test_a_part_of_a_word_drawn_over_it_again_is_no_word(*, turned: bool) -> None:
    whole, rest = _glyph("Progress", 50, 50), _glyph("ogress", 60.3, 50)
    assert _kept([rest, whole] if turned else [whole, rest]) == ["Progress"]


def test_the_end_of_a_word_that_stands_after_it_is_another() -> None:
    assert _kept([_glyph("without", 50, 50), _glyph("out", 84, 50)]) == ["without", "out"]


def test_a_double_is_found_among_many_of_the_same_word_on_its_line() -> None:
    line = [_glyph("the", 20.0 * at, 50) for at in range(60)]
    assert len(drop_doubles([*line, _glyph("the", 20.0 * 30 + 0.4, 50)])) == len(line)


@pytest.mark.parametrize("place", [(50.0, 62.0), (66.0, 50.0)])
def test_the_same_word_elsewhere_is_another(place: tuple[float, float]) -> None:
    assert _kept([_glyph("the", 50, 50), _glyph("the", *place)]) == ["the", "the"]


def test_a_page_without_characters_has_no_doubles() -> None:
    assert drop_doubles([]) == ()
