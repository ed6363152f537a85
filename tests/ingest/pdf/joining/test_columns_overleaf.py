from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import LEADING, PADDING, Paper, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ingest.model import SourceDocument

COLUMNS = (40.0, 150.0, 200.0, 120.0)
ROWS = (
    ("No", "Recommendation", "Update", "Evidence"),
    (
        "1",
        "Train all staff",
        "Half of them came in May; the others have all been asked to come by the end of next June",
        "A list",
    ),
    ("2", "Review the policy on home visits", "The policy was read by all teams and agreed in June", "Policy"),
    ("3", "Ask every school to name a lead for this", "All have, and the names are known", "List of leads"),
    ("4", "Close the plan", "It is open while the audit of all the files goes on", "Minutes"),
    ("5", "Tell all parents of the new helpline in a letter this term", "Sent", "The letter"),
)
LEFT, RIGHT = (0, 1), (2, 3)
UPPER, LOWER = range(4), range(4, 6)


def draw_block(paper: Paper, rows: Sequence[int], columns: Sequence[int]) -> None:
    """Draw some rows and columns, a row as high as its fullest cell on any page."""
    texts = [[paper.wrap(ROWS[row][col], COLUMNS[col]) for col in range(4)] for row in rows]
    tops = list(accumulate((LEADING * max(map(len, row)) + PADDING for row in texts), initial=60.0))
    lefts = list(accumulate((COLUMNS[col] for col in columns), initial=50.0))
    for row, top in zip(texts, tops, strict=False):
        for col, left in zip(columns, lefts, strict=False):
            for number, line in enumerate(row[col], start=1):
                paper.text(left + PADDING, top + LEADING * number, line)
    for top in tops:
        paper.line(lefts[0], top, lefts[-1], top)
    for left in lefts:
        paper.line(left, tops[0], left, tops[-1])


def print_sheet(path: Path, blocks: Sequence[tuple[Sequence[int], Sequence[int]]]) -> SourceDocument:
    """Print the rows and columns of each of ``blocks`` on a page."""
    paper = Paper(path)
    for rows, columns in blocks:
        draw_block(paper, rows, columns)
        paper.new_page()
    return paper.read()


def test_columns_on_the_next_page_are_put_beside_their_rows(tmp_path: Path) -> None:
    document = print_sheet(tmp_path / "a.pdf", [(range(6), LEFT), (range(6), RIGHT)])
    assert len(document.tables) == 1
    assert rows_of(document) == [list(row) for row in ROWS]


@pytest.mark.parametrize(
    "blocks",
    [
        [(UPPER, LEFT), (LOWER, LEFT), (UPPER, RIGHT), (LOWER, RIGHT)],
        [(UPPER, LEFT), (UPPER, RIGHT), (LOWER, LEFT), (LOWER, RIGHT)],
    ],
    ids=["down, then over", "over, then down"],
)
def test_a_sheet_over_pages_both_ways_is_one_table(
    tmp_path: Path, blocks: Sequence[tuple[Sequence[int], Sequence[int]]]
) -> None:
    document = print_sheet(tmp_path / "a.pdf", blocks)
    assert len(document.tables) == 1
    assert rows_of(document) == [list(row) for row in ROWS]


def test_a_column_of_numbers_printed_on_every_page_stands_once(tmp_path: Path) -> None:
    document = print_sheet(tmp_path / "a.pdf", [(range(6), LEFT), (range(6), (0, *RIGHT))])
    assert rows_of(document) == [list(row) for row in ROWS]
    assert texts_in(document, Where.REPEATED_HEADING) == ["No\n1\n2\n3\n4\n5"]


def test_forms_with_the_same_boxes_on_each_page_stay_apart(tmp_path: Path) -> None:
    document = print_sheet(tmp_path / "a.pdf", [(range(6), (1, 2)), (range(6), (1, 3))])
    assert len(document.tables) == 2


def test_rows_all_of_one_height_show_nothing(tmp_path: Path) -> None:
    document = print_sheet(tmp_path / "a.pdf", [(range(2), LEFT), (range(2), RIGHT)])
    assert len(document.tables) == 2


def test_rows_that_go_on_below_stay_below_though_they_are_as_high_as_those_before(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    rows = [(str(number), f"Task {number}", "\n".join(["Done"] * (1 + number % 4))) for number in range(1, 9)]
    paper.table(rows[:4], top=80)
    paper.new_page()
    paper.table(rows[4:], top=80)
    paper.new_page()
    document = paper.read()
    assert [row[0] for table in range(len(document.tables)) for row in rows_of(document, table)] == list("12345678")
    assert {table.n_cols for table in document.tables} == {3}


def test_a_title_over_all_columns_stands_on_the_first_page_alone(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    draw_block(paper, range(6), LEFT)
    paper.text(60, 52, "Action plan of the review")
    for x in (50, 240):
        paper.line(x, 40, x, 60)
    paper.line(50, 40, 240, 40)
    paper.new_page()
    draw_block(paper, range(6), RIGHT)
    document = paper.read()
    assert rows_of(document) == [["Action plan of the review"], *map(list, ROWS)]
