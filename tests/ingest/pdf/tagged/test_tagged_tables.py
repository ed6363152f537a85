"""Tables whose cells and rows the document itself tells, where no rule shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.readers.pdf.page import Box, Tag
from ingest.readers.pdf.text.lines import make_line
from ingest.readers.pdf.text.paragraphs import Setting, split_paragraphs
from ingest.readers.pdf.text.words import Word
from tests.ingest.pdf.paper import read_whole, rows_of
from tests.ingest.pdf.tagged_paper import TaggedCell, TaggedPaper

if TYPE_CHECKING:
    from pathlib import Path

LEFTS = (50, 100, 300)


def cell(col: int, top: float, *texts: str, page: int = 0, attributes: str = "") -> TaggedCell:
    lines = [(page, LEFTS[col], top + 12 * number, text) for number, text in enumerate(texts)]
    return TaggedCell(lines, attributes)


def plan() -> TaggedPaper:
    """Return a table whose rows follow each other as closely as the lines of a cell."""
    heading = [cell(0, 100, "No"), cell(1, 100, "Recommendation"), cell(2, 100, "Update")]
    first = [cell(0, 112, "1"), cell(1, 112, "Train all the staff who", "work with children"), cell(2, 112, "Done")]
    return TaggedPaper(rows=[heading, first])


HEADING = ["No", "Recommendation", "Update"]
FIRST = ["1", "Train all the staff who\nwork with children", "Done"]


def test_rows_without_a_rule_or_a_gap_are_told_by_their_tags(tmp_path: Path) -> None:
    paper = plan()
    paper.rows.append([cell(0, 136, "2"), cell(1, 136, "Review the policy"), cell(2, 136, "Not yet", "begun")])
    rows = rows_of(read_whole(paper.save(tmp_path / "a.pdf")))
    assert rows == [HEADING, FIRST, ["2", "Review the policy", "Not yet\nbegun"]]


def test_an_empty_cell_that_has_no_tag_leaves_its_place_free(tmp_path: Path) -> None:
    paper = plan()
    paper.rows.append([cell(0, 136, "2"), cell(2, 136, "Ongoing")])
    assert rows_of(read_whole(paper.save(tmp_path / "a.pdf"))) == [HEADING, FIRST, ["2", "", "Ongoing"]]


def test_a_cell_may_span_rows_and_columns(tmp_path: Path) -> None:
    paper = plan()
    paper.rows.append(
        [cell(0, 136, "2", attributes="/RowSpan 2"), cell(1, 136, "Both agreed", attributes="/ColSpan 2")]
    )
    paper.rows.append([cell(1, 148, "Share it"), cell(2, 148, "Sent")])
    document = read_whole(paper.save(tmp_path / "a.pdf"))
    assert rows_of(document)[2:] == [["2", "Both agreed"], ["Share it", "Sent"]]
    spans = [(each.text, each.rowspan, each.colspan) for each in document.tables[0].cells if each.row == 3]
    assert spans == [("2", 2, 1), ("Both agreed", 1, 2)]


def test_a_row_cut_by_a_page_break_is_one_where_tags_say_so(tmp_path: Path) -> None:
    paper = plan()
    paper.pages = 2
    cut = TaggedCell([(0, LEFTS[2], 136, "Begun in May."), (1, LEFTS[2], 100, "Finished in June.")])
    paper.rows.append([cell(0, 136, "2"), cell(1, 136, "Review the policy"), cut])
    paper.rows.append([cell(0, 112, "3", page=1), cell(1, 112, "Share it", page=1), cell(2, 112, "Sent", page=1)])
    rows = rows_of(read_whole(paper.save(tmp_path / "a.pdf")))
    assert [row[0] for row in rows] == ["No", "1", "2", "3"]
    assert rows[2][2].split() == ["Begun", "in", "May.", "Finished", "in", "June."]


def test_two_rows_on_two_pages_stay_two_where_tags_say_so(tmp_path: Path) -> None:
    paper = plan()
    paper.pages = 2
    paper.rows.append([cell(1, 136, "Review the policy with all"), cell(2, 136, "Begun and")])
    paper.rows.append([cell(1, 100, "agencies once more", page=1), cell(2, 100, "then left", page=1)])
    assert [row[1] for row in rows_of(read_whole(paper.save(tmp_path / "a.pdf")))][2:] == [
        "Review the policy with all",
        "agencies once more",
    ]


def test_tags_tie_a_part_without_rules_to_one_that_has_them_all(tmp_path: Path) -> None:
    paper = plan()
    paper.pages = 2
    heights = ((88, 16), (104, 28), (132, 16))
    paper.boxes = [(left, top, wide, high) for top, high in heights for left, wide in ((40, 55), (95, 200), (295, 245))]
    cut = TaggedCell([(0, LEFTS[2], 144, "Begun in"), (1, LEFTS[2], 100, "May.")])
    paper.rows.append([cell(0, 144, "2"), cell(1, 144, "Review the policy"), cut])
    paper.rows.append([cell(0, 112, "3", page=1), cell(1, 112, "Share it", page=1), cell(2, 112, "Sent", page=1)])
    rows = rows_of(read_whole(paper.save(tmp_path / "a.pdf")))
    assert rows[2:] == [["2", "Review the policy", "Begun in\nMay."], ["3", "Share it", "Sent"]]


def test_the_last_column_ends_where_the_rules_of_its_rows_do(tmp_path: Path) -> None:
    paper = TaggedPaper(rows=[[cell(0, 100, "No"), cell(1, 100, "Update"), cell(2, 100, "RA", "G")]])
    paper.rows.append([cell(0, 130, "1"), cell(1, 130, "Done"), cell(2, 130, "Gree", "n")])
    paper.boxes = [(45, top, 280, 0.5) for top in (88, 118, 148)]
    assert rows_of(read_whole(paper.save(tmp_path / "a.pdf"))) == [["No", "Update", "RAG"], ["1", "Done", "Green"]]


def test_a_heading_repeated_without_a_tag_is_known_by_its_words(tmp_path: Path) -> None:
    paper = plan()
    paper.pages = 2
    paper.loose = [(1, left, 100, text) for left, text in zip(LEFTS, HEADING, strict=True)]
    paper.rows.append([cell(0, 112, "2", page=1), cell(1, 112, "Share it", page=1), cell(2, 112, "Sent", page=1)])
    document = read_whole(paper.save(tmp_path / "a.pdf"))
    assert rows_of(document) == [HEADING, FIRST, ["2", "Share it", "Sent"]]
    assert document.tables[0].heading_rows == 1


def test_tags_that_lay_cells_over_each_other_are_not_believed(tmp_path: Path) -> None:
    paper = TaggedPaper(
        rows=[[cell(0, 100, "One"), cell(0, 110, "Two")], [cell(0, 130, "Three"), cell(1, 130, "Four")]]
    )
    assert not read_whole(paper.save(tmp_path / "a.pdf")).tables


def test_a_row_tagged_anew_overleaf_is_one_where_all_else_says_so(tmp_path: Path) -> None:
    paper = plan()
    paper.pages = 2
    paper.rows.append([cell(0, 136, "2"), cell(1, 136, "Review it"), cell(2, 136, "Agreed")])
    paper.rows.append([cell(0, 148, "3"), cell(1, 148, "Review the policy with all"), cell(2, 148, "Begun and")])
    paper.rows.append([cell(1, 100, "agencies once more", page=1), cell(2, 100, "then left", page=1)])
    rows = rows_of(read_whole(paper.save(tmp_path / "a.pdf")))
    assert [row[0] for row in rows] == ["No", "1", "2", "3"]
    assert rows[3][1].split()[-3:] == ["agencies", "once", "more"]


def test_words_without_a_tag_in_a_ruled_table_that_tags_replace_are_kept(tmp_path: Path) -> None:
    paper = plan()
    paper.boxes = [(40, 85, 250, 17), (290, 85, 250, 17), (40, 102, 250, 100), (290, 102, 250, 100)]
    paper.loose = [(0, LEFTS[1], 190, "Agreed by the board")]
    document = read_whole(paper.save(tmp_path / "a.pdf"))
    assert rows_of(document) == [HEADING, FIRST]
    assert [each.text for each in document.paragraphs] == ["Agreed by the board"]


def test_a_word_broken_at_its_hyphen_stays_one_within_a_tagged_paragraph() -> None:
    tag = Tag((0,), (0, 1), (0, 1, 0), paragraph=(0, 1, 0, 0))
    lines = [
        make_line([Word(text, Box(50, top, 110, top + 10), top + 8, 10, "Any", None, tag=tag)])
        for text, top in (("well-", 100), ("established", 112), ("way", 124))
    ]
    broken, _rest = split_paragraphs(lines, Setting({10.0: 12.0}), left=50, right=300)
    assert [line.text for line in broken] == ["well-", "established"]
