"""Numbers written otherwise than in figures: Roman ones, and the names of the small ones."""

from __future__ import annotations

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
HIGHEST = 32_767
"""Word counts no further; beyond it a letter or Roman number would only grow long."""
NAMES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
"""Each at the place it names."""


def write_roman(number: int) -> str:
    """Return ``number``, counted from one, in small Roman numerals."""
    written = ""
    for amount, sign in ROMAN:
        written += sign * (number // amount)
        number %= amount
    return written
