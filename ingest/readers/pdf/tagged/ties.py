"""What tags say of two parts of a table on two pages: whether they are one table, and one row or cell cut in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ingest.readers.pdf.page import Tag
    from ingest.readers.pdf.ruled.tables import Cell, Table


def is_tied_table(above: Table, below: Table) -> bool:
    """Whether the document says that both parts are of one table."""
    tables = [{tag.table for cell in part.cells for tag in _tags(cell)} for part in (above, below)]
    return bool(tables[0] & tables[1])


def is_tied_row(above: Iterable[Cell], below: Iterable[Cell]) -> bool | None:
    """Tell whether the cells of the last row ``above`` and those of the first ``below`` are of one row.

    None where the document does not say: some programs tag what stands on each page as a table of its own.
    """
    upper, lower = ({tag for cell in row for tag in _tags(cell)} for row in (above, below))
    rows = [{tag.row for tag in tags if tag.rowspan == 1} for tags in (upper, lower)]
    if not {tag.table for tag in upper} & {tag.table for tag in lower}:
        return None
    if all(rows):
        return bool(rows[0] & rows[1])
    is_tail = bool(lower) and not rows[1] and {tag.cell for tag in lower} <= {tag.cell for tag in upper}
    return True if is_tail else None


def is_tied_cell(above: Cell, below: Cell) -> bool | None:
    """Tell whether two cells are one by what the document says, None where it does not.

    Where nothing is left for the page below, the tag of a merged cell still says over how many rows it reaches.
    """
    upper, lower = ({tag.cell: tag.rowspan for tag in _tags(cell)} for cell in (above, below))
    if upper and lower:
        return bool(upper.keys() & lower.keys())
    is_merged = max(upper.values(), default=1) > 1 and not below.lines
    return max(upper.values()) > above.rowspan if is_merged else None


def _tags(cell: Cell) -> Iterable[Tag]:
    return (word.tag for line in cell.lines for word in line.words if word.tag is not None)
