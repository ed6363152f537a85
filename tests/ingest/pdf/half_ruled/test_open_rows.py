from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import Paper, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WIDTHS = (160.0, 200.0, 130.0)
EDGES = tuple(accumulate(WIDTHS, initial=50.0))
HEAD = ("Recommendation", "Update", "Evidence")
ROWS = (
    ("1. The service to review how it records the wishes of children", "Done in May and seen by the board", "Audit"),
    ("2. Managers to sign off all plans", "Managers sign off every plan within two weeks", "Register of plans"),
)
MORE = (
    ("3. To look at the files of children who moved away", "Twelve files were read", "Dip sample"),
    ("4. Leaflets for parents to be written again", "Printed and sent out to all schools", "Leaflet"),
)
CUT = (
    ("5. Staff to be trained in the use of the new form, all of", "Two of the three courses were held; the", ""),
    ("them before the end of the year", "third is in June, after the move to the new rooms", ""),
)


def tidy(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[" ".join(text.split()) for text in row] for row in rows]


def level_rules(paper: Paper, heights: Sequence[float]) -> None:
    for height in heights:
        paper.line(EDGES[0], height, EDGES[-1], height)


def write_rows(paper: Paper, rows: Sequence[Sequence[str]], top: float) -> list[float]:
    return paper.cells(rows, top=top, left=EDGES[0], widths=WIDTHS)


def test_a_row_cut_by_the_page_needs_no_rule_at_either_end(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    level_rules(paper, write_rows(paper, [HEAD, *ROWS, CUT[0]], top=640)[:-1])
    paper.new_page()
    level_rules(paper, write_rows(paper, [CUT[1], ROWS[0]], top=60)[1:])
    document = paper.read()
    (table,) = document.tables
    whole = [" ".join(parts) for parts in zip(*CUT, strict=True)]
    assert tidy(rows_of(document)) == tidy([HEAD, *ROWS, whole, ROWS[0]])
    assert table.n_rows == 5


def test_a_row_may_fill_a_page_without_any_rule(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    level_rules(paper, write_rows(paper, [HEAD, *ROWS, CUT[0]], top=640)[:-1])
    paper.new_page()
    write_rows(paper, [("", "\n".join(["and so the course had to wait for rooms,"] * 57), "")], top=60)
    paper.new_page()
    level_rules(paper, write_rows(paper, [CUT[1], ROWS[0]], top=60)[1:])
    document = paper.read()
    assert [row[0] for row in tidy(rows_of(document))[-2:]] == [f"{CUT[0][0]} {CUT[1][0]}", ROWS[0][0]]
    assert len(document.tables) == 1


def test_headings_may_stand_above_the_first_rule(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    level_rules(paper, write_rows(paper, [HEAD, *ROWS, *MORE], top=100)[1:])
    assert tidy(rows_of(paper.read())) == tidy([HEAD, *ROWS, *MORE])


def test_the_last_row_may_stand_below_the_last_rule(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = write_rows(paper, [HEAD, *ROWS, *MORE], top=100)
    level_rules(paper, tops[:-1])
    paper.text(EDGES[0], tops[-1] + 40, "The board will look at the plan again when all of the courses have been held.")
    document = paper.read()
    assert tidy(rows_of(document)) == tidy([HEAD, *ROWS, *MORE])
    assert len(texts_in(document)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The board will look at the plan again when all of the courses have been held.",
        "Signed for the agency",
    ],
)
def test_text_below_the_last_rule_is_no_row(tmp_path: Path, text: str) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = write_rows(paper, [HEAD, *ROWS, *MORE], top=100)
    level_rules(paper, tops)
    paper.text(EDGES[0] + 5, tops[-1] + 14, text)
    document = paper.read()
    assert tidy(rows_of(document)) == tidy([HEAD, *ROWS, *MORE])
    assert texts_in(document) == [text]


def test_pieces_of_rules_show_columns_that_stand_close(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    edges = (50.0, 156.0, 256.0, 400.0)
    rows = [
        ("Recommendation", "Update", "Evidence"),
        *([("Review all the policies", "All of them are done", "Log")] * 3),
    ]
    heights = [100.0 + 20 * number for number in range(5)]
    for height in heights:
        for start, end in pairwise(edges):
            paper.line(start, height, end, height)
    for height, row in zip(heights, rows, strict=False):
        for start, text in zip(edges, row, strict=False):
            paper.text(start + 2.2, height + 14, text)
    assert tidy(rows_of(paper.read())) == tidy(rows)


def test_a_piece_of_a_rule_below_words_as_long_is_a_border(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    words = "Date of this update: 12 March 2014"
    first = 50 + paper.canvas.stringWidth(words, "Helvetica", 10)
    edges = (50.0, first, first + 100, first + 200)
    for height in (100.0, 120.0, 140.0, 160.0):
        for start, end in pairwise(edges):
            paper.line(start, height, end, height)
    paper.text(50, 98, words)
    rows = [HEAD, *[("Review the policies", "Done", "Audit log")] * 2]
    for row_number, row in enumerate(rows):
        for start, text in zip(edges, row, strict=False):
            paper.text(start + 2, 114 + 20 * row_number, text)
    assert tidy(rows_of(paper.read())) == tidy(rows)


def test_a_row_goes_on_below_a_heading_repeated_overleaf(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    level_rules(paper, write_rows(paper, [HEAD, *ROWS, CUT[0]], top=640)[:-1])
    paper.new_page()
    rest = ("", "\n".join(["and so the course had to wait for rooms,"] * 55), "")
    level_rules(paper, write_rows(paper, [HEAD, rest], top=60)[:-1])
    paper.new_page()
    level_rules(paper, write_rows(paper, [HEAD, CUT[1], ROWS[0]], top=60))
    document = paper.read()
    assert [row[0] for row in tidy(rows_of(document))[-2:]] == [f"{CUT[0][0]} {CUT[1][0]}", ROWS[0][0]]
    assert len(document.tables) == 1


def test_the_items_of_a_list_go_on_overleaf(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    level_rules(paper, write_rows(paper, [HEAD, *ROWS, CUT[0]], top=640)[:-1])
    paper.new_page()
    paper.text(EDGES[1] + 18, 60, "- third is in June")
    level_rules(paper, write_rows(paper, [ROWS[0], ROWS[1]], top=70))
    assert tidy(rows_of(paper.read()))[3][1] == f"{CUT[0][1]} - third is in June"


def test_room_below_the_particulars_parts_them_from_the_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    particulars = [("Agency", "Riverside Trust"), ("Update provided by", "A. Penn"), ("Date", "12 March 2014")]
    tops = paper.cells(particulars, left=EDGES[0], widths=(200, 290))
    level_rules(paper, [*tops, *write_rows(paper, [HEAD, *ROWS], top=tops[-1] + 17)])
    document = paper.read()
    assert [table.n_cols for table in document.tables] == [2, 3]
    assert tidy(rows_of(document, 1)) == tidy([HEAD, *ROWS])


def test_headings_may_stand_right_below_other_text(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(EDGES[0], 95, "Agency: Riverside Housing Association, north")
    level_rules(paper, write_rows(paper, [HEAD, *ROWS, *MORE], top=100)[1:])
    assert tidy(rows_of(paper.read())) == tidy([HEAD, *ROWS, *MORE])


def test_headings_above_the_first_rule_of_every_page_are_one_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for rows in (ROWS, MORE, CUT[:1]):
        tops = write_rows(paper, [HEAD, *rows], top=60)
        level_rules(paper, tops[1:] if len(rows) > 1 else tops[1:-1])
        paper.new_page()
    assert tidy(rows_of(paper.read())) == tidy([HEAD, *ROWS, *MORE, CUT[0]])


def test_what_stands_far_below_the_last_rule_is_no_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = write_rows(paper, [HEAD, *ROWS, *MORE], top=100)
    level_rules(paper, tops)
    for edge, text in zip(EDGES, ("Signed", "A. Penn"), strict=False):
        paper.text(edge + 5, tops[-1] + 60, text)
    assert tidy(rows_of(paper.read())) == tidy([HEAD, *ROWS, *MORE])


def test_what_is_drawn_mostly_off_the_page_is_no_side_of_a_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 30, "Return of the trust")
    paper.text(300, 30, "Official")
    tops = paper.table([HEAD, *ROWS], top=60, left=EDGES[0], widths=WIDTHS)
    for edge in EDGES:
        paper.line(edge, -400, edge, tops[0] + 2)
    document = paper.read()
    assert tidy(rows_of(document)) == tidy([HEAD, *ROWS])


def test_a_title_above_the_headings_is_a_row_on_every_page(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    title = ("Progress against the plan", "", "")
    level_rules(paper, write_rows(paper, [title, HEAD, *ROWS, CUT[0]], top=640)[:-1])
    paper.new_page()
    level_rules(paper, write_rows(paper, [title, HEAD, CUT[1], ROWS[0]], top=60))
    document = paper.read()
    whole = [" ".join(parts).strip() for parts in zip(*CUT, strict=True)]
    assert tidy(rows_of(document))[1:] == tidy([HEAD, *ROWS, whole, ROWS[0]])
    assert (len(document.tables), texts_in(document)) == (1, [])


def test_an_open_row_ends_at_the_first_rule_overleaf_whatever_follows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    level_rules(paper, write_rows(paper, [HEAD, *ROWS, CUT[0]], top=640)[:-1])
    paper.new_page()
    (_top, end) = write_rows(paper, [CUT[1]], top=60)
    paper.text(EDGES[0], end + 30, "Recommendations of the overview report to all agencies")
    level_rules(paper, [end, *write_rows(paper, [HEAD, *MORE], top=end + 50)])
    document = paper.read()
    whole = [" ".join(parts).strip() for parts in zip(*CUT, strict=True)]
    assert tidy(rows_of(document, 0)) == tidy([HEAD, *ROWS, whole])
    assert tidy(rows_of(document, 1)) == tidy([HEAD, *MORE])


def test_dashes_below_words_of_the_text_above_are_a_border(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = write_rows(paper, [HEAD, *ROWS], top=100)
    paper.text(EDGES[0], tops[0] - 1, "Date of update: 12 March 2014")
    for height in tops:
        for number in range(98):
            paper.line(EDGES[0] + 5 * number, height, EDGES[0] + 5 * number + 3, height)
    assert tidy(rows_of(paper.read())) == tidy([HEAD, *ROWS])


def test_rules_beside_merged_cells_make_no_table_of_their_own(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    level_rules(paper, write_rows(paper, [HEAD, *ROWS, CUT[0]], top=640)[:-1])
    paper.new_page()
    beside = [
        ("", "Six more files were read in June. " * 8, "Second sample"),
        ("", "Sent to all schools again", "List"),
    ]
    tops = write_rows(paper, [CUT[1], beside[0], MORE[0], beside[1]], top=60)
    level_rules(paper, [tops[2], tops[4]])
    for height in (tops[1], tops[3]):
        paper.line(EDGES[1], height, EDGES[-1], height)
    (table,) = paper.read().tables
    merged = [(cell.row, cell.col, cell.rowspan) for cell in table.cells if cell.rowspan > 1]
    assert (merged, table.n_rows) == ([(4, 1, 2), (6, 1, 2)], 7)
