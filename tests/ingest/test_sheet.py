from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.worksheet.worksheet import Worksheet

from ingest.folder import read_document
from ingest.model import SourceCell, SourceDocument, SourceTable, UnreadDocument, Where
from ingest.readers.sheet import pieces
from ingest.readers.sheet.formats import show
from tests.failures.documents import rezip
from tests.ingest.binary_workbook import write_binary_workbook
from tests.libreoffice import needs_libreoffice, save_as

HEADINGS = ("No", "Recommendation", "Update", "Evidence")


def _read(path: Path) -> SourceDocument:
    document = read_document(path, path.name)
    assert isinstance(document, SourceDocument), document
    in_tables = sum(cell.words for table in document.tables for cell in table.cells)
    assert document.words == in_tables + sum(each.words for each in document.paragraphs)
    return document


def _save(tmp_path: Path, fill: Callable[[Worksheet], object]) -> Path:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(HEADINGS)
    fill(sheet)
    book.save(tmp_path / "Housing.xlsx")
    return tmp_path / "Housing.xlsx"


def _cell(document: SourceDocument, row: int, col: int) -> SourceCell:
    (table,) = document.tables
    return next(cell for cell in table.cells if (cell.row, cell.col) == (row, col))


def _texts(table: SourceTable) -> list[list[str]]:
    return [[cell.text for cell in table.cells if cell.row == row] for row in range(1, table.n_rows + 1)]


def _codes(document: SourceDocument) -> list[str]:
    return [each.code for each in document.findings]


def test_letters_of_a_symbol_font_are_the_signs_they_show(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        mixed = CellRichText(TextBlock(InlineFont(rFont="Webdings"), "a"), " trained")
        sheet.append((1, "Train", "a", mixed))
        sheet["C2"].font = Font(name="Marlett")

    document = _read(_save(tmp_path, fill))

    assert (_cell(document, 2, 3).text, _cell(document, 2, 4).text) == ("✓", "✓ trained")


def test_special_characters_are_as_a_reader_sees_them(tmp_path: Path) -> None:
    document = _read(
        _save(tmp_path, lambda sheet: sheet.append((1, "co\u2011operate\nsafe\u00adguard", "\u200e19/06/2013")))
    )

    assert (_cell(document, 2, 2).text, _cell(document, 2, 3).text) == ("co-operate\nsafeguard", "19/06/2013")


def test_a_sheet_is_a_table_with_its_rows_named_as_excel_names_them(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append((1, "Train all staff", "Begun\nDone", "Register"))
        sheet["B5"] = "Write a policy"

    (table,) = _read(_save(tmp_path, fill)).tables
    answers = [["1", "Train all staff", "Begun\nDone", "Register"], ["", "Write a policy", "", ""]]
    assert _texts(table) == [list(HEADINGS), *answers]
    assert [place.row for place in table.row_places] == [1, 2, 5]


def test_title_particulars_and_signature_stand_apart_from_the_answers(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append((1, "Train", "Done", "Register"))
        sheet.insert_rows(1, 4)
        sheet["A1"], sheet["A2"], sheet["B2"], sheet["A4"] = "Child M", "Agency", "Housing", "All recommendations"
        sheet["A9"] = "Signed: the director"

    document = _read(_save(tmp_path, fill))
    assert [_texts(table) for table in document.tables] == [
        [["Child M", ""], ["Agency", "Housing"]],
        [list(HEADINGS), ["1", "Train", "Done", "Register"]],
    ]
    assert [each.text for each in document.paragraphs] == ["All recommendations", "Signed: the director"]


def test_a_merged_cell_is_one_cell_with_its_spans(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(("Overview",))
        sheet.append((1, "Train", "Done", "Register"))
        sheet.append((2, None, "Under way", ""))
        sheet.merge_cells("A2:D2")
        sheet.merge_cells("B3:B4")

    document = _read(_save(tmp_path, fill))
    assert (_cell(document, 2, 1).text, _cell(document, 2, 1).colspan) == ("Overview", 4)
    assert (_cell(document, 3, 2).text, _cell(document, 3, 2).rowspan) == ("Train", 2)


def test_colours_struck_words_comments_and_links_come_with_their_cell(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append(
            (1, CellRichText("Train ", TextBlock(InlineFont(strike=True), "some"), " all staff"), "Done", "Here")
        )
        sheet["A2"].fill = PatternFill("solid", fgColor="92D050")
        sheet["B2"].fill = PatternFill("solid", fgColor=Color(theme=9, tint=0.4))
        sheet["C2"].comment = Comment("Since when?", "Board")
        sheet["C2"].font = Font(strike=True)
        sheet["D2"].hyperlink = "https://fernlight.example/register"

    document = _read(_save(tmp_path, fill))
    number, recommendation, update, evidence = (_cell(document, 2, col) for col in range(1, 5))
    assert number.fill == "#92D050"
    assert (recommendation.text, recommendation.struck, recommendation.fill) == (
        "Train  all staff",
        ("some",),
        "#FAC090",
    )
    assert (update.text, update.struck, update.comments[0].text) == ("", ("Done",), "Since when?")
    assert evidence.links[0].url == "https://fernlight.example/register"


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (date(2014, 2, 13), "mm-dd-yy", "13/02/2014"),
        (date(2014, 2, 3), 'd" of "mmmm\\ yyyy', "3 of February 2014"),
        (date(2014, 2, 3), "[$-809]ddd d mmm yy;@", "Mon 3 Feb 14"),
        (datetime.fromisoformat("2014-02-03T16:05"), "dd/mm/yyyy h:mm AM/PM", "03/02/2014 4:05 PM"),
        (time(9, 30), "hh:mm", "09:30"),
        (0.75, "0%", "75%"),
        (1, '"Rec "0', "Rec 1"),
        (7, "000", "007"),
        (1234.5, "#,##0.00", "1,234.50"),
        (-3, "0;(0)", "(3)"),
        (1.0, "General", "1"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "TRUE"),
        (1234.5, "£#,##0", "£1,235"),
        (1234567, '0.0,,"m"', "1.2m"),
        (1.0, "0.00E+00", "1.00E+00"),
        (0, '0;-0;"nil"', "nil"),
        (0, '_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-', "-"),
        (-1234, "#,##0;[Red]-#,##0", "-1,234"),
        (0.5, "#.##", ".5"),
        (timedelta(hours=30), "[h]:mm", "30:00"),
        (date(2014, 3, 5), "mmmmm", "M"),
    ],
)
def test_values_are_shown_as_the_sheet_shows_them(value: object, code: str, expected: str) -> None:
    assert show(value, code) == expected


def test_what_is_hidden_is_read_and_said(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.append((1, "Train", "Done", "Register"))
        sheet.row_dimensions[2].hidden = True
        sheet.column_dimensions["D"].hidden = True
        assert sheet.parent is not None
        lists = sheet.parent.create_sheet("Lists")
        lists.append(("Yes", "No"))
        lists.sheet_state = "hidden"

    document = _read(_save(tmp_path, fill))
    assert _cell(document, 2, 4).text == "Register"
    assert [each.text for each in document.paragraphs if each.where is Where.HIDDEN] == ["Yes\tNo"]
    assert _codes(document) == ["hidden-rows", "hidden-columns", "hidden-sheet"]


def test_a_formula_nobody_worked_out_makes_the_document_partial(tmp_path: Path) -> None:
    document = _read(_save(tmp_path, lambda sheet: sheet.append((1, "Train", "=B2", "Register"))))
    assert document.is_partial
    assert "C2" in document.findings[0].message


def test_every_sheet_is_read_under_its_name(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.title = "Overview"
        assert sheet.parent is not None
        sheet.parent.create_sheet("Single agency").append(HEADINGS)
        sheet.parent.create_sheet("Empty")

    document = _read(_save(tmp_path, fill))
    assert [(each.text, each.level) for each in document.paragraphs] == [("Overview", 1), ("Single agency", 1)]
    assert [table.place.table for table in document.tables] == [1, 2]


def test_page_headers_are_read_without_their_codes(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        assert sheet.oddHeader is not None
        sheet.oddHeader.center.text = "Fernlight Housing, page &P"

    (header,) = _read(_save(tmp_path, fill)).paragraphs
    assert (header.text, header.where) == ("Fernlight Housing, page", Where.HEADER)


def test_a_cell_at_the_far_end_of_a_sheet_costs_nothing(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = "far"

    (table,) = _read(_save(tmp_path, fill)).tables
    assert (table.n_rows, table.n_cols) == (2, len(HEADINGS) + 1)


def test_a_workbook_with_too_many_cells_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "MOST_CELLS", 3)
    document = read_document(_save(tmp_path, lambda _: None), "Housing.xlsx")
    assert isinstance(document, UnreadDocument)
    assert document.code == "too-large"


def test_cells_scattered_over_a_sheet_are_not_spread_into_a_table_of_millions(tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        for at in range(1, 1000):
            sheet.cell(at, at, "x")

    document = read_document(_save(tmp_path, fill), "Housing.xlsx")
    assert isinstance(document, UnreadDocument)
    assert document.code == "too-large"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"No,Update\n1,Done\n", [["No", "Update"], ["1", "Done"]]),
        (b'No;Update\r\n1;"Begun, then\r\ndone"\r\n', [["No", "Update"], ["1", "Begun, then\ndone"]]),
        ("\ufeffNo,Update\n1,\u00a35\n".encode(), [["No", "Update"], ["1", "\u00a35"]]),
        ("No\tUpdate\n1\t\u00a35\n".encode("utf-16"), [["No", "Update"], ["1", "\u00a35"]]),
        (b"No,Update\n1,\xa35\n", [["No", "Update"], ["1", "\u00a35"]]),
        ("No\tUpdate\n1\t\u00a35\n".encode("utf-16-le"), [["No", "Update"], ["1", "\u00a35"]]),
        (b"sep=;\r\nNo;Update\r\n1;a, b, c\r\n", [["No", "Update"], ["1", "a, b, c"]]),
        (b'"No, as agreed, or none";Update\n1;Done\n', [["No, as agreed, or none", "Update"], ["1", "Done"]]),
    ],
)
def test_a_csv_file_is_read_in_every_spelling(tmp_path: Path, data: bytes, expected: list[list[str]]) -> None:
    path = tmp_path / "Housing.csv"
    path.write_bytes(data)
    (table,) = _read(path).tables
    assert _texts(table) == expected


@needs_libreoffice
@pytest.mark.parametrize("kind", ["ods", "fods"])
def test_other_spreadsheets_are_read_as_the_workbook_they_were_written_from(tmp_path: Path, kind: str) -> None:
    original = _save(tmp_path, lambda sheet: sheet.append((1, "Train", "Done", "Register")))
    (written,) = save_as(kind, [original], tmp_path)
    document = _read(written)
    assert document.format == kind
    assert list(map(_texts, document.tables)) == list(map(_texts, _read(original).tables))


@needs_libreoffice
def test_a_workbook_in_the_xml_of_excel_2003_is_read(tmp_path: Path) -> None:
    rows = [["No", "Update"], ["1", "Done \u2013 \u00a35"]]
    cells = ("".join(f'<Cell><Data x:Type="String">{text}</Data></Cell>' for text in row) for row in rows)
    names = (
        'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:spreadsheet"'
    )
    table = "".join(f"<Row>{row}</Row>" for row in cells)
    sheet = f'<Worksheet x:Name="Plan"><Table>{table}</Table></Worksheet>'
    path = tmp_path / "Housing.xls"
    path.write_text(f'<?xml version="1.0"?><Workbook {names}>{sheet}</Workbook>', "utf-8")
    assert [_texts(each) for each in _read(path).tables] == [rows]


def test_a_strict_workbook_is_read_as_any_other(tmp_path: Path) -> None:
    original = _save(tmp_path, lambda sheet: sheet.append((1, "Train", "Done", "Register")))
    strict = tmp_path / "strict.xlsx"
    strict.write_bytes(
        rezip(
            original.read_bytes(),
            lambda _name, data: re.sub(
                rb"http://schemas.openxmlformats.org/(\w+)/2006/(\w+)", rb"http://purl.oclc.org/ooxml/\1/\2", data
            ),
        )
    )
    assert list(map(_texts, _read(strict).tables)) == list(map(_texts, _read(original).tables))


@needs_libreoffice
def test_a_binary_workbook_is_read(tmp_path: Path) -> None:
    rows = [["No", "Update", "Evidence"], ["1", "Done \u2013 \u00a35", "Register"]]
    document = _read(write_binary_workbook(tmp_path / "Housing.xlsb", rows))
    assert [_texts(table) for table in document.tables] == [rows]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"])
def test_a_part_that_is_no_xml_any_more_is_damage(tmp_path: Path, part: str) -> None:
    whole, path = _save(tmp_path, lambda sheet: sheet.append(("Recommendation", "Update"))), tmp_path / "cut.xlsx"
    path.write_bytes(rezip(whole.read_bytes(), lambda name, data: data[: len(data) // 2] if name == part else data))
    unread = read_document(path, path.name)
    assert isinstance(unread, UnreadDocument)
    assert unread.code == "damaged"
