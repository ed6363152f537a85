"""The colour behind a cell, as "#RRGGBB": plain, from the theme with its tint, or from the old palette."""

from __future__ import annotations

import colorsys

from lxml import etree
from openpyxl.styles.colors import COLOR_INDEX, Color

THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
"""How Excel counts theme colours: light before dark, other than the theme itself lists them (18.8.3)."""
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read_theme(data: bytes | None) -> tuple[str, ...]:
    """Return the colours of a theme as "RRGGBB", in the order in which cells count them."""
    if not data:
        return ()
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    scheme = root.find(f".//{DRAWING}clrScheme")
    if scheme is None:
        return ()
    return tuple(_scheme_colour(scheme.find(DRAWING + name)) for name in THEME_ORDER)


def _scheme_colour(element: etree._Element | None) -> str:
    if element is None or not len(element):
        return ""
    return element[0].get("lastClr") or element[0].get("val") or ""


def fill_colour(kind: str | None, colour: Color, theme: tuple[str, ...]) -> str | None:
    """Return the colour of a fill of this ``kind``; None where it is not solid (18.18.55) or has none."""
    rgb = _rgb(colour, theme) if kind == "solid" else ""
    return f"#{rgb.upper()}" if rgb else None


def _rgb(colour: Color, theme: tuple[str, ...]) -> str:
    if colour.type == "rgb":
        return str(colour.rgb)[-6:]
    if colour.type == "indexed":
        return str(COLOR_INDEX[colour.indexed])[-6:] if 0 <= colour.indexed < len(COLOR_INDEX) else ""
    if colour.type == "theme" and 0 <= colour.theme < len(theme):
        return _tinted(theme[colour.theme], float(colour.tint or 0))
    return ""


def _tinted(rgb: str, tint: float) -> str:
    """Return ``rgb`` made lighter (up to 1) or darker (down to -1), as 18.8.19 says: by its lightness alone."""
    if not rgb or not tint:
        return rgb
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, saturation))
