"""Scans over which a program has put the words it read, unseen, and whose rules are only in the picture."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from ingest.model import Where
from tests.ingest.pdf.paper import PLAN, WIDTHS, Paper, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

DOTS = 2
"""Dots for each point of the scan."""
AS_WRITTEN = [list(row) for row in PLAN]


class Scan(Paper):
    """A page whose words do not show."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        width, height = (int(side) for side in self.size)
        self.sheet = Image.new("L", (DOTS * width, DOTS * height), 250)

    def text(self, left: float, baseline: float, words: str) -> None:
        self.canvas.drawString(left, self.size[1] - baseline, words, mode=3)

    def ink(self, x0: float, y0: float, x1: float, y1: float, *, dark: int = 40) -> None:
        """Draw a line on the sheet that is scanned."""
        ends = [DOTS * each for each in (x0, y0, x1, y1)]
        ImageDraw.Draw(self.sheet).line(ends, fill=dark, width=DOTS)

    def scan(self) -> None:
        """Put the sheet on the page."""
        self.canvas.drawImage(ImageReader(self.sheet), 0, 0, *self.size)


def rule_off(scan: Scan, tops: Sequence[float], *, rise: float = 0.0) -> None:
    for top in tops:
        scan.ink(50, top, 490, top - rise)
    for x in accumulate(WIDTHS, initial=50.0):
        scan.ink(x, tops[0], x, tops[-1])


@pytest.mark.parametrize("rise", [0.0, 2.0], ids=["straight", "askew"])
def test_rules_in_the_picture_make_a_table(tmp_path: Path, rise: float) -> None:
    scan = Scan(tmp_path / "a.pdf")
    rows = [PLAN[0], ("1", "Train all staff in the use of the pathway that was agreed", ""), ("", "Ask", "Done")]
    rule_off(scan, scan.cells(rows), rise=rise)
    scan.scan()
    assert [[" ".join(cell.split()) for cell in row] for row in rows_of(scan.read())] == [list(row) for row in rows]


def test_rules_across_a_dark_heading_are_seen(tmp_path: Path) -> None:
    scan = Scan(tmp_path / "a.pdf")
    tops = scan.cells(PLAN)
    ImageDraw.Draw(scan.sheet).rectangle([DOTS * each for each in (50, tops[0], 490, tops[1])], fill=70)
    rule_off(scan, tops)
    scan.scan()
    assert rows_of(scan.read()) == AS_WRITTEN


def test_words_that_a_program_set_in_many_sizes_stay_one_paragraph(tmp_path: Path) -> None:
    scan = Scan(tmp_path / "a.pdf")
    rule_off(scan, scan.cells([PLAN[0], ("1", "\n\n", ""), PLAN[2]]))
    lines = ("The practice manager of each ward has", "told all of the staff and asked all", "them to reply")
    for number, (line, size) in enumerate(zip(lines, (10.0, 11.5, 9.0), strict=True)):
        scan.font("Helvetica", size)
        scan.text(95, 129 + 12 * number, line)
    scan.scan()
    assert rows_of(scan.read())[1][1] == " ".join(lines)


def test_a_headers_height_may_vary_from_page_to_page(tmp_path: Path) -> None:
    scan = Scan(tmp_path / "a.pdf")
    for height in (44.6, 45.3, 44.8):
        scan.text(50, height, "Riverside Safeguarding Board")
        scan.text(50, 300, f"What was said at {height}")
        scan.scan()
        scan.new_page()
    assert texts_in(scan.read(), Where.HEADER) == ["Riverside Safeguarding Board"] * 3


def test_a_picture_behind_words_that_show_is_left_alone(tmp_path: Path) -> None:
    scan = Scan(tmp_path / "a.pdf")
    rule_off(scan, [100.0, 117.0, 134.0])
    scan.scan()
    scan.canvas.drawString(95, 842 - 112, "Dear colleague")
    scan.canvas.drawString(295, 842 - 112, "thank you for this")
    assert scan.read().tables == ()
