from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import Paper, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEADING = ("No", "Recommendation", "Update")
FIRST = ("1", "Train all staff", "Done in May")
SECOND = ("2", "Review the policy", "The policy was sent to all the managers,")
REST = ("", "", "who agreed to it without changes.")
LAST = ("3", "Ask every school", "Asked")
ROWS = [list(HEADING), list(FIRST), ["2", "Review the policy", f"{SECOND[2]} {REST[2]}"], list(LAST)]


def draw(path: Path, above: Sequence[Sequence[str]], below: Sequence[Sequence[str]]) -> Paper:
    """Draw one page with rows to its foot, and the next with its first row not ruled off from its second."""
    paper = Paper(path, (595.0, 300.0))
    height = Paper(path).cells(above, top=0.0)[-1]
    paper.table(above, top=280.0 - height)
    paper.new_page()
    tops = paper.cells(below, top=40.0)
    for top in (tops[0], *tops[2:]):
        paper.line(50, top, 490, top)
    for x in (50, 90, 290, 490):
        paper.line(x, tops[0], x, tops[-1])
    return paper


def test_a_heading_with_no_rule_below_is_told_from_the_row_that_goes_on_there(tmp_path: Path) -> None:
    document = draw(tmp_path / "a.pdf", [HEADING, FIRST, SECOND], [HEADING, REST, LAST]).read()
    assert rows_of(document) == ROWS
    assert texts_in(document, Where.REPEATED_HEADING) == ["\n".join(HEADING)]


def test_a_heading_repeated_above_a_row_the_page_could_not_hold_is_no_row(tmp_path: Path) -> None:
    document = draw(tmp_path / "a.pdf", [HEADING, FIRST, HEADING, SECOND], [HEADING, REST, LAST]).read()
    assert rows_of(document) == ROWS
    assert texts_in(document, Where.REPEATED_HEADING) == ["\n".join(HEADING)] * 2


def test_a_row_that_begins_with_one_word_of_the_heading_stays_whole(tmp_path: Path) -> None:
    rest = ("No", "change to the", "Update the board asked for")
    document = draw(tmp_path / "a.pdf", [HEADING, FIRST], [rest, ("", "plan", "in May"), LAST]).read()
    assert rows_of(document)[2][0] == "No"
    assert texts_in(document, Where.REPEATED_HEADING) == []


@pytest.mark.parametrize(
    "again",
    [
        ("No", "Recommend-\nation made", "Update"),
        ("NO", "RECOMMENDATION\nMADE", "UPDATE"),
        ("No", "Recommendation made (continued)", "Update (cont.)"),
    ],
    ids=["broken elsewhere", "in capitals", "said to go on"],
)
def test_a_heading_is_known_however_it_is_written_again(tmp_path: Path, again: tuple[str, ...]) -> None:
    heading = ("No", "Recommendation made", "Update")
    paper = Paper(tmp_path / "a.pdf")
    paper.table([heading, FIRST])
    paper.new_page()
    paper.table([again, LAST])
    assert rows_of(paper.read()) == [list(heading), list(FIRST), list(LAST)]


def test_a_heading_repeated_without_what_stands_above_it_in_wider_cells_is_known(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", (595.0, 300.0))
    end = paper.table([("Agency", "Riverside Housing")], top=200, widths=(240, 200))[-1]
    paper.table([HEADING, FIRST, SECOND], top=end)
    paper.new_page()
    paper.table([HEADING, REST, LAST], top=40)
    assert rows_of(paper.read()) == [["Agency", "Riverside Housing"], *ROWS]


def test_the_rest_of_a_shaded_row_below_a_heading_without_rules_is_no_part_of_the_heading(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf", (595.0, 300.0))
    long = "The policy was sent to all the managers of the county, who agreed to it after they had read it,"
    pages = ([HEADING, FIRST, ("2", "Review the policy", long)], [HEADING, ("", "", "and to parents."), LAST])
    for rows, top, shaded in zip(pages, (280.0 - 29 - 2 * 17 - 12, 40.0), (2, 1), strict=True):
        heights = Paper(tmp_path / "b.pdf").cells(rows, top=top)
        paper.fill((50, heights[shaded], 440, heights[shaded + 1] - heights[shaded]), "#EEEEEE")
        paper.font("Helvetica-Bold", 10)
        paper.cells(rows[:1], top=top)
        paper.font("Helvetica", 10)
        paper.cells(rows[1:], top=heights[1])
        paper.new_page()
    assert [row[0] for row in rows_of(paper.read())] == ["No", "1", "2", "3"]
