"""The .xlsx package itself: the same round gives the same bytes, and charts say in words what they show."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from lxml import etree
from openpyxl.writer.excel import ExcelWriter

from export.packaging import WRITTEN, entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike
    from zipfile import ZipInfo

    from openpyxl import Workbook

DRAWING, CHART = "xl/drawings/drawing", "xl/charts/chart"
FRAME_NAME = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}cNvPr"
NUMBER_FORMAT = "{http://schemas.openxmlformats.org/drawingml/2006/chart}numFmt"


class FixedPackage(ZipFile):
    """A zip file whose entries carry no time, and whose drawings carry a description each, in their order."""

    descriptions: Sequence[str] = ()

    def write(self, filename: str | PathLike[str], arcname: str | PathLike[str] | None = None) -> None:  # type: ignore[override]
        """Add a file under the name it is to have."""
        part = entry(str(arcname))
        # Known beforehand, the size keeps small files free of the ZIP64 fields that some programs refuse.
        part.file_size = Path(filename).stat().st_size
        with Path(filename).open("rb") as source, self.open(part, "w") as kept:
            shutil.copyfileobj(source, kept)

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: str | bytes) -> None:  # type: ignore[override]
        """Add text or bytes under the name they are to have."""
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        if name.startswith(DRAWING):
            description = self.descriptions[int(name.removeprefix(DRAWING).removesuffix(".xml")) - 1]
            data = _with_attribute(data, FRAME_NAME, "descr", description)
        elif name.startswith(CHART):
            data = _with_attribute(data, NUMBER_FORMAT, "sourceLinked", "0")
        super().writestr(entry(name), data)


def _with_attribute(part: str | bytes, tag: str, name: str, value: str) -> bytes:
    """Return a part of the package with an attribute that openpyxl has no way to write.

    These are a chart's words for those who cannot see it (``descr``, WCAG 2.2, 1.1.1), and that the format of its
    figures is its own (``sourceLinked``, ECMA-376 Part 1, 21.2.2.121).
    """
    root = etree.fromstring(part.encode() if isinstance(part, str) else part)
    for element in root.iter(tag):
        element.set(name, value)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def save(book: Workbook, path: Path, charts_in_words: Sequence[str]) -> None:
    """Write a workbook to ``path``, with what its charts show in words. Raises ``OSError``."""
    book.properties.created = book.properties.modified = WRITTEN
    with FixedPackage(path, "w", ZIP_DEFLATED) as package:
        package.descriptions = charts_in_words
        ExcelWriter(book, package).save()
