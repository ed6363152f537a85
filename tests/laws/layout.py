"""The blocks of a return in order, the same for every way of writing it: paragraphs, and tables cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.laws.returns import Cell, Column, Group, Item, Line, Return, Row, Shape


@dataclass(frozen=True, slots=True)
class LaidCell:
    """A cell as it is written: merged over ``down`` rows and ``across`` columns."""

    lines: Cell = ()
    fill: str = ""
    down: int = 1
    across: int = 1
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table; a row lacks the cells that are merged into one above."""

    widths: tuple[float, ...]
    rows: tuple[tuple[LaidCell, ...], ...]
    heading_rows: int


@dataclass(frozen=True, slots=True)
class LaidParagraph:
    """A paragraph outside the tables; level 1 is the title."""

    line: Line
    level: int = 0


Block = LaidTable | LaidParagraph


def lay_out(sent: Return) -> Iterator[Block]:
    """Give the blocks of a return."""
    yield LaidParagraph(Line(sent.title), 1)
    yield from _particulars(sent)
    if sent.intro:
        yield LaidParagraph(Line(sent.intro))
    if sent.shape is Shape.GRID:
        yield from _grids(sent)
    else:
        for group in sent.groups:
            if group.heading:
                yield LaidParagraph(Line(group.heading), 2)
            for row in group.rows:
                yield from _card(sent, row) if sent.shape is Shape.CARDS else _prose(sent, row)
    if sent.closing and sent.shape is not Shape.PROSE:
        yield LaidParagraph(Line(sent.closing))


def _particulars(sent: Return) -> Iterator[Block]:
    told = [("Agency", sent.agency), ("Update provided by", sent.provided_by), ("Date of update", "12 March 2014")]
    told = [(label, value) for label, value in told if value]
    if sent.particulars_in_table:
        rows = tuple((LaidCell((Line(label),)), LaidCell((Line(value),))) for label, value in told)
        yield LaidTable((1, 2), rows, 0)
        yield LaidParagraph(Line(""))
    else:
        yield from (LaidParagraph(Line(f"{label}: {value}")) for label, value in told)


def _grids(sent: Return) -> Iterator[Block]:
    widths = tuple(sent.look.widths[column] for column in sent.columns)
    headings = tuple(LaidCell((Line(sent.headings[column]),), is_heading=True) for column in sent.columns)
    title = ((LaidCell((Line(sent.title_in_table),), across=len(widths)),),) if sent.title_in_table else ()
    above = (*title, headings)
    if sent.has_table_for_each_group:
        for group in sent.groups:
            if group.heading:
                yield LaidParagraph(Line(group.heading), 2)
            yield LaidTable(widths, (*above, *_rows(sent, group)), len(above))
            yield LaidParagraph(Line(""))
        return
    rows = list(above)
    for group in sent.groups:
        if group.heading:
            rows.append((LaidCell((Line(group.heading),), across=len(widths)),))
        rows += _rows(sent, group)
    yield LaidTable(widths, tuple(rows), len(above))


def _rows(sent: Return, group: Group) -> Iterator[tuple[LaidCell, ...]]:
    for row in group.rows:
        shared = {Column.NUMBER: (Line(row.written),), Column.RECOMMENDATION: row.recommendation}
        for at, (answer, fill) in enumerate(zip(row.answers, row.fills, strict=True)):
            yield tuple(
                LaidCell(shared[column], down=len(row.answers))
                if column in shared
                else LaidCell(answer[column], fill if column is Column.RATING else "")
                for column in sent.columns
                if column not in shared or at == 0
            )


def _card(sent: Return, row: Row) -> Iterator[Block]:
    first, *more = row.recommendation
    pairs: list[tuple[LaidCell, ...]] = [(LaidCell((first, *more), across=2, is_heading=True),)]
    for column in sent.columns[1:]:
        label = LaidCell((Line(sent.headings[column]),), is_heading=True)
        pairs.append((label, LaidCell(row.answers[0][column])))
    yield LaidTable((1, 3), tuple(pairs), 0)
    yield LaidParagraph(Line(""))


def _prose(sent: Return, row: Row) -> Iterator[Block]:
    yield from map(LaidParagraph, row.recommendation[:1])
    for column in sent.columns[1:]:
        lines = row.answers[0][column]
        if lines:
            first = Line(f"{sent.headings[column]}: {lines[0].text}", link=lines[0].link)
            yield from map(LaidParagraph, (first, *lines[1:]))


def counted_lines(lines: Cell, start: int = 1) -> tuple[str, ...]:
    """Return the lines as a reader sees them, with the numbers that their program gives them from ``start`` on."""
    shown = []
    number = start
    for line in lines:
        if line.item is Item.NUMBER:
            shown.append(f"{number}. {line.text}")
            number += 1
        else:
            shown.append(line.text)
    return tuple(shown)
