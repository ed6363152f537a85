"""What is written by hand reads as python-docx reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from export.word.body import TABLE_END, Grid, Paragraph
from export.word.package import saved_as_written


def written(folder: Path, xml: str) -> str:
    """Return the path of a document with ``xml`` as its body."""
    with saved_as_written(Document(), folder / "a.docx") as body:
        body.write(xml)
    return str(folder / "a.docx")


@pytest.mark.parametrize(
    "words", ["Held <in> May & June", " kept apart ", "two\nlines\n\n", "a\ttab", "\u00dcberpr\u00fcft", ""]
)
def test_words_come_back_as_they_were(tmp_path: Path, words: str) -> None:
    paragraph = Paragraph("Normal")
    paragraph.run(words)
    assert [each.text for each in Document(written(tmp_path, paragraph.xml())).paragraphs] == [words]


def test_a_paragraph_has_its_properties_and_its_words_their_style(tmp_path: Path) -> None:
    paragraph = Paragraph("Quote", keeps_with_next=True)
    paragraph.run("so", "Emphasis", is_bold=True)
    paragraph.link("there", 3)
    paragraph.mark(3)
    (read,) = Document(written(tmp_path, paragraph.xml())).paragraphs
    assert (read.text, read.style and read.style.name, read.paragraph_format.keep_with_next) == (
        "sothere",
        "Quote",
        True,
    )
    assert (read.runs[0].style.name, read.runs[0].bold, read.hyperlinks[0].fragment) == ("Emphasis", True, "place_3")


def test_a_table_has_its_rows_below_its_headings(tmp_path: Path) -> None:
    grid = Grid.of((2.5, 5))
    cells = [Paragraph("Normal"), Paragraph("Normal", stands_right=True)]
    cells[1].run("7")
    rows = (grid.heading_row(cells), grid.row(cells, stays_whole=True), TABLE_END, Paragraph("Normal").xml())
    (table,) = Document(written(tmp_path, grid.begin('Counts of "rows"', "TableGrid") + "".join(rows))).tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["", "7"], ["", "7"]]
    assert [round(column.width.cm, 1) for column in table.columns if column.width] == [2.5, 5.0]
