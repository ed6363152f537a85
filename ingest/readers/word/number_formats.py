"""Numbers written the ways a list can write them (ST_NumberFormat, ECMA-376 part 1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable

from ingest.numerals import HIGHEST, NAMES, write_roman

TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
ORDINAL_ENDS = (
    ("one", "first"), ("two", "second"), ("three", "third"), ("five", "fifth"), ("eight", "eighth"),
    ("nine", "ninth"), ("twelve", "twelfth"), ("y", "ieth"),
)  # fmt: skip
CHICAGO = "*†‡§"
HUNDRED = 100
TEENS = range(11, 14)


def _letters(number: int) -> str:
    # After z come aa, bb, cc: the letter repeats (17.18.59, lowerLetter).
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if number > 0 else ""


def _ordinal(number: int) -> str:
    end = "th" if number % HUNDRED in TEENS else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end}"


def _words(number: int) -> str:
    if number >= HUNDRED or number < 0:
        return str(number)
    if number < len(NAMES):
        return NAMES[number]
    return TENS[number // 10] + (f"-{NAMES[number % 10]}" if number % 10 else "")


def _ordinal_words(number: int) -> str:
    words = _words(number)
    if words.isascii() and not words.isalpha() and "-" not in words:
        return _ordinal(number)
    for end, ordinal in ORDINAL_ENDS:
        if words.endswith(end):
            return words[: -len(end)] + ordinal
    return f"{words}th"


def _chicago(number: int) -> str:
    return CHICAGO[(number - 1) % 4] * ((number - 1) // 4 + 1) if number > 0 else ""


def _from(first: str, most: int) -> Callable[[int], str]:
    """Return a format that counts up from the sign ``first`` of a Unicode block with ``most`` signs."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= most else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": write_roman,
    "upperRoman": lambda number: write_roman(number).upper(),
    "ordinal": _ordinal,
    "cardinalText": lambda number: _words(number).capitalize(),
    "ordinalText": lambda number: _ordinal_words(number).capitalize(),
    "hex": lambda number: f"{number:X}",
    "chicago": _chicago,
    "numberInDash": lambda number: f"- {number} -",
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def write_number(number: int, style: str) -> str:
    """Return ``number`` in the format ``style``; plain figures for one that is not known.

    A pattern such as "001, 002, 003, ..." (``w:numFmt w:val="custom"``) gives figures of that width.
    """
    if number > HIGHEST:
        return str(number)
    if style not in FORMATS and style.startswith("0"):
        return str(number).zfill(len(style.partition(",")[0]))
    return FORMATS.get(style, str)(number)
