from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from ingest.folder import read_document
from ingest.model import Hyperlink, SourceDocument

HEADINGS = ("No", "Recommendation", "Update")


def _read(tmp_path: Path, lines: tuple[tuple[str | int, ...], ...], *bold: int) -> SourceDocument:
    """Return a sheet of ``lines`` read, the rows ``bold`` in bold."""
    book = Workbook()
    sheet = book.worksheets[0]
    for line in lines:
        sheet.append(line)
    for row in bold:
        for cell in sheet[row]:
            cell.font = Font(bold=True)
    book.save(tmp_path / "Housing.xlsx")
    document = read_document(tmp_path / "Housing.xlsx", "Housing.xlsx")
    assert isinstance(document, SourceDocument)
    return document


@pytest.mark.parametrize("headings", [HEADINGS, ("Agency", "Contact", "Telephone")])
def test_a_second_table_with_headings_of_its_own_is_another(tmp_path: Path, headings: tuple[str, ...]) -> None:
    lines = (HEADINGS, (1, "A", "x"), (), ("Police",), headings, (2, "C", "y"))

    document = _read(tmp_path, lines, 1, 5)

    assert [[cell.text for cell in table.cells[-3:]] for table in document.tables] == [["1", "A", "x"], ["2", "C", "y"]]
    assert [each.text for each in document.paragraphs] == ["Police"]


def test_rows_set_apart_within_a_table_stay_in_it(tmp_path: Path) -> None:
    lines = (HEADINGS, (1, "A", "x"), (), (2, "B", "y"), (), ("Police",), (3, "C", "z"))

    document = _read(tmp_path, lines, 1)

    assert [table.n_rows for table in document.tables] == [5]


def test_a_formula_that_makes_a_link_leads_where_it_says(tmp_path: Path) -> None:
    lines = (("Recommendation", "Evidence"), ("A", '=HYPERLINK("https://fernlight.example/log","log")'))

    document = _read(tmp_path, lines)

    assert document.tables[0].cells[3].links == (Hyperlink("log", "https://fernlight.example/log"),)


@pytest.mark.parametrize(
    ("formula", "shown", "codes"),
    [
        ('=HYPERLINK("https://fernlight.example/log", "The ""new"" log")', 'The "new" log', []),
        ('=HYPERLINK("https://fernlight.example/log")', "https://fernlight.example/log", []),
        ('=HYPERLINK("https://fernlight.example/log", A1)', "", ["uncalculated"]),
    ],
)
def test_a_link_that_was_never_worked_out_shows_what_it_says_itself(
    tmp_path: Path, formula: str, shown: str, codes: list[str]
) -> None:
    document = _read(tmp_path, (("Recommendation", "Evidence"), ("A", formula)))

    assert document.tables[0].cells[3].text == shown
    assert [finding.code for finding in document.findings] == codes


SIDE_BY_SIDE = (
    (*HEADINGS, "", "Key", "Meaning"),
    (1, "A", "x", "", "R", "Late"),
    (2, "B", "y", "", "G", "Done"),
    (3, "C", "z"),
)


def test_tables_side_by_side_are_two(tmp_path: Path) -> None:
    document = _read(tmp_path, SIDE_BY_SIDE)

    assert [(table.n_rows, table.n_cols) for table in document.tables] == [(4, 3), (3, 2)]
    assert [cell.text for cell in document.tables[1].cells] == ["Key", "Meaning", "R", "Late", "G", "Done"]


def test_a_narrow_empty_column_lies_within_a_table(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in SIDE_BY_SIDE:
        sheet.append(line)
    sheet.column_dimensions["D"].width = 1.5
    book.save(tmp_path / "Housing.xlsx")

    document = read_document(tmp_path / "Housing.xlsx", "Housing.xlsx")

    assert isinstance(document, SourceDocument)
    assert [table.n_cols for table in document.tables] == [5]


def test_a_column_that_only_a_merged_cell_reaches_over_is_no_gap(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    for line in SIDE_BY_SIDE:
        sheet.append(line)
    sheet.merge_cells("C1:D1")
    book.save(tmp_path / "Housing.xlsx")

    document = read_document(tmp_path / "Housing.xlsx", "Housing.xlsx")

    assert isinstance(document, SourceDocument)
    assert [table.n_cols for table in document.tables] == [5]


SENTENCE = "Train all of the ward staff by May"


def test_a_further_table_with_plain_headings_of_its_own_is_a_table_of_its_own(tmp_path: Path) -> None:
    lines = (HEADINGS, (1, SENTENCE, "x"), (), ("Recommendation", "Ref", "Proof"), (SENTENCE, 2, "y"))

    document = _read(tmp_path, lines)

    assert [table.n_rows for table in document.tables] == [2, 2]


def test_short_answers_below_an_empty_row_are_no_headings(tmp_path: Path) -> None:
    lines = (HEADINGS, (1, SENTENCE, "x"), (), (2, "Audit files", "y"), (3, SENTENCE, "z"))

    document = _read(tmp_path, lines)

    assert [table.n_rows for table in document.tables] == [4]


def test_titles_of_tables_side_by_side_stand_above_their_own(tmp_path: Path) -> None:
    lines = (("Police", "", "", "", "Probation"), ("No", "Update", "", "", "No", "Update"), (1, "x", "", "", 2, "y"))

    document = _read(tmp_path, lines)

    assert [getattr(block, "text", None) for block in document.blocks] == ["Police", None, "Probation", None]
