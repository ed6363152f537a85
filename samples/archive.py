"""Packs a Word or Excel file afresh, so that the same words always make the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

WRITTEN = (2025, 1, 1, 0, 0, 0)
"""The time every member of every archive bears; the true one would make each writing differ."""
STAMP = re.compile(rb">\d{4}-\d\d-\d\dT[\d:.+]+Z?<")
PROPERTIES = "docProps/core.xml"


def repack(archive: bytes, date: str) -> bytes:
    """Return the zip archive with its members sorted and their times fixed, its properties dated ``date``."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in sorted(old.namelist()):
            new.writestr(_member(name), _undated(name, old.read(name), date), compresslevel=9)
    return packed.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, WRITTEN)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3  # the value differs between systems; 3 is Unix
    return member


def _undated(name: str, content: bytes, date: str) -> bytes:
    return STAMP.sub(f">{date}<".encode(), content) if name == PROPERTIES else content
