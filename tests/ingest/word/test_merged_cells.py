from __future__ import annotations

from pathlib import Path

from ingest.model import SourceTable
from tests.ingest.word.factory import cell, on, p, r, read, row, table, val

RESTART, CONTINUE = val("vMerge", "restart"), on("vMerge")


def read_table(tmp_path: Path, *rows: str, widths: tuple[int, ...] = ()) -> SourceTable:
    (found,) = read(tmp_path, table(*rows, widths=widths)).tables
    return found


def spans(found: SourceTable) -> list[tuple[int, int, int, int, str]]:
    return [(entry.row, entry.col, entry.rowspan, entry.colspan, entry.text) for entry in found.cells]


def test_a_merged_area_is_one_cell_with_its_spans(tmp_path: Path) -> None:
    found = read_table(
        tmp_path,
        row(cell("wide", val("gridSpan", 2)), "c"),
        row(cell("tall", RESTART), "1", "2"),
        row(cell("", CONTINUE), "3", "4"),
        row(cell("", CONTINUE), "5", "6"),
    )

    assert spans(found)[:3] == [(1, 1, 1, 2, "wide"), (1, 3, 1, 1, "c"), (2, 1, 3, 1, "tall")]
    assert spans(found)[-2:] == [(4, 2, 1, 1, "5"), (4, 3, 1, 1, "6")]
    assert (found.n_rows, found.n_cols) == (4, 3)


def test_an_area_may_be_merged_both_ways(tmp_path: Path) -> None:
    wide = val("gridSpan", 2)

    found = read_table(
        tmp_path, row(cell("both", wide + RESTART), "c"), row(cell("", wide + CONTINUE), "f"), row("g", "h", "i")
    )

    assert spans(found)[0] == (1, 1, 2, 2, "both")


def test_text_in_a_continued_cell_is_not_lost(tmp_path: Path) -> None:
    found = read_table(tmp_path, row(cell("above", RESTART), "1"), row(cell("below", CONTINUE), "2"))

    assert spans(found)[0] == (1, 1, 2, 1, "above\nbelow")


def test_a_merge_without_a_beginning_begins_its_own_cell(tmp_path: Path) -> None:
    found = read_table(tmp_path, row("plain", "1"), row(cell("own", CONTINUE), "2"), row(cell("", CONTINUE), "3"))

    assert spans(found)[2] == (2, 1, 2, 1, "own")


def test_a_merge_does_not_go_on_below_another_cell(tmp_path: Path) -> None:
    found = read_table(tmp_path, row(cell("a", RESTART)), row(cell("b")), row(cell("c", CONTINUE)))

    assert [text for *_spans, text in spans(found)] == ["a", "b", "c"]


def test_the_older_merge_across_is_understood(tmp_path: Path) -> None:
    found = read_table(
        tmp_path, row(cell("wide", val("hMerge", "restart")), cell("", on("hMerge")), "c"), row("1", "2", "3")
    )

    assert spans(found)[:2] == [(1, 1, 1, 2, "wide"), (1, 3, 1, 1, "c")]


def test_a_whole_span_on_the_first_cell_and_the_others_written_all_the_same(tmp_path: Path) -> None:
    rows = row(cell("wide", val("gridSpan", 2)), cell("", val("hMerge", "continue")), "c"), row("1", "2", "3")

    found = read_table(tmp_path, *rows, widths=(3000, 3000, 3000))

    assert spans(found)[:3] == [(1, 1, 1, 2, "wide"), (1, 3, 1, 1, "c"), (2, 1, 1, 1, "1")]


def test_rows_may_begin_late_and_end_early(tmp_path: Path) -> None:
    late = row("y", properties=val("gridBefore", 1) + val("gridAfter", 1))

    found = read_table(tmp_path, row("a", "b", "c"), late)

    assert spans(found)[-1] == (2, 2, 1, 1, "y")
    assert found.n_cols == 3


def test_grid_columns_no_cell_begins_in_do_not_count(tmp_path: Path) -> None:
    wide = val("gridSpan", 3)

    found = read_table(tmp_path, row(cell("a", wide), cell("b", wide)), row(cell("c", wide), cell("d", wide)))

    assert spans(found)[-1] == (2, 2, 1, 1, "d")
    assert found.n_cols == 2


def test_an_edge_dragged_a_little_makes_no_column(tmp_path: Path) -> None:
    straight = row("a", cell("b", val("gridSpan", 2)))
    dragged = row(cell("c", val("gridSpan", 2)), "d")

    found = read_table(tmp_path, straight, dragged, widths=(4000, 60, 4000))

    assert [(entry.col, entry.colspan) for entry in found.cells] == [(1, 1), (2, 1), (1, 1), (2, 1)]
    assert found.n_cols == 2


def test_a_narrow_column_with_a_cell_of_its_own_stays(tmp_path: Path) -> None:
    found = read_table(tmp_path, row("a", "R", "b"), row("c", "G", "d"), widths=(4000, 200, 4000))

    assert found.n_cols == 3


def test_heading_rows_are_those_their_author_marked(tmp_path: Path) -> None:
    heading = row("Recommendation", "Update", properties=on("tblHeader"))

    assert read_table(tmp_path, heading, row("1", "2")).heading_rows == 1
    assert read_table(tmp_path, row("1", "2")).heading_rows == 0


def test_every_row_has_its_place(tmp_path: Path) -> None:
    found = read_table(tmp_path, row("a"), row("b"))

    assert [str(place) for place in found.row_places] == [
        "return.docx, table 1, row 1",
        "return.docx, table 1, row 2",
    ]


def test_paragraphs_of_a_cell_are_lines_without_outer_spaces(tmp_path: Path) -> None:
    found = read_table(tmp_path, row(cell(p(r("  one  two ")) + p() + p("three"))))

    assert found.cells[0].text == "one  two\nthree"
