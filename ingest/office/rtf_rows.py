r"""Rows of a rich text document that say twice which cells they have, mended before LibreOffice opens it.

Behind a table within a cell LibreOffice says once more which cells the row around it has (``\trowd``, Rich Text Format
1.9.1, "Table Definitions"), and when it opens such a file itself it takes the cells of both for those of the row. What
is said again in the same words adds nothing, and is left out.
"""

from __future__ import annotations

import re
from pathlib import Path

WITHIN = b"\\nestrow"
"""Only documents with tables within cells have such rows."""
TOKEN = re.compile(
    rb"(?P<within>\{\\\*\\nesttableprops[^{}]*\})"
    rb"|(?P<row>\\row(?![a-z]))"
    rb"|(?P<cells>\\trowd(?:\\(?!(?:pard|plain|intbl|row|cell|nestrow)(?![a-z]))[a-z]+-?\d*[ ]?|[\r\n])*)"
)
"""The cells of a row within are said in a group of their own, at its end."""


def mend_rows(path: Path) -> None:
    """Leave out of the document at ``path`` what rows say again of their cells."""
    data = path.read_bytes()
    if WITHIN in data:
        path.write_bytes(_without_repeats(data))


def _without_repeats(data: bytes) -> bytes:
    kept: list[bytes] = []
    at, said = 0, b""
    for found in TOKEN.finditer(data):
        if found["row"]:
            said = b""
        elif found["cells"] and found["cells"].split() == said.split():
            kept.append(data[at : found.start()])
            at = found.end()
        elif found["cells"]:
            said = found["cells"]
    return b"".join([*kept, data[at:]])
