"""Small binary Excel workbooks (MS-XLSB), made record by record: no program but Excel writes them."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

BEGIN_BOOK, END_BOOK, BEGIN_SHEETS, END_SHEETS, SHEET = 131, 132, 143, 144, 156
BEGIN_SHEET, END_SHEET, EXTENT, BEGIN_CELLS, END_CELLS, ROW, TEXT_CELL = 129, 130, 148, 145, 146, 0, 6
"""Numbers of records (2.3.2)."""
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    '<Override PartName="/xl/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>'
)


def write_binary_workbook(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    """Write a workbook with one sheet of texts to ``path``."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", _relationship("officeDocument", "xl/workbook.bin"))
        package.writestr("xl/_rels/workbook.bin.rels", _relationship("worksheet", "sheet1.bin"))
        listed = _record(SHEET, struct.pack("<II", 0, 1) + _text("rId1") + _text("Plan"))
        package.writestr(
            "xl/workbook.bin",
            _record(BEGIN_BOOK) + _record(BEGIN_SHEETS) + listed + _record(END_SHEETS) + _record(END_BOOK),
        )
        package.writestr("xl/sheet1.bin", _sheet(rows))
    return path


def _sheet(rows: Sequence[Sequence[str]]) -> bytes:
    extent = _record(EXTENT, struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1))
    cells = b"".join(
        _record(ROW, struct.pack("<IIHBBBIII", at, 0, 300, 0, 0, 0, 1, 0, len(row) - 1))
        + b"".join(_record(TEXT_CELL, struct.pack("<II", col, 0) + _text(text)) for col, text in enumerate(row))
        for at, row in enumerate(rows)
    )
    return _record(BEGIN_SHEET) + extent + _record(BEGIN_CELLS) + cells + _record(END_CELLS) + _record(END_SHEET)


def _record(kind: int, data: bytes = b"") -> bytes:
    """Return a record; its number and its length take a byte for every seven bits (2.1.4)."""
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(data)]) + data


def _text(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _relationship(kind: str, target: str) -> str:
    entry = f'<Relationship Id="rId1" Type="{RELATED}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{entry}</Relationships>'
