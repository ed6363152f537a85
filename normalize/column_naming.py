"""Which field each column of a table feeds, by its headings and, where these say too little, by its cells."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import SourceCell
from normalize.columns import STANDS_IN_FOR_RECOMMENDATION, Columns, Field
from normalize.dates import QUARTER, is_bare_date, read_date
from normalize.grid import Row
from normalize.headings import Heading, HeadingBook
from normalize.kinds import is_name_of_kind
from normalize.references import Reference, read_numbers, split_number
from normalize.text import fold_label
from normalize.tick_columns import name_tick_columns

LONGEST_SECOND_HEADING = 5
"""A cell of more words than this below a heading is an answer."""
FEWEST_WORDS_OF_A_SENTENCE = 3
"""A number cell of more words beside its number is no number cell."""
LONGEST_STATUS = 6
"""A status cell of more words tells of the progress as well."""


def is_below_a_heading(row: Row, columns: Columns, book: HeadingBook) -> bool:
    """Return whether a row goes on with the headings above it: dates or headings, and nothing to recommend."""
    own = [cell for cell in row.own if cell.text.strip()]
    if _divides_a_heading(own, columns):
        return True
    recommended = {cell.text for at in columns.holding(Field.RECOMMENDATION) if (cell := row.covering[at])}
    return (
        bool(own)
        and recommended <= {"", *columns.headings}
        and all(len(cell.text.split()) <= LONGEST_SECOND_HEADING for cell in own)
        and all(read_date(cell.text) or book.read(cell.text) for cell in own)
    )


def _divides_a_heading(own: Sequence[SourceCell], columns: Columns) -> bool:
    """Return whether the only cells of a row divide a heading over several columns ("Headquarters", "Stations")."""
    said = {columns.headings[cell.col - 1] for cell in own if cell.col <= len(columns.headings)}
    if len(said) != 1 or not all(said) or any(len(cell.text.split()) > LONGEST_SECOND_HEADING for cell in own):
        return False
    spanned = [at for at, heading in enumerate(columns.headings, start=1) if heading in said]
    return len(spanned) > 1 and [cell.col for cell in own] == spanned


def with_second_row(row: Row, columns: Columns, book: HeadingBook) -> Columns:
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


def name_columns(
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
        fields = [field or _spanning_field(at, fields, texts, above) for at, field in enumerate(fields)]
        texts = [text or above.headings[at] for at, text in enumerate(texts)]
    fields = name_tick_columns(fields, texts, below)
    fields = _with_dated_updates(fields, texts)
    fields = [_named_by_content(at, field, fields, below) for at, field in enumerate(fields)]
    fields = _with_a_recommendation(fields, texts, may_stand_in=not stands_below)
    fields = [field or _field_by_content(at, fields, texts, below) for at, field in enumerate(fields)]
    kind = next((heading.kind for heading in headings if heading and heading.kind), "")
    return Columns(tuple(fields), tuple(texts), kind)


def _spanning_field(at: int, fields: list[Field | None], texts: list[str], above: Columns) -> Field | None:
    """Return what the heading above names, for the one column below it whose own heading is not known.

    "Recommendation" above "Ref" and "Wording" names the wording. Over a single column another heading may be there in
    its stead; but no table does without its recommendations.
    """
    spanned = [column for column, heading in enumerate(above.headings) if heading and heading == above.headings[at]]
    unknown = [column for column in spanned if texts[column] and not fields[column]]
    is_open = above.fields[at] not in fields and (len(spanned) > 1 or above.fields[at] is Field.RECOMMENDATION)
    return above.fields[at] if unknown == [at] and is_open else None


def _with_dated_updates(fields: list[Field | None], texts: list[str]) -> list[Field | None]:
    """Take columns headed by a date or quarter alone for what was said at that time, where no other tells of it."""
    if Field.UPDATE in fields or Field.RECOMMENDATION not in fields:
        return fields
    return [
        Field.UPDATE if not field and (is_bare_date(text) or QUARTER.fullmatch(text)) else field
        for field, text in zip(fields, texts, strict=True)
    ]


def _named_by_content(at: int, field: Field | None, fields: list[Field | None], below: tuple[Row, ...]) -> Field | None:
    """Return what a column holds whose heading says too little.

    Under "Rec" it is the recommendation where its cells are sentences, or each a number with words of its own; under
    "Status", where the table has no update, it is the update where they say more than a status.
    """
    cells = [cell.text for row in below if (cell := row.covering[at]) and cell.text.strip() and not row.spanning]
    if field is Field.STATUS and Field.UPDATE not in fields:
        return Field.UPDATE if any(len(text.split()) > LONGEST_STATUS for text in cells) else field
    if field is not Field.NUMBER or Field.RECOMMENDATION in fields:
        return field
    parts = [split_number(text) for text in cells]
    sentences = [part for part in parts if len(part.rest.split()) >= FEWEST_WORDS_OF_A_SENTENCE]
    are_sentences = bool(sentences) and 2 * len(sentences) >= len(cells)
    return Field.RECOMMENDATION if are_sentences or _are_numbered_words(parts) else field


def _are_numbered_words(parts: list[Reference]) -> bool:
    """Return whether each of several cells is a number and words that no other has ("1. Train", "2. Audit").

    Words that come again beside numbers say of which kind the recommendations are, or whose.
    """
    words = {fold_label(part.rest) for part in parts if part.numbers and not is_name_of_kind(part.rest)} - {""}
    return len(parts) > 1 and len(words) == len(parts)


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
