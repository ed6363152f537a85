from __future__ import annotations

import pytest

from export.writers.workbook.heights import LINE_HEIGHT, PADDING, TALLEST, row_height


def lines(text: str, width: int) -> float:
    return (row_height([(text, width)]) - PADDING) / LINE_HEIGHT


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, 1),
        ("short", 10, 1),
        ("one\ntwo\n\nfour", 10, 4),
        ("twelve words of which about half fit on a line of this width", 30, 2),
        ("IN CAPITALS A LINE HOLDS FEWER WORDS", 30, 2),
        ("x" * 100, 11, 9),
    ],
)
def test_a_row_is_as_tall_as_its_wrapped_lines(text: str, width: int, expected: int) -> None:
    assert lines(text, width) == expected


def test_the_tallest_cell_decides() -> None:
    assert row_height([("short", 20), ("one\ntwo", 20)]) == row_height([("one\ntwo", 20)])


def test_no_row_is_taller_than_excel_allows() -> None:
    assert row_height([("line\n" * 500, 20)]) == TALLEST
