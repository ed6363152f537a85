"""What each row of a table stands there for, and which column feeds which field."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from normalize.columns import STANDS_IN_FOR_RECOMMENDATION, Field
from normalize.dates import read_date
from normalize.grid import Row
from normalize.headings import LONGEST_WITH_GUIDANCE, Heading, HeadingBook, is_heading_row
from normalize.kinds import names_a_group, read_kind
from normalize.particulars import Particular, read_label, split_particulars
from normalize.references import read_numbers, split_number

LONGEST_SECOND_HEADING = 5
"""A cell of more words than this below a heading is an answer."""

FEWEST_WORDS_OF_A_SENTENCE = 3
"""A number cell of more words beside its number is no number cell."""

LONGEST_STATUS = 6
"""A status cell of more words tells of the progress as well."""


class Role(StrEnum):
    """What a row stands there for."""

    HEADING = "heading"
    GROUP = "group"
    RECOMMENDATION = "recommendation"
    PARTICULARS = "particulars"
    ANSWER = "answer"
    EMPTY = "empty"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table as its latest heading row names them."""

    fields: tuple[Field | None, ...]
    headings: tuple[str, ...]
    kind: str = ""
    """What the heading calls the recommendations ("IMR"); empty where it says nothing."""

    def holding(self, field: Field) -> tuple[int, ...]:
        """Return the positions, from 0, of the columns that hold ``field``."""
        return tuple(at for at, each in enumerate(self.fields) if each is field)


@dataclass(frozen=True, slots=True)
class LaidRow:
    """A row with its role and what holds for it: its columns and the kind of its group."""

    row: Row
    role: Role
    columns: Columns | None = None
    kind: str = ""
    under: str = ""
    """The recommendation the row stands below, where that is not in a column."""


def lay_out(
    rows: tuple[Row, ...], book: HeadingBook, *, columns: Columns | None = None, kind: str = "", under: str = ""
) -> tuple[LaidRow, ...]:
    """Return every row of a table with its role.

    ``columns`` and ``kind`` hold before the table's first heading and group row: those of a table it continues.
    ``under`` is the recommendation that a heading above the table gives for all of it.
    """
    stands_below = bool(under) or any(names_a_recommendation(row) for row in rows)
    laid: list[LaidRow] = []
    for at, row in enumerate(rows):
        if laid and columns and laid[-1].role is Role.HEADING and is_below_a_heading(row, columns, book):
            columns = _with_second_row(row, columns, book)
            laid.append(LaidRow(row, Role.HEADING, columns, kind))
            continue
        texts = tuple(cell.text for cell in row.cells)
        headings = _read_headings(row, texts, book)
        if is_heading_row(_once(headings, row), texts):
            columns = _name_columns(row, headings, columns, rows[at + 1 :], stands_below=stands_below)
            kind = columns.kind or kind
            laid.append(LaidRow(row, Role.HEADING, columns, kind))
            continue
        role = _role(row, columns)
        if role is Role.GROUP:
            kind = read_kind(row.filled[0].text) or kind
        elif role is Role.RECOMMENDATION:
            under = row.filled[0].text
        laid.append(LaidRow(row, role, columns, kind, under))
    return tuple(laid)


def _read_headings(row: Row, texts: tuple[str, ...], book: HeadingBook) -> tuple[Heading | None, ...]:
    """Return what the row's cells name as headings; nothing where one is too long for a heading row."""
    if any(len(text.split()) > LONGEST_WITH_GUIDANCE for text in texts):
        return (None,) * len(row.covering)
    return tuple(book.read(cell.text) if cell and cell.text.strip() else None for cell in row.covering)


def _once(headings: tuple[Heading | None, ...], row: Row) -> tuple[Heading | None, ...]:
    """Return the readings of the row's cells, a merged cell's once."""
    first_of = {id(cell): at for at, cell in reversed(list(enumerate(row.covering))) if cell}
    return tuple(headings[at] for at in sorted(first_of.values()))


def _role(row: Row, columns: Columns | None) -> Role:
    """Return what a row that is no heading row stands there for."""
    filled = row.filled
    if not filled:
        return Role.EMPTY
    if _holds_particulars(row, columns):
        return Role.PARTICULARS
    if names_a_recommendation(row) and not (columns and columns.holding(Field.RECOMMENDATION)):
        return Role.RECOMMENDATION
    if row.spanning or (len(filled) == 1 and not read_numbers(filled[0].text) and names_a_group(filled[0].text)):
        return Role.GROUP if names_a_group(filled[0].text) else Role.REMARK
    return Role.ANSWER if columns else Role.REMARK


def is_below_a_heading(row: Row, columns: Columns, book: HeadingBook) -> bool:
    """Return whether a row goes on with the headings above it: dates or headings, and nothing to recommend."""
    own = [cell for cell in row.own if cell.text.strip()]
    recommended = {cell.text for at in columns.holding(Field.RECOMMENDATION) if (cell := row.covering[at])}
    return (
        bool(own)
        and recommended <= {"", *columns.headings}
        and all(len(cell.text.split()) <= LONGEST_SECOND_HEADING for cell in own)
        and all(read_date(cell.text) or book.read(cell.text) for cell in own)
    )


def _with_second_row(row: Row, columns: Columns, book: HeadingBook) -> Columns:
    """Return ``columns`` with a second row of headings below the first; a blank heading goes on from its left."""
    fields, headings = list(columns.fields), list(columns.headings)
    for cell in row.own:
        for at in range(cell.col - 1, cell.col - 1 + cell.colspan):
            if not cell.text.strip() or at >= len(fields):
                continue
            named = book.read(cell.text)
            above = fields[at] or (fields[at - 1] if at and not headings[at] else None)
            fields[at] = named.field if named else above
            headings[at] = f"{headings[at]} {cell.text.strip()}".strip()
    return Columns(tuple(fields), tuple(headings), columns.kind)


def names_a_recommendation(row: Row) -> bool:
    """Return whether a row over the whole width is a recommendation with its number, its answers in the rows below."""
    return row.spanning is not None and bool(split_number(row.spanning.text).numbers)


def _holds_particulars(row: Row, columns: Columns | None) -> bool:
    """Whether a row says whose return it is: labels in a cell over the whole width, or label and value side by side."""
    if row.spanning or len(row.filled) == 1:
        return split_particulars(row.filled[0].text.strip().split("\n")[0])[0][0] is not None
    first = read_label(row.filled[0].text)
    return columns is None and first is not None


def _name_columns(
    row: Row,
    headings: tuple[Heading | None, ...],
    above: Columns | None,
    below: tuple[Row, ...],
    *,
    stands_below: bool,
) -> Columns:
    """Return the columns a heading row names; a blank heading takes the one above it, or what its cells show."""
    fields = [heading.field if heading else None for heading in headings]
    texts = [cell.text.strip() if cell else "" for cell in row.covering]
    if above and len(above.fields) == len(fields):
        fields = [field or (above.fields[at] if not texts[at] else None) for at, field in enumerate(fields)]
        texts = [text or above.headings[at] for at, text in enumerate(texts)]
    fields = [_named_by_content(at, field, fields, below) for at, field in enumerate(fields)]
    fields = _with_a_recommendation(fields, texts, may_stand_in=not stands_below)
    fields = [field or _field_by_content(at, fields, texts, below) for at, field in enumerate(fields)]
    kind = next((heading.kind for heading in headings if heading and heading.kind), "")
    return Columns(tuple(fields), tuple(texts), kind)


def _named_by_content(at: int, field: Field | None, fields: list[Field | None], below: tuple[Row, ...]) -> Field | None:
    """Return what a column holds whose heading says too little.

    Under "Rec" it is the recommendation where its cells are sentences; under "Status", where the table has no
    update, it is the update where they say more than a status.
    """
    cells = [cell.text for row in below if (cell := row.covering[at]) and cell.text.strip() and not row.spanning]
    if field is Field.STATUS and Field.UPDATE not in fields:
        return Field.UPDATE if any(len(text.split()) > LONGEST_STATUS for text in cells) else field
    if field is not Field.NUMBER or Field.RECOMMENDATION in fields:
        return field
    sentences = [text for text in cells if len(split_number(text).rest.split()) >= FEWEST_WORDS_OF_A_SENTENCE]
    return Field.RECOMMENDATION if sentences and 2 * len(sentences) >= len(cells) else field


def _with_a_recommendation(fields: list[Field | None], texts: list[str], *, may_stand_in: bool) -> list[Field | None]:
    """Make sure that one column holds the recommendations, and only one."""
    named = [at for at, field in enumerate(fields) if field is Field.RECOMMENDATION]
    for stand_in in STANDS_IN_FOR_RECOMMENDATION if may_stand_in else ():
        named = named or [at for at, field in enumerate(fields) if field is stand_in]
    if not named:
        return fields
    chosen = next((at for at in named if "recommendation" in texts[at].lower()), named[0])
    same_cell = {at for at in named if texts[at] == texts[chosen]}
    return [
        Field.RECOMMENDATION if at in same_cell else None if field is Field.RECOMMENDATION else field
        for at, field in enumerate(fields)
    ]


def _field_by_content(at: int, fields: list[Field | None], texts: list[str], below: tuple[Row, ...]) -> Field | None:
    """Return what a column without a heading holds, where its place and its cells leave one answer."""
    if texts[at]:
        return None
    cells = [cell for row in below if (cell := row.covering[at]) and not row.spanning]
    said = [cell.text for cell in cells if cell.text.strip()]
    if said and Field.NUMBER not in fields and all(read_numbers(text) for text in said):
        return Field.NUMBER
    if not said and Field.RATING not in fields and any(cell.fill for cell in cells):
        return Field.RATING
    updates = [column for column, field in enumerate(fields) if field is Field.UPDATE]
    is_after_update = bool(updates) and at > updates[-1]
    return Field.EVIDENCE if said and is_after_update and Field.EVIDENCE not in fields else None


def is_key_value_table(rows: tuple[Row, ...]) -> bool:
    """Return whether a table holds particulars alone: a label in the first cell of each row and its value beside it."""
    filled = [row.filled for row in rows if row.filled]
    return bool(filled) and all(len(cells) <= 2 and _labels_itself(cells[0].text) for cells in filled)  # noqa: PLR2004 - label and value


def _labels_itself(text: str) -> bool:
    return read_label(text) is not None or split_particulars(text.split("\n", maxsplit=1)[0])[0][0] not in (
        None,
        Particular.OTHER,
    )
