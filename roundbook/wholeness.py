"""Whether an Office file just written is whole.

What writes worksheets buffers them, and passes over it in silence when the disk is full as it closes one: the workbook
then lacks the end of a sheet, and nothing but the file itself says so.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from xml.parsers import expat

from roundbook.errors import NotWrittenError

if TYPE_CHECKING:
    from pathlib import Path

PACKED = {".xlsx", ".docx"}
PART_SUFFIXES = (".xml", ".rels")
CHUNK_BYTES = 1 << 20


def check_whole(path: Path, final: Path) -> None:
    """Check that the file at ``path`` can be taken apart to its last part; other than Office files always can.

    Raises ``NotWrittenError`` about ``final``, which the file will be called.
    """
    if final.suffix not in PACKED:
        return
    try:
        with zipfile.ZipFile(path) as package:
            for name in package.namelist():
                if name.endswith(PART_SUFFIXES):
                    _parse(package, name)
    except (zipfile.BadZipFile, expat.ExpatError) as error:
        raise NotWrittenError(
            f"{final}: could not be written in full. See that the disk is not full, and run again; nothing was changed."
        ) from error


def _parse(package: zipfile.ZipFile, name: str) -> None:
    parser = expat.ParserCreate()
    with package.open(name) as part:
        while chunk := part.read(CHUNK_BYTES):
            parser.Parse(chunk, False)  # noqa: FBT003 - the library's
    parser.Parse(b"", True)  # noqa: FBT003 - the library's
