"""A painted heading row above rows that only level rules part."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import LEADING, PADDING, WIDTHS, Paper, rows_of

if TYPE_CHECKING:
    from pathlib import Path

ROWS = (
    ("No", "Recommendation", "Update"),
    ("1", "Train all staff who work with children under five", "Done in May with all teams of the service"),
    ("2", "Review it", "Ongoing"),
    ("3", "Share it with every school in the borough by June", "Sent"),
)


@pytest.mark.parametrize("pieces", [1, 3], ids=["one area", "an area for each cell"])
def test_its_lower_edge_parts_it_from_the_first_row(tmp_path: Path, pieces: int) -> None:
    paper = Paper(tmp_path / "a.pdf")
    height = LEADING + PADDING
    lefts = [50.0, 90.0, 290.0] if pieces > 1 else [50.0]
    for left, width in zip(lefts, WIDTHS if pieces > 1 else (440.0,), strict=True):
        paper.fill((left, 100, width, height), "lightblue")
    for top in paper.cells(ROWS)[2:]:
        paper.line(50, top, 490, top)
    read = [[" ".join(text.split()) for text in row] for row in rows_of(paper.read())]
    assert read == [list(row) for row in ROWS]


def test_a_painted_line_of_text_above_a_table_is_no_row_of_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.fill((50, 60, 200, 20), "lightblue")
    paper.text(55, 74, "Our return for the spring")
    for top in paper.cells(ROWS):
        paper.line(50, top, 490, top)
    assert rows_of(paper.read())[0] == list(ROWS[0])
