"""What a cell of a workbook says, as text."""

from __future__ import annotations

from datetime import date, datetime

ESCAPED_UNDERSCORE = "_x005F_"
"""An underscore that would otherwise begin an escape (ECMA-376 Part 1, 22.9.2.19); openpyxl leaves it so."""


def text_of(value: object) -> str:
    """Return what a cell says: a whole number without its point, a date as 31/03/2014."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date():
            return value.strftime("%d/%m/%Y")
        case _:
            return str(value).replace(ESCAPED_UNDERSCORE, "_")
