"""A small table in the header or footer of every page is no part of the rows, and does not part them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ingest.model import Where
from tests.ingest.pdf.paper import PLAN, Paper, rows_of, texts_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MORE = (("3", "Share it", "Sent to all"), ("4", "Close the plan", "Done"))


def draw(path: Path, header: Sequence[Sequence[str]], *, top: float) -> Paper:
    """Draw the plan over two pages, each with ``header`` as a table of its own."""
    paper = Paper(path)
    paper.table(header, top=top)
    height = Paper(path).cells(PLAN, top=0.0)[-1]
    paper.table(PLAN, top=780 - height - 40)
    paper.new_page()
    paper.table(header, top=top)
    paper.table(MORE, top=110)
    return paper


@pytest.mark.parametrize("top", [30.0, 790.0])
@pytest.mark.parametrize(
    "header",
    [[("SCB", "Safeguarding Board", "OFFICIAL")], [("Doc", "Child M action plan", "v3"), ("By", "The board", "2025")]],
    ids=["one row", "two rows"],
)
def test_a_table_every_page_repeats_is_its_header_or_footer(
    tmp_path: Path, header: Sequence[Sequence[str]], top: float
) -> None:
    document = draw(tmp_path / "a.pdf", header, top=top).read()
    assert [rows_of(document, table) for table in range(len(document.tables))] == [[list(r) for r in (*PLAN, *MORE)]]
    where = Where.HEADER if top < 100 else Where.FOOTER
    assert len(texts_in(document, where)) == 2 * len(header)


def test_a_heading_row_every_page_repeats_stays_with_its_rows(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    for page in (0, 1):
        end = paper.table(PLAN[:1], top=40)[-1]
        paper.table(PLAN[1:] if page else MORE, top=end + 30)
        paper.new_page()
    document = paper.read()
    assert [rows_of(document, table)[0] for table in range(len(document.tables))].count(list(PLAN[0])) >= 1
    assert not texts_in(document, Where.HEADER)
