from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Where
from ingest.readers.pdf.opening.halving import divide_sheets
from ingest.readers.pdf.opening.opening import open_pages
from tests.ingest.pdf.paper import Paper, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

SHEET = (842.0, 595.0)
HALF = 421.0
WIDTHS = (30.0, 150.0, 150.0)
FOOT = 540.0
HEADING = ("No", "Recommendation", "Update")
FIRST = ("1", "Train all staff in the use of the new pathway.", "Done in May. It was well attended.")
CUT = (
    ("2", "Make sure that the rota shows", "Agreed with all of the nurses"),
    ("", "to every team who is on call.", "and the managers of both wards."),
)
LAST = ("3", "Ask every school to name a lead.", "All schools have named one.")
JOINED = [f"{above} {below}".strip() for above, below in zip(*CUT, strict=True)]
WHOLE = [list(HEADING), list(FIRST), JOINED, list(LAST)]


def put(paper: Paper, rows: list[tuple[str, ...]], left: float, *, at_foot: bool = False) -> None:
    """Draw ``rows`` on a half of the sheet, ``at_foot`` so that they end where its text ends."""
    height = Paper(paper.path, SHEET).cells(rows, top=0.0, widths=WIDTHS)[-1]
    paper.table(rows, top=FOOT - height if at_foot else 40.0, left=left, widths=WIDTHS)


def draw_halves(path: Path, *, apart: float = HALF) -> Paper:
    """Draw a table cut within a row that goes on farther right on the same sheet."""
    paper = Paper(path, SHEET)
    put(paper, [HEADING, FIRST, CUT[0]], 45.0, at_foot=True)
    put(paper, [CUT[1], LAST], 45.0 + apart)
    return paper


def test_a_row_cut_between_two_pages_on_one_sheet_is_whole(tmp_path: Path) -> None:
    document = draw_halves(tmp_path / "a.pdf").read()
    assert rows_of(document) == WHOLE
    assert [place.page for place in document.tables[0].row_places] == [1, 1, 1, 1]


def test_places_name_the_sheet_that_two_pages_are_printed_on(tmp_path: Path) -> None:
    paper = draw_halves(tmp_path / "a.pdf")
    paper.new_page()
    put(paper, [("4", "Close the plan.", "Done.")], 45.0)
    (table,) = paper.read().tables
    assert [place.page for place in table.row_places] == [1, 1, 1, 1, 2]


def test_each_page_on_a_sheet_has_its_own_footer(tmp_path: Path) -> None:
    paper = draw_halves(tmp_path / "a.pdf")
    paper.text(200, 580, "Page 1 of 2")
    paper.text(200 + HALF, 580, "Page 2 of 2")
    document = paper.read()
    assert rows_of(document) == WHOLE
    assert texts_in(document, Where.FOOTER) == ["Page 1 of 2", "Page 2 of 2"]


def test_tables_nearer_than_half_a_sheet_stand_side_by_side_on_one_page(tmp_path: Path) -> None:
    document = draw_halves(tmp_path / "a.pdf", apart=HALF - 30).read()
    assert len(document.tables) == 2


def test_a_sheet_with_a_line_of_text_over_its_middle_is_one_page(tmp_path: Path) -> None:
    paper = draw_halves(tmp_path / "a.pdf")
    paper.text(340, 30, "What was asked of us and what we have done")
    assert len(paper.read().tables) == 2


def test_a_table_ruled_over_the_middle_of_one_sheet_keeps_all_sheets_whole(tmp_path: Path) -> None:
    paper = draw_halves(tmp_path / "a.pdf")
    paper.new_page()
    paper.table([HEADING, LAST], left=45.0, widths=(30.0, 300.0, 400.0))
    assert len(paper.read().tables) == 3


def write_halves(path: Path, *, apart: float) -> Paper:
    """Write a table without any rule that goes on farther right on the same sheet."""
    paper = Paper(path, SHEET)
    heading = paper.cells([HEADING], top=40.0, left=45.0, widths=WIDTHS)[-1]
    paper.cells([FIRST, FIRST, FIRST, FIRST], top=heading, left=45.0, widths=WIDTHS)
    heading = paper.cells([HEADING], top=40.0, left=45.0 + apart, widths=WIDTHS)[-1]
    paper.cells([LAST, LAST, LAST], top=heading, left=45.0 + apart, widths=WIDTHS)
    return paper


def test_pages_without_rules_are_known_by_words_that_begin_again_half_a_sheet_away(tmp_path: Path) -> None:
    document = write_halves(tmp_path / "a.pdf", apart=HALF).read()
    numbers = [row[0] for row in rows_of(document)]
    assert len(document.tables) == 1
    assert numbers == ["No", *"1111", *"333"]


def test_words_that_begin_nearer_than_half_a_sheet_are_of_one_page(tmp_path: Path) -> None:
    write_halves(tmp_path / "a.pdf", apart=HALF - 12).read()
    pages = open_pages(tmp_path / "a.pdf").pages
    assert divide_sheets(pages) == pages
