"""Strict packages (ECMA-376 part 1) use other namespaces than Transitional ones (part 4): one table between them."""

from __future__ import annotations

from ingest.readers.word.markup import Element

STRICT = "http://purl.oclc.org/ooxml/"
TRANSITIONAL = "http://schemas.openxmlformats.org/"

NAMESPACES: tuple[tuple[str, str], ...] = (
    ("wordprocessingml/main", "wordprocessingml/2006/main"),
    ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
    ("drawingml/picture", "drawingml/2006/picture"),
    ("drawingml/chart", "drawingml/2006/chart"),
    ("drawingml/diagram", "drawingml/2006/diagram"),
    ("drawingml/main", "drawingml/2006/main"),
    ("officeDocument/relationships", "officeDocument/2006/relationships"),
    ("officeDocument/math", "officeDocument/2006/math"),
)
"""Strict name, Transitional name, each below its own root."""


def is_strict(root: Element) -> bool:
    """Return whether the part below ``root`` uses Strict names."""
    return any(uri.startswith(STRICT) for uri in root.nsmap.values())


def to_transitional(data: bytes) -> bytes:
    """Return the UTF-8 XML in ``data`` with its namespaces renamed."""
    for strict, transitional in NAMESPACES:
        data = data.replace(f'"{STRICT}{strict}"'.encode(), f'"{TRANSITIONAL}{transitional}"'.encode())
    return data
