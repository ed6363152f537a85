"""Pages that are pictures, as an eye saw them, turned into pages like any other: so their tables join those around."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from ingest.model import Finding, Level, SourceTable
from ingest.readers.pdf.marks.checks import on_pages, say
from ingest.readers.pdf.opening.overtyped import tell_overtyped
from ingest.readers.pdf.page import SEEN, Box, Glyph, Rule

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from ingest.model import SourceParagraph
    from ingest.readers.pdf.page import Page
    from ingest.seen import Area, SeenLine, SeenSheet

TYPE_IN_LINE = 0.8
"""How large the type of a line is, by the height of what was seen."""
NEARLY = 0.3
BELOW_BASELINE = 0.2
BETWEEN_WORDS = 0.75
"""How wide the space between two words is, measured by their letters."""


def put_in(pages: Iterable[Page], seen: Mapping[int, SeenSheet]) -> tuple[Page, ...]:
    """Return ``pages`` with what was ``seen`` on some of them in place of their pictures."""
    return tuple(_as_seen(page, seen[page.number]) if page.number in seen else page for page in pages)


def _as_seen(page: Page, sheet: SeenSheet) -> Page:
    if not sheet.lines:
        return page
    usual = median(_height(line.area) for line in sheet.lines)
    told = tell_overtyped(page.glyphs, sheet.lines)
    seen = (glyph for line in told.lines for glyph in _glyphs(_levelled(line, usual)))
    return replace(
        page,
        width=sheet.width,
        height=sheet.height,
        glyphs=(*told.glyphs, *seen),
        hidden=(*page.hidden, *told.hidden),
        is_scan=False,
        lying=tuple(Rule(at, cell.x0, cell.x1, 0.0, None) for cell in sheet.cells for at in (cell.top, cell.bottom)),
        standing=tuple(Rule(at, cell.top, cell.bottom, 0.0, None) for cell in sheet.cells for at in (cell.x0, cell.x1)),
        pictures=(),
    )


def _levelled(line: SeenLine, usual: float) -> SeenLine:
    """Return ``line`` as high as most are, if it nearly is: without a g or an f a line is seen lower."""
    if abs(_height(line.area) - usual) > NEARLY * usual:
        return line
    middle = (line.area.top + line.area.bottom) / 2
    return replace(line, area=replace(line.area, top=middle - usual / 2, bottom=middle + usual / 2))


def _glyphs(line: SeenLine) -> Iterator[Glyph]:
    """Yield the words of ``line``, which share its width by their letters."""
    words = line.text.split()
    step = _width(line.area) / (sum(map(len, words)) + BETWEEN_WORDS * (len(words) - 1))
    size, baseline = TYPE_IN_LINE * _height(line.area), line.area.bottom - BELOW_BASELINE * _height(line.area)
    left = line.area.x0
    for word in words:
        right = left + step * len(word)
        yield Glyph(word, Box(left, line.area.top, right, line.area.bottom), baseline, size, SEEN, None)
        left = right + step * BETWEEN_WORDS


def _height(area: Area) -> float:
    return max(1.0, area.bottom - area.top)


def _width(area: Area) -> float:
    return max(1.0, area.x1 - area.x0)


def about_seen(
    name: str, numbers: Collection[int], blocks: Iterable[SourceParagraph | SourceTable]
) -> tuple[Finding, ...]:
    """Return a finding for the pages that were read by OCR, and one for each row that begins on them."""
    if not numbers:
        return ()
    ordered = sorted(numbers)
    message = f"There is little but pictures on {on_pages(ordered)}, read by OCR: compare every row with the original."
    row = "This row was read by OCR from a scan; please check it against the scan."
    places = [place for block in blocks if isinstance(block, SourceTable) for place in block.row_places]
    return (
        say(Level.CHECK, "ocr", message, name, ordered),
        *(Finding(Level.CHECK, "ocr-row", row, place) for place in places if place.page in numbers),
    )
