"""A row cut in two where its table was, put together again: programs that turn pages into Word documents write it so.

The first row of the later part is the rest of the last row before it where a sentence runs on from the one to the
other and it brings no number, although all rows do; where none has a number, sentences must run on in several columns.
"""

from __future__ import annotations

import re

from ingest.readers.word.content import read_cell
from ingest.readers.word.pieces import NOTHING, Cell, Paragraph, Piece, Table

ROW_NUMBER = re.compile(
    r"\s*(?:rec(?:ommendation)?s?\.?\s*(?:no\.?\s*)?)?\(?"
    r"(?:(?P<levels>\d{1,3}(?:\.\d{1,3})+)\b|(?P<number>\d{1,3})\s*(?:[.):]|$))",
    re.IGNORECASE,
)
"""A number that stands in front of a row; a figure that begins a sentence has no levels, no bracket and no stop."""
FEWEST_SENTENCES = 2
"""One that seems to run on in a table without numbers may be an answer that begins with a small letter."""
ENDS = frozenset(".;:!?")

Pair = tuple[Cell, Cell]
"""A cell of the last row above, and that below it."""


def find_cut_row(earlier: Table, later: Table, first: int) -> list[Pair]:
    """Return the cells of the row cut between two tables, side by side; nothing where none was.

    ``first`` is the row of ``later``, from 0, with which it goes on below repeated headings.
    """
    pairs = _pair_up(earlier, later, first)
    running = [pair for pair in pairs if _runs_on(*pair)]
    if not running or any(_ends_and_begins(*pair) for pair in pairs):
        return []
    if ROW_NUMBER.match(_text(pairs[0][0])):
        return pairs if not ROW_NUMBER.match(_text(pairs[0][1])) and _are_numbered(later, first + 1) else []
    return pairs if len(running) >= FEWEST_SENTENCES else []


def join_cut_row(pairs: list[Pair]) -> None:
    """Put what is below each cell into it, a sentence that runs on into one paragraph."""
    for upper, lower in pairs:
        runs_on = _runs_on(upper, lower)
        end = len(upper.blocks)
        upper.take_in(lower)
        upper.fill = upper.fill or lower.fill
        if runs_on:
            _close_up(upper, end)


def _pair_up(earlier: Table, later: Table, first: int) -> list[Pair]:
    """Return the cells on both sides of the cut; nothing where they are not alike, or merged with others."""
    above = [cell for cell in earlier.cells if cell.row + cell.rowspan == earlier.n_rows]
    below = [cell for cell in later.cells if cell.row == first]
    is_alike = [(cell.col, cell.span) for cell in above] == [(cell.col, cell.span) for cell in below]
    is_whole = all(cell.rowspan == 1 for cell in (*above, *below))
    return list(zip(above, below, strict=True)) if is_alike and is_whole and above else []


def _text(cell: Cell) -> str:
    return read_cell(cell).text.strip()


def _runs_on(upper: Cell, lower: Cell) -> bool:
    """Return whether a sentence goes on; who begins all of them with small letters shows nothing by one."""
    above, below = _text(upper), _text(lower)
    return bool(above and below) and not above[0].islower() and above[-1] not in ENDS and below[0].islower()


def _ends_and_begins(upper: Cell, lower: Cell) -> bool:
    """Return whether the text above has ended and another begins below it."""
    above, below = _text(upper), _text(lower)
    return bool(above and below) and above[-1] in ENDS and not below[0].islower()


def _are_numbered(later: Table, start: int) -> bool:
    return all(ROW_NUMBER.match(_text(cell)) for cell in later.cells if cell.row >= start and cell.col == 0)


def _close_up(cell: Cell, end: int) -> None:
    """Make one paragraph of the last that was in ``cell`` and the first put behind its first ``end`` blocks."""
    blocks = cell.blocks
    above, below = blocks[end - 1], blocks[end]
    if isinstance(above, Paragraph) and isinstance(below, Paragraph) and below.hanging is NOTHING:
        above.pieces = [*above.pieces, Piece(" "), *below.pieces]
        cell.content = [*blocks[:end], *blocks[end + 1 :]]
