"""Tables their author cut into several, put together again.

Two tables are one when the second follows the first with nothing between them but empty paragraphs (or a page or
section break), both have the same columns, and the first begins with a row that looks like headings. A second table
that begins with the headings of the first repeats them: they are taken out. A second table that begins with other
headings of its own is another table. In doubt the tables stay apart.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ingest.readers.word.content import Content, read_cell
from ingest.readers.word.pieces import Block, Cell, Paragraph, Table

EDGE_TOLERANCE = 144
"""Twips: a tenth of an inch. Columns drawn by hand to look the same differ by less."""
FEWEST_COLUMNS = 2
TOP_ROWS = 6
"""Headings stand below at most a title and a few lines about the agency."""
FEWEST_HEADINGS = 2
"""One equal cell may be chance; two side by side are a heading row."""


@dataclass(slots=True, eq=False)
class JoinedTable:
    """A table with the content of its cells, and the heading rows that were taken out of it."""

    table: Table
    contents: dict[int, Content]
    """What is in each cell, by the identity of the cell."""
    rows: dict[int, list[Cell]]
    """The cells that begin in each row."""
    repeated: list[list[Content]] = field(default_factory=list)


def join_tables(blocks: list[Block]) -> list[Paragraph | JoinedTable]:
    """Return ``blocks`` with the parts of cut tables joined."""
    joined: list[Paragraph | JoinedTable] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if not _is_nothing(block):
                joined.append(block)
            continue
        later = _with_contents(block)
        earlier = joined[-1] if joined else None
        if isinstance(earlier, JoinedTable) and _belong_together(earlier, later):
            _append(earlier, later)
        else:
            joined.append(later)
    return joined


def _is_nothing(paragraph: Paragraph) -> bool:
    hangs_on = paragraph.pieces or paragraph.notes or paragraph.remarks or paragraph.label.text
    return not (paragraph.is_shown() or hangs_on)


def _with_contents(table: Table) -> JoinedTable:
    rows: dict[int, list[Cell]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell)
    return JoinedTable(table, {id(cell): read_cell(cell) for cell in table.cells}, rows)


def _belong_together(earlier: JoinedTable, later: JoinedTable) -> bool:
    if not _have_same_columns(earlier.table, later.table):
        return False
    tops = [row for row in range(min(TOP_ROWS, earlier.table.n_rows)) if _looks_like_headings(earlier, row)]
    return bool(tops) and (_repeated_rows(earlier, later) > 0 or not _looks_like_headings(later, 0))


def _have_same_columns(earlier: Table, later: Table) -> bool:
    if earlier.n_cols != later.n_cols or earlier.n_cols < FEWEST_COLUMNS or not (earlier.edges and later.edges):
        return False
    pairs = zip(earlier.edges, later.edges, strict=True)
    return all(abs(one - other) <= EDGE_TOLERANCE for one, other in pairs)


def _looks_like_headings(joined: JoinedTable, row: int) -> bool:
    """Return whether a row is marked as a heading row, or all its text is bold or shaded."""
    if joined.table.headings[row]:
        return True
    filled = [(cell, joined.contents[id(cell)]) for cell in joined.rows.get(row, [])]
    filled = [(cell, content) for cell, content in filled if content.text]
    is_bold = all(content.is_bold for _cell, content in filled)
    return bool(filled) and (is_bold or all(cell.fill or content.colour for cell, content in filled))


def _texts(joined: JoinedTable, row: int) -> list[tuple[int, str]]:
    cells = joined.rows.get(row, [])
    return [(cell.col, " ".join(joined.contents[id(cell)].text.split()).casefold()) for cell in cells]


def _repeated_rows(earlier: JoinedTable, later: JoinedTable) -> int:
    """Return how many rows at the top of ``later`` repeat headings of ``earlier``."""
    first = _texts(later, 0)
    if sum(1 for _col, text in first if text) < FEWEST_HEADINGS:
        return 0
    for start in range(min(TOP_ROWS, earlier.table.n_rows)):
        if _texts(earlier, start) == first:
            return _length_of_match(earlier, later, start)
    return 0


def _length_of_match(earlier: JoinedTable, later: JoinedTable, start: int) -> int:
    length = 1
    while (
        start + length < min(TOP_ROWS, earlier.table.n_rows)
        and length < later.table.n_rows - 1
        and earlier.table.headings[start + length]
        and _texts(earlier, start + length) == _texts(later, length)
    ):
        length += 1
    return length


def _append(earlier: JoinedTable, later: JoinedTable) -> None:
    repeated = _repeated_rows(earlier, later)
    offset = earlier.table.n_rows - repeated
    for row in range(repeated):
        earlier.repeated.append([later.contents[id(cell)] for cell in later.rows.get(row, [])])
    kept = [cell for cell in later.table.cells if cell.row >= repeated]
    for cell in kept:
        cell.row += offset
        earlier.contents[id(cell)] = later.contents[id(cell)]
        earlier.rows.setdefault(cell.row, []).append(cell)
    earlier.table.cells += kept
    earlier.table.n_rows += later.table.n_rows - repeated
    earlier.table.headings += later.table.headings[repeated:]
    earlier.table.strays += later.table.strays
    earlier.repeated += later.repeated
