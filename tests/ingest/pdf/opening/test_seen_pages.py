"""Pages that are pictures among pages of text, as an eye sees them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PIL import Image
from reportlab.lib.utils import ImageReader

from ingest.readers import pdf
from ingest.seen import Area, SeenLine, SeenSheet
from tests.ingest.pdf.paper import A4, PADDING, PLAN, WIDTHS, Paper, rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

TOPS = (40.0, 60.0, 80.0)
LEFTS = (50.0, 90.0, 290.0)
MORE = (("3", "Share it", "Sent to all"), ("4", "Close the plan", "Done"))


def draw(path: Path) -> Path:
    """Draw a table that reaches the foot of its page, and then a page with nothing but a picture."""
    paper = Paper(path)
    height = Paper(path).cells(PLAN, top=0.0)[-1]
    paper.table(PLAN, top=A4[1] - 60 - height)
    paper.new_page()
    paper.canvas.drawImage(ImageReader(Image.new("L", (20, 20))), 0, 0, *A4)
    paper.canvas.save()
    return path


def see(_path: Path, numbers: Sequence[int]) -> Mapping[int, SeenSheet]:
    """See the rest of the table on every page asked for."""
    lines = tuple(
        SeenLine(text, Area(left + PADDING, top + 4, left + PADDING + 5 * len(text), top + 16))
        for row, top in zip(MORE, TOPS, strict=False)
        for text, left in zip(row, LEFTS, strict=True)
    )
    cells = tuple(
        Area(left, top, left + width, below)
        for top, below in pairwise(TOPS)
        for left, width in zip(LEFTS, WIDTHS, strict=True)
    )
    return dict.fromkeys(numbers, SeenSheet(*A4, lines, cells))


def test_a_table_goes_on_from_a_page_of_text_to_a_picture(tmp_path: Path) -> None:
    document = pdf.read(draw(tmp_path / "a.pdf"), "Riverside.pdf", "0", see)
    assert rows_of(document) == [list(row) for row in (*PLAN, *MORE)]
    assert not document.is_partial


def test_every_row_of_a_picture_asks_to_be_checked(tmp_path: Path) -> None:
    document = pdf.read(draw(tmp_path / "a.pdf"), "Riverside.pdf", "0", see)
    assert [(each.code, each.place.row) for each in document.findings] == [
        ("ocr", None),
        ("ocr-row", 4),
        ("ocr-row", 5),
    ]


def test_a_picture_in_which_nothing_is_seen_is_missing(tmp_path: Path) -> None:
    document = pdf.read(draw(tmp_path / "a.pdf"), "Riverside.pdf", "0", lambda _path, _numbers: {})
    assert document.is_partial
    assert [finding.code for finding in document.findings] == ["scanned-pages"]
