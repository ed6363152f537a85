from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import range_boundaries

from export.rows import NOTHING
from export.writers.workbook import ABOUT, TABLES, write
from export.writers.workbook.text import CELL_LIMIT
from match.model import ChangeKind, Choice, Decision
from match.track_record import ENOUGH_LINKS
from tests.export.packs import a_hostile_round, a_round, an_empty_round, doubtful, entry, linked, put_workbook, row

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from export.model import RoundPack


def written(pack: RoundPack, folder: Path) -> Workbook:
    put_workbook(pack, folder / "consolidated.xlsx")
    return load_workbook(folder / "consolidated.xlsx", rich_text=True)


def cells_under(sheet: Worksheet, heading: str) -> list[object]:
    headings = [cell.value for cell in sheet[3]]
    column = headings.index(heading) + 1
    return [sheet.cell(number, column).value for number in range(4, sheet.max_row + 1)]


ROUNDS = {"empty": an_empty_round(), "ordinary": a_round(), "hostile": a_hostile_round()}


@pytest.fixture(scope="module", params=ROUNDS)
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return written(ROUNDS[request.param], tmp_path_factory.mktemp("books"))


@pytest.fixture(scope="module")
def ordinary(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    return written(a_round(), tmp_path_factory.mktemp("books"))


def test_every_sheet_has_a_title_a_note_and_one_table_that_covers_its_rows(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        (table,) = sheet.tables.values()

        assert sheet["A1"].value
        assert sheet["A2"].value
        assert range_boundaries(table.ref) == (1, 3, sheet.max_column, sheet.max_row)
        assert sheet.max_row > 3


def test_no_two_tables_or_sheets_have_the_same_name_and_every_name_is_allowed(book: Workbook) -> None:
    tables = [name.casefold() for sheet in book.worksheets for name in sheet.tables]
    titles = [sheet.title.casefold() for sheet in book.worksheets]

    assert len(set(tables)) == len(tables)
    assert len(set(titles)) == len(titles)
    assert all(len(title) <= 31 and not set(title) & set("[]:*?/\\'") for title in titles)


def test_the_headings_of_a_table_are_unique_and_are_the_cells_above_its_rows(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        (table,) = sheet.tables.values()
        headings = [cell.value for cell in sheet[3]]

        assert [column.name for column in table.tableColumns] == headings
        assert len({str(heading).casefold() for heading in headings}) == len(headings)


def test_no_sheet_has_merged_cells_or_a_formula(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges
        assert not [cell for line in sheet.iter_rows() for cell in line if cell.data_type in "fe"]


def test_every_sheet_prints_on_a4_one_page_wide_with_its_headings_and_its_name(book: Workbook) -> None:
    for sheet in book.worksheets:
        fit, foot = sheet.sheet_properties.pageSetUpPr, sheet.oddFooter
        assert (str(sheet.page_setup.paperSize), sheet.page_setup.fitToWidth) == ("9", 1)
        assert fit is not None
        assert fit.fitToPage
        assert foot is not None
        assert foot.left.text == "&A"
    for sheet in book.worksheets[1:]:
        assert sheet.print_title_rows == "$3:$3"
        assert str(sheet.freeze_panes).endswith("4")


def test_every_sheet_but_the_hidden_one_is_linked_from_the_cover(book: Workbook) -> None:
    cover = book.worksheets[0]
    linked_to = {cell.hyperlink.location for line in cover.iter_rows() for cell in line if cell.hyperlink}

    assert linked_to == {f"'{sheet.title}'!A1" for sheet in book.worksheets[1:] if sheet.sheet_state == "visible"}


def test_every_word_is_in_arial(book: Workbook) -> None:
    fonts = {cell.font.name for sheet in book.worksheets for line in sheet.iter_rows() for cell in line if cell.value}

    assert fonts == {"Arial"}


def test_a_table_without_rows_says_so(tmp_path: Path) -> None:
    book = written(an_empty_round(), tmp_path)

    sheets = {make(an_empty_round()).sheet for make in TABLES} - {"Progress"}
    assert {book[sheet]["A4"].value for sheet in sheets} == {NOTHING}


def test_every_sheet_is_explained_on_the_cover() -> None:
    assert {make(a_round()).sheet for make in TABLES} < set(ABOUT)


def test_the_same_round_gives_the_same_bytes(tmp_path: Path) -> None:
    write(a_round(), tmp_path / "once.xlsx")
    write(a_round(), tmp_path / "again.xlsx")

    assert (tmp_path / "once.xlsx").read_bytes() == (tmp_path / "again.xlsx").read_bytes()


def test_the_tracker_has_one_row_for_each_recommendation_as_it_stands(ordinary: Workbook) -> None:
    tracker = ordinary["Tracker"]

    assert cells_under(tracker, "ID") == ["HT-1", "HT-2", "HT-3"]
    assert cells_under(tracker, "Latest update") == ["Training held.", "Training held.", "Not yet begun"]
    assert cells_under(tracker, "Status") == ["in progress"] * 3
    assert cells_under(tracker, "Rating") == ["amber"] * 3
    assert cells_under(tracker, "Change this round") == ["updated", "updated", "no new update"]


def test_a_coloured_cell_holds_the_word_the_colour_stands_for(ordinary: Workbook) -> None:
    tracker = ordinary["Tracker"]
    filled = {cell.value for cell in tracker[4] if cell.fill.fgColor.rgb == "FFFFDF9E"}

    assert filled == {"in progress", "amber"}


def test_the_received_copy_is_linked_by_an_encoded_relative_path(ordinary: Workbook) -> None:
    tracker = ordinary["Tracker"]
    targets = [cell.hyperlink.target for cell in tracker[4] if cell.hyperlink]

    assert targets == ["received/Harbour%20Trust%20%232%2C%20100%25.docx"]


def test_an_update_of_an_earlier_round_is_not_linked_to_a_file_of_this_one(tmp_path: Path) -> None:
    earlier = replace(entry(1, kind=ChangeKind.NO_NEW_UPDATE), from_round="2029-08")
    tracker = written(a_round(entries=(earlier, entry(2), entry(3))), tmp_path)["Tracker"]

    assert cells_under(tracker, "Received copy")[0] is None


def test_rows_that_wait_are_to_check_and_rows_decided_are_decisions(tmp_path: Path) -> None:
    decided = Decision("f", Choice.LINK, ("HT-1",), "P. Okoro", "2030-02-01T10:00")
    later = replace(decided, choice=Choice.LATER, ids=())
    pack = a_round(row(1, linked(1)), row(2, doubtful(2)), row(3, linked(3, decided)), row(4, doubtful(4, later)))
    book = written(pack, tmp_path)

    assert cells_under(book["To check"], "Row key") == ["row 2", "row 4"]
    assert cells_under(book["To check"], "Decision") == [None, "decide later"]
    assert cells_under(book["Decisions"], "Row key") == ["row 3"]
    assert cells_under(book["Decisions"], "Link to ID(s)") == ["HT-1"]
    assert cells_under(book["Decisions"], "When") == ["01/02/2030 10:00"]
    assert cells_under(book["Links made"], "Row key") == ["row 1"]
    assert cells_under(book["Links made"], "Its words") == ["Recommendation 1"]
    assert cells_under(book["Updates"], "Row key") == [f"2030-02: row {number}" for number in (1, 2, 3, 4)]


def test_the_cover_says_how_many_of_the_programs_links_people_changed(tmp_path: Path) -> None:
    decided = Decision("f", Choice.LINK, ("HT-1",), "P. Okoro", "2030-02-01T10:00")
    changed = replace(linked(2, decided), by_program=("HT-2",))
    book = written(a_round(row(1, linked(1)), row(2, changed), row(3, linked(3))), tmp_path)
    told = {name.value: text.value for name, text, *_ in book["Cover"].iter_rows(max_col=2)}

    assert told["Links made by the program"] == "3 in all rounds, of which people changed 1 (33.3%)."


def test_the_cover_bounds_the_share_of_wrong_links_once_there_are_enough_of_them(tmp_path: Path) -> None:
    said = str(_read_cover(tmp_path, links=ENOUGH_LINKS)["Links made by the program"])

    assert said.startswith("100 in all rounds, of which people changed none.")
    assert "no more than 3.0% of such links are wrong" in said
    assert "no more than" not in str(_read_cover(tmp_path, links=ENOUGH_LINKS - 1)["Links made by the program"])


def test_the_cover_has_no_line_for_a_board_or_review_without_a_name(tmp_path: Path) -> None:
    nameless = written(replace(a_round(), board="", review=""), tmp_path)
    told = [name.value for (name,) in nameless["Cover"].iter_rows(max_col=1)]

    assert told[0] == "Consolidated workbook"
    assert not {"Board", "Review"} & set(told)


def _read_cover(folder: Path, links: int) -> dict[object, object]:
    book = written(a_round(*(row(number, linked(1)) for number in range(links))), folder)
    return {name.value: text.value for name, text, *_ in book["Cover"].iter_rows(max_col=2)}


def test_candidates_stand_with_their_words_and_reasons(ordinary: Workbook) -> None:
    (candidates,) = cells_under(ordinary["To check"], "Candidates")

    assert str(candidates).splitlines() == [
        "HT-1  IMR 1 - Recommendation 1",
        "   Why: Same agency.",
        "HT-2  IMR 2 - Recommendation 2",
        "   Why: Words alike.",
    ]


def test_drop_downs_refuse_what_is_not_on_them(ordinary: Workbook) -> None:
    lists = [
        rule
        for name in ("Tracker", "To check", "Decisions", "Links made")
        for rule in ordinary[name].data_validations.dataValidation
    ]
    choices = [rule for rule in lists if rule.type == "list"]

    assert len(choices) == 4
    assert all(rule.showErrorMessage and len(rule.formula1) <= 257 for rule in choices)


def test_what_is_typed_into_a_column_for_writing_stays_text(ordinary: Workbook) -> None:
    headings = [cell.value for cell in ordinary["To check"][3]]

    assert ordinary["To check"].cell(4, headings.index("Link to ID(s)") + 1).number_format == "@"


def test_what_changed_comes_first_and_what_left_the_list_is_shown(tmp_path: Path) -> None:
    pack = a_round(entries=(entry(1, kind=ChangeKind.UNCHANGED), entry(2), entry(3, kind=ChangeKind.UNCHANGED)))
    still = tuple(replace(each, fields=()) if each.id != "HT-2" else each for each in pack.changes.changes)
    pack = replace(pack, changes=replace(pack.changes, changes=still, removed=(entry(9),)))
    changes = written(pack, tmp_path)["Changes"]

    assert cells_under(changes, "ID") == ["HT-2", "HT-9", "HT-1", "HT-3"]
    assert cells_under(changes, "Change") == ["updated", "no longer on the list", "unchanged", "unchanged"]
    assert str(cells_under(changes, "Update, changes marked")[0]) == "Training plannedheld."


def test_a_text_too_long_for_a_cell_is_cut_with_a_mark_and_kept_whole(tmp_path: Path) -> None:
    words = "Ab🙂 " * CELL_LIMIT
    book = written(a_round(entries=(entry(1, words), entry(2), entry(3))), tmp_path)
    cut = str(cells_under(book["Tracker"], "Latest update")[0])
    parts = [
        text
        for text, number in zip(*(cells_under(book["Long texts"], name) for name in ("Words", "Text")), strict=True)
        if number == 1
    ]

    assert cut.endswith("more characters, kept whole on the sheet Long texts as text 1]")
    assert "".join(map(str, parts)) == words
    assert all(len(str(part).encode("utf-16-le")) // 2 <= CELL_LIMIT for part in [cut, *parts])


def test_the_summary_adds_up_and_leaves_nobody_out(ordinary: Workbook) -> None:
    summary = ordinary["Summary"]

    assert [[cell.value for cell in line] for line in summary.iter_rows(min_row=4)] == [
        ["Harbour Trust", 2, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0],
        ["Pier School", 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
        ["All agencies", 3, 0, 3, 0, 0, 0, 0, 2, 0, 1, 0],
    ]
