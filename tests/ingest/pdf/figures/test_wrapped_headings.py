from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.figures.test_figure_headings import draw, middle, numbers
from tests.ingest.pdf.paper import Paper, rows_of

if TYPE_CHECKING:
    from pathlib import Path

RIGHTS = [200.0, 300.0, 360.0, 460.0]
TOP = 140


def test_a_heading_that_goes_on_beside_others_with_a_small_letter_is_one_cell(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    middle(paper, 319, TOP - 28, "Share of replies that are")
    draw(paper, TOP - 28, [["", "Total"]], RIGHTS)
    draw(paper, TOP - 14, [["Area", "replies", "early", "late", "Lost"]], RIGHTS)
    draw(paper, TOP, numbers(4), RIGHTS)
    cells = {cell.text: (cell.row, cell.rowspan) for cell in paper.read().tables[0].cells}
    assert cells["Total replies"] == (1, 2)
    assert cells["early"] == (2, 1)


@pytest.mark.parametrize("lower", [("early", "late"), ("no", "pc")])
def test_small_headings_below_one_of_several_columns_stay_below_it(tmp_path: Path, lower: tuple[str, str]) -> None:
    paper = Paper(tmp_path / "a.pdf")
    middle(paper, 230, TOP - 28, "Letters")
    middle(paper, 400, TOP - 28, "Calls")
    draw(paper, TOP - 14, [["Area", *lower, *lower]], RIGHTS)
    draw(paper, TOP, numbers(4), RIGHTS)
    assert rows_of(paper.read())[1] == ["Area", *lower, *lower]
