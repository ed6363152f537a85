from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

import pytest

from tests.ingest.pdf.paper import Paper, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WIDTHS = (24.0, 180.0, 60.0, 180.0)
HEAD = ("No.", "Recommendation", "RAG rating", "Update")
ROWS = (
    ("1", "The service to review how it records the wishes of children it meets", "Amber", "Done. " * 14),
    ("2", "Managers to sign plans off", "Green", "Managers sign off every plan in the second week of each month"),
    ("3", "Staff to be trained in the use of the new form before the end of the year", "", "Ongoing"),
)
LEFT, RIGHT = 50.0, 50.0 + sum(WIDTHS)


def tidy(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[" ".join(text.split()) for text in row] for row in rows]


def level_table(paper: Paper, rows: Sequence[Sequence[str]], top: float = 100.0) -> list[float]:
    """Write a table with rules between its rows only, and return their heights."""
    tops = paper.cells(rows, top=top, left=LEFT, widths=WIDTHS)
    for height in tops:
        paper.line(LEFT, height, RIGHT, height)
    return tops


def test_a_narrow_column_of_numbers_is_told_from_the_next(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    level_table(paper, [HEAD, *ROWS])
    assert tidy(rows_of(paper.read())) == tidy([HEAD, *ROWS])


@pytest.mark.parametrize(
    "title",
    ["Recommendations of the overview report, which all agencies answer together", "Overview report"],
)
def test_a_row_over_all_columns_spoils_none_of_them(tmp_path: Path, title: str) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = level_table(paper, [HEAD, *ROWS[:2], ("",) * 4, ROWS[2]])
    paper.text(LEFT + 5, tops[3] + 12, title)
    rows = tidy(rows_of(paper.read()))
    assert rows[:3] == tidy([HEAD, *ROWS[:2]])
    assert rows[3] == [title]
    assert rows[4] == tidy(ROWS)[2]


def test_columns_are_the_same_on_every_page(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for row in ROWS:
        level_table(paper, [HEAD, row])
        paper.new_page()
    (table,) = paper.read().tables
    assert (table.n_rows, table.n_cols, table.heading_rows) == (4, 4, 1)


def test_a_shorter_rule_parts_rows_beside_a_cell_merged_downwards(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [HEAD, ROWS[0], ROWS[1], ("", "", "Red", "Managers of two teams are new to the work"), ROWS[2]]
    tops = paper.cells(rows, left=LEFT, widths=WIDTHS)
    for number, height in enumerate(tops):
        paper.line(LEFT + (204 if number == 3 else 0), height, RIGHT, height)
    (table,) = paper.read().tables
    merged = [(cell.row, cell.col, cell.rowspan) for cell in table.cells if cell.rowspan > 1]
    assert merged == [(3, 1, 2), (3, 2, 2)]


IN_PAIRS = [
    HEAD,
    *((str(n), f"{row[1]} {n}", "Amber", "" if n % 2 == 0 else row[3]) for n, row in enumerate(ROWS * 2, 1)),
]
"""Every two rows share what their last column says."""


def rows_beside_merged(paper: Paper) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    (table,) = paper.read().tables
    for row in range(1, table.n_rows + 1):
        covering = (cell for cell in table.cells if cell.row <= row < cell.row + cell.rowspan)
        rows.append(tuple(" ".join(cell.text.split()) for cell in sorted(covering, key=lambda cell: cell.col)))
    return rows


def expected_in_pairs() -> list[tuple[str, ...]]:
    rows = [tuple(row) for row in tidy(IN_PAIRS)]
    return [(*row[:3], row[3] or above[3]) for above, row in pairwise([rows[0], *rows])]


def test_columns_no_rule_shows_are_found_beside_the_one_that_is_merged_in_every_row(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.cells(IN_PAIRS, left=LEFT, widths=WIDTHS)
    for number, height in enumerate(tops):
        paper.line(LEFT, height, RIGHT - (180 if number and number % 2 == 0 else 0), height)
    assert rows_beside_merged(paper) == expected_in_pairs()


def test_the_corners_that_word_draws_are_no_upright_rules(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = paper.cells(IN_PAIRS, left=LEFT, widths=WIDTHS)
    lefts = list(accumulate(WIDTHS, initial=LEFT))
    for number, height in enumerate(tops):
        for left, right in list(pairwise(lefts))[: 3 if number and number % 2 == 0 else 4]:
            paper.fill((left, height, right - left, 0.5), "black")
            paper.fill((left, height, 0.5, 0.5), "black")
    assert rows_beside_merged(paper) == expected_in_pairs()


def test_text_between_two_tables_is_in_neither(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    first = level_table(paper, [HEAD, *ROWS])
    for number in range(3):
        paper.text(
            LEFT, first[-1] + 30 + 13 * number, "The next table has the recommendations of the second review, as it is"
        )
    level_table(paper, [HEAD, *ROWS], top=first[-1] + 80)
    document = paper.read()
    assert [tidy(rows_of(document, number)) for number in range(2)] == [tidy([HEAD, *ROWS])] * 2
    assert len(texts_in(document)) == 1


def test_the_levels_of_a_chart_are_no_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    heights = [100.0 + 25 * number for number in range(6)]
    for height in heights:
        paper.line(LEFT, height, RIGHT, height)
    for number, (upper, _lower) in enumerate(pairwise(heights)):
        paper.text(LEFT + 80 * number, upper + 15, f"peak {number}")
    assert paper.read().tables == ()


def test_a_single_row_below_the_particulars_is_read_in_columns(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    particulars = [("Agency", "Riverside Trust"), ("Date of update", "12 March 2014")]
    tops = paper.cells(particulars, left=LEFT, widths=(204, 240))
    for height in tops[:-1]:
        paper.line(LEFT, height, RIGHT, height)
    level_table(paper, [HEAD, ROWS[0]], top=tops[-1])
    assert tidy(rows_of(paper.read(), -1)) == tidy([HEAD, ROWS[0]])


def test_a_row_with_words_of_headings_begins_no_table(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    row = ("2", "Action plans to be\nsigned off", "Rating\nagreed", "The audit is done and its findings went out. " * 3)
    level_table(paper, [HEAD, ROWS[0], row, ROWS[2]])
    document = paper.read()
    assert [tidy(rows_of(document, 0)), len(document.tables)] == [tidy([HEAD, ROWS[0], row, ROWS[2]]), 1]


def test_a_column_of_colours_is_known_by_its_heading(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [HEAD, *((number, text, "", update) for number, text, _rating, update in ROWS * 2)]
    level_table(paper, rows)
    assert tidy(rows_of(paper.read())) == tidy(rows)


def test_a_row_called_by_its_number_is_no_heading_however_it_is_worded(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    head = ("Recommendation", "Lead", "Rating", "Update")
    rows = [head, *((f"Recommendation {at}:", "Evidence", "Action", "Status") for at in (1, 2, 3))]
    tops = paper.cells(rows, left=LEFT, widths=(120.0, 100.0, 80.0, 120.0))
    for height in tops:
        paper.line(LEFT, height, LEFT + 420, height)
    assert len(paper.read().tables) == 1


def test_a_slash_at_the_ends_of_justified_lines_is_no_column(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    tops = level_table(paper, [HEAD, *((each[0], "", *each[2:]) for each in ROWS)])
    for top in tops[1:-1]:
        paper.text(LEFT + 29, top + 12, "Police")
        paper.text(LEFT + 190, top + 12, "/")
        paper.text(LEFT + 29, top + 24, "Health")
    assert [len(row) for row in rows_of(paper.read())] == [4, 4, 4, 4]


def test_a_row_set_a_little_to_the_left_hides_no_column(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    asked = "Staff to be told of the pathway"
    start = 90 + paper.canvas.stringWidth(asked, "Helvetica", 10) + 8
    rows = [("No.", "Recommendation", "Update"), *((str(n), asked, f"Told in week {n + 1}") for n in range(1, 6))]
    for number, row in enumerate(rows):
        paper.line(45, 100 + 20 * number, 400, 100 + 20 * number)
        for left, text in zip((50, 90, start - (2.4 if number == 5 else 0)), row, strict=True):
            paper.text(left, 114 + 20 * number, text)
    paper.line(45, 220, 400, 220)
    assert rows_of(paper.read()) == [list(row) for row in rows]
