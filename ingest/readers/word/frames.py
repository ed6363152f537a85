"""Tables of one column that only frame a page: what they hold is read as if it stood on the page itself."""

from __future__ import annotations

from ingest.readers.word.pieces import Block, Table

FEWEST_ROWS, FEWEST_COLUMNS = 2, 3
"""Of a table that stands for itself: headings and an answer; recommendation, update and evidence."""


def unframe(blocks: list[Block]) -> list[Block]:
    """Return ``blocks`` with every frame that holds a table replaced by what is in it."""
    if not any(isinstance(block, Table) and _is_frame(block) for block in blocks):
        return blocks
    freed: list[Block] = []
    for block in blocks:
        if isinstance(block, Table) and _is_frame(block):
            freed += unframe([inner for cell in block.cells for inner in cell.blocks] + block.strays)
        else:
            freed.append(block)
    return freed


def _is_frame(table: Table) -> bool:
    return table.n_cols == 1 and any(
        isinstance(block, Table) and (_stands_for_itself(block) or _is_frame(block))
        for cell in table.cells
        if not isinstance(cell.content, str)
        for block in cell.content
    )


def _stands_for_itself(table: Table) -> bool:
    return table.n_rows >= FEWEST_ROWS and table.n_cols >= FEWEST_COLUMNS
