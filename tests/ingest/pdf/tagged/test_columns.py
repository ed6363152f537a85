"""Columns of tagged tables where tags hold cells together, or leave out how far they reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.paper import read_whole, rows_of
from tests.ingest.pdf.tagged_paper import TaggedCell, TaggedPaper

if TYPE_CHECKING:
    from pathlib import Path

LEFTS = (50, 100, 300)
HEADING = ["No", "Recommendation", "Update"]
ROWS = [["1", "Train all staff", "Done"], ["2", "Review the policy", "Not yet begun"]]


def row(top: float, *texts: str, page: int = 0) -> list[TaggedCell]:
    return [TaggedCell([(page, left, top, text)]) for left, text in zip(LEFTS, texts, strict=True) if text]


def plan(*, pages: int = 1) -> TaggedPaper:
    return TaggedPaper(pages, [row(100, *HEADING), row(112, *ROWS[0]), row(124, *ROWS[1])])


def test_two_cells_tagged_as_one_are_parted_by_the_columns_of_the_other_rows(tmp_path: Path) -> None:
    paper = plan()
    left = [(0, LEFTS[1], 136 + 12 * at, text) for at, text in enumerate(("Share the letter", "with every school"))]
    right = [(0, LEFTS[2], 136 + 12 * at, text) for at, text in enumerate(("Sent in May", "and in June"))]
    paper.rows.append([TaggedCell([(0, LEFTS[0], 136, "3")]), TaggedCell([*left, *right])])
    rows = rows_of(read_whole(paper.save(tmp_path / "a.pdf")))
    assert [[" ".join(text.split()) for text in each] for each in rows] == [
        HEADING,
        *ROWS,
        ["3", "Share the letter with every school", "Sent in May and in June"],
    ]


def test_a_title_that_runs_over_the_columns_spans_them_though_its_tag_does_not_say_so(tmp_path: Path) -> None:
    paper = plan()
    paper.rows.insert(1, [TaggedCell([(0, LEFTS[0], 112, "Recommendations of the overview report that all answer")])])
    for number, (top, texts) in enumerate(((124, ROWS[0]), (136, ROWS[1]))):
        paper.rows[2 + number] = row(top, *texts)
    document = read_whole(paper.save(tmp_path / "a.pdf"))
    assert rows_of(document)[2:] == ROWS
    assert [cell.colspan for cell in document.tables[0].cells if cell.row == 2] == [3]


def test_headings_of_two_rows_repeated_without_tags_are_no_rows(tmp_path: Path) -> None:
    paper = plan(pages=2)
    title = TaggedCell([(0, LEFTS[0], 88, "Progress against the plan")], "/ColSpan 3")
    paper.rows.insert(0, [title])
    paper.loose = [(1, LEFTS[0], 88, "Progress against the plan")]
    paper.loose += [(1, left, 100, text) for left, text in zip(LEFTS, HEADING, strict=True)]
    paper.rows.append(row(112, "3", "Share it", "Sent", page=1))
    document = read_whole(paper.save(tmp_path / "a.pdf"))
    assert rows_of(document) == [["Progress against the plan"], HEADING, *ROWS, ["3", "Share it", "Sent"]]


def test_a_merged_cell_goes_on_overleaf_without_a_word(tmp_path: Path) -> None:
    paper = plan(pages=2)
    number = TaggedCell([(0, LEFTS[0], 136, "3")], "/RowSpan 2")
    asked = TaggedCell([(0, LEFTS[1], 136, "Share the letter with"), (1, LEFTS[1], 100, "schools")], "/RowSpan 2")
    paper.rows.append([number, asked, TaggedCell([(0, LEFTS[2], 136, "Sent in"), (1, LEFTS[2], 100, "May")])])
    paper.rows.append([TaggedCell([(1, LEFTS[2], 124, "Sent again in June")])])
    (table,) = read_whole(paper.save(tmp_path / "a.pdf")).tables
    assert [(cell.text.split()[0], cell.rowspan) for cell in table.cells if cell.row == 4] == [
        ("3", 2),
        ("Share", 2),
        ("Sent", 1),
    ]
