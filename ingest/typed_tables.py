"""Tables typed in plain text, with tabs, strokes or spaces between the columns, made into those of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import takewhile

Row = tuple[str, ...]

FEWEST_COLUMNS = 3
"""Two pieces to a line are a label and its value, or a name beside a telephone number."""
FEWEST_ROWS = 2
"""Headings and an answer."""
LONGEST_HEADING = 6
"""Among columns set apart by spaces alone, a first line with a piece of more words than this names no columns."""
QUOTED = re.compile(r"^(?:> ?)+")
"""What mail programs set before the lines of the mail that is answered or sent on (RFC 3676, 4.5)."""
_BROKEN = re.compile(r'(?:^|[\t|]) *"(?:[^"\n]|"")*$')
"""A line whose last cell opens with a quotation mark and does not close: it holds line breaks (RFC 4180, rule 6)."""
_CLOSING = re.compile(r'^(?:[^"]|"")*"(?!") *([\t|]|$)')
MOST_LINES = 100
"""In one cell; words with an odd mark of quotation must not take the rest of the text with them."""
_RULE = re.compile(r"^[\s|:+=_-]*[|+=_-]{3}[\s|:+=_-]*$")
_PIECE = re.compile(r"\S+(?: \S+)*")
"""Words with single spaces between them."""


def page_with_tables(text: str) -> str:
    """Return a plain ``text`` that holds a table as a web page, line by line; nothing where it holds none."""
    lines = [QUOTED.sub("", line).rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    parts = list(_parts(_whole([line for line in lines if line.strip()])))
    has_table = any(isinstance(part, list) for part in parts)
    return "\n".join(map(_as_markup, parts)) if has_table else ""


def _whole(lines: Sequence[str]) -> list[str]:
    """Return the lines with those that a quoted cell is broken into as one, the breaks within."""
    whole: list[str] = []
    at = 0
    while at < len(lines):
        taken = 1 + _broken(lines[at:])
        whole.append("\n".join(lines[at : at + taken]))
        at += taken
    return whole


def _broken(lines: Sequence[str]) -> int:
    """Return how many lines after the first of ``lines`` belong to it, the cells that begin in the last included."""
    if not _BROKEN.search(lines[0]):
        return 0
    for more, line in enumerate(lines[1:MOST_LINES], start=1):
        if closed := _CLOSING.match(line):
            has_cells = closed[1] or "\t" in lines[0] or "|" in lines[0]
            return more + _broken(lines[more:]) if has_cells else 0
    return 0


def _parts(lines: Sequence[str]) -> Iterator[str | list[Row]]:
    """Give the lines in order, and for those that make a table its rows."""
    at = 0
    while at < len(lines):
        rows, taken = _table(lines[at:])
        yield rows or lines[at]
        at += taken or 1


def _table(lines: Sequence[str]) -> tuple[list[Row], int]:
    """Return the table that begins with the first of ``lines``, and of how many lines it is made; or nothing."""
    for mark in ("\t", "|"):
        if _split(lines[0], mark):
            return _marked(lines, mark)
    return _aligned(lines)


def _marked(lines: Sequence[str], mark: str) -> tuple[list[Row], int]:
    """Return the rows of as many columns as the first has."""
    columns = len(_split(lines[0], mark))
    own = list(takewhile(lambda line: _is_rule(line) or len(_split(line, mark)) == columns, lines))
    rows = [_split(line, mark) for line in own if not _is_rule(line)]
    return (rows, len(own)) if len(rows) >= FEWEST_ROWS else ([], 0)


def _split(line: str, mark: str) -> Row:
    """Return the cells of a line; nothing where it has too few for a row."""
    bare = line.strip(" ")
    inner = bare.strip("\n") if mark == "\t" else bare.removeprefix(mark).removesuffix(mark)
    cells = tuple(_unquoted(cell.strip()) for cell in inner.split(mark))
    return cells if len(cells) >= FEWEST_COLUMNS and not _is_rule(line) else ()


def _unquoted(cell: str) -> str:
    """Return a cell without the marks that only hold its lines together."""
    return cell[1:-1].replace('""', '"') if "\n" in cell and cell[0] == cell[-1] == '"' else cell


def _is_rule(line: str) -> bool:
    return _RULE.match(line) is not None


def _aligned(lines: Sequence[str]) -> tuple[list[Row], int]:
    """Return the rows below headings set apart by spaces, whose every piece begins where a heading does."""
    headings = list(_PIECE.finditer(lines[0]))
    starts = [piece.start() for piece in headings]
    if len(starts) < FEWEST_COLUMNS or any(len(piece[0].split()) > LONGEST_HEADING for piece in headings):
        return [], 0
    rows = [tuple(piece[0] for piece in headings)]
    own = list(takewhile(lambda line: _is_rule(line) or _begins_at(starts, line), lines[1:]))
    for line in own:
        cells = {piece.start(): piece[0] for piece in _PIECE.finditer(line) if not _is_rule(line)}
        row = tuple(cells.get(start, "") for start in starts)
        if not row[0] and len(rows) > 1:  # the line above goes on
            rows[-1] = tuple(f"{above} {more}".strip() for above, more in zip(rows[-1], row, strict=True))
        elif any(row):
            rows.append(row)
    is_table = any(sum(map(bool, row)) >= FEWEST_COLUMNS for row in rows[1:])
    return (rows, 1 + len(own)) if is_table else ([], 0)


def _begins_at(starts: Sequence[int], line: str) -> bool:
    """Return whether a line is a row or goes on with one; words at the margin alone are the text after the table."""
    begun = [piece.start() for piece in _PIECE.finditer(line)]
    return all(start in starts for start in begun) and begun != starts[:1]


def _as_markup(part: str | list[Row]) -> str:
    if isinstance(part, str):
        return "\n".join(f"<p>{escape(line)}</p>" for line in part.split("\n"))
    rows = ("".join(f"<td>{_with_breaks(cell)}</td>" for cell in row) for row in part)
    return f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def _with_breaks(cell: str) -> str:
    return "<br>".join(map(escape, cell.split("\n")))
