"""What a run leaves behind, in a form that two runs can be held against each other by."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from roundbook.board import SHELF_NAME

LEFT_OUT = ("roundbook.lock", "roundbook.db", SHELF_NAME)
"""Of the ledger the rows count; what is kept to save time may come and go."""
KEPT_COPY = "as edited"
"""A workbook the ledger does not know is kept as a copy: one more than there need be is no loss."""


@dataclass(frozen=True)
class Result:
    """The bytes of all files but the ledger, of which the rows count."""

    parts: dict[str, object]

    def differences(self, other: Result) -> list[str]:
        """Return the names of what is not the same."""
        names = self.parts.keys() | other.parts.keys()
        return sorted(name for name in names if self.parts.get(name) != other.parts.get(name))


def read_result(board: Path, *, every: bool = False) -> Result:
    """Return what lies in the folder of ``board``, of copies of edited workbooks only if ``every`` file counts."""
    parts: dict[str, object] = {}
    for path in sorted(board.rglob("*")):
        name = path.relative_to(board).as_posix()
        if not path.is_file() or path.name.startswith(LEFT_OUT) or (KEPT_COPY in name and not every):
            continue
        parts[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return Result({**parts, **dict(_ledger_rows(board / "roundbook.db"))})


def _ledger_rows(path: Path) -> Iterator[tuple[str, object]]:
    if not path.is_file():
        return
    base = sqlite3.connect(path)
    tables = base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in tables:
        yield f"ledger: {table}", base.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()  # noqa: S608 - its own tables
    base.close()
