"""Where LibreOffice is on this computer, and which one it is."""

from __future__ import annotations

import shutil
from pathlib import Path

NAMES = ("soffice", "libreoffice")
USUAL_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
"""Where its own installer puts it on macOS and Windows, which do not add it to the path."""
ABOUT = "versionrc"
"""Where it keeps its version, beside the program (bootstrap files of LibreOffice, "versionrc")."""


def find_program() -> str | None:
    """Return the path of LibreOffice, or None where it is not installed."""
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    return on_path or next((place for place in USUAL_PLACES if Path(place).is_file()), None)


def find_version() -> str:
    """Return which LibreOffice is on this computer, in its own words; empty where there is none."""
    program = find_program()
    if program is None:
        return ""
    path = Path(program).resolve()
    about = path.with_name(ABOUT)
    if about.is_file():
        return about.read_text("utf-8", "replace")
    there = path.stat()
    return f"{path} {there.st_size} {there.st_mtime_ns}"
