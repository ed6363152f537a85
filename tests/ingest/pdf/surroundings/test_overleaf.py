from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import Paper, rows_of, texts_in

if TYPE_CHECKING:
    from pathlib import Path

    from ingest.model import SourceDocument

HEADING = ("No", "Recommendation", "Update")
ROWS = [("1", "Train all staff", "Done in May"), ("2", "Review it", "Ongoing"), ("3", "Ask every school", "Asked")]
FOOT = 280.0


def draw(path: Path, *, below: str = "", above: str = "", between: str = "") -> SourceDocument:
    """Draw rows to the foot of a page and one overleaf, with a line at its foot, a page between or a line above it."""
    paper = Paper(path, (595.0, 300.0))
    paper.table([HEADING, *ROWS[:2]], top=FOOT - Paper(path).cells([HEADING, *ROWS[:2]], top=0.0)[-1])
    paper.text(50, FOOT + 14, below)
    paper.new_page()
    if between:
        paper.text(200, 150, between)
        paper.new_page()
    paper.text(50, 60, above)
    paper.table([HEADING, ROWS[2]], top=80)
    return paper.read()


@pytest.mark.parametrize(
    "above",
    [
        "Table 1 (continued): Progress by agency",
        "Progress by agency (cont.)",
        "Progress by agency \u2013 continued",
        "Continued from previous page",
        "Table 1, continued",
        "(parhad)",
    ],
)
def test_a_title_said_again_does_not_part_a_table(tmp_path: Path, above: str) -> None:
    document = draw(tmp_path / "a.pdf", above=above)
    assert rows_of(document) == [list(row) for row in (HEADING, *ROWS)]
    assert texts_in(document, Where.HEADER) == [above]


@pytest.mark.parametrize("below", ["Continued overleaf", "Table 1 continues on the next page", "PTO"])
def test_saying_that_a_table_goes_on_does_not_part_it(tmp_path: Path, below: str) -> None:
    document = draw(tmp_path / "a.pdf", below=below)
    assert len(document.tables) == 1
    assert texts_in(document, Where.FOOTER) == [below]


@pytest.mark.parametrize("between", ["This page is intentionally left blank", "[Page deliberately left blank.]"])
def test_a_page_left_blank_does_not_part_a_table(tmp_path: Path, between: str) -> None:
    document = draw(tmp_path / "a.pdf", between=between)
    assert rows_of(document) == [list(row) for row in (HEADING, *ROWS)]


@pytest.mark.parametrize("above", ["Progress by agency", "Work has continued", "The police continued their audit."])
def test_a_title_of_its_own_parts_two_tables(tmp_path: Path, above: str) -> None:
    document = draw(tmp_path / "a.pdf", above=above)
    assert len(document.tables) == 2
    assert above in texts_in(document)
