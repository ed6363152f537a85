"""The colours a table's style gives its cells by their place, and the look of their text (part 1, 17.7.6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ingest.readers.word.colours import Theme, shading
from ingest.readers.word.markup import Element, number, value, w
from ingest.readers.word.styles import NO_LOOK, R_PR, SHD, RunLook, Styles, over

LOOK_BITS: dict[str, int] = {
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}
"""The parts of a style a table switches on or off, and their bits in the older hexadecimal form (17.4.55)."""
WHOLE, PART = "wholeTable", w("tblStylePr")
USUAL_LOOK = 0x04A0
"""What a table without ``w:tblLook`` has: first row, first column, bands across."""


class TableLook(NamedTuple):
    """A table's style, and which parts of it are switched on."""

    theme: Theme
    fills: dict[str, str | None]
    """By the kind of place ("firstRow", "band1Horz"; "wholeTable" for all), what the style says of it."""
    parts: frozenset[str]
    row_band: int = 1
    column_band: int = 1
    runs: dict[str, RunLook] = {}  # noqa: RUF012 - of a tuple, and never changed
    """The look of text by the kind of place, where the style strikes it out, hides it or colours it."""

    @property
    def has_fills(self) -> bool:
        """Return whether the style colours anything."""
        return any(self.fills.values())

    def own_fill(self, shd: Element) -> str | None:
        """Return the colour a cell says itself."""
        return shading(shd, self.theme)

    def fill_at(self, row: int, n_rows: int, column: int, n_columns: int) -> str | None:
        """Return the style's colour at a place counted from 0; later kinds of place outrank earlier ones."""
        fill = self.fills.get(WHOLE)
        for kind in self._kinds(row, n_rows, column, n_columns):
            if kind in self.fills:
                fill = self.fills[kind]
        return fill

    def run_at(self, row: int, n_rows: int, column: int, n_columns: int) -> RunLook:
        """Return the look of text at a place, in the same way."""
        look = self.runs.get(WHOLE, NO_LOOK)
        for kind in self._kinds(row, n_rows, column, n_columns):
            look = over(self.runs.get(kind, NO_LOOK), look)
        return look

    def _kinds(self, row: int, n_rows: int, column: int, n_columns: int) -> list[str]:
        first_row = "firstRow" in self.parts and row == 0
        last_row = "lastRow" in self.parts and row == n_rows - 1
        first_column = "firstColumn" in self.parts and column == 0
        last_column = "lastColumn" in self.parts and column == n_columns - 1
        kinds = []
        if "noVBand" not in self.parts and not (first_column or last_column):
            band = (column - ("firstColumn" in self.parts)) // self.column_band % 2
            kinds.append(f"band{band + 1}Vert")
        if "noHBand" not in self.parts and not (first_row or last_row):
            band = (row - ("firstRow" in self.parts)) // self.row_band % 2
            kinds.append(f"band{band + 1}Horz")
        kinds += [kind for kind, holds in (("firstCol", first_column), ("lastCol", last_column)) if holds]
        kinds += [kind for kind, holds in (("firstRow", first_row), ("lastRow", last_row)) if holds]
        return kinds + _corner(first_row=first_row, last_row=last_row, first=first_column, last=last_column)


def _corner(*, first_row: bool, last_row: bool, first: bool, last: bool) -> list[str]:
    if not (first_row or last_row) or not (first or last):
        return []
    return [("n" if first_row else "s") + ("w" if first else "e") + "Cell"]


def read_table_look(tbl_pr: Element | None, styles: Styles) -> TableLook:
    """Return the style of the table with the properties ``tbl_pr``."""
    chain = styles.chain(value(tbl_pr, w("tblStyle")), "table")
    fills: dict[str, str | None] = {}
    runs: dict[str, RunLook] = {}
    for style in reversed(chain):
        for kind, shd in _shadings(style):
            fills[kind] = shading(shd, styles.theme)
        for kind, look in _text_looks(style, styles):
            runs[kind] = over(look, runs.get(kind, NO_LOOK))
    return TableLook(
        theme=styles.theme,
        fills=fills,
        parts=_parts(tbl_pr),
        row_band=_band(chain, "tblStyleRowBandSize"),
        column_band=_band(chain, "tblStyleColBandSize"),
        runs=runs,
    )


def _text_looks(style: Element, styles: Styles) -> Iterator[tuple[str, RunLook]]:
    """Give the looks that change what a text says; tables of the usual styles have none."""
    for kind, owner in ((WHOLE, style), *((part.get(w("type"), ""), part) for part in style.findall(PART))):
        look = styles.direct(owner.find(R_PR))
        if look.is_struck or look.vanish or look.fill or look.strike is False or look.vanish is False:
            yield kind, look


def _shadings(style: Element) -> list[tuple[str, Element]]:
    whole = style.find(f"{w('tcPr')}/{SHD}")
    found = [(WHOLE, whole)] if whole is not None else []
    for part in style.findall(PART):
        shd = part.find(f"{w('tcPr')}/{SHD}")
        if shd is not None:
            found.append((part.get(w("type"), ""), shd))
    return found


def _band(chain: list[Element], name: str) -> int:
    sizes = (number(value(style.find(w("tblPr")), w(name))) for style in chain)
    return max(1, next((size for size in sizes if size is not None), 1))


def _parts(tbl_pr: Element | None) -> frozenset[str]:
    look = None if tbl_pr is None else tbl_pr.find(w("tblLook"))
    if look is None:
        return frozenset(name for name, bit in LOOK_BITS.items() if USUAL_LOOK & bit)
    if look.get(w("firstRow")) is not None:
        return frozenset(name for name in LOOK_BITS if look.get(w(name), "0") not in {"0", "false", "off"})
    try:
        bits = int(look.get(w("val"), "0"), 16)
    except ValueError:
        bits = 0
    return frozenset(name for name, bit in LOOK_BITS.items() if bits & bit)
