"""Turns one page as PDFium gives it into a ``Page``: faster than the other engine by far, with the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2.raw as engine

from ingest.readers.pdf.engine import pdfium
from ingest.readers.pdf.engine.glyphs import read_glyphs
from ingest.readers.pdf.engine.layers import NOTHING_HIDDEN, find_forms
from ingest.readers.pdf.engine.shading import has_patterns
from ingest.readers.pdf.engine.strokes import read_painted
from ingest.readers.pdf.engine.structure import read_tags
from ingest.readers.pdf.engine.text_style import Known, OddTextError
from ingest.readers.pdf.engine.unseen import split_unseen
from ingest.readers.pdf.marks.annotations import read_annotations
from ingest.readers.pdf.marks.doubles import drop_doubles
from ingest.readers.pdf.page import SWITCHED_OFF, Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pypdfium2

    from ingest.readers.pdf.engine.layers import Hidden
    from ingest.readers.pdf.engine.pdfium import Matrix
    from ingest.readers.pdf.engine.source import SourcePage
    from ingest.readers.pdf.page import Tag


def print_page(document: pypdfium2.PdfDocument, source: SourcePage, most: int, off: Hidden = NOTHING_HIDDEN) -> Page:
    """Return page ``source`` of ``document`` with its top left corner at (0, 0); the layers ``off`` do not show.

    Raises ``OddTextError`` where it should be drawn by the other engine: this one does not know its letters or their
    places, finds none, or finds more than ``most``.
    """
    page = engine.FPDF_LoadPage(document.raw, source.page_number - 1)
    if not page:
        raise OddTextError
    try:
        return _print_page(page, source, most, off)
    finally:
        engine.FPDF_ClosePage(page)


def _print_page(page: engine.FPDF_PAGE, source: SourcePage, most: int, off: Hidden) -> Page:
    frame = _frame(source)
    painted = read_painted(pdfium.address_of(page), frame, find_forms(source.page_obj, off))
    painted.has_shades = painted.has_shades or has_patterns(source)
    shapes = painted.shapes
    textpage = engine.FPDFText_LoadPage(page)
    try:
        count = engine.FPDFText_CountChars(textpage)
        if not 0 < count <= most:
            raise OddTextError
        layers = {**painted.texts, **dict.fromkeys(painted.off, SWITCHED_OFF)}
        known = Known(_tags_of(page, painted.texts), layers, off.names)
        glyphs, drawn = read_glyphs(pdfium.address_of(textpage), count, frame, (shapes.lying, shapes.standing), known)
    finally:
        engine.FPDFText_ClosePage(textpage)
    shown, unseen = split_unseen(glyphs, painted)
    kept = drop_doubles((*shown, *unseen))
    hidden = {id(glyph) for glyph in unseen}
    notes = read_annotations(source.page_obj, float(source.width), float(source.height))
    return Page(
        number=source.page_number,
        width=float(source.width),
        height=float(source.height),
        glyphs=tuple(glyph for glyph in kept if id(glyph) not in hidden) if hidden else kept,
        lying=tuple(shapes.lying),
        standing=tuple(shapes.standing),
        fills=tuple(shapes.fills),
        dots=tuple(shapes.dots),
        pictures=tuple(painted.pictures),
        links=notes.links,
        remarks=notes.remarks,
        entries=notes.entries,
        struck=notes.struck,
        drawn=drawn,
        hidden=tuple(glyph for glyph in kept if id(glyph) in hidden) if hidden else (),
    )


def _tags_of(page: engine.FPDF_PAGE, texts: Iterable[int]) -> dict[int, Tag]:
    """Return the tags of the text objects ``texts``; those in forms are numbered apart from the page's own."""
    tags = read_tags(page)
    return {text: tag for text in texts if (tag := tags.get(pdfium.mark_id_of(text)))} if tags else {}


def _frame(source: SourcePage) -> Matrix:
    """Return the matrix from the page as it was drawn to the page as shown, counted from its top left corner."""
    across, up, right, top = (float(side) for side in source.page_obj.mediabox)
    x0, y0, x1, y1 = min(across, right), min(up, top), max(across, right), max(up, top)
    match source.rotation % 360:
        case 90:
            return 0.0, 1.0, 1.0, 0.0, -y0, -x0
        case 180:
            return -1.0, 0.0, 0.0, 1.0, x1, -y0
        case 270:
            return 0.0, -1.0, -1.0, 0.0, y1, x1
        case _:
            return 1.0, 0.0, 0.0, -1.0, -x0, y1
