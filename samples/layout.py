"""Lays a planned return out as paragraphs and grids, the same for every format it may be written in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.model import Recommendation
from samples.blocks import Block, Cell, Grid, Level, Line, Merge, Text, TextBox
from samples.plan import Column, LabelAs, Numbering, Part, Particulars, Return, Row, Typography, Where
from samples.typography import typeset

FILL = re.compile(r"#[0-9A-F]{6}")
LABEL_FILL = "#D9D9D9"
"""Grey behind heading rows and group rows, as most templates have it."""
LABELS = (
    ("Agency:", "agency"),
    ("Update provided by:", "provided_by"),
    ("Review provided by:", "reviewed_by"),
    ("Evidence:", "evidence"),
    ("Summary update:", "summary"),
)
KEY_VALUE_WIDTHS = (25.0, 75.0)


def lay_out(plan: Return, master: dict[str, Recommendation]) -> list[Block]:
    """Return the blocks of the planned document in the order of the page."""
    return [
        Text(plan.title, Level.TITLE),
        *_particulars_blocks(plan.particulars),
        *(Text(each) for each in plan.opening),
        *_tables(plan, master),
        *(Text(each) for each in plan.closing),
    ]


def recommendation_text(row: Row, master: dict[str, Recommendation]) -> str:
    """Return the words the row gives for its recommendation: its own, or those of the master list."""
    if row.recommendation is not None:
        return row.recommendation
    return master[row.ids[0]].text


def written(text: str, plan: Return) -> str:
    """Return ``text`` in the document's typography."""
    return typeset(text) if plan.typography is Typography.TYPESET else text


def _particulars_blocks(particulars: Particulars) -> list[Block]:
    lines = _labelled(particulars)
    match particulars.where:
        case Where.PARAGRAPHS:
            return [Text(f"{{*{label}*}} {text}") for label, text in lines]
        case Where.TEXT_BOX:
            return [TextBox(tuple(f"{{*{label}*}} {text}" for label, text in lines))]
        case Where.KEY_VALUE:
            rows = tuple(Line((Cell(label, is_bold=True), Cell(text))) for label, text in lines)
            return [Grid(KEY_VALUE_WIDTHS, rows), Text("")]
        case _:
            return []


def _labelled(particulars: Particulars) -> list[tuple[str, str]]:
    pairs = [(label, str(getattr(particulars, name))) for label, name in LABELS]
    return [(label, text) for label, text in pairs if text]


def _tables(plan: Return, master: dict[str, Recommendation]) -> Iterator[Block]:
    if any(part.label_as is LabelAs.PARAGRAPH for part in plan.parts):
        for part in plan.parts:
            yield Text(part.label, Level.LABEL)
            yield _grid(plan, (part,), master)
    elif plan.parts:
        yield _grid(plan, plan.parts, master)


def _grid(plan: Return, parts: tuple[Part, ...], master: dict[str, Recommendation]) -> Grid:
    lines = [*_first_row(plan), _heading_line(column.heading for column in plan.columns)]
    for part in parts:
        lines += _label_lines(part, len(plan.columns))
        lines += _row_lines(plan, part, master)
    return Grid(tuple(column.width for column in plan.columns), tuple(lines))


def _first_row(plan: Return) -> list[Line]:
    if plan.particulars.where is not Where.FIRST_ROW:
        return []
    text = "\n".join(f"{{*{label}*}} {words}" for label, words in _labelled(plan.particulars))
    return [Line((Cell(text, span=len(plan.columns)),))]


def _heading_line(headings: Iterator[str] | tuple[str, ...]) -> Line:
    return Line(tuple(Cell(each, is_bold=True, fill=LABEL_FILL) for each in headings), is_heading=True)


def _label_lines(part: Part, width: int) -> list[Line]:
    match part.label_as:
        case LabelAs.ROW:
            return [Line((Cell(part.label, span=width, is_bold=True, fill=LABEL_FILL),))]
        case LabelAs.HEADING_ROW:
            return [Line(_heading_line(part.headings).cells)]
        case _:
            return []


def _row_lines(plan: Return, part: Part, master: dict[str, Recommendation]) -> Iterator[Line]:
    following = [*part.rows[1:], None]
    for row, below in zip(part.rows, following, strict=True):
        merge = _merge(row, below)
        cells = tuple(_cell(plan, column, row, master, merge) for column in plan.columns)
        yield Line(cells, is_deleted=row.is_deleted)


def _merge(row: Row, below: Row | None) -> Merge:
    if row.continues_above:
        return Merge.CONTINUES
    return Merge.STARTS if below is not None and below.continues_above else Merge.NONE


def _cell(plan: Return, column: Column, row: Row, master: dict[str, Recommendation], merge: Merge) -> Cell:
    match column.holds:
        case "number":
            return Cell("" if row.continues_above else row.number, merge=merge)
        case "recommendation":
            return _recommendation_cell(plan, row, master, merge)
        case "rating":
            is_fill = FILL.fullmatch(row.rating_shown) is not None
            return Cell("", fill=row.rating_shown) if is_fill else Cell(row.rating_shown)
        case "status":
            return Cell(row.status_shown)
        case "action" | "lead" | "by_when":
            return Cell(from_master(column.holds, row, master))
        case _:
            return Cell(written(str(getattr(row, column.holds)), plan))


def from_master(field: str, row: Row, master: dict[str, Recommendation]) -> str:
    """Return the action, lead or date of the recommendation the row is about, as the master list has it."""
    return str(getattr(master[row.ids[0]], "due" if field == "by_when" else field))


def _recommendation_cell(plan: Return, row: Row, master: dict[str, Recommendation], merge: Merge) -> Cell:
    if row.continues_above:
        return Cell("", merge=merge)
    words = written(recommendation_text(row, master), plan)
    if plan.numbering is Numbering.TYPED:
        words = f"{row.number} {words}".strip()
    return Cell(words, is_numbered=plan.numbering is Numbering.AUTOMATIC, merge=merge)
