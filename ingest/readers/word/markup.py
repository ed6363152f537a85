"""The names WordprocessingML gives its elements and attributes, and how to ask an element for a property."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml offers no public name for the type of an element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
VML = "urn:schemas-microsoft-com:vml"
OFFICE = "urn:schemas-microsoft-com:office:office"

OFF = {"0", "false", "off"}
"""What ST_OnOff may say for no (ECMA-376 part 1, 17.17.4, and part 4 for the older words)."""

MEASURE = re.compile(r"(-?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$")
TWIPS = {"": 1.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
"""Twentieths of a point in a unit (ST_TwipsMeasure, ECMA-376 part 1, 22.9.2.14)."""


def w(name: str) -> str:
    """Return the full name of the WordprocessingML element or attribute ``name``."""
    return f"{{{W}}}{name}"


VAL = w("val")


def value(parent: Element | None, tag: str) -> str | None:
    """Return the ``w:val`` of the child ``tag``; None where there is no such child or it says nothing."""
    found = None if parent is None else parent.find(tag)
    return None if found is None else found.get(VAL)


def number(text: str | None) -> int | None:
    """Return ``text`` as a whole number, or None where it is none."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None


def is_on(switch: Element) -> bool:
    """Return what a toggle such as ``<w:strike/>`` says; without a value it says yes."""
    return switch.get(VAL, "1") not in OFF


def has_switch(parent: Element | None, tag: str) -> bool:
    """Return whether ``parent`` has the child ``tag`` and it is switched on."""
    found = None if parent is None else parent.find(tag)
    return found is not None and is_on(found)


def twips(text: str | None) -> int:
    """Return a measure in twentieths of a point; 0 where it is not known."""
    found = MEASURE.match(text or "")
    return 0 if found is None else round(float(found[1]) * TWIPS[found[2] or ""])
