"""Small source documents for the tests, written as the tables a person would draw."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Place, SourceCell, SourceDocument, SourceParagraph, SourceTable, Where
from ingest.words import count_words

NAME = "Housing.docx"


def make_cell(
    text: str, row: int, col: int, *, colspan: int = 1, rowspan: int = 1, fill: str | None = None
) -> SourceCell:
    return SourceCell(row, col, text, rowspan, colspan, fill=fill, words=count_words(text))


def make_table(*rows: Sequence[str], n_cols: int | None = None, number: int = 1) -> SourceTable:
    """Return a table of ``rows``; a row of one text runs over the whole width."""
    width = n_cols or max(len(row) for row in rows)
    cells = [
        make_cell(text, at, col, colspan=width if len(row) == 1 else 1)
        for at, row in enumerate(rows, start=1)
        for col, text in enumerate(row, start=1)
    ]
    places = tuple(Place(NAME, table=number, row=at) for at in range(1, len(rows) + 1))
    return SourceTable(Place(NAME, table=number), tuple(cells), len(rows), width, places)


def make_paragraph(text: str, *, where: Where = Where.BODY, level: int | None = None) -> SourceParagraph:
    return SourceParagraph(text, Place(NAME), where, level, words=count_words(text))


def make_document(*blocks: SourceParagraph | SourceTable | str, name: str = NAME) -> SourceDocument:
    """Return a document of ``blocks``; a plain text is a paragraph."""
    made = tuple(make_paragraph(block) if isinstance(block, str) else block for block in blocks)
    words = sum(
        sum(cell.words for cell in block.cells) if isinstance(block, SourceTable) else block.words for block in made
    )
    return SourceDocument(name, "0" * 64, "docx", made, words)
