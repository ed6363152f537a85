"""What tags say of the two sides of a page break."""

from __future__ import annotations

import pytest

from ingest.readers.pdf.page import Box, Tag
from ingest.readers.pdf.ruled.tables import Cell, Part
from ingest.readers.pdf.tagged.ties import is_tied_row
from ingest.readers.pdf.text.lines import make_line
from ingest.readers.pdf.text.words import Word


def _row(table: int, row: int) -> list[Cell]:
    """Return a row of one cell whose one word is tagged."""
    box = Box(50, 100, 80, 110)
    word = Word("Done", box, 108, 10, "Any", None, tag=Tag((table,), (table, row), (table, row, 0)))
    return [Cell(0, 0, 1, 1, (Part(1, box, (make_line([word]),)),))]


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        (_row(0, 1), _row(0, 1), True),
        (_row(0, 1), _row(0, 2), False),
        (_row(0, 3), _row(1, 0), None),
    ],
    ids=["one row", "two rows", "each page tagged as a table of its own"],
)
def test_rows_are_one_or_two_by_their_tags_where_these_are_of_one_table(
    above: list[Cell], below: list[Cell], *, told: bool | None
) -> None:
    assert is_tied_row(above, below) is told
