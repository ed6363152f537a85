"""Numbers, dates and logical values as a sheet shows them (number formats: ECMA-376 part 1, 18.8.31)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

GENERAL = "General"
SHORT_DATES = {"mm-dd-yy": "dd/mm/yyyy", "m/d/yy h:mm": "dd/mm/yyyy hh:mm"}
"""Formats 14 and 22 stand for the short date of the country the workbook is opened in."""
DATE_TOKEN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|AM/PM|A/P|y+|m+|d+|h+|s+|.', re.IGNORECASE)
NUMBER = re.compile(r"(?P<before>[^0#?]*)(?P<whole>[#0,?]+)(?:\.(?P<decimals>[0#?]+))?(?P<scale>,*)(?P<after>[^0#?]*)")
SCIENTIFIC = re.compile(r"[#0?]+(?:\.(?P<decimals>[0#?]+))?E[+-]0+")
ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
LARGEST_PLAIN = 1e15
"""Beyond it a sheet keeps no further digits."""
IN_BRACKETS = re.compile(r"\[[^\]]*\]|[_*].")
"""Colours, conditions and countries, and the width or filling of a sign: none of them is a letter to read."""
QUOTED = re.compile(r'"([^"]*)"|\\(.)')
FIRST_LETTER = "mmmmm"
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
    if isinstance(value, timedelta):
        return _show_elapsed(value, code if ELAPSED.search(code) else "[h]:mm:ss")
    return ""


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
    if token == FIRST_LETTER:
        return value.strftime("%B")[:1]
    if len(token) == 1:
        long = {"m": "mm", "d": "dd", "s": "ss", "y": "yy"}[token]
        return str(int(value.strftime(STRFTIME[long])))
    longest = 4 if token[0] in "ymd" else 2
    return value.strftime(STRFTIME.get(token[:longest], "%Y"))


def _show_number(value: float, code: str) -> str:
    section, is_signed = _section(value, code)
    if not any(sign in section for sign in "0#?"):
        return _show_general(value) if section in {"", GENERAL} else section.replace(GENERAL, _show_general(abs(value)))
    scientific = SCIENTIFIC.fullmatch(section)
    if scientific is not None:
        return f"{value:.{len(scientific['decimals'] or '')}E}"
    found = NUMBER.fullmatch(section)
    if found is None:
        return _show_general(value)
    # A comma behind the digits leaves three of them out (18.8.31).
    thousands = len(found["whole"]) - len(found["whole"].rstrip(",")) + len(found["scale"] or "")
    exact = abs(Decimal(str(value))) * (100 if "%" in section else 1) / 1000**thousands
    digits = _write_digits(exact, found["whole"].rstrip(","), found["decimals"] or "")
    sign = "-" if value < 0 and not is_signed else ""
    return f"{sign}{found['before']}{digits}{found['after']}".strip()


def _write_digits(exact: Decimal, whole: str, decimals: str) -> str:
    """Return a number rounded as a sheet rounds: a half goes up, and figures that may be left out are."""
    rounded = exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    comma = "," if "," in whole else ""
    digits = f"{rounded:{comma}f}"
    before, point, behind = digits.partition(".")
    least = decimals.count("0")
    behind = behind[:least] + behind[least:].rstrip("0")
    before = before.rjust(whole.count("0"), "0") if "0" in whole or before != "0" else ""
    return before + point + behind if behind or (point and least) else before + point


def _section(value: float, code: str) -> tuple[str, bool]:
    """Return the part of a format that is for this number, its quoted words bare, and whether it shows the sign."""
    sections = code.split(";")
    at = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0  # noqa: PLR2004 - the third is for nothing
    bare = QUOTED.sub(lambda found: found[1] or found[2] or "", IN_BRACKETS.sub("", sections[at]))
    return bare, at == 1


def _show_general(value: float) -> str:
    if float(value).is_integer() and abs(value) < LARGEST_PLAIN:
        return str(int(value))
    return f"{value:.{SIGNIFICANT - 1}g}".replace("e", "E")


def _show_elapsed(value: timedelta, code: str) -> str:
    """Return a length of time, its first unit counted beyond its usual end ("[h]:mm")."""
    seconds = round(value.total_seconds())
    units = {"h": 3600, "m": 60, "s": 1}
    pieces = []
    for token in DATE_TOKEN.findall(code.split(";", maxsplit=1)[0]):
        letter = token.strip("[]")[:1].lower()
        if letter not in units:
            pieces.append(token.strip('"').removeprefix("\\"))
            continue
        amount, seconds = divmod(seconds, units[letter])
        pieces.append(str(amount).rjust(len(token.strip("[]")), "0"))
    return "".join(pieces)
