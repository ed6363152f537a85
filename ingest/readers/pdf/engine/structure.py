"""Reads a page's structure tree: which cell of which table each piece of marked content belongs to.

A tagged PDF says what its author's program knew (ISO 32000-1, 14.7 and 14.8.4.3.4). Elements are known by their way
down from the root of the document's tree, which is the same on every page: so a row cut by a page break is one row.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pypdfium2.raw as engine

from ingest.readers.pdf.engine import pdfium
from ingest.readers.pdf.page import Tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ingest.readers.pdf.page import Way

TABLE, ROW, ITEM = "Table", "TR", "LI"
CELLS = frozenset({"TH", "TD"})
PARAGRAPHS = frozenset({"P", "H", "H1", "H2", "H3", "H4", "H5", "H6"})
DEEPEST = 60
"""Elements nested deeper than this hold one another."""
MOST_SPAN = 200.0


@dataclass(frozen=True, slots=True)
class _Home:
    """Where in a table the walk is: what of it lies above the element at hand."""

    table: Way | None = None
    row: Way | None = None
    tag: Tag | None = None
    is_in_list: bool = False


def read_tags(page: engine.FPDF_PAGE) -> dict[int, Tag]:
    """Return the cell each piece of marked content on ``page`` belongs to, by its number; nothing if not tagged."""
    tree = engine.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    address = pdfium.address_of(tree)
    try:
        tags: dict[int, Tag] = {}
        for number in range(pdfium.count_roots(address)):
            for mark, tag in _walk(pdfium.root_at(address, number), (number,), _Home()):
                tags.setdefault(mark, tag)
        return tags
    finally:
        engine.FPDF_StructTree_Close(tree)


def _walk(element: int | None, way: Way, home: _Home) -> Iterator[tuple[int, Tag]]:
    if not element or len(way) > DEEPEST:
        return
    home = _step_into(element, way, home)
    for number in range(pdfium.count_children(element)):
        child = pdfium.child_at(element, number)
        if child:
            yield from _walk(child, (*way, number), home)
        elif home.tag is not None and (mark := pdfium.mark_id_at(element, number)) >= 0:
            yield mark, home.tag


def _step_into(element: int, way: Way, home: _Home) -> _Home:
    """Return where the walk is within ``element``; of nested tables the outermost counts."""
    kind = pdfium.read_type(element)
    if home.tag is not None:
        return _step_further(kind, way, home, home.tag)
    if kind == TABLE and home.table is None:
        return _Home(way)
    if kind == ROW and home.table is not None:
        return _Home(home.table, way)
    if kind in CELLS and home.table is not None and home.row is not None:
        rows, columns = _read_span(element, b"RowSpan"), _read_span(element, b"ColSpan")
        return _Home(home.table, home.row, Tag(home.table, home.row, way, rows, columns))
    return home


def _step_further(kind: str, way: Way, home: _Home, tag: Tag) -> _Home:
    """Return where in its cell the walk is: an item of a list is one paragraph with its sign."""
    if kind == ITEM or (kind in PARAGRAPHS and not home.is_in_list):
        return replace(home, tag=replace(tag, paragraph=way), is_in_list=kind == ITEM)
    return home


def _read_span(element: int, name: bytes) -> int:
    return int(min(MOST_SPAN, max(1.0, pdfium.read_attribute(element, name, 1.0))))
