"""The .xlsx package itself: the same round gives the same bytes, and charts say in words what they show."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from openpyxl.writer.excel import ExcelWriter

if TYPE_CHECKING:
    from os import PathLike

    from openpyxl import Workbook

WRITTEN = datetime(2000, 1, 1)  # noqa: DTZ001 - Office properties carry no zone
"""No clock in a result: every workbook says it was made at the same time."""

ENTRY_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip file can say (APPNOTE 4.4.6)."""

DRAWING = "xl/drawings/drawing"
DRAWING_NAMESPACE = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


class FixedPackage(ZipFile):
    """A zip file whose entries carry no time, and whose drawings carry a description."""

    description = ""

    def write(self, filename: str | PathLike[str], arcname: str | PathLike[str] | None = None) -> None:  # type: ignore[override]
        """Add a file under the name it is to have."""
        with Path(filename).open("rb") as source, self.open(_entry(str(arcname)), "w", force_zip64=True) as kept:
            shutil.copyfileobj(source, kept)

    def writestr(self, zinfo_or_arcname: str | ZipInfo, data: str | bytes) -> None:  # type: ignore[override]
        """Add text or bytes under the name they are to have."""
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        if name.startswith(DRAWING):
            data = described(data, self.description)
        super().writestr(_entry(name), data)


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, ENTRY_DATE)
    entry.compress_type = ZIP_DEFLATED
    return entry


def described(drawing: str | bytes, description: str) -> bytes:
    """Return a drawing part with a text alternative on each of its charts (WCAG 2.2, 1.1.1)."""
    root = etree.fromstring(drawing.encode() if isinstance(drawing, str) else drawing)
    for frame in root.iter(f"{DRAWING_NAMESPACE}cNvPr"):
        frame.set("descr", description)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def save(book: Workbook, path: Path, chart_description: str) -> None:
    """Write a workbook to ``path``. Raises ``OSError``."""
    book.properties.created = book.properties.modified = WRITTEN
    with FixedPackage(path, "w", ZIP_DEFLATED) as package:
        package.description = chart_description
        ExcelWriter(book, package).save()
