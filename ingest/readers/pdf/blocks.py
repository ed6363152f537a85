"""Pages taken apart to the document's blocks, in reading order, tables over several pages joined."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from ingest.model import SourceParagraph, Where
from ingest.readers.pdf.joining.beside import put_beside
from ingest.readers.pdf.joining.joining import goes_on, join_parts
from ingest.readers.pdf.page import surround
from ingest.readers.pdf.ruled.tables import Table
from ingest.readers.pdf.sheets import find_floors
from ingest.readers.pdf.style import learn_style
from ingest.readers.pdf.text.lines import Line
from ingest.readers.pdf.text.words import drawn_words
from ingest.readers.pdf.writing import (
    write_heading_row,
    write_paragraph,
    write_paragraphs,
    write_table,
    write_words,
)
from ingest.words import count_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.model import SourceTable
    from ingest.readers.pdf.page import Box
    from ingest.readers.pdf.style import Style
    from ingest.readers.pdf.surroundings.sheet import Sheet


@dataclass(slots=True)
class _Flow:
    """The blocks gathered so far, in reading order."""

    before: list[SourceParagraph] = field(default_factory=list)
    body: list[SourceParagraph | list[Table]] = field(default_factory=list)
    """A table is the list of its parts on several pages."""
    after: list[SourceParagraph] = field(default_factory=list)


def make_blocks(sheets: Sequence[Sheet], name: str) -> tuple[SourceParagraph | SourceTable, ...]:
    """Return what the pages of document ``name`` say: headers, then the body in order, then footers and marks."""
    style = learn_style(sheets, name)
    flow = _Flow()
    floors = find_floors(sheets)
    spread = put_beside(sheets)
    for sheet, whole in zip(sheets, spread.sheets, strict=True):
        _add_furniture(sheet, flow, style)
        _add_body(whole, flow, style, floors)
    flow.after.extend(write_heading_row(column, style) for column in spread.repeated)
    body = tuple(_write_body(flow, style, floors))
    return (*flow.before, *body, *flow.after)


def _add_furniture(sheet: Sheet, flow: _Flow, style: Style) -> None:
    number = sheet.page.number
    for each in sheet.furniture:
        kept = flow.before if each.where is Where.HEADER else flow.after
        kept.append(write_paragraph((each.line,), number, style, each.where))
    if sheet.watermark:
        flow.after.append(write_words(sheet.watermark, number, style, Where.WATERMARK))
    if sheet.page.hidden:
        unseen = drawn_words(sheet.page.hidden, sheet.page)
        flow.after.append(write_words(unseen, number, style, Where.HIDDEN))
    if sheet.struck:
        flow.after.append(write_words(sheet.struck, number, style, Where.STRUCK))
    flow.after.extend(write_paragraph(note.lines, number, style, Where.NOTE) for note in sheet.notes)
    flow.after.extend(_loose_comments(sheet, style))


def _loose_comments(sheet: Sheet, style: Style) -> Iterator[SourceParagraph]:
    """Yield the comments put on the page outside its tables."""
    boxes = [cell.parts[0].box for table in sheet.tables for cell in table.cells]
    for remark in sheet.page.remarks:
        if not remark.is_typed_on_page and not any(box.holds(remark.box.centre) for box in boxes):
            place = style.place(sheet.page.number)
            yield SourceParagraph(remark.text, place, Where.COMMENT, words=count_words(remark.text))


def _add_body(sheet: Sheet, flow: _Flow, style: Style, floors: dict[int, float]) -> None:
    number = sheet.page.number
    units: list[Line | Table | tuple[Line, ...]] = [*sheet.lines, *sheet.tables, *sheet.boxes, *sheet.columns]
    units.sort(key=lambda unit: (_place_of(unit).top, _place_of(unit).x0))
    for kind, group in groupby(units, key=type):
        if kind is Line:
            lines = [unit for unit in group if isinstance(unit, Line)]
            flow.body.extend(write_paragraphs(lines, sheet.sides, number, style))
            continue
        for unit in group:
            if isinstance(unit, Table):
                _add_table(unit, flow, floors)
            elif isinstance(unit, tuple):
                box = _place_of(unit)
                where = Where.BODY if unit in sheet.columns else Where.TEXT_BOX
                flow.body.extend(write_paragraphs(unit, (box.x0, box.x1), number, style, where))


def _place_of(unit: Line | Table | tuple[Line, ...]) -> Box:
    if isinstance(unit, Line):
        return unit.box
    return unit.box if isinstance(unit, Table) else surround([line.box for line in unit])


def _add_table(table: Table, flow: _Flow, floors: dict[int, float]) -> None:
    last = flow.body[-1] if flow.body else None
    if isinstance(last, list) and last[-1].row_pages[-1] < table.row_pages[0] and goes_on(last, table, floors):
        last.append(table)
    else:
        flow.body.append([table])


def _write_body(flow: _Flow, style: Style, floors: dict[int, float]) -> Iterator[SourceParagraph | SourceTable]:
    count = 0
    for block in flow.body:
        if isinstance(block, SourceParagraph):
            yield block
            continue
        count += 1
        joined = join_parts(block, floors)
        flow.after.extend(write_heading_row(row, style) for row in joined.repeated)
        yield write_table(joined.table, count, joined.n_headings, style)
