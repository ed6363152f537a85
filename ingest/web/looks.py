"""What the look of an element says: struck out, hidden, the colour behind it."""

from __future__ import annotations

import re

from ingest.symbols import is_symbol_font
from ingest.web.parsing import Element

STRUCK = frozenset({"s", "strike", "del"})
DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]*)")
HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])", re.IGNORECASE)
RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*,?\s*(\d{1,3})\s*,?\s*(\d{1,3})\s*[,/]?\s*([\d.]+%?)?", re.IGNORECASE)
SHORT_HEX = 3
NAMED: dict[str, str] = {
    "aqua": "#00FFFF", "black": "#000000", "blue": "#0000FF", "crimson": "#DC143C", "cyan": "#00FFFF",
    "darkblue": "#00008B", "darkgreen": "#006400", "darkorange": "#FF8C00", "darkred": "#8B0000",
    "firebrick": "#B22222", "forestgreen": "#228B22", "fuchsia": "#FF00FF", "gold": "#FFD700", "gray": "#808080",
    "green": "#008000", "grey": "#808080", "lightblue": "#ADD8E6", "lightgray": "#D3D3D3", "lightgreen": "#90EE90",
    "lightgrey": "#D3D3D3", "lightyellow": "#FFFFE0", "lime": "#00FF00", "limegreen": "#32CD32",
    "maroon": "#800000", "navy": "#000080", "olive": "#808000", "orange": "#FFA500", "orangered": "#FF4500",
    "pink": "#FFC0CB", "purple": "#800080", "red": "#FF0000", "seagreen": "#2E8B57", "silver": "#C0C0C0",
    "teal": "#008080", "tomato": "#FF6347", "white": "#FFFFFF", "yellow": "#FFFF00", "yellowgreen": "#9ACD32",
}  # fmt: skip
"""The names of colours (CSS Color 4, 6.1) that ratings and headings are painted in."""


def styles_of(element: Element) -> dict[str, str]:
    """Return what the element's own ``style`` says, names and values in small letters."""
    return read_styles(element.get("style") or "")


def read_styles(written: str) -> dict[str, str]:
    """Return what a ``style`` says, names and values in small letters."""
    return {name.lower(): value.strip().lower() for name, value in DECLARATION.findall(written)}


def is_struck(element: Element) -> bool:
    """Return whether the element crosses its text out."""
    styles = styles_of(element)
    decoration = styles.get("text-decoration", "") + styles.get("text-decoration-line", "")
    return element.tag in STRUCK or "line-through" in decoration


def is_hidden(element: Element) -> bool:
    """Return whether the element is not shown; ``mso-hide`` is how Word writes its hidden text."""
    styles = styles_of(element)
    if element.get("hidden") is not None or styles.get("display") == "none":
        return True
    return styles.get("visibility") == "hidden" or styles.get("mso-hide") == "all"


def symbol_font(style: str, face: str) -> str | None:
    """Return the font an element's ``style`` or ``face`` sets, where its letters are pictures; "" for another font.

    None where it sets none.
    """
    styles = read_styles(style)
    written = styles.get("font-family") or styles.get("font") or face.lower()
    if not written:
        return None
    names = [name.strip(" '\"") for name in written.split(",")]
    return next((name for name in names if is_symbol_font(name)), "")


def background(element: Element) -> str | None:
    """Return the colour behind the element as "#RRGGBB"; None where it sets none."""
    styles = styles_of(element)
    written = styles.get("background-color") or styles.get("background") or (element.get("bgcolor") or "").lower()
    return _colour(written)


def _colour(written: str) -> str | None:
    found = HEX.search(written)
    if found:
        digits = found[1].upper()
        return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == SHORT_HEX else digits)
    mixed = RGB.search(written)
    if mixed:
        is_clear = (mixed[4] or "1").rstrip("%") in {"0", "0.0"}
        return None if is_clear else "#" + "".join(f"{min(int(part), 255):02X}" for part in mixed.groups()[:3])
    return next((NAMED[word] for word in written.split() if word in NAMED), None)
