"""A return written as a web page, for a browser to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from tests.laws.layout import LaidCell, LaidParagraph, LaidTable, lay_out
from tests.laws.returns import Cell, Item, Line, Look, Return

BORDERS = {"all": "border: 1px solid", "level": "border: 0 solid; border-width: 1px 0", "none": ""}
LISTS = {Item.BULLET: "ul", Item.NUMBER: "ol"}
DARK = "1F4E79"


def write(sent: Return, path: Path) -> Path:
    """Write ``sent`` as a page of HTML."""
    look = sent.look
    body = "\n".join(_blocks(sent))
    path.write_text(
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(sent.title)}</title>'
        f"<style>{_style(look)}</style></head><body>{body}</body></html>",
        encoding="utf-8",
    )
    return path


def _style(look: Look) -> str:
    broken = "tr { break-inside: avoid }" if look.keeps_rows else ""
    heading = "" if look.repeats_heading else "thead { display: table-row-group }"
    justified = "text-align: justify" if look.is_justified else ""
    return f"""
        @page {{ size: {look.size[0]}mm {look.size[1]}mm; margin: {look.margin}mm }}
        body {{ font: {look.points}pt "{look.font}", sans-serif; margin: 0; {justified} }}
        table {{ border-collapse: collapse; width: 100%; table-layout: fixed; margin-bottom: 1em }}
        td, th {{ {BORDERS[look.rules]}; padding: 3px; vertical-align: top; text-align: left }}
        td, th {{ overflow-wrap: break-word }}
        p {{ margin: 0 0 {look.after}pt }} ul, ol {{ margin: 0; padding-left: 18px }}
        {broken} {heading}"""


def _blocks(sent: Return) -> Iterator[str]:
    if sent.look.header:
        yield f"<p>{escape(sent.look.header)}</p>"
    counted = 1
    for block in lay_out(sent):
        if isinstance(block, LaidParagraph):
            yield (
                f"<h{block.level}>{escape(block.line.text)}</h{block.level}>"
                if block.level
                else "".join(_lines((block.line,), 1))
            )
        else:
            yield _table(sent.look, block, counted)
            counted += sum(bool(row[0].lines) and row[0].lines[0].item is Item.NUMBER for row in block.rows)


def _table(look: Look, table: LaidTable, counted: int) -> str:
    widths = "".join(f'<col style="width: {100 * width / sum(table.widths):.2f}%">' for width in table.widths)
    written = []
    for row in table.rows:
        written.append("<tr>" + "".join(_cell(look, cell, counted) for cell in row) + "</tr>")
        counted += bool(row[0].lines) and row[0].lines[0].item is Item.NUMBER
    head, rest = written[: table.heading_rows], written[table.heading_rows :]
    return f"<table><colgroup>{widths}</colgroup><thead>{''.join(head)}</thead><tbody>{''.join(rest)}</tbody></table>"


def _cell(look: Look, cell: LaidCell, counted: int) -> str:
    name = "th" if cell.is_heading else "td"
    spans = f' rowspan="{cell.down}" colspan="{cell.across}"'
    fill = look.shade if cell.is_heading else cell.fill
    colours = f"background: #{fill}; print-color-adjust: exact" if fill else ""
    if cell.is_heading and fill == DARK:
        colours += "; color: white"
    return f'<{name}{spans} style="{colours}">{"".join(_lines(cell.lines, counted))}</{name}>'


def _lines(lines: Cell, counted: int) -> Iterator[str]:
    """Give the lines of a cell; a list that begins it goes on counting from the row above."""
    at = 0
    for item, group in groupby(lines, key=lambda line: line.item):
        some = list(group)
        if item is Item.NONE:
            yield from (f"<p>{_text(line)}</p>" for line in some)
        else:
            start = counted if at == 0 else 1
            yield f'<{LISTS[item]} start="{start}">{_items(some)}</{LISTS[item]}>'
        at += len(some)


def _items(lines: Iterable[Line]) -> str:
    return "".join(f"<li>{_text(line)}</li>" for line in lines)


def _text(line: Line) -> str:
    if not line.link:
        return escape(line.text)
    before, _, last = line.text.rpartition(" ")
    return f'{escape(before)} <a href="{escape(line.link)}">{escape(last)}</a>'
