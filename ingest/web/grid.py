"""Where the cells of a table lie (the algorithm of HTML, 4.9.12, on rows as they were written)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from ingest.web.looks import background, styles_of
from ingest.web.parsing import Element, parse_page

FEWEST = 2
"""Rows and columns of a table that says more than where things stand on the page."""
WIDEST, HIGHEST = 1000, 65534
"""The spans beyond which programs do not follow (4.9.11)."""
NO_TABLE = frozenset({"presentation", "none"})


class Entry(NamedTuple):
    """A cell and where it lies, counted from 0."""

    element: Element
    row: int
    col: int
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table laid out."""

    rows: tuple[Element, ...]
    entries: tuple[Entry, ...]
    n_rows: int
    n_cols: int
    heading_rows: int
    holds_answers: bool
    """Whether it is a table to its reader, and does not only put things in their places."""

    def row_fill(self, entry: Entry) -> str | None:
        """Return the colour behind the row of a cell."""
        return background(self.rows[entry.row])


def has_answers(text: str) -> bool:
    """Tell whether the page ``text`` holds a table of several rows and columns, as returns are."""
    return any(lay_out(table).holds_answers for table in parse_page(text).iter("table"))


def lay_out(table: Element) -> Grid:
    """Return ``table`` laid out."""
    rows = _rows(table)
    entries = _place(rows)
    n_cols = max((entry.col + entry.colspan for entry in entries), default=0)
    is_heading = [_is_heading(row) for row in rows]
    return Grid(
        rows=rows,
        entries=entries,
        n_rows=len(rows),
        n_cols=n_cols,
        heading_rows=len(list(takewhile(bool, is_heading))),
        holds_answers=_has_columns(rows) and not _is_for_places(table, rows),
    )


def _has_columns(rows: tuple[Element, ...]) -> bool:
    return sum(len(_cells(row)) >= FEWEST for row in rows) >= FEWEST


def _is_for_places(table: Element, rows: tuple[Element, ...]) -> bool:
    """Return whether a table holds other tables as its own content: the frame of an e-mail or of a page."""
    if (table.get("role") or "").lower() in NO_TABLE:
        return True
    if _has_rules(table, rows) or any(cell.tag == "th" for row in rows for cell in _cells(row)):
        return False
    within = (_rows(inner) for inner in table.iter("table") if inner is not table)
    return any(_has_columns(inner) and len(inner) >= len(rows) for inner in within)


def _has_rules(table: Element, rows: tuple[Element, ...]) -> bool:
    """Return whether lines are drawn around the cells; mail programs draw none in what only puts things in places."""
    if (table.get("border") or "0").strip() not in {"", "0"}:
        return True
    return any("solid" in str(styles_of(cell)) for row in rows for cell in _cells(row))


def _rows(table: Element) -> tuple[Element, ...]:
    """Return the rows in the order they are shown: the head first, the foot last."""
    parts: dict[str, list[Element]] = {"thead": [], "tbody": [], "tfoot": []}
    for child in table:
        if child.tag == "tr":
            parts["tbody"].append(child)
        elif child.tag in parts:
            parts[child.tag] += child.findall("tr")
    return tuple(row for rows in parts.values() for row in rows)


def _cells(row: Element) -> list[Element]:
    return [child for child in row if child.tag in {"td", "th"}]


def _place(rows: tuple[Element, ...]) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    taken: dict[int, int] = {}
    """For each column, the first row that is free in it."""
    for at, row in enumerate(rows):
        col = 0
        for element in _cells(row):
            while taken.get(col, 0) > at:
                col += 1
            colspan = _span(element, "colspan", WIDEST) or 1
            rowspan = min(_span(element, "rowspan", HIGHEST) or len(rows), len(rows) - at)
            entries.append(Entry(element, at, col, rowspan, colspan))
            taken |= dict.fromkeys(range(col, col + colspan), at + rowspan)
            col += colspan
    return tuple(entries)


def _span(element: Element, name: str, most: int) -> int:
    """Return a span; 0 where it reaches to the end of the table."""
    written = (element.get(name) or "1").strip()
    return min(int(written), most) if written.isascii() and written.isdecimal() else 1


def _is_heading(row: Element) -> bool:
    parent = row.getparent()
    if parent is not None and parent.tag == "thead":
        return True
    cells = _cells(row)
    return bool(cells) and all(cell.tag == "th" for cell in cells)
