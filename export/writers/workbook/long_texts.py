"""Texts that no cell can hold: cut in place with a mark, and kept whole in parts on a sheet of their own."""

from __future__ import annotations

from dataclasses import dataclass

from export.rows import Column, Marked, Table
from export.writers.workbook.text import CELL_LIMIT, first_part, fits, length, parts, writable
from match.model import Edit, Piece

SHEET = "Long texts"
MARK = "\n[cut here: {more} more characters, kept whole on the sheet Long texts as text {number}]"
MARKED_CUT = "\n[cut here: {more} more characters; the words before and now are in the columns beside this]"
ROOM_FOR_MARK = 120


@dataclass(frozen=True, slots=True)
class Home:
    """The cell a text belongs to: its sheet, its row's key, its column's heading."""

    sheet: str
    key: str
    heading: str


@dataclass(frozen=True, slots=True)
class LongPart:
    """A part of a long text and where the text belongs."""

    number: int
    home: Home
    part: int
    of: int
    text: str


class LongTexts:
    """Collects what does not fit while the sheets are written."""

    def __init__(self) -> None:
        """Begin with none."""
        self._parts: list[LongPart] = []
        self._count = 0

    def fit(self, text: str, sheet: str, key: str, heading: str) -> str:
        """Return ``text`` as a cell can hold it; what is cut is kept."""
        text = writable(text)
        if fits(text):
            return text
        self._count += 1
        pieces = parts(text)
        self._parts += [
            LongPart(self._count, Home(sheet, key, heading), part, len(pieces), piece)
            for part, piece in enumerate(pieces, 1)
        ]
        kept = first_part(text, CELL_LIMIT - ROOM_FOR_MARK)
        return kept + MARK.format(more=length(text) - length(kept), number=self._count)

    def table(self) -> Table[LongPart] | None:
        """Return what was kept as a table; None where everything fitted."""
        if not self._parts:
            return None
        return Table(
            sheet=SHEET,
            title="Texts too long for one cell",
            note="Each text is kept whole, in parts to be read one after the other.",
            columns=COLUMNS,
            items=self._parts,
            key="Part key",
        )


COLUMNS: tuple[Column[LongPart], ...] = (
    Column("Text", 8, lambda part: part.number),
    Column("Sheet", 18, lambda part: part.home.sheet),
    Column("Row", 24, lambda part: part.home.key),
    Column("Column", 24, lambda part: part.home.heading),
    Column("Part", 8, lambda part: part.part),
    Column("Of", 8, lambda part: part.of),
    Column("Words", 100, lambda part: part.text),
    Column("Part key", 12, lambda part: f"{part.number}-{part.part}"),
)


def fit_marked(marked: Marked) -> Marked:
    """Return marked words as a cell can hold them, what is cut said in place."""
    pieces = [Piece(piece.edit, writable(piece.text)) for piece in marked.pieces]
    total = sum(length(piece.text) for piece in pieces)
    if total <= CELL_LIMIT:
        return Marked(tuple(pieces))
    kept: list[Piece] = []
    room = CELL_LIMIT - ROOM_FOR_MARK
    for piece in pieces:
        part = first_part(piece.text, room)
        kept.append(Piece(piece.edit, part))
        room -= length(part)
        if part != piece.text:
            break
    more = total - sum(length(piece.text) for piece in kept)
    return Marked((*kept, Piece(Edit.SAME, MARKED_CUT.format(more=more))))
