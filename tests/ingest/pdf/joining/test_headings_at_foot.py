"""Headings at the foot of a page: no part of the row overleaf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.joining.breaks import FOOT, SIZE, WHOLE
from tests.ingest.pdf.paper import Paper, rows_of

if TYPE_CHECKING:
    from pathlib import Path


def test_headings_alone_at_the_foot_of_a_page_are_no_part_of_the_row_overleaf(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", SIZE)
    heading, row = ["Timescale", "Assessment", "Responsible"], ["September", "Implemented", "Superintendent"]
    paper.font("Helvetica-Bold", 10)
    paper.table([heading], top=FOOT - 20, widths=(70, 80, 90))
    paper.new_page()
    paper.table([row], top=40.0, widths=(70, 80, 90))
    assert rows_of(paper.read()) == [heading, row]


def test_a_heading_over_rows_at_the_foot_of_a_page_is_no_part_of_the_row_overleaf(tmp_path: Path) -> None:
    rows = [("Recommendation", "Action", "Lead", "Update"), *((row[1], row[2], "Nurse", row[2]) for row in WHOLE[:3])]
    alone = ("Recommendations of the panel", "", "", "")
    widths = (110.0,) * 4
    paper = Paper(tmp_path / "a.pdf", (595.0, 400.0))
    paper.table(
        [*rows, alone],
        top=FOOT - Paper(tmp_path / "b.pdf").cells([*rows, alone], top=0, widths=widths)[-1],
        widths=widths,
    )
    paper.new_page()
    paper.table([(WHOLE[3][1], WHOLE[3][2], "Police", "Ongoing")], top=40.0, widths=widths)
    assert len(rows_of(paper.read())) == len(rows) + 2
