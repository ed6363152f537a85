from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import A4, PLAN, Paper, read_whole, rows_of

if TYPE_CHECKING:
    from pathlib import Path

UNUSED = b"/Rotate 0 /Trans <<\n\n>>"
"""What every page says here and need not."""
KEY = [("Rating", "Meaning"), ("G", "Done")]


def plan_in_units(path: Path, unit: float) -> Paper:
    """Draw a key and the plan close below it on a page measured in ``unit``, as large as it ever was."""
    paper = Paper(path, (A4[0] / unit, A4[1] / unit))
    paper.size = A4
    paper.canvas.scale(1 / unit, 1 / unit)
    foot = paper.table(KEY, widths=(60, 100))[-1]
    paper.table(PLAN, top=foot + 9)
    paper.canvas.save()
    path.write_bytes(path.read_bytes().replace(UNUSED, f"/UserUnit {unit}".encode().ljust(len(UNUSED))))
    return paper


@pytest.mark.parametrize("unit", [0.5, 1, 4])
def test_a_page_is_read_alike_whatever_unit_it_is_measured_in(tmp_path: Path, unit: float) -> None:
    document = read_whole(plan_in_units(tmp_path / "a.pdf", unit).path)
    assert [rows_of(document, table) for table in (0, 1)] == [[list(row) for row in rows] for rows in (KEY, PLAN)]
    assert len(document.tables) == 2
