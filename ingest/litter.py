"""Files that computers make for themselves and leave among documents."""

from __future__ import annotations

LITTER_NAMES = {".ds_store", "thumbs.db", "desktop.ini", "__macosx", ".gitkeep", "icon\r"}
LITTER_STARTS = ("~$", "~WR", "._", ".~lock.", ".")
"""Lock files of Word and LibreOffice, what Word keeps while it saves ("~WRL0003.tmp"), the shadows macOS leaves on
shared drives, and other hidden files."""
LITTER = "Ignored: the computer made this file for itself; it is not a document."


def is_litter(name: str) -> bool:
    """Tell whether a file of this name is one that the computer made for itself."""
    return name.lower() in LITTER_NAMES or name.startswith(LITTER_STARTS)
