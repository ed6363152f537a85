"""Dates as people write them in plans, read day first, with how exactly they are known; nothing is guessed.

Today's date plays no part. A two-digit number after a month may be a day or a year ("July 13"): that is
ambiguous, is said to be, and gets no date. Where the sender meant a year, the context may say so later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from ingest.symbols import BULLETS
from normalize.model import DatedEntry, Precision, WrittenDate

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""Seasons by the month they begin in (meteorological)."""
CENTURY = 2000
"""Two-digit years are of this century: plans of the last one are not sent as returns."""

_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAMES})\b\.?"
_UP_TO = rf"(?:(?:{_NAMES})\b\.?\s*(?:/|-|\u2013|&|\band\b|\bto\b)\s*)*"
"""Months before the last one of several ("Jan/Feb/March 2013"), which is the one a date is due by."""
_NAMES_ALONE = "|".join(name for name in sorted(MONTHS, key=len, reverse=True) if name != "may") + "|(?-i:May)"
"""Months that are told from other words without a year beside them: "5 may attend" is no date."""
_YEAR = r"(?P<year>(?:19|20)\d{2}|'\d{2})\b"
_FORMS: tuple[tuple[Precision, re.Pattern[str]], ...] = tuple(
    (precision, re.compile(pattern, re.IGNORECASE))
    for precision, pattern in (
        (Precision.DAY, r"(?<![\d.])(?P<year>(?:19|20)\d{2})-(?P<numeric>\d{2})-(?P<day>\d{2})(?!\d)"),
        (
            Precision.DAY,
            r"(?<![\d./-])(?P<day>\d{1,2})[./-](?P<numeric>\d{1,2})[./-](?P<year>(?:19|20)\d{2}|\d{2})(?![\d])",
        ),
        (
            Precision.DAY,
            rf"\b(?P<day>\d{{1,2}})\s*(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>(?:19|20)\d{{2}}|'?\d{{2}})\b",
        ),
        (Precision.DAY, rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d{{2}})\b"),
        (Precision.MONTH, rf"\b{_UP_TO}{_MONTH}[\s-]*{_YEAR}"),
        (Precision.MONTH, rf"\b{_MONTH}[\s-]*(?P<unsure>\d{{2}})\b(?!\s*(?:st|nd|rd|th)\b)"),
        (
            Precision.QUARTER,
            r"\bQ(?P<financial>[1-4])\s*(?:of\s+)?(?P<year>(?:19|20)\d{2})\s?[/-]\s?(?:20)?\d{2}\b(?!-\d)",
        ),
        (Precision.QUARTER, r"\bQ(?P<quarter>[1-4])\s*(?:of\s+)?(?P<year>(?:19|20)\d{2})\b"),
        (Precision.SEASON, rf"\b(?P<season>spring|summer|autumn|winter)(?:\s+term)?\s+(?:of\s+)?{_YEAR}"),
        (
            Precision.DAY,
            rf"\b(?P<unsure>\d{{1,2}})\s*(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_NAMES_ALONE})\b\.?(?![\s,'-]*\d)",
        ),
        (Precision.QUARTER, r"\bQ(?P<unsure>[1-4])\b(?!\s*(?:of\s+)?\d{2})"),
        (Precision.YEAR, r"(?<![\d/-])(?P<year>(?:19|20)\d{2})(?![\d/-])"),
    )
)
_FIGURE = re.compile(r"\d")
"""No form is without one."""
_OPEN = re.compile(
    r"^\s*(?:on[\s-]?going|continuous|continuing|rolling|immediate(?:ly)?|asap|as soon as possible)\s*\.?\s*$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"^\s*(?:from|since|starting|commencing)\b|\bonwards?\s*\.?\s*$", re.IGNORECASE)
"""How a date is written from which something goes on ("From April 2012")."""
_CONDITIONAL = re.compile(
    r"^\s*(?:(?:end of|following|after|on|once|when|subject to)\b[^\d]*(?:phase|stage)?\s*\d?"
    r"|within\s+\w+\s+(?:days?|weeks?|months?|years?)\b.*)\s*$",
    re.IGNORECASE,
)
_REVISED = re.compile(
    r"\b(?:revised|extended|moved|changed)\b(?:\s+(?:target\s+|completion\s+)?date)?(?:\s+to)?(?!\s+from)[\s:]*"
    r"|\b(?:now|new(?:\s+target)?\s+date)\b[\s:]*",
    re.IGNORECASE,
)
"""What stands before the date that now holds, where a cell gives the one before it as well."""
_SERIAL = re.compile(r"^\s*(?P<days>[34]\d{4}|5[0-4]\d{3})\s*$")
"""A date as the number of its day, left by a spreadsheet whose cell had lost its format (1982 to 2050)."""
_FIRST_SERIAL = date(1899, 12, 30)
"""The day a spreadsheet counts from (ECMA-376 part 1, 18.17.4.1), as every day since March 1900 is counted."""


def read_date(text: str) -> WrittenDate | None:
    """Return the date that the whole of a cell gives, as a column for dates is read; None where it gives none.

    Of several it is the one called revised, or else the first. A date without its year is ambiguous.
    """
    if _OPEN.match(text):
        return WrittenDate(text.strip(), None, Precision.OPEN)
    if serial := _SERIAL.match(text):
        return WrittenDate(text.strip(), _FIRST_SERIAL + timedelta(days=int(serial["days"])), Precision.DAY)
    found = _date_that_holds(text)
    if found is None:
        return WrittenDate(text.strip(), None, Precision.CONDITIONAL) if _CONDITIONAL.match(text) else None
    return replace(found, precision=Precision.OPEN) if _BEGINS.search(text) else found


def _date_that_holds(text: str) -> WrittenDate | None:
    """Return the date that a cell calls the revised one, or else its first."""
    for revised in _REVISED.finditer(text):
        if found := next(find_dates(text[revised.end() :]), None):
            return found
    return next(find_dates(text), None)


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Give every date in ``text`` in order."""
    return (found for _, found in place_dates(text))


QUARTER = re.compile(r"\b(?:quarter|qtr|q)\W?[1-4]\b(?:\W+(?:20)?\d\d(?:\W\d\d)?)?", re.IGNORECASE)
"""A quarter as a heading names it, mostly without its year ("Quarter 2", "Q3 2024/25")."""


def is_bare_date(text: str) -> bool:
    """Return whether a date is all that stands in ``text``."""
    whole = text.strip()
    return any(start == 0 and end == len(whole) for start, end, _, _ in _found(whole))


def place_dates(text: str) -> Iterator[tuple[int, WrittenDate]]:
    """Give every date in ``text`` in order, each with the position it begins at."""
    taken = 0
    for start, end, precision, found in _found(text):
        if start >= taken:
            taken = end
            yield start, _written(found, precision)


def _found(text: str) -> list[tuple[int, int, Precision, re.Match[str]]]:
    """Return all readings of all forms, the earliest and longest first; impossible dates are no dates."""
    if not _FIGURE.search(text):
        return []
    readings = [
        (found.start(), found.end(), precision, found)
        for precision, form in _FORMS
        for found in form.finditer(text)
        if _is_possible(found)
    ]
    return sorted(readings, key=lambda reading: (reading[0], -reading[1]))


def _is_possible(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    if groups.get("day") is None:
        return True
    try:
        _start(groups)
    except ValueError:
        return False
    return True


def _written(found: re.Match[str], precision: Precision) -> WrittenDate:
    groups = found.groupdict()
    if groups.get("unsure"):
        return WrittenDate(found[0], None, precision, is_ambiguous=True)
    return WrittenDate(found[0], _start(groups), precision)


def _start(groups: dict[str, str | None]) -> date:
    """Return the first day a date can mean. Raises ``ValueError`` for a day that does not exist."""
    year = int((groups["year"] or "").lstrip("'"))
    year += CENTURY if year < 100 else 0  # noqa: PLR2004 - a year written with two figures
    if quarter := groups.get("quarter"):
        return date(year, 3 * int(quarter) - 2, 1)
    if financial := groups.get("financial"):
        return _begin_of_financial_quarter(year, int(financial))
    if season := groups.get("season"):
        return date(year, SEASONS[season.lower()], 1)
    named = groups.get("month")
    month = MONTHS[named.lower()] if named else int(groups.get("numeric") or 1)
    return date(year, month, int(groups.get("day") or 1))


def _begin_of_financial_quarter(year: int, quarter: int) -> date:
    """Return the first day of a quarter of a year named by two ("Q4 2014/15"), which runs from April to March."""
    return date(year + (quarter == FINANCIAL_QUARTERS), 3 * (quarter % FINANCIAL_QUARTERS) + 1, 1)


_LEAD_IN = r"[(\[]?(?:(?:update|updated|progress|position|as at|reviewed)\s*(?:as at|at|on|for)?\s*:?\s*)?"
_LEADING = re.compile(_LEAD_IN, re.IGNORECASE)
FINANCIAL_QUARTERS = 4
READ_CELLS = 256
"""How many cells' entries are kept: the status of a row is read from them as well."""
_SENTENCE_START = re.compile(rf"(?:^|\n|(?<=[.;!?])\s+)(?:[{BULLETS}\u2013-]\s+)?(?=\S)")


@lru_cache(maxsize=READ_CELLS)
def read_entries(text: str) -> tuple[DatedEntry, ...]:
    """Return the dated entries of an update or evidence cell, in order.

    An entry begins where a paragraph or a sentence begins with a date ("August 2013: ...", "13.2.14 ...",
    "Update 19/04/13 from ..."), and runs to the next one. Words before the first entry belong to none.
    """
    starts = [
        (position.end(), when)
        for position in _SENTENCE_START.finditer(text)
        if (when := _leading_date(text, position.end()))
    ]
    ends = [start for start, _ in starts[1:]] + [len(text)] * bool(starts)
    return tuple(DatedEntry(when, text[start:end].strip()) for (start, when), end in zip(starts, ends, strict=True))


def _leading_date(text: str, start: int) -> WrittenDate | None:
    """Return the date that stands at ``start``, a lead-in such as "Update" aside; a bare year is none."""
    lead_in = _LEADING.match(text, start)
    at = lead_in.end() if lead_in else start
    for begin, _, precision, found in _found(text[at : at + 40]):
        if begin == 0 and precision is not Precision.YEAR:
            return _written(found, precision)
    return None
