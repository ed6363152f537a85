from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.model import Where
from tests.ingest.pdf.paper import PLAN, Paper, cell_at, texts_in

if TYPE_CHECKING:
    from pathlib import Path


def test_words_with_a_line_through_them_are_struck_out(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table(PLAN)
    width = paper.canvas.stringWidth("Done in", "Helvetica", 10)
    paper.line(295, 129 - 3, 295 + width, 129 - 3)
    cell = cell_at(paper.read(), 2, 3)
    assert (cell.text, cell.struck, cell.words) == ("May", ("Done in",), 3)


def test_a_line_that_ends_within_a_word_strikes_only_that_part(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.table([("1", "meetingsregular events", ""), ("2", "", "")])
    width = paper.canvas.stringWidth("meetings", "Helvetica", 10)
    paper.line(95, 112 - 3, 95 + width, 112 - 3)
    cell = cell_at(paper.read(), 1, 2)
    assert (cell.text, cell.struck) == ("regular events", ("meetings",))


def test_struck_out_words_outside_tables_are_kept_apart(tmp_path: Path) -> None:
    paper = Paper(tmp_path / "a.pdf")
    paper.text(50, 100, "Old news")
    paper.text(50, 120, "The plan was agreed.")
    paper.line(50, 97, 50 + paper.canvas.stringWidth("Old news", "Helvetica", 10), 97)
    document = paper.read()
    assert texts_in(document, Where.STRUCK) == ["Old news"]
    assert texts_in(document) == ["The plan was agreed."]
