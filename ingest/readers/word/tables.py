"""A table as written: its rows and cells, whatever wraps them, with merges, fills and deleted rows settled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from ingest.readers.word.alternatives import ALTERNATE, choose
from ingest.readers.word.grid import lay_out
from ingest.readers.word.markup import VAL, Element, has_switch, number, twips, value, w
from ingest.readers.word.numbering import Tally
from ingest.readers.word.pieces import Block, Cell, Paragraph, Row, Table, strike
from ingest.readers.word.styles import NO_LOOK, SHD, RunLook, Styles
from ingest.readers.word.table_styles import TableLook, read_table_look

TBL, TR, TC, TR_PR, TC_PR, TBL_PR, TBL_GRID = w("tbl"), w("tr"), w("tc"), w("trPr"), w("tcPr"), w("tblPr"), w("tblGrid")
WIDTH = w("tcW")
SDT, SDT_PR, SDT_CONTENT, SHOWS_PROMPT, TAG = w("sdt"), w("sdtPr"), w("sdtContent"), w("showingPlcHdr"), w("tag")
DELETIONS = (w("del"), w("moveFrom"))
REVISIONS, PARAGRAPH = (*DELETIONS, w("ins"), w("moveTo")), w("p")
GRID_SPAN, V_MERGE, H_MERGE = w("gridSpan"), w("vMerge"), w("hMerge")
CELL_DELETED, CELL_MERGED, REVISED = w("cellDel"), w("cellMerge"), w("vMerge")
PROPERTIES = frozenset({TBL_PR, TBL_GRID, TR_PR, w("tblPrEx"), SDT_PR, w("sdtEndPr"), w("customXmlPr"), *DELETIONS})
COMMENT_MARKS = frozenset({w("commentRangeStart"), w("commentRangeEnd")})
BLOCKS = frozenset({PARAGRAPH, TBL})
"""What stands in cells alone; where it lies between rows or cells all the same, it is kept beside the table."""


class Flow(Protocol):
    """What reads the content of cells."""

    def read_below(self, container: Element) -> list[Block]:
        """Return the blocks of a cell."""

    def read_block(self, element: Element) -> list[Block]:
        """Return the blocks that a paragraph or table comes to."""

    def plain_rows(self, element: Element) -> list[Row]:
        """Return the rows that were taken out of the tree at ``element`` while it was parsed, if any were."""

    def count_prompts(self, change: int) -> None:
        """Enter (1) or leave (-1) a content control that shows only its prompt."""

    def dress(self, look: RunLook) -> RunLook:
        """Let the style of a table say ``look`` of the text from here on; return what was said before."""

    def mark_comment(self, element: Element) -> None:
        """Begin or end the words a comment is attached to."""

    def tally(self) -> Tally:
        """Return how far every list has counted."""

    def set_back(self, tally: Tally) -> None:
        """Let every list count on from ``tally``."""


def read_table(table: Element, flow: Flow, styles: Styles) -> Table:
    """Return ``table`` laid out (ECMA-376 part 1, 17.4), its cells read by ``flow``."""
    look = read_table_look(table.find(TBL_PR), styles)
    reader = _TableReader(flow, _looks_of_cells(table, look) if look.runs else {})
    before = flow.dress(NO_LOOK)
    reader.walk_rows(table)
    flow.dress(before)
    reader.fill_cells(look)
    laid = lay_out(reader.rows, _widths(table))
    laid.strays = reader.strays
    return laid


def _looks_of_cells(table: Element, look: TableLook) -> dict[Element, RunLook]:
    """Return what the style says of the text in each cell, by its place among the rows that are shown."""
    rows = [row for row in table.iter(TR) if next(row.iterancestors(TBL)) is table]
    shown = [row for row in rows if row.find(f"{TR_PR}/{DELETIONS[0]}") is None]
    found: dict[Element, RunLook] = {}
    for index, row in enumerate(shown):
        cells = [cell for cell in row.iter(TC) if next(cell.iterancestors(TR)) is row]
        found |= {cell: look.run_at(index, len(shown), at, len(cells)) for at, cell in enumerate(cells)}
    return found


def _widths(table: Element) -> list[int]:
    """Return the widths of the grid's columns (17.4.48); where that says none, those of a row of single cells."""
    grid = table.find(TBL_GRID)
    widths = [twips(column.get(w("w"))) for column in grid.findall(w("gridCol"))] if grid is not None else []
    if any(widths):
        return widths
    rows = ([_own_width(cell) for cell in row.findall(TC)] for row in table.findall(TR))
    return next((sizes for sizes in rows if sizes and all(sizes)), widths)


def _own_width(cell: Element) -> int:
    """Return the width a cell says it has; 0 where it says none, or covers several columns."""
    properties = cell.find(TC_PR)
    width = None if properties is None or properties.find(GRID_SPAN) is not None else properties.find(WIDTH)
    return 0 if width is None or width.get(w("type")) != "dxa" else twips(width.get(w("w")))


class _TableReader:
    """Collects the rows of one table, through content controls and other wrappers around them."""

    def __init__(self, flow: Flow, looks: dict[Element, RunLook]) -> None:
        self._flow = flow
        self._looks = looks
        self.rows: list[Row] = []
        self.strays: list[Block] = []
        self._shadings: list[tuple[Cell, Element]] = []
        self._tags: tuple[str, ...] = ()
        """Of the content controls around the rows or cells being read."""

    def walk_rows(self, container: Element) -> None:
        for child in container:
            if child.tag == TR:
                self._row(child)
            else:
                self._pass_through(child, self.walk_rows)

    def _pass_through(self, child: Element, walk: Callable[[Element], None]) -> None:
        """Go on inside a wrapper around rows or cells: a content control, a choice of forms, custom XML."""
        if child.tag == SDT:
            self._control(child, walk)
        elif child.tag == ALTERNATE:
            chosen = choose(child)
            if chosen is not None:
                walk(chosen)
        elif child.tag in COMMENT_MARKS:
            self._flow.mark_comment(child)
        elif child.tag in BLOCKS:
            self.strays += self._flow.read_block(child)
        elif child.tag not in PROPERTIES:
            walk(child)

    def _control(self, control: Element, walk: Callable[[Element], None]) -> None:
        """Go on inside a content control; Word puts one around a cell where it holds the whole of it (17.5.2.32)."""
        properties, tags = control.find(SDT_PR), self._tags
        is_prompt = has_switch(properties, SHOWS_PROMPT)
        self._flow.count_prompts(int(is_prompt))
        tag = value(properties, TAG)
        self._tags = (*tags, tag) if tag else tags
        for content in control.findall(SDT_CONTENT):
            walk(content)
        self._tags = tags
        self._flow.count_prompts(-int(is_prompt))

    def _row(self, element: Element) -> None:
        plain = self._flow.plain_rows(element)
        self.rows += plain
        if not plain:
            self._written_row(element)

    def _written_row(self, element: Element) -> None:
        properties = element.find(TR_PR)
        row = Row(cells=[])
        tally = self._flow.tally() if _may_be_gone(properties) else None
        self._walk_cells(element, row)
        if properties is not None:
            row.before = number(value(properties, w("gridBefore"))) or 0
            row.is_heading = has_switch(properties, w("tblHeader"))
            if tally is not None and _is_row_gone(element, row, properties):
                self.strays += row.blocks()
                self._flow.set_back(tally)
                return
        if row.cells:
            self.rows.append(row)

    def _walk_cells(self, container: Element, row: Row) -> None:
        for child in container:
            if child.tag == TC:
                self._cell(child, row)
            else:
                self._pass_through(child, lambda wrapped: self._walk_cells(wrapped, row))

    def _cell(self, element: Element, row: Row) -> None:
        properties = element.find(TC_PR)
        is_marked = properties is not None and properties.find(CELL_DELETED) is not None
        tally = self._flow.tally() if is_marked else None
        before = self._flow.dress(self._looks.get(element, NO_LOOK))
        cell = Cell(self._flow.read_below(element))
        self._flow.dress(before)
        cell.tags = (*self._tags, *(tag for each in element.iter(TAG) if (tag := each.get(VAL))))
        self._set(cell, properties)
        if tally is not None and _is_deleted(element, cell.blocks):
            self.strays += cell.blocks
            self._flow.set_back(tally)
        else:
            row.cells.append(cell)

    def _set(self, cell: Cell, properties: Element | None) -> None:
        """Give ``cell`` its spans and keep its shading (17.4.69)."""
        for entry in properties if properties is not None else ():
            tag = entry.tag
            if tag == GRID_SPAN:
                cell.span = max(1, number(entry.get(VAL)) or 1)
            elif tag == V_MERGE:
                cell.merge = entry.get(VAL, "continue")
            elif tag == H_MERGE:
                cell.joins_left = entry.get(VAL, "continue") == "continue"
            elif tag == CELL_MERGED:
                cell.merge = {"cont": "continue", "rest": "restart"}.get(entry.get(REVISED, ""))
            elif tag == SHD:
                self._shadings.append((cell, entry))

    def fill_cells(self, look: TableLook) -> None:
        """Give every cell its colour: its own, else what the table's style gives its place."""
        direct = {id(cell): shd for cell, shd in self._shadings}
        if not direct and not look.has_fills:
            return
        for index, row in enumerate(self.rows):
            for position, cell in enumerate(row.cells):
                shd = direct.get(id(cell))
                if shd is not None:
                    cell.fill = look.own_fill(shd)
                elif look.has_fills:
                    cell.fill = look.fill_at(index, len(self.rows), position, len(row.cells))


def _may_be_gone(properties: Element | None) -> bool:
    """Return whether a row is marked as deleted or hidden; what is left in it decides."""
    return properties is not None and (properties.find(DELETIONS[0]) is not None or has_switch(properties, w("hidden")))


def _is_row_gone(element: Element, row: Row, properties: Element) -> bool:
    if properties.find(DELETIONS[0]) is not None:
        return _is_deleted(element, row.blocks())
    return not _is_shown(row.blocks())


def _is_deleted(element: Element, blocks: list[Block]) -> bool:
    """Return whether nothing is left of a row or cell marked as deleted, in which ``blocks`` stand.

    Word marks its text as deleted too (17.13.5.12); what is not was written later. A program that marks no text at all
    means the whole of it, and its words are struck out.
    """
    if any(next(paragraph.iter(*REVISIONS), None) is not None for paragraph in element.iter(PARAGRAPH)):
        return not _is_shown(blocks)
    strike(blocks)
    return True


def _is_shown(blocks: list[Block]) -> bool:
    return any(_is_block_shown(block) for block in blocks)


def _is_block_shown(block: Block) -> bool:
    if isinstance(block, Paragraph):
        return block.is_shown()
    return any(_is_shown(cell.blocks) for cell in block.cells)
