"""Colours as PDF writes them, in the one form the program uses: "#RRGGBB"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

NEARLY_WHITE = 0xFA
"""A fill at least this light in every part is paper, not a colour."""


def write_color(value: object) -> str | None:
    """Return ``value``, a number or numbers from 0 to 1, as "#RRGGBB"; None for patterns and anything else.

    One number is grey, three are red, green and blue, four are inks (ISO 32000-1, 8.6.4).
    """
    parts: Sequence[object] = value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
    numbers = [min(1.0, max(0.0, float(part))) for part in parts if isinstance(part, int | float)]
    if len(numbers) < len(parts):
        return None
    match len(numbers):
        case 1:
            red = green = blue = numbers[0]
        case 3:
            red, green, blue = numbers
        case 4:
            red, green, blue = ((1 - part) * (1 - numbers[3]) for part in numbers[:3])
        case _:
            return None
    return "#" + "".join(f"{round(part * 255):02X}" for part in (red, green, blue))


@cache
def is_paper(color: str | None) -> bool:
    """Whether a fill of this colour is as good as none."""
    return color is None or all(int(color[at : at + 2], 16) >= NEARLY_WHITE for at in (1, 3, 5))


@cache
def is_light(color: str | None) -> bool:
    """Whether text of this colour is too pale to be meant as the page's own words."""
    return color is not None and min(int(color[at : at + 2], 16) for at in (1, 3, 5)) >= LIGHT


@cache
def is_grey(color: str | None) -> bool:
    """Whether a colour has no hue to speak of."""
    parts = [int(color[at : at + 2], 16) for at in (1, 3, 5)] if color else []
    return bool(parts) and max(parts) - min(parts) <= HUELESS


LIGHT = 0x90
"""Watermarks are light grey; text in this shade or paler can be one."""
HUELESS = 0x10
"""The parts of a grey differ by no more than rounding between ways of writing it."""
