"""A scan is a scan though words are stamped or typed on it, or stand below its picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from ingest.model import Where
from ingest.readers import pdf
from ingest.seen import Area, See, SeenLine, SeenSheet
from tests.ingest.pdf.paper import A4, PLAN, Paper, texts_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

STAMP = "Received 12 May"
WRITTEN = "The board met in June"


def _scan(*, is_photograph: bool = False) -> ImageReader:
    """Return the picture of a sheet with lines of strokes on it."""
    picture = Image.new("L", (595, 842), 90 if is_photograph else 255)
    for line in range(100, 700, 20):
        for left in range(60, 500, 8):
            ImageDraw.Draw(picture).rectangle((left, line, left + 2, line + 8), fill=20)
    return ImageReader(picture)


def _see(*lines: SeenLine) -> See:
    def see(_path: Path, numbers: Sequence[int]) -> Mapping[int, SeenSheet]:
        return dict.fromkeys(numbers, SeenSheet(*A4, lines, ()))

    return see


def _line(text: str, left: float, top: float) -> SeenLine:
    return SeenLine(text, Area(left, top, left + 5 * len(text), top + 12))


def _draw(path: Path, *, stamp_first: bool = False, is_photograph: bool = False) -> Path:
    paper = Paper(path)
    if stamp_first:
        paper.text(60, 60, STAMP)
    paper.canvas.drawImage(_scan(is_photograph=is_photograph), 0, 0, *A4)
    if not stamp_first:
        paper.text(60, 60, STAMP)
    paper.canvas.save()
    return path


def test_a_stamped_scan_that_nobody_could_look_at_is_missing(tmp_path: Path) -> None:
    document = pdf.read(_draw(tmp_path / "a.pdf"), "Riverside.pdf", "0")
    assert [finding.code for finding in document.findings] == ["scanned-pages"]
    assert document.is_partial


@pytest.mark.parametrize("seen_as", [STAMP, "Receivcd 12 May"])
def test_a_stamp_is_read_once_as_it_was_typed(tmp_path: Path, seen_as: str) -> None:
    see = _see(_line(seen_as, 62, 55), _line(WRITTEN, 60, 100))
    document = pdf.read(_draw(tmp_path / "a.pdf"), "Riverside.pdf", "0", see)
    assert texts_in(document) == [STAMP, WRITTEN]
    assert not document.is_partial


def test_words_below_the_picture_are_kept_apart(tmp_path: Path) -> None:
    see = _see(_line(WRITTEN, 60, 100))
    document = pdf.read(_draw(tmp_path / "a.pdf", stamp_first=True), "Riverside.pdf", "0", see)
    assert (texts_in(document), texts_in(document, Where.HIDDEN)) == ([WRITTEN], [STAMP])


def test_a_typed_word_seen_within_a_longer_line_is_part_of_it(tmp_path: Path) -> None:
    see = _see(_line(f"{STAMP} by post, as the chair had asked", 60, 50))
    document = pdf.read(_draw(tmp_path / "a.pdf"), "Riverside.pdf", "0", see)
    assert texts_in(document) == [f"{STAMP} by post, as the chair had asked"]


def test_words_on_a_photograph_are_the_pages_words(tmp_path: Path) -> None:
    document = pdf.read(_draw(tmp_path / "a.pdf", is_photograph=True), "Riverside.pdf", "0")
    assert not document.is_partial


def test_a_page_of_words_on_a_picture_of_paper_is_no_scan(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.canvas.drawImage(ImageReader(Image.new("L", (20, 20), 240)), 0, 0, *A4)
    paper.table(PLAN)
    assert not paper.read().is_partial
