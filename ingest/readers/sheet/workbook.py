"""The sheets of an Excel workbook, cell by cell as shown, by way of openpyxl."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from ingest.errors import UnreadableError
from ingest.model import Comment, Hyperlink, Where
from ingest.readers.sheet.colour_rules import ColourRules
from ingest.readers.sheet.colours import fill_colour, read_theme
from ingest.readers.sheet.count import Lead, Parts
from ingest.readers.sheet.formats import show
from ingest.readers.sheet.pieces import Aside, Sheet, Shown, Spot
from ingest.readers.sheet.wording import tidy, tidy_comment, tidy_header
from ingest.symbols import draw, is_symbol_font
from ingest.words import count_words
from ingest.workbook_file import open_workbook

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

DAMAGED = (
    "damaged",
    "It is a damaged Excel workbook.",
    "Open it in Excel, save it as a new workbook (.xlsx), and put that in the inbox.",
)
BROKEN = (ValueError, KeyError, TypeError, IndexError, AttributeError, SyntaxError, OSError)
"""openpyxl lets whatever a damaged part provokes come through; lxml calls its own errors those of syntax."""
HEADERS = (("firstHeader", Where.HEADER), ("oddHeader", Where.HEADER), ("evenHeader", Where.HEADER))
FOOTERS = (("firstFooter", Where.FOOTER), ("oddFooter", Where.FOOTER), ("evenFooter", Where.FOOTER))
VISIBLE = "visible"
NARROWEST = 4.0
"""Characters: what is narrower is a line of space that its author drew within a table."""


def read_workbook(path: Path, parts: Parts) -> tuple[Sheet, ...]:
    """Return the sheets of the workbook at ``path``, ``parts`` being what its package holds.

    Raises ``UnreadableError`` where it is damaged.
    """
    import openpyxl  # noqa: PLC0415 - takes long to load, and most documents are no workbooks

    try:
        with warnings.catch_warnings(), open_workbook(path) as file:
            warnings.simplefilter("ignore")  # what openpyxl cannot keep when it writes does not matter here
            book = openpyxl.load_workbook(file, data_only=True, rich_text=True, keep_links=False)
        return tuple(_read_sheets(book, parts))
    except BROKEN as error:
        raise UnreadableError(*DAMAGED) from error


def _read_sheets(book: Workbook, parts: Parts) -> Iterator[Sheet]:
    theme = read_theme(book.loaded_theme)
    boxes = (*parts.text_boxes, *[()] * len(book.worksheets))
    leads = (*parts.leads, *[{}] * len(book.worksheets))
    given = zip(book.worksheets, boxes, leads, strict=False)
    return (_Reader(sheet, theme, leads_of).read(box) for sheet, box, leads_of in given)


class _Reader:
    """Reads one sheet."""

    def __init__(self, sheet: Worksheet, theme: tuple[str, ...], leads: Mapping[str, Lead]) -> None:
        self._sheet = sheet
        self._theme = theme
        self._leads = leads
        self._rules = ColourRules(sheet, theme)
        self._numbers: dict[Spot, str] = {}
        self._drawn_words = 0

    def read(self, boxes: tuple[str, ...]) -> Sheet:
        """Return the sheet, with the words of its text ``boxes``."""
        from openpyxl.cell.cell import Cell  # noqa: PLC0415 - loaded by now

        # Cell by cell as stored: a walk over the whole area of a sheet could pass millions that are not there.
        stored = self._sheet._cells  # noqa: SLF001 - see above
        cells = {spot: self._shown(spot, cell) for spot, cell in sorted(stored.items()) if isinstance(cell, Cell)}
        return Sheet(
            title=self._sheet.title,
            cells=cells,
            merged=tuple(
                (area.min_row, area.min_col, area.max_row, area.max_col) for area in self._sheet.merged_cells.ranges
            ),
            asides=(*self._margins(), *(Aside(text, Where.TEXT_BOX) for text in boxes)),
            is_hidden=self._sheet.sheet_state != VISIBLE,
            hidden_rows=tuple(row for row, size in self._sheet.row_dimensions.items() if size.hidden),
            hidden_columns=tuple(name for name, size in self._sheet.column_dimensions.items() if size.hidden),
            wide_columns=frozenset(self._wide_columns()),
            numbers=self._numbers,
            drawn_words=self._drawn_words,
            has_colour_rules=self._rules.has_others,
        )

    def _wide_columns(self) -> Iterator[int]:
        sizes = self._sheet.column_dimensions
        narrow = {
            col
            for size in sizes.values()
            if size.hidden or size.width < NARROWEST
            for col in range(size.min or 0, (size.max or 0) + 1)
        }
        return (col for col in range(1, self._sheet.max_column + 1) if col not in narrow)

    def _shown(self, spot: Spot, cell: Cell) -> Shown:
        text, struck = self._text(spot, cell)
        lead = self._leads.get(cell.coordinate)
        address = cell.hyperlink.target if cell.hyperlink else lead and lead.address
        note = cell.comment
        own_fill = fill_colour(cell.fill.fill_type, cell.fill.fgColor, self._theme)
        return Shown(
            text=text,
            struck=struck,
            fill=self._rules.colour_at(spot, cell.value) or own_fill,
            is_bold=bool(cell.font.b),
            links=(Hyperlink(text, address),) if address else (),
            comments=(Comment(tidy_comment(note.text), author=note.author or ""),) if note else (),
        )

    def _text(self, spot: Spot, cell: Cell) -> tuple[str, tuple[str, ...]]:
        """Return the text of a cell, and apart from it what is struck out."""
        value = cell.value
        if isinstance(value, list):  # openpyxl's rich text: plain pieces, and pieces with a look of their own
            struck = tuple(tidy(str(piece)) for piece in value if _is_struck(piece))
            return self._draw((piece for piece in value if not _is_struck(piece)), cell), struck
        if value is None:
            lead = self._leads.get(cell.coordinate)
            return tidy(lead.shown) if lead else "", ()
        if isinstance(value, str):
            text = self._draw((value,), cell)
        else:
            text = self._numbers[spot] = show(value, cell.number_format)
        return ("", (text,)) if cell.font.strike and text else (text, ())

    def _draw(self, pieces: Iterable[object], cell: Cell) -> str:
        """Return the text in ``pieces``; letters of a symbol font, as ticks often are, as the signs they show."""
        written = drawn = ""
        for piece in pieces:
            own = getattr(piece, "font", None)
            font = (own and own.rFont) or cell.font.name
            written += str(piece)
            drawn += draw(str(piece), font) if is_symbol_font(font) else str(piece)
        if drawn != written:
            self._drawn_words += count_words(written) - count_words(drawn)
        return tidy(drawn)

    def _margins(self) -> Iterator[Aside]:
        """Give the page headers and footers, those of the same words once."""
        seen = set()
        for name, where in (*HEADERS, *FOOTERS):
            margin = getattr(self._sheet, name)
            for part in (margin.left, margin.center, margin.right):
                aside = Aside(tidy_header(part.text or ""), where)
                if aside.text and aside not in seen:
                    seen.add(aside)
                    yield aside


def _is_struck(piece: object) -> bool:
    font = getattr(piece, "font", None)
    return bool(font and font.strike)
