"""Pages taken apart to the document's blocks: paragraphs and joined tables, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.model import Place, SourceCell, SourceParagraph, SourceTable, Where
from ingest.readers.pdf.joining import join_tables
from ingest.readers.pdf.paragraphs import Setting, learn_setting, split_paragraphs
from ingest.readers.pdf.wording import Vocabulary, join_lines, learn_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ingest.readers.pdf.lines import Line
    from ingest.readers.pdf.sheets import Sheet
    from ingest.readers.pdf.tables import Cell, Table


@dataclass(frozen=True, slots=True)
class _Style:
    """What a document's lines say about how it is written."""

    setting: Setting
    vocabulary: Vocabulary


@dataclass(slots=True)
class _Flow:
    """The blocks gathered so far, in reading order."""

    before: list[SourceParagraph] = field(default_factory=list)
    body: list[SourceParagraph | Table] = field(default_factory=list)
    after: list[SourceParagraph] = field(default_factory=list)


def make_blocks(sheets: Sequence[Sheet], name: str) -> tuple[SourceParagraph | SourceTable, ...]:
    """Return what the pages of document ``name`` say: headers, then the body in order, then footers and marks."""
    style = _learn_style(sheets)
    floor = max((sheet.bottom for sheet in sheets), default=0.0)
    flow = _Flow()
    for sheet in sheets:
        _add_sheet(sheet, flow, style, floor, name)
    return (*flow.before, *_write_tables(flow.body, style, name), *flow.after)


def _learn_style(sheets: Iterable[Sheet]) -> _Style:
    stretches = [lines for sheet in sheets for lines in _stretches(sheet)]
    texts = [line.text for lines in stretches for line in lines]
    return _Style(learn_setting(stretches), learn_vocabulary(texts))


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
        _add_table(table, flow, style, floor, place)
    flow.body.extend(_body_paragraphs(lines, sheet, place, style))


def _add_table(table: Table, flow: _Flow, style: _Style, floor: float, place: Place) -> None:
    last = flow.body[-1] if flow.body else None
    if last is not None and not isinstance(last, SourceParagraph) and last.boxes[-1][0] == table.boxes[0][0] - 1:
        joined = join_tables(last, table, floor)
        if joined is not None:
            flow.body[-1] = joined.table
            flow.after.extend(_heading_row(row, place, style) for row in joined.repeated)
            return
    flow.body.append(table)


def _heading_row(row: Sequence[Cell], place: Place, style: _Style) -> SourceParagraph:
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
    text = join_lines([line.text for line in lines], style.vocabulary)
    return SourceParagraph(text, place, where, words=_count(lines))


def _count(lines: Iterable[Line]) -> int:
    return sum(word.words for line in lines for word in line.words)


def _cell_text(cell: Cell, style: _Style) -> str:
    paragraphs: list[list[str]] = []
    for part in cell.parts:
        if not part.lines:
            continue
        padding = max(0.0, min(line.box.x0 for line in part.lines) - part.box.x0)
        sides = part.box.x0 + padding, part.box.x1 - min(padding, 8.0)
        made = split_paragraphs(part.lines, style.setting, left=sides[0], right=sides[1])
        paragraphs.extend([line.text for line in paragraph] for paragraph in made)
    return "\n".join(join_lines(paragraph, style.vocabulary) for paragraph in paragraphs)


def _write_tables(
    body: Sequence[SourceParagraph | Table], style: _Style, name: str
) -> Iterable[SourceParagraph | SourceTable]:
    count = 0
    for block in body:
        if isinstance(block, SourceParagraph):
            yield block
        else:
            count += 1
            yield _write_table(block, Place(name, block.row_pages[0], count), style)


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
