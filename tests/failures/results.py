"""What a run leaves behind, in a form that two runs can be held against each other by."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl

LEFT_OUT = {"roundbook.lock"}
KEPT_COPY = "as edited"
"""A workbook the ledger does not know is kept as a copy: one more than there need be is no loss."""


@dataclass(frozen=True)
class Result:
    """The cells of the workbooks, the rows of the ledger, and the bytes of all other files."""

    parts: dict[str, object]

    def differences(self, other: Result) -> list[str]:
        """Return the names of what is not the same."""
        names = self.parts.keys() | other.parts.keys()
        return sorted(name for name in names if self.parts.get(name) != other.parts.get(name))


def read_result(board: Path) -> Result:
    """Return what lies in the folder of ``board``; open files beside the ledger count as none."""
    parts: dict[str, object] = {}
    for path in sorted(board.rglob("*")):
        name = path.relative_to(board).as_posix()
        if not path.is_file() or path.name in LEFT_OUT or KEPT_COPY in name or path.name.startswith("roundbook.db"):
            continue
        parts[name] = dict(_cells(path)) if path.suffix == ".xlsx" else hashlib.sha256(path.read_bytes()).hexdigest()
    return Result({**parts, **dict(_ledger_rows(board / "roundbook.db"))})


def _cells(path: Path) -> Iterator[tuple[str, object]]:
    for sheet in openpyxl.load_workbook(path):
        for line in sheet.iter_rows():
            yield from ((f"{sheet.title}!{cell.coordinate}", cell.value) for cell in line if cell.value is not None)


def _ledger_rows(path: Path) -> Iterator[tuple[str, object]]:
    if not path.is_file():
        return
    base = sqlite3.connect(path)
    tables = base.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    for (table,) in tables:
        yield f"ledger: {table}", base.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall()  # noqa: S608 - its own tables
    base.close()
