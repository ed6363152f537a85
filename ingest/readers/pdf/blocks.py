"""Pages taken apart to the document's blocks: paragraphs and joined tables, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.model import Place, SourceCell, SourceParagraph, SourceTable, Where
from ingest.readers.pdf.joining import goes_on, join_parts
from ingest.readers.pdf.sheets import find_floor
from ingest.readers.pdf.paragraphs import Setting, learn_setting, split_paragraphs
from ingest.readers.pdf.wording import Vocabulary, join_lines, learn_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.sheets import Sheet
    from ingest.readers.pdf.tables import Cell, Table


WIDEST_PADDING = 8.0
"""Room kept free at the right of a cell; text set further in than this at the left is indented."""


@dataclass(frozen=True, slots=True)
class _Style:
    """What a document's lines say about how it is written."""

    setting: Setting
    vocabulary: Vocabulary


@dataclass(slots=True)
class _Flow:
    """The blocks gathered so far, in reading order."""

    before: list[SourceParagraph] = field(default_factory=list)
    body: list[SourceParagraph | list[Table]] = field(default_factory=list)
    """A table is the list of its parts on several pages."""
    after: list[SourceParagraph] = field(default_factory=list)


def make_blocks(sheets: Sequence[Sheet], name: str) -> tuple[SourceParagraph | SourceTable, ...]:
    """Return what the pages of document ``name`` say: headers, then the body in order, then footers and marks."""
    style = _learn_style(sheets)
    flow = _Flow()
    for sheet in sheets:
        _add_sheet(sheet, flow, style, find_floor(sheets, sheet), name)
    body = tuple(_write_body(flow, style, sheets, name))
    return (*flow.before, *body, *flow.after)


def _learn_style(sheets: Iterable[Sheet]) -> _Style:
    stretches = [lines for sheet in sheets for lines in _stretches(sheet)]
    return _Style(learn_setting(stretches), learn_vocabulary(line for lines in stretches for line in lines))


def _stretches(sheet: Sheet) -> Iterable[Sequence[Line]]:
    yield sheet.lines
    for table in sheet.tables:
        for cell in table.cells:
            yield cell.lines


def _add_sheet(sheet: Sheet, flow: _Flow, style: _Style, floor: float, name: str) -> None:
    place = Place(name, sheet.page.number)
    for each in sheet.furniture:
        kept = flow.before if each.where is Where.HEADER else flow.after
        kept.append(_paragraph((each.line,), place, style, each.where))
    if sheet.watermark:
        text = " ".join(word.text for word in sheet.watermark)
        count = sum(word.words for word in sheet.watermark)
        flow.after.append(SourceParagraph(text, place, Where.WATERMARK, words=count))
    if sheet.struck:
        text = " ".join(word.text for word in sheet.struck)
        count = sum(word.words for word in sheet.struck)
        flow.after.append(SourceParagraph(text, place, Where.STRUCK, words=count))
    flow.after.extend(
        SourceParagraph(remark.text, place, Where.COMMENT, words=len(remark.text.split()))
        for remark in sheet.page.remarks
        if not remark.is_typed_on_page
    )
    tables = sorted(sheet.tables, key=lambda table: table.box.top)
    lines = list(sheet.lines)
    for table in tables:
        above = [line for line in lines if line.box.centre[1] < table.box.top]
        lines = [line for line in lines if line.box.centre[1] >= table.box.top]
        flow.body.extend(_body_paragraphs(above, sheet, place, style))
        _add_table(table, flow, floor)
    flow.body.extend(_body_paragraphs(lines, sheet, place, style))


def _add_table(table: Table, flow: _Flow, floor: float) -> None:
    last = flow.body[-1] if flow.body else None
    is_next_page = isinstance(last, list) and last[-1].row_pages[-1] == table.row_pages[0] - 1
    if isinstance(last, list) and is_next_page and goes_on(last, table, floor):
        last.append(table)
    else:
        flow.body.append([table])


def _heading_row(row: Sequence[Cell], style: _Style, name: str) -> SourceParagraph:
    place = Place(name, row[0].parts[0].page)
    texts = (_cell_text(cell, style) for cell in row)
    count = sum(_count(cell.lines) for cell in row)
    return SourceParagraph("\n".join(text for text in texts if text), place, Where.REPEATED_HEADING, words=count)


def _body_paragraphs(lines: Sequence[Line], sheet: Sheet, place: Place, style: _Style) -> Iterable[SourceParagraph]:
    if not lines:
        return
    left, right = min(line.box.x0 for line in sheet.lines), max(line.box.x1 for line in sheet.lines)
    for paragraph in split_paragraphs(lines, style.setting, left=left, right=right):
        yield _paragraph(paragraph, place, style, Where.BODY)


def _paragraph(lines: Sequence[Line], place: Place, style: _Style, where: Where) -> SourceParagraph:
    text = join_lines(lines, style.vocabulary, float("inf"))
    return SourceParagraph(text, place, where, words=_count(lines))


def _count(lines: Iterable[Line]) -> int:
    return sum(word.words for line in lines for word in line.words)


def _cell_text(cell: Cell, style: _Style) -> str:
    if not cell.lines:
        return ""
    box = cell.parts[0].box
    padding = max(0.0, min(line.box.x0 for line in cell.lines) - box.x0)
    left, right = box.x0 + padding, box.x1 - min(padding, WIDEST_PADDING)
    paragraphs = split_paragraphs(cell.lines, style.setting, left=left, right=right)
    return "\n".join(join_lines(paragraph, style.vocabulary, right) for paragraph in paragraphs)


def _write_body(
    flow: _Flow, style: _Style, sheets: Sequence[Sheet], name: str
) -> Iterable[SourceParagraph | SourceTable]:
    count = 0
    for block in flow.body:
        if isinstance(block, SourceParagraph):
            yield block
            continue
        count += 1
        joined = join_parts(block, find_floor(sheets, sheets[block[0].row_pages[0] - 1]))
        flow.after.extend(_heading_row(row, style, name) for row in joined.repeated)
        yield _write_table(joined.table, Place(name, joined.table.row_pages[0], count), style)


def _write_table(table: Table, place: Place, style: _Style) -> SourceTable:
    cells = tuple(
        SourceCell(
            row=cell.row + 1,
            col=cell.col + 1,
            text=_cell_text(cell, style),
            rowspan=cell.rowspan,
            colspan=cell.colspan,
            fill=cell.fill,
            words=_count(cell.lines),
        )
        for cell in table.cells
    )
    places = tuple(Place(place.document, page, place.table, row) for row, page in enumerate(table.row_pages, start=1))
    return SourceTable(place, cells, table.n_rows, len(table.xs) - 1, places)
