"""A small table for each recommendation, headings down the side: Recommendation / Lead / Update / Evidence / Rating."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.model import Place, SourceCell
from normalize.answers import Answer, FilledField
from normalize.columns import Field
from normalize.grid import Row
from normalize.headings import Heading, HeadingBook, is_heading_row
from normalize.layout import names_a_recommendation
from normalize.particulars import read_label
from normalize.references import split_number
from normalize.stacked import place_side_by_side

_ANSWERS = frozenset({Field.UPDATE, Field.EVIDENCE, Field.STATUS, Field.RATING})
_BEGINS_A_CARD = frozenset({Field.RECOMMENDATION, Field.NUMBER})


@dataclass
class _Card:
    place: Place
    fields: list[FilledField] = field(default_factory=list)
    words: int = 0

    @property
    def is_only_numbered(self) -> bool:
        """Whether it has nothing yet but the number of its recommendation."""
        return len(self.fields) == 1 and not split_number(self.fields[0].cell.text).rest

    def is_named_by(self, fields: Sequence[FilledField]) -> bool:
        """Whether ``fields`` are of the recommendation that so far has nothing but its number."""
        if not self.is_only_numbered or fields[0].field is not Field.RECOMMENDATION:
            return False
        own, other = (split_number(_with_number(each).cell.text).numbers for each in (self.fields[0], fields[0]))
        return other in ((), own)

    def holds(self, wanted: Field | None) -> bool:
        return any(each.field is wanted for each in self.fields)


@dataclass(frozen=True, slots=True)
class Cards:
    """The cards of a table, and the labelled rows above them that say whose return it is."""

    answers: tuple[Answer, ...]
    particulars: tuple[Row, ...]


def read_cards(rows: Sequence[Row], book: HeadingBook, kind: str) -> Cards | None:
    """Return the cards a table holds, one or several below one another; None where it is another kind of table."""
    filled = [row for row in place_side_by_side(rows, book) if row.filled]
    if not _are_cards(filled, book):
        return None
    cards: list[_Card] = []
    particulars: list[Row] = []
    for row in filled:
        if not cards and _holds_a_particular(row, book):
            particulars.append(row)
        else:
            _add_row(cards, row, book)
    answers = tuple(Answer(card.place, kind, tuple(card.fields), card.words) for card in cards)
    return Cards(answers, tuple(particulars))


def _are_cards(rows: Sequence[Row], book: HeadingBook) -> bool:
    """Whether every row is a heading with its answer beside it, and an update is among them."""
    pairs = [list(_pairs(row, book)) for row in rows]
    fields = {each.field for row in pairs for each in row}
    is_grid = any(_heads_a_grid(rows, at, book) for at in range(len(rows[:2])))
    return (
        len(rows) > 1
        and not is_grid
        and all(
            pair
            or names_a_recommendation(row)
            or _is_below_its_number(rows, at)
            or _holds_a_particular(row, book)
            or (_goes_on(row) and any(pairs[:at]))
            for at, (pair, row) in enumerate(zip(pairs, rows, strict=True))
        )
        and bool(fields & _ANSWERS)
    )


def _heads_a_grid(rows: Sequence[Row], at: int, book: HeadingBook) -> bool:
    """Whether a row names the columns of rows below it; an answer may be worded as a heading is ("Not started")."""
    row = rows[at]
    if not is_heading_row(_headings(row, book), tuple(cell.text for cell in row.cells)):
        return False
    below = (_headings(each, book)[0] for each in rows[at + 1 :] if not each.spanning)
    return not all(heading and heading.is_exact for heading in below)


def _is_below_its_number(rows: Sequence[Row], at: int) -> bool:
    """Whether a row over the whole width holds the words of the recommendation that the row above only numbers."""
    above = rows[at - 1].spanning if at else None
    return bool(rows[at].spanning and above and split_number(above.text).numbers and not split_number(above.text).rest)


def _goes_on(row: Row) -> bool:
    """Whether a row leaves its heading blank, so that its answer goes on from the row above."""
    cells = row.cells
    return len(cells) == 2 and not cells[0].text.strip() and bool(cells[1].text.strip())  # noqa: PLR2004 - label and value


def _headings(row: Row, book: HeadingBook) -> tuple[Heading | None, ...]:
    return tuple(book.read(cell.text) if cell.text.strip() else None for cell in row.cells)


def _pairs(row: Row, book: HeadingBook) -> Iterator[FilledField]:
    """Give the headings of a row with the cells beside them; nothing where a heading is missing."""
    cells = row.cells
    if len(cells) % 2 or row.spanning:
        return
    labels = [_read_heading(cell.text, book) for cell in cells[::2]]
    if all(label is not None for label in labels):
        for label, heading, value in zip(labels, cells[::2], cells[1::2], strict=True):
            yield FilledField(label, heading.text.strip(), value)


def _read_heading(text: str, book: HeadingBook) -> Field | None:
    """Return the field a heading down the side names; "Recommendation 4" names the recommendation."""
    heading = book.read(text)
    if heading and heading.is_exact:
        return heading.field
    reference = split_number(text)
    return Field.RECOMMENDATION if reference.numbers and not reference.rest else None


def _holds_a_particular(row: Row, book: HeadingBook) -> bool:
    """Whether a row is a labelled particular ("Agency", "Housing") that is no field of a card."""
    cells = row.cells
    is_labelled = len(cells) == 2 and read_label(cells[0].text) is not None  # noqa: PLR2004 - label and value
    return is_labelled and _read_heading(cells[0].text, book) in (None, Field.AGENCY)


def _add_row(cards: list[_Card], row: Row, book: HeadingBook) -> None:
    """Add a row to the last card, or begin the next one with it."""
    if cards and cards[-1].fields and _goes_on(row):
        above = cards[-1].fields[-1]
        cards[-1].fields.append(FilledField(above.field, above.heading, row.cells[1]))
        cards[-1].words += row.words
        return
    fields = [FilledField(Field.RECOMMENDATION, "", row.spanning)] if row.spanning else list(_pairs(row, book))
    begins = any(each.field in _BEGINS_A_CARD and cards and cards[-1].holds(each.field) for each in fields)
    if not cards or (begins and not cards[-1].is_named_by(fields)):
        cards.append(_Card(row.place))
    cards[-1].fields += [_with_number(each) for each in fields]
    cards[-1].words += row.words


def _with_number(part: FilledField) -> FilledField:
    """Return a recommendation together with the number that its heading carries ("Recommendation 4")."""
    reference = split_number(part.heading)
    if part.field is not Field.RECOMMENDATION or not reference.numbers:
        return part
    text = f"{reference.as_written.rstrip(':. ')}: {part.cell.text}".strip(": ")
    cell = SourceCell(part.cell.row, part.cell.col, text, fill=part.cell.fill, ink=part.cell.ink, links=part.cell.links)
    return FilledField(part.field, part.heading, cell)
