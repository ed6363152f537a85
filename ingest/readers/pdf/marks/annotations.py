"""Links, remarks and filled-in form fields: what lies on a page beside its content (ISO 32000-1, 12.5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text

from ingest.readers.pdf.page import Box, Entry, Link, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdfminer.pdfpage import PDFPage

HIDDEN = 2
"""The bit of an annotation's flags that keeps it from being shown (ISO 32000-1, table 165)."""
PUSH_BUTTON = 1 << 16
"""The bit of a button's flags that says it only starts something (table 226)."""
MAX_PARENTS = 20
"""Form fields take what they lack from their parent; a longer chain is a loop."""
REMARKS = frozenset({"Text", "FreeText", "Highlight", "Underline", "StrikeOut", "Squiggly", "Stamp", "Caret"})


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was found on one page."""

    links: tuple[Link, ...]
    remarks: tuple[Remark, ...]
    entries: tuple[Entry, ...]
    struck: tuple[Box, ...]


def read_annotations(page: PDFPage, width: float, height: float) -> Annotations:
    """Return the links, remarks and form entries of ``page``, which is ``width`` by ``height`` as shown."""
    links: list[Link] = []
    remarks: list[Remark] = []
    entries: list[Entry] = []
    struck: list[Box] = []
    for annotation in _annotations(page):
        kind = _name(annotation.get("Subtype"))
        box = _place(annotation.get("Rect"), page, width, height)
        if box is None or _number(annotation.get("F")) & HIDDEN:
            continue
        if kind == "Link":
            url = _text(_dict(annotation.get("A")).get("URI"))
            links.extend([Link(box, url)] if url else [])
        elif kind == "Widget":
            written = _entry(annotation)
            entries.extend([Entry(box, written)] if written else [])
        if kind == "StrikeOut":
            struck.extend(_quads(annotation, page, width, height) or [box])
        if kind in REMARKS and (text := _text(annotation.get("Contents")).strip()):
            author, date = _text(annotation.get("T")), _text(annotation.get("M"))
            remarks.append(Remark(box, text, author, date, is_typed_on_page=kind == "FreeText"))
    return Annotations(tuple(links), tuple(remarks), tuple(entries), tuple(struck))


def _annotations(page: PDFPage) -> Iterator[dict[str, Any]]:
    found = resolve1(page.annots)
    for item in found if isinstance(found, list) else ():
        annotation = resolve1(item)
        if isinstance(annotation, dict):
            yield annotation


def _entry(widget: dict[str, Any]) -> str:
    """Return what a form field shows: of a choice the words it offers, not those it sends (ISO 32000-1, 12.7.4)."""
    kind, value = _name(_inherited(widget, "FT")), _inherited(widget, "V")
    if kind == "Btn":
        return _pressed(widget, _name(value))
    if kind == "Ch":
        return ", ".join(_choices(value, _inherited(widget, "Opt")))
    return _text(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _pressed(widget: dict[str, Any], value: str) -> str:
    if _number(_inherited(widget, "Ff")) & PUSH_BUTTON:
        return ""
    state = _name(widget.get("AS")) or value
    return "☒" if state and state != "Off" else "☐"


def _choices(value: object, offered: object) -> Iterator[str]:
    """Yield what is shown of the chosen values; some are offered as pairs, what is sent before what is shown."""
    shown: dict[str, str] = {}
    for each in offered if isinstance(offered, list) else ():
        pair = resolve1(each)
        if isinstance(pair, list) and len(pair) > 1:
            shown[_text(pair[0])] = _text(pair[1])
    for chosen in value if isinstance(value, list) else [value]:
        text = _text(chosen)
        if text:
            yield shown.get(text, text)


def _inherited(widget: dict[str, Any], key: str) -> object:
    here = widget
    for _ in range(MAX_PARENTS):
        if key in here:
            return resolve1(here[key])
        here = _dict(here.get("Parent"))
    return None


def _place(rect: object, page: PDFPage, width: float, height: float) -> Box | None:
    """Return an annotation's rectangle as it lies on the page as shown, turned with it (ISO 32000-1, 7.7.3.3)."""
    corners, media = resolve1(rect), resolve1(page.mediabox)
    if not isinstance(corners, list) or len(corners) != len(media):
        return None
    values = [resolve1(value) for value in corners]
    if not all(isinstance(value, int | float) for value in values):
        return None
    left, low = min(media[0], media[2]), min(media[1], media[3])
    points = [
        _turn_point(x - left, y - low, page.rotate % 360, width, height)
        for x, y in ((values[0], values[1]), (values[2], values[3]))
    ]
    (x0, y0), (x1, y1) = points
    return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _quads(annotation: dict[str, Any], page: PDFPage, width: float, height: float) -> list[Box]:
    """Return the areas of a text markup, one for each line it runs over (ISO 32000-1, 12.5.6.10)."""
    numbers = resolve1(annotation.get("QuadPoints"))
    values = [resolve1(number) for number in numbers] if isinstance(numbers, list) else []
    boxes = []
    for at in range(0, len(values) - 7, 8):
        quad = values[at : at + 8]
        if all(isinstance(value, int | float) for value in quad):
            rect = [min(quad[::2]), min(quad[1::2]), max(quad[::2]), max(quad[1::2])]
            boxes.append(_place(rect, page, width, height))
    return [box for box in boxes if box is not None]


def _turn_point(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    match turn:
        case 90:
            return y, x
        case 180:
            return width - x, y
        case 270:
            return width - y, height - x
        case _:
            return x, height - y


def _dict(value: object) -> dict[str, Any]:
    found = resolve1(value)
    return found if isinstance(found, dict) else {}


def _name(value: object) -> str:
    found = resolve1(value)
    return str(found.name) if isinstance(found, PSLiteral) else ""


def _number(value: object) -> int:
    found = resolve1(value)
    return found if isinstance(found, int) else 0


def _text(value: object) -> str:
    found = resolve1(value)
    if isinstance(found, PSLiteral):
        return str(found.name)
    if isinstance(found, str):
        return found
    return decode_text(found) if isinstance(found, bytes) else ""
