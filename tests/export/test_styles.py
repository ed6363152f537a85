from __future__ import annotations

import pytest

from export import styles


def luminance(colour: str) -> float:
    """Relative luminance, by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


PAGE = "FFFFFF"
PAIRS = [
    *((styles.INK, fill) for fill in {*styles.FILLS.values(), *styles.SERIES_COLOURS}),
    (styles.INK, styles.EDITABLE_FILL),
    (styles.INK, styles.EDITABLE_HEADING_FILL),
    (styles.HEADING_INK, styles.HEADING_FILL),
    *((ink, PAGE) for ink in (styles.LINK_INK, styles.ADDED_INK, styles.MOVED_INK, styles.REMOVED_INK)),
]


@pytest.mark.parametrize(("ink", "fill"), sorted(PAIRS))
def test_words_stand_out_from_what_is_behind_them(ink: str, fill: str) -> None:
    assert contrast(ink, fill) >= 7
