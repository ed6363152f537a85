"""What there is to say of a workbook: what is hidden in it, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ingest.model import Finding, Level, Place
from ingest.readers.sheet.count import Parts
from ingest.readers.sheet.pieces import Sheet

MOST_NAMED = 5
"""More cells than this are not named one by one."""


def report(name: str, sheets: Iterable[Sheet], parts: Parts) -> tuple[Finding, ...]:
    """Return the findings on the workbook ``name``."""
    place = Place(name)
    found = (*_about_parts(parts), *(each for sheet in sheets for each in _about_sheet(sheet)))
    return tuple(Finding(level, code, message, place) for level, code, message in found)


def _about_parts(parts: Parts) -> Iterator[tuple[Level, str, str]]:
    if parts.uncalculated:
        cells = ", ".join(parts.uncalculated[:MOST_NAMED])
        more = " and others" if len(parts.uncalculated) > MOST_NAMED else ""
        message = (
            f"The formulas in {cells}{more} have no stored result, so what they show is missing. "
            "Open the workbook in Excel, save it, and put it in the inbox again."
        )
        yield Level.PROBLEM, "uncalculated", message
    if parts.pictures:
        message = f"It holds pictures ({parts.pictures}), which are not read; look whether they show any text."
        yield Level.CHECK, "pictures", message


def _about_sheet(sheet: Sheet) -> Iterator[tuple[Level, str, str]]:
    if not sheet.cells:
        return
    if sheet.is_hidden:
        message = f'The sheet "{sheet.title}" is hidden; its words are listed with the words left over.'
        yield Level.CHECK, "hidden-sheet", message
        return
    if sheet.hidden_rows:
        message = f'Rows of the sheet "{sheet.title}" are hidden ({_list(sheet.hidden_rows)}); they were read as well.'
        yield Level.CHECK, "hidden-rows", message
    if sheet.hidden_columns:
        listed = _list(sheet.hidden_columns)
        message = f'Columns of the sheet "{sheet.title}" are hidden ({listed}); they were read as well.'
        yield Level.CHECK, "hidden-columns", message
    if sheet.has_colour_rules:
        message = f'Colours that the sheet "{sheet.title}" sets by rules are not read; colours set by hand are.'
        yield Level.NOTE, "colour-rules", message


def _list(numbers: Iterable[object]) -> str:
    listed = [str(number) for number in numbers]
    return ", ".join(listed[:MOST_NAMED]) + (" and others" if len(listed) > MOST_NAMED else "")
