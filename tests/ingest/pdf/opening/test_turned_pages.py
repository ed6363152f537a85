from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Hyperlink
from tests.ingest.pdf.paper import A4, PLAN, Paper, cell_at, rows_of

if TYPE_CHECKING:
    from pathlib import Path

AS_WRITTEN = [list(row) for row in PLAN]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_shown_turned_reads_like_any_other(tmp_path: Path, turn: int) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.setPageRotation(turn)
    paper.table(PLAN)
    paper.canvas.linkURL("https://example.org", (93, 842 - 150, 180, 842 - 135))
    document = paper.read()
    assert rows_of(document) == AS_WRITTEN
    assert cell_at(document, 3, 2).links == (Hyperlink("Review it", "https://example.org"),)


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_written_sideways_is_turned_to_be_read(tmp_path: Path, angle: int) -> None:
    paper = Paper(tmp_path / "a.pdf")
    moves = {90: (A4[1], 0), 180: (A4[0], A4[1]), 270: (0, A4[0])}
    if angle != 180:
        paper.canvas.setPageSize((A4[1], A4[0]))
    paper.canvas.translate(*moves[angle])
    paper.canvas.rotate(angle)
    paper.table(PLAN)
    paper.canvas.linkURL("https://example.org", (93, 842 - 150, 180, 842 - 135), relative=1)
    document = paper.read()
    assert rows_of(document) == AS_WRITTEN
    assert cell_at(document, 3, 2).links == (Hyperlink("Review it", "https://example.org"),)


def test_a_heading_written_upwards_in_its_cell_reads_in_order(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.table([("", "Recommendation\n\n\n\n\n", "Update"), *PLAN[1:]])
    paper.canvas.saveState()
    paper.canvas.translate(68, 842 - tops[1] + 5)
    paper.canvas.rotate(90)
    paper.canvas.drawString(0, 0, "Rating given")
    paper.canvas.restoreState()
    assert cell_at(paper.read(), 1, 1).text == "Rating given"


def test_a_shifted_page_box_moves_nothing(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    paper.canvas.linkURL("https://example.org", (93, 842 - 150, 180, 842 - 135))
    paper.canvas.setCropBox((20, 20, 560, 800))
    document = paper.read()
    assert rows_of(document) == AS_WRITTEN
    assert cell_at(document, 3, 2).links == (Hyperlink("Review it", "https://example.org"),)
