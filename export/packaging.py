"""What the packages of all Office files written here have in common: no clock and no computer shows in them."""

from __future__ import annotations

from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipInfo

WRITTEN = datetime(2000, 1, 1)  # noqa: DTZ001 - Office properties carry no zone
"""Every file says it was made at the same time."""

ENTRY_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip file can say (APPNOTE 4.4.6)."""

UNIX = 3
"""What made an entry, by APPNOTE 4.4.2; the same whatever the computer."""


def entry(name: str) -> ZipInfo:
    """Return an entry of a package that says nothing of when and where it was made."""
    made = ZipInfo(name, ENTRY_DATE)
    made.compress_type = ZIP_DEFLATED
    made.create_system = UNIX
    return made
