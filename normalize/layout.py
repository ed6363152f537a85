"""What each row of a table stands there for, and which column feeds which field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import takewhile

from normalize.answers import Answer, FilledField
from normalize.colouring import is_told_by_colour
from normalize.column_naming import is_below_a_heading, name_columns, with_second_row
from normalize.columns import Columns, Field
from normalize.counting import count_on
from normalize.earlier_rounds import read_counted_round
from normalize.grid import Row
from normalize.headings import LONGEST_WITH_GUIDANCE, Heading, HeadingBook, is_heading_row
from normalize.kinds import names_a_group, read_kind
from normalize.lead_ins import read_introduced_row
from normalize.pairing import pair_up_row
from normalize.particulars import Particular, read_label, split_particulars
from normalize.references import read_numbers, split_number
from normalize.text import fold_label

MOST_PARTICULARS = 4
"""Rows about the agency above the headings of the same table."""
_TOTALS = frozenset({"total", "totals", "grand total", "sub total", "subtotal"})
"""What the first cell of a row says that sums up the rows above it."""
_CALLED_ONE = re.compile(r"\s*(?:[\w-]+\s+){0,4}rec(?:ommendation)?s?\b", re.IGNORECASE)


class Role(StrEnum):
    """What a row stands there for."""

    HEADING = "heading"
    GROUP = "group"
    RECOMMENDATION = "recommendation"
    PARTICULARS = "particulars"
    ANSWER = "answer"
    MORE = "more of the answer above"
    EMPTY = "empty"
    REMARK = "remark"
    ROUND = "round"


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row with its role and what holds for it: its columns and the kind of its group."""

    row: Row
    role: Role
    columns: Columns | None = None
    kind: str = ""
    under: str = ""
    """The recommendation the row stands below, where that is not in a column."""
    is_counted: bool = False
    """Whether the figures that begin its recommendation and those around it count on, and so are numbers."""
    is_coloured: bool = False
    """Whether the statuses of the table are in colours that rate them."""
    introduced: tuple[FilledField, ...] = ()
    """What the row says of the answer above it, by lead-ins."""


def lay_out(
    rows: tuple[Row, ...],
    book: HeadingBook,
    *,
    columns: Columns | None = None,
    kind: str = "",
    said_before: tuple[str, ...] = (),
    under: str = "",
) -> tuple[LaidRow, ...]:
    """Return every row of a table with its role.

    ``columns`` and ``kind`` hold before the table's first heading and group row: those of a table it continues.
    ``said_before`` are headings that stood above the title which gives ``kind``: said again they name no other kind.
    ``under`` is the recommendation that a heading above the table gives for all of it.
    """
    stands_below = bool(under) or any(names_a_recommendation(row) for row in rows)
    laid: list[LaidRow] = []
    for at, row in enumerate(rows):
        if laid and columns and laid[-1].role is Role.HEADING and is_below_a_heading(row, columns, book):
            columns = with_second_row(row, columns, book)
            laid.append(LaidRow(row, Role.HEADING, columns, kind))
            continue
        if columns is None and _is_paired(rows[at:], book):
            laid.append(LaidRow(row, Role.PARTICULARS, columns, kind))
            continue
        texts = tuple(cell.text for cell in row.cells)
        headings = _read_headings(row, texts, book)
        if is_heading_row(_once(headings, row), texts):
            columns = name_columns(row, headings, columns, rows[at + 1 :], stands_below=stands_below)
            kind = (kind if columns.headings == said_before else "") or columns.kind or kind
            said_before = columns.headings
            laid.append(LaidRow(row, Role.HEADING, columns, kind))
            continue
        introduced = _introduced(row, laid, columns, book)
        role = Role.MORE if introduced else _role(row, columns)
        if role is Role.GROUP:
            kind = read_kind(row.filled[0].text) or kind
        elif role is Role.RECOMMENDATION:
            under = row.filled[0].text
        laid.append(LaidRow(row, role, columns, kind, under, introduced=introduced))
    return _seen_together(laid)


def _is_paired(rows: Sequence[Row], book: HeadingBook) -> bool:
    """Return whether the first of ``rows`` holds labels and what they stand for in pairs, above a heading row."""
    return bool(pair_up_row(rows[0], book)) and any(_heads(row, book) for row in rows[1 : 1 + MOST_PARTICULARS])


def _heads(row: Row, book: HeadingBook) -> bool:
    texts = tuple(cell.text for cell in row.cells)
    return is_heading_row(_once(_read_headings(row, texts, book), row), texts)


def _introduced(
    row: Row, above: Sequence[LaidRow], columns: Columns | None, book: HeadingBook
) -> tuple[FilledField, ...]:
    """Return what a row adds to the answer above it, in fields for which the table has no column."""
    if not above or above[-1].role not in (Role.ANSWER, Role.MORE, Role.RECOMMENDATION):
        return ()
    said = read_introduced_row(row, book)
    return said if not any(columns and each.field and columns.holding(each.field) for each in said) else ()


def _seen_together(laid: Sequence[LaidRow]) -> tuple[LaidRow, ...]:
    """Return the rows, marked where numbers before their recommendations count on, and where colours rate them."""
    answers = [each for each in laid if each.role is Role.ANSWER and each.columns]
    cells = {
        id(cell): cell.text
        for each in answers
        for at in (each.columns.holding(Field.RECOMMENDATION)[:1] if each.columns else ())
        if at < len(each.row.covering) and (cell := each.row.covering[at]) and cell.text.strip()
    }
    is_counted = count_on(tuple(cells.values()))
    is_coloured = is_told_by_colour((each.row, each.columns) for each in answers if each.columns)
    if not (is_counted or is_coloured):
        return tuple(laid)
    return tuple(replace(each, is_counted=is_counted, is_coloured=is_coloured) for each in laid)


def _read_headings(row: Row, texts: tuple[str, ...], book: HeadingBook) -> tuple[Heading | None, ...]:
    """Return what the row's cells name as headings; nothing where one is too long for a heading row."""
    if any(len(text.split()) > LONGEST_WITH_GUIDANCE for text in texts):
        return (None,) * len(row.covering)
    return book.read_row([cell.text if cell else "" for cell in row.covering])


def _once(headings: tuple[Heading | None, ...], row: Row) -> tuple[Heading | None, ...]:
    """Return the readings of the row's cells, a merged cell's once."""
    first_of = {id(cell): at for at, cell in reversed(list(enumerate(row.covering))) if cell}
    return tuple(headings[at] for at in sorted(first_of.values()))


def _role(row: Row, columns: Columns | None) -> Role:
    """Return what a row that is no heading row stands there for."""
    filled = row.filled
    if not filled:
        return Role.EMPTY
    if len(filled) == 1 and read_counted_round(filled[0].text):
        return Role.ROUND
    if _holds_particulars(row, columns):
        return Role.PARTICULARS
    if names_a_recommendation(row) and not (columns and columns.holding(Field.RECOMMENDATION)):
        return Role.RECOMMENDATION
    if row.spanning or (len(filled) == 1 and not read_numbers(filled[0].text) and names_a_group(filled[0].text)):
        return Role.GROUP if names_a_group(filled[0].text) else Role.REMARK
    return Role.ANSWER if columns and fold_label(filled[0].text) not in _TOTALS else Role.REMARK


def names_a_recommendation(row: Row) -> bool:
    """Return whether a row is a recommendation with its number, its answers in the rows below.

    It runs over the whole width, or is alone in its row and calls itself a recommendation.
    """
    if row.spanning is not None:
        return bool(split_number(row.spanning.text).numbers)
    filled = row.filled
    is_alone = len(filled) == 1 and filled[0] is row.covering[0]
    return is_alone and bool(_CALLED_ONE.match(filled[0].text) and split_number(filled[0].text).numbers)


def _holds_particulars(row: Row, columns: Columns | None) -> bool:
    """Whether a row says whose return it is: labels in a cell over the whole width, or label and value side by side."""
    if row.spanning or len(row.filled) == 1:
        return split_particulars(row.filled[0].text.strip().split("\n")[0])[0][0] is not None
    first = read_label(row.filled[0].text)
    return columns is None and (first is not None or any(_is_particular(cell.text) for cell in row.filled))


def rows_below(laid: Sequence[LaidRow], at: int) -> Iterator[LaidRow]:
    """Yield the rows below that in place ``at``, up to the first that says something of its own."""
    for below in range(at + 1, len(laid)):
        yield laid[below]
        if laid[below].role not in (Role.EMPTY, Role.HEADING, Role.MORE):
            return


def with_more(answer: Answer, below: Iterable[LaidRow]) -> Answer:
    """Return ``answer`` together with what the rows right below it say of it by lead-ins."""
    more = list(takewhile(lambda each: each.role is Role.MORE, below))
    fields = tuple(part for each in more for part in each.introduced)
    return replace(answer, fields=answer.fields + fields, words=answer.words + sum(each.row.words for each in more))


def is_key_value_table(rows: tuple[Row, ...]) -> bool:
    """Return whether a table holds particulars alone: a label in the first cell of each row and its value beside it."""
    filled = [row.filled for row in rows if row.filled]
    return bool(filled) and all(len(cells) <= 2 and _labels_itself(cells[0].text) for cells in filled)  # noqa: PLR2004 - label and value


def _labels_itself(text: str) -> bool:
    return read_label(text) is not None or _is_particular(text)


def _is_particular(text: str) -> bool:
    """Return whether a text begins with a label that returns are known by ("Agency: Housing")."""
    return split_particulars(text.split("\n", maxsplit=1)[0])[0][0] not in (None, Particular.OTHER)
