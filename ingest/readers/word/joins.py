"""Tables their author cut into several, put together again.

Two tables are one when the second follows the first with nothing between them but empty paragraphs (or a page or
section break), both have the same columns, and the first begins with a row that looks or reads like headings. A
second table that begins with the headings of the first repeats them: they are taken out. A second table with other
headings of its own, with a title over its whole width, or whose numbers do not go on from the first is another table.
In doubt the tables stay apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.readers.word.content import read_cell
from ingest.readers.word.cut_rows import ROW_NUMBER, find_cut_row, join_cut_row
from ingest.readers.word.pieces import Block, Cell, Paragraph, Table

EDGE_TOLERANCE = 144
"""Twips: a tenth of an inch. Columns drawn by hand to look the same differ by less."""
FEWEST_COLUMNS = 2
TOP_ROWS = 6
"""Headings stand below at most a title and a few lines about the agency."""
FEWEST_HEADINGS = 2
"""One equal cell may be chance; two side by side are a heading row."""
FEWEST_PLAIN_HEADINGS = 3
"""Two short texts side by side, neither bold nor shaded, are as likely a label and what stands for it."""
LONGEST_HEADING = 6
"""Words."""
SENTENCE_ENDS = frozenset(".;!")


@dataclass(slots=True, eq=False)
class JoinedTable:
    """A table, the cells of its first rows, and the heading rows that were taken out of its later parts."""

    table: Table
    top: list[list[Cell]]
    repeated: list[list[Cell]] = field(default_factory=list)


def join_tables(blocks: list[Block]) -> list[Paragraph | JoinedTable]:
    """Return ``blocks`` with the parts of cut tables joined, and without paragraphs there is nothing in."""
    joined: list[Paragraph | JoinedTable] = []
    for block in blocks:
        if block.is_nothing():
            continue
        if isinstance(block, Paragraph):
            joined.append(block)
            continue
        later = _with_top(block)
        earlier = next((each for each in reversed(joined) if not _opens_section(each)), None)
        if isinstance(earlier, JoinedTable) and _belong_together(earlier, later):
            _append(earlier, later)
        else:
            joined.append(later)
    return joined


def _opens_section(block: Paragraph | JoinedTable) -> bool:
    return isinstance(block, Paragraph) and block.opens_section > 0


def _with_top(table: Table) -> JoinedTable:
    top: list[list[Cell]] = [[] for _row in range(min(TOP_ROWS, table.n_rows))]
    for cell in table.cells:
        if cell.row >= TOP_ROWS:
            break
        top[cell.row].append(cell)
    return JoinedTable(table, top)


def _belong_together(earlier: JoinedTable, later: JoinedTable) -> bool:
    if not _have_same_columns(earlier.table, later.table):
        return False
    has_headings = any(_looks_like_headings(earlier, row) for row in range(len(earlier.top)))
    has_its_own = any(_looks_like_headings(later, row) for row in range(len(later.top))) or _begins_with_title(later)
    if not has_headings:
        has_headings = _begins_with_plain_headings(earlier)
        has_its_own = has_its_own or _reads_like_headings(later, 0)
    repeats = _repeated_rows(earlier, later) > 0
    return has_headings and (repeats or not has_its_own) and _numbers_go_on(earlier.table, later.table)


def _begins_with_title(joined: JoinedTable) -> bool:
    """Return whether the first row is one cell over the whole width: a title, or whose rows follow."""
    first = joined.top[0] if joined.top else []
    return len(first) == 1 and first[0].span == joined.table.n_cols


def _numbers_go_on(earlier: Table, later: Table) -> bool:
    """Return whether the rows of ``later`` are numbered on from those of ``earlier``, as far as both are numbered."""
    last = next(_numbers(reversed(earlier.cells)), None)
    first = next(_numbers(iter(later.cells)), None)
    return last is None or first is None or first > last


def _numbers(cells: Iterator[Cell]) -> Iterator[tuple[int, ...]]:
    """Give the numbers that rows begin with, in the order of ``cells``."""
    for cell in cells:
        if cell.col == 0 and (found := ROW_NUMBER.match(read_cell(cell).text)):
            yield tuple(map(int, (found["levels"] or found["number"]).split(".")))


def _have_same_columns(earlier: Table, later: Table) -> bool:
    if earlier.n_cols != later.n_cols or earlier.n_cols < FEWEST_COLUMNS or not (earlier.edges and later.edges):
        return False
    pairs = zip(earlier.edges, later.edges, strict=True)
    return all(abs(one - other) <= EDGE_TOLERANCE for one, other in pairs)


def _looks_like_headings(joined: JoinedTable, row: int) -> bool:
    """Return whether a row is marked as a heading row, or all its text is bold or shaded."""
    if joined.table.headings[row]:
        return True
    filled = [(cell, content) for cell in joined.top[row] if (content := read_cell(cell)).text]
    is_bold = all(content.is_bold for _cell, content in filled)
    return bool(filled) and (is_bold or all(cell.fill or content.colour for cell, content in filled))


def _begins_with_plain_headings(joined: JoinedTable) -> bool:
    """Return whether the first row, and it alone, reads like headings, whatever it looks like."""
    return _reads_like_headings(joined, 0) and not any(
        _reads_like_headings(joined, row) for row in range(1, len(joined.top))
    )


def _reads_like_headings(joined: JoinedTable, row: int) -> bool:
    """Return whether a row has a few words over every column, none of them a sentence or a number."""
    texts = [text for _col, text in _texts(joined, row)]
    is_full = len(set(texts)) == len(joined.top[row]) == joined.table.n_cols >= FEWEST_PLAIN_HEADINGS
    return is_full and all(
        text and text[0].isalpha() and text[-1] not in SENTENCE_ENDS and len(text.split()) <= LONGEST_HEADING
        for text in texts
    )


def _texts(joined: JoinedTable, row: int) -> list[tuple[int, str]]:
    return [(cell.col, " ".join(read_cell(cell).text.split()).casefold()) for cell in joined.top[row]]


def _repeated_rows(earlier: JoinedTable, later: JoinedTable) -> int:
    """Return how many rows at the top of ``later`` repeat headings of ``earlier``."""
    first = _texts(later, 0)
    if sum(1 for _col, text in first if text) < FEWEST_HEADINGS:
        return 0
    for start in range(len(earlier.top)):
        if _texts(earlier, start) == first:
            return _length_of_match(earlier, later, start)
    return 0


def _length_of_match(earlier: JoinedTable, later: JoinedTable, start: int) -> int:
    length = 1
    while (
        start + length < len(earlier.top)
        and length < len(later.top) - 1
        and earlier.table.headings[start + length]
        and _texts(earlier, start + length) == _texts(later, length)
    ):
        length += 1
    return length


def _append(earlier: JoinedTable, later: JoinedTable) -> None:
    repeated = _repeated_rows(earlier, later)
    earlier.repeated += later.top[:repeated]
    cut = find_cut_row(earlier.table, later.table, repeated)
    join_cut_row(cut)
    taken = repeated + bool(cut)
    offset = earlier.table.n_rows - taken
    kept = [cell for cell in later.table.cells if cell.row >= taken]
    for cell in kept:
        cell.row += offset
    earlier.table.cells += kept
    earlier.table.n_rows += later.table.n_rows - taken
    earlier.table.headings += later.table.headings[taken:]
    earlier.table.strays += later.table.strays
