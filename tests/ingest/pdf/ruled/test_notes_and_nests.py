from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Where
from tests.ingest.pdf.paper import PLAN, Paper, cell_at, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path


def draw_note(paper: Paper) -> None:
    paper.line(50, 760, 190, 760)
    paper.font("Helvetica", 5)
    paper.text(50, 771, "1")
    paper.font("Helvetica", 9)
    paper.text(56, 774, "As agreed with the board.")


def test_a_footnote_goes_to_the_cell_that_calls_it(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    width = paper.canvas.stringWidth("Train all staff", "Helvetica", 10)
    draw_note(paper)
    paper.font("Helvetica", 6)
    paper.text(95 + width, 125.5, "1")
    cell = cell_at(paper.read(), 2, 2)
    assert (cell.text, cell.note, cell.words) == ("Train all staff", "As agreed with the board.", 10)


def test_a_footnote_no_cell_calls_is_a_note_of_the_document(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    draw_note(paper)
    assert texts_in(paper.read(), Where.NOTE) == ["1 As agreed with the board."]


def test_a_nested_table_is_read_cell_by_cell_into_its_own(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "Train all staff", "It was done so:\n\n\n\n\n\n"), ("2", "Review it", "Ongoing")])
    paper.table([("First\ntraining", "then a\ntalk"), ("next", "last")], left=300, top=130, widths=(80, 80))
    document = paper.read()
    assert len(document.tables) == 1
    assert cell_at(document, 1, 3).text == "It was done so:\nFirst\ntraining\nthen a\ntalk\nnext\nlast"


def test_a_nested_table_may_touch_the_walls_of_its_cell(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.table([("1", "Train all staff", "\n\n\n"), ("2", "Review it", "Ongoing")])
    inner = paper.cells([("First", "then"), ("next", "last")], left=296, top=tops[0] + 6, widths=(80, 80))
    for top in (tops[0] + 0.5, inner[1], tops[1] - 0.5):
        paper.line(296, top, 456, top)
    for x in (296, 376, 456):
        paper.line(x, tops[0] + 0.5, x, tops[1] - 0.5)
    document = paper.read()
    assert [len(row) for row in rows_of(document)] == [3, 3]
    assert cell_at(document, 1, 3).text == "First\nthen\nnext\nlast"


def test_the_end_of_a_row_drawn_cell_by_cell_is_no_rule_above_footnotes(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [("No", "Recommendation", "Update"), *((str(each), "Train all staff", "Done " * 20) for each in range(1, 6))]
    tops = paper.cells(rows, top=560, widths=(40, 150, 200))
    for top in tops:
        for left, right in ((50, 84), (96, 234), (246, 440)):
            paper.line(left, top, right, top)
    document = paper.read()
    assert [row[0] for row in rows_of(document)] == ["No", "1", "2", "3", "4", "5"]
    assert texts_in(document, Where.NOTE) == []


def test_dates_below_the_second_rule_of_a_narrow_table_are_no_footnotes(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for height in (488, 504):
        paper.line(50, height, 260, height)
    for number, row in enumerate((("Date", "Meeting"), ("4 May", "Board"), ("8 May", "Panel"), ("12 May", "Board"))):
        for left, words in zip((52, 160), row, strict=True):
            paper.text(left, 500 + 14 * number, words)
    assert not texts_in(paper.read(), Where.NOTE)
