"""Rows over page breaks where a recommendation's cell is merged over several updates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ingest.pdf.joining.breaks import HEADING, ROTA, STARTS, cut
from tests.ingest.pdf.paper import Paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ingest.model import SourceDocument

SIZE = (595.0, 400.0)
"""Pages low enough to be full after some lines."""
FOOT = 380.0
SIDES = (50, 90, 290, 490)
LONG = (
    "The draft was sent to the board, which has asked for more to be said of visits in the evening, and for the words "
    "of two families whom the nurses had asked what they had made of it. It goes back to the board in the spring."
)
GROUPS = [
    ("1", "Train all staff in the use of the pathway that was agreed.", "Done in May. It was well attended."),
    ("", "", LONG),
    ("2", "Review the policy on home visits and report to the board.", "Ongoing. The report is due in June."),
    ("", "", LONG),
]
LAST = ("4", "Close the plan.", "Done.")


def draw(path: Path, *pages: Sequence[tuple[str, ...]], merged_below: bool = False) -> SourceDocument:
    """Draw the rows of each page; an empty number and recommendation are merged with those above them."""
    paper = Paper(path, SIZE)
    for number, rows in enumerate(pages):
        top = 40.0 if number else FOOT - Paper(path).cells(rows, top=0.0)[-1]
        _draw_part(paper, rows, top, merged_first=merged_below and number > 0)
        paper.new_page()
    return paper.read()


def _draw_part(paper: Paper, rows: Sequence[tuple[str, ...]], top: float, *, merged_first: bool) -> None:
    tops = paper.cells(rows, top=top)
    for x in SIDES:
        paper.line(x, tops[0], x, tops[-1])
    for at, height in enumerate(tops):
        is_inside = 0 < at < len(rows) and not any(rows[at][:2])
        is_merged = is_inside or (merged_first and at == 1)
        paper.line(290 if is_merged else 50, height, 490, height)


def updates_of(document: SourceDocument) -> list[str]:
    return [cell.text for cell in document.tables[0].cells if cell.col == len(HEADING)]


def test_a_list_goes_on_in_the_row_beside_a_merged_cell(tmp_path: Path) -> None:
    above = [HEADING, *GROUPS, ("3", ROTA, "Agreed with both:"), ("", "", "\u2022 the nurses.")]
    document = draw(tmp_path / "a.pdf", above, [("", "", "\u2022 the managers."), LAST])
    assert updates_of(document)[-2:] == ["\u2022 the nurses.\n\u2022 the managers.", "Done."]


def test_the_next_number_of_a_list_goes_on_in_the_row_beside_a_merged_cell(tmp_path: Path) -> None:
    steps = ("The two teams have agreed on these steps: 1. ask each of the nurses in the county.", "2. ask the others.")
    document = draw(tmp_path / "a.pdf", [HEADING, *GROUPS, ("3", ROTA, steps[0])], [("", "", steps[1]), LAST])
    assert updates_of(document)[-2:] == ["\n".join(steps), "Done."]


def test_a_merged_cell_cut_in_a_sentence_leaves_whole_rows_beside_it_apart(tmp_path: Path) -> None:
    above = [HEADING, *GROUPS, ("3", "Make sure that the rota shows to all in the", "Agreed.")]
    below = [("", "Quality Team who is on call.", "Delayed until the winter."), ("", "", "Begun in the spring."), LAST]
    document = draw(tmp_path / "a.pdf", above, below, merged_below=True)
    assert updates_of(document)[-4:] == ["Agreed.", "Delayed until the winter.", "Begun in the spring.", "Done."]
    assert [cell.rowspan for cell in document.tables[0].cells if "shows to all in the Quality" in cell.text] == [3]


def test_a_merged_cell_whose_text_stops_far_above_the_foot_does_not_go_on(tmp_path: Path) -> None:
    updates = [("3", "Name a lead.", "Agreed in May."), *(("", "", f"Held in {month}.") for month in ("June", "July"))]
    below = [("", "Publish the name.", ""), ("", "", "Sent to all schools."), LAST]
    document = draw(tmp_path / "a.pdf", [HEADING, *GROUPS, *updates], below, merged_below=True)
    assert updates_of(document)[-4:] == ["Held in July.", "", "Sent to all schools.", "Done."]


def test_a_row_that_ends_above_where_cut_rows_are_drawn_to_is_whole(tmp_path: Path) -> None:
    (above,), (below,) = cut(tmp_path, STARTS, after=1)
    pages = [
        ([HEADING, *GROUPS, ("3", ROTA, above)], FOOT),
        ([("", "", below), *GROUPS, ("4", "Name a lead.", above)], FOOT),
        ([("", "", below), *GROUPS, ("5", "Publish it.", "Done.")], FOOT - 10),
        ([("", "", "Done again."), LAST], FOOT),
    ]
    paper = Paper(tmp_path / "a.pdf", SIZE)
    for rows, bottom in pages:
        _draw_part(paper, rows, bottom - Paper(tmp_path / "b.pdf").cells(rows, top=0.0)[-1], merged_first=False)
        paper.new_page()
    updates = updates_of(paper.read())
    assert updates[-3:] == ["Done.", "Done again.", "Done."]
    assert below not in updates
