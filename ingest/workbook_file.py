"""An Excel workbook opened for openpyxl, which knows the names of Transitional workbooks alone (ECMA-376 part 4)."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import IO

STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
"""How every name of a Strict workbook begins (part 1, annex A)."""
TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
BOOK = "xl/workbook.xml"
TEXT_PARTS = (".xml", ".rels", ".vml")


def open_workbook(path: Path) -> IO[bytes]:
    """Return the workbook at ``path`` opened, its names brought to Transitional; the caller closes it.

    Opened, because openpyxl refuses a workbook whose name ends otherwise. Raises ``OSError`` where it cannot be
    opened, and what ``zipfile`` raises where it is damaged.
    """
    with zipfile.ZipFile(path) as package:
        is_strict = BOOK in package.namelist() and STRICT.search(package.read(BOOK)) is not None
        return _renamed(package) if is_strict else path.open("rb")


def _renamed(package: zipfile.ZipFile) -> IO[bytes]:
    renamed = io.BytesIO()
    with zipfile.ZipFile(renamed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in package.namelist():
            data = package.read(name)
            target.writestr(name, STRICT.sub(TRANSITIONAL, data) if name.endswith(TEXT_PARTS) else data)
    renamed.seek(0)
    return renamed
