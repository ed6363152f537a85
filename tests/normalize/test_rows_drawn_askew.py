"""Rows whose cells do not stand below those of the heading row, as tables drawn by hand have them."""

from __future__ import annotations

from ingest.model import Place, SourceTable
from normalize.returns import understand
from tests.normalize.factory import NAME, make_cell, make_document

HEADINGS = [("Recommendation", 1, 2), ("Update", 3, 1), ("Evidence", 4, 1)]


def read(*rows: list[tuple[str, int, int]]) -> list[tuple[str, str, str]]:
    """Return the answers in ``rows`` of cells, each with its first column and how many it covers."""
    cells = tuple(
        make_cell(text, at, col, colspan=span)
        for at, row in enumerate((HEADINGS, *rows), start=1)
        for text, col, span in row
    )
    places = tuple(Place(NAME, table=1, row=at) for at in range(1, len(rows) + 2))
    understood = understand(make_document(SourceTable(Place(NAME, table=1), cells, len(places), 4, places)))
    assert understood.words.adds_up
    return [(each.recommendation, each.update, each.evidence) for each in understood.returns[0].updates]


def test_as_many_cells_as_headings_stand_below_them_one_by_one() -> None:
    below = [("1. Train", 1, 2), ("Done", 3, 1), ("Log", 4, 1)]
    askew = [("2. Audit", 1, 1), ("Begun", 2, 2), ("Form", 4, 1)]
    assert read(below, askew) == [("Train", "Done", "Log"), ("Audit", "Begun", "Form")]


def test_a_cell_over_two_headings_is_under_the_first_of_them() -> None:
    assert read([("1. Train", 1, 2), ("Done, see the log", 3, 2)]) == [("Train", "Done, see the log", "")]


def test_a_heading_over_two_cells_heads_both() -> None:
    rows = [("1. Train", 1, 1), ("all wards", 2, 1), ("Done", 3, 1), ("Log", 4, 1)]
    assert read(rows) == [("Train\nall wards", "Done", "Log")]
