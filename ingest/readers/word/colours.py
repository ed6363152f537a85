"""Colours of letters and behind them: patterns, theme colours with tint and shade, highlights, as "#RRGGBB"."""

from __future__ import annotations

import colorsys
import re

from ingest.readers.word.markup import DRAWING, VAL, Element, w

HEX = re.compile(r"[0-9A-Fa-f]{6}$")

HIGHLIGHTS: dict[str, str] = {
    "black": "#000000",
    "blue": "#0000FF",
    "cyan": "#00FFFF",
    "darkBlue": "#000080",
    "darkCyan": "#008080",
    "darkGray": "#808080",
    "darkGreen": "#008000",
    "darkMagenta": "#800080",
    "darkRed": "#800000",
    "darkYellow": "#808000",
    "green": "#00FF00",
    "lightGray": "#C0C0C0",
    "magenta": "#FF00FF",
    "red": "#FF0000",
    "white": "#FFFFFF",
    "yellow": "#FFFF00",
}
"""ST_HighlightColor (ECMA-376 part 1, 17.18.40)."""

THEME_NAMES: dict[str, str] = {
    "dark1": "dk1",
    "text1": "dk1",
    "light1": "lt1",
    "background1": "lt1",
    "dark2": "dk2",
    "text2": "dk2",
    "light2": "lt2",
    "background2": "lt2",
    "accent1": "accent1",
    "accent2": "accent2",
    "accent3": "accent3",
    "accent4": "accent4",
    "accent5": "accent5",
    "accent6": "accent6",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""ST_ThemeColor (17.18.97) and the element of the colour scheme each stands for by default (20.1.6.2)."""

PATTERN_COVER: dict[str, float] = {
    "clear": 0.0,
    "nil": 0.0,
    "solid": 1.0,
    "thinHorzStripe": 0.25,
    "thinVertStripe": 0.25,
    "thinReverseDiagStripe": 0.25,
    "thinDiagStripe": 0.25,
    "thinHorzCross": 0.4,
    "thinDiagCross": 0.4,
    "diagCross": 0.75,
    "horzCross": 0.75,
}
"""How much of the cell a pattern's own colour covers (ST_Shd, 17.18.78); "pctNN" says it, all others cover half."""
HALF = 0.5

GREYEST_INK = 0x20
"""Letters whose red, green and blue differ by less than this are black, grey or white to the eye."""
NO_INK = ""
"""Said of letters in one of those, which outranks the colour a style gives; None says nothing."""

ROUNDING = 2
"""Steps of 255 by which Word's own tints differ from the exact ones."""

Theme = dict[str, str]
"""The colour scheme of a document: "accent1" -> "#4F81BD"."""


def read_theme(root: Element | None) -> Theme:
    """Return the colour scheme in the theme part (ECMA-376 part 1, 20.1.6.2)."""
    scheme = None if root is None else root.find(f".//{{{DRAWING}}}clrScheme")
    colours: Theme = {}
    for entry in scheme if scheme is not None else ():
        for colour in entry:
            text = colour.get("lastClr") or colour.get("val") or ""
            if HEX.match(text):
                colours[entry.tag.rpartition("}")[2]] = f"#{text.upper()}"
    return colours


def shading(shd: Element | None, theme: Theme) -> str | None:
    """Return the colour ``w:shd`` gives, its pattern averaged (17.3.5); None for no shading or "auto"."""
    if shd is None:
        return None
    pattern = shd.get(VAL, "clear")
    cover = _cover(pattern)
    back = _colour(shd, theme, ("fill", "themeFill", "themeFillTint", "themeFillShade"))
    if cover == 0 or pattern == "nil":
        return None if pattern == "nil" else back
    front = _colour(shd, theme, ("color", "themeColor", "themeTint", "themeShade")) or "#000000"
    return _blend(front, back or "#FFFFFF", cover)


def ink(colour: Element, theme: Theme) -> str:
    """Return the colour ``w:color`` gives letters (17.3.2.6), or ``NO_INK``."""
    found = _colour(colour, theme, ("val", "themeColor", "themeTint", "themeShade"))
    parts = _parts(found) if found else (0, 0, 0)
    return found if found and max(parts) - min(parts) >= GREYEST_INK else NO_INK


def highlight(name: str | None) -> str | None:
    """Return the colour of the highlighter ``name``; None for "none"."""
    return HIGHLIGHTS.get(name or "")


def _cover(pattern: str) -> float:
    if pattern.startswith("pct") and pattern[3:].isdigit():
        return int(pattern[3:]) / 100
    return PATTERN_COVER.get(pattern, HALF)


def _colour(shd: Element, theme: Theme, names: tuple[str, str, str, str]) -> str | None:
    """Return the colour in the attributes ``names``: plain, theme, tint, shade. The theme outranks the plain one."""
    plain, themed, tint, shade = (shd.get(w(name)) for name in names)
    written = f"#{plain.upper()}" if plain and HEX.match(plain) else None
    scheme = theme.get(THEME_NAMES.get(themed or "", ""))
    if scheme is None:
        return written
    computed = _tinted(scheme, tint, shade)
    return written if written is not None and _is_near(written, computed) else computed


def _is_near(written: str, computed: str) -> bool:
    """Return whether the colour Word wrote beside the theme's is the same, rounded in its own way."""
    pairs = zip(_parts(written), _parts(computed), strict=True)
    return all(abs(one - other) <= ROUNDING for one, other in pairs)


def _tinted(colour: str, tint: str | None, shade: str | None) -> str:
    """Lighten by ``tint`` or darken by ``shade``, hexadecimal shares of the lightness (17.3.5 and 17.18.40).

    Where both are given Word tints ([MS-OI29500] 2.1.144).
    """
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    try:
        if tint:
            light = light * int(tint, 16) / 255 + 1 - int(tint, 16) / 255
        elif shade:
            light *= int(shade, 16) / 255
    except ValueError:
        return colour
    return _written(tuple(part * 255 for part in colorsys.hls_to_rgb(hue, min(light, 1.0), saturation)))


def _blend(front: str, back: str, cover: float) -> str:
    pairs = zip(_parts(front), _parts(back), strict=True)
    return _written(tuple(one * cover + other * (1 - cover) for one, other in pairs))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _written(parts: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part):02X}" for part in parts)
