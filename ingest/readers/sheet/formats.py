"""Numbers, dates and logical values as a sheet shows them (number formats: ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

GENERAL = "General"
SHORT_DATES = {"mm-dd-yy": "dd/mm/yyyy", "m/d/yy h:mm": "dd/mm/yyyy hh:mm"}
"""Formats 14 and 22 stand for the short date of the country the workbook is opened in."""
DATE_TOKEN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|AM/PM|A/P|y+|m+|d+|h+|s+|.', re.IGNORECASE)
NUMBER = re.compile(r"(?P<before>[^0#?]*)(?P<whole>[#0,?]+)(?:\.(?P<decimals>[0#?]+))?(?P<after>[^0#?]*)")
IN_BRACKETS = re.compile(r"\[[^\]]*\]|[_*].")
"""Colours, conditions and countries, and the width or filling of a sign: none of them is a letter to read."""
QUOTED = re.compile(r'"([^"]*)"|\\(.)')
SIGNIFICANT = 11
"""So many digits a cell without a format shows."""

STRFTIME = {
    "yyyy": "%Y", "yy": "%y", "mmmm": "%B", "mmm": "%b", "mm": "%m", "dddd": "%A", "ddd": "%a", "dd": "%d",
    "hh": "%H", "ss": "%S",
}  # fmt: skip


def show(value: object, code: str) -> str:
    """Return ``value`` as a cell with the number format ``code`` shows it."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime | date | time):
        return _show_date(value, code)
    if isinstance(value, int | float):
        return _show_number(value, code)
    return str(value) if isinstance(value, timedelta) else ""


def _show_date(value: datetime | date | time, code: str) -> str:
    pattern = SHORT_DATES.get(code, code).split(";")[0]
    if pattern == GENERAL or not re.search("[ymdhs]", pattern, re.IGNORECASE):
        return value.isoformat()
    return "".join(_date_pieces(value, DATE_TOKEN.findall(pattern))).strip()


def _date_pieces(value: datetime | date | time, tokens: list[str]) -> Iterator[str]:
    letters = [token[0].lower() for token in tokens]
    has_halves = any(token.upper() in {"AM/PM", "A/P"} for token in tokens)
    for at, token in enumerate(tokens):
        if token.startswith("["):
            continue
        if token.startswith(('"', "\\")):
            yield token.strip('"').removeprefix("\\")
        elif token.upper() in {"AM/PM", "A/P"}:
            yield value.strftime("%p")
        elif letters[at] == "m" and _is_minute(letters, at):
            yield value.strftime("%M")
        elif letters[at] in "ymdhs":
            yield _date_piece(value, token.lower(), has_halves=has_halves)
        else:
            yield token


def _is_minute(letters: list[str], at: int) -> bool:
    """Tell whether an "m" stands for minutes: it follows hours, or seconds follow it."""
    before = next((each for each in reversed(letters[:at]) if each in "ymdhs"), "")
    after = next((each for each in letters[at + 1 :] if each in "ymdhs"), "")
    return before == "h" or after == "s"


def _date_piece(value: datetime | date | time, token: str, *, has_halves: bool) -> str:
    if token[0] == "h":
        written = value.strftime("%I" if has_halves else "%H")
        return written if len(token) > 1 else str(int(written))
    if len(token) == 1:
        long = {"m": "mm", "d": "dd", "s": "ss", "y": "yy"}[token]
        return str(int(value.strftime(STRFTIME[long])))
    longest = 4 if token[0] in "ymd" else 2
    return value.strftime(STRFTIME.get(token[:longest], "%Y"))


def _show_number(value: float, code: str) -> str:
    section = _section(value, code)
    found = NUMBER.fullmatch(section)
    if found is None:
        return _show_general(value)
    shown = abs(value) * 100 if "%" in section else abs(value)
    places = len(found["decimals"] or "")
    comma = "," if "," in found["whole"] else ""
    digits = f"{shown:{comma}.{places}f}"
    digits = digits.rjust(found["whole"].count("0") + (places + 1 if places else 0), "0")
    sign = "-" if value < 0 and ";" not in code else ""
    return f"{sign}{found['before']}{digits}{found['after']}".strip()


def _section(value: float, code: str) -> str:
    """Return the part of a format that is for numbers of this sign, its quoted words bare."""
    sections = code.split(";")
    at = 1 if value < 0 and len(sections) > 1 else 0
    return QUOTED.sub(lambda found: found[1] or found[2] or "", IN_BRACKETS.sub("", sections[at]))


def _show_general(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else f"{value:.{SIGNIFICANT - 1}g}"
