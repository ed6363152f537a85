"""A small invented board for the tests: a master list, returns as Word documents, and commands run in it."""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx import Document

from roundbook.cli import main

MASTER = (
    ("ID", "Agency", "Kind", "Number", "Recommendation"),
    ("HOU-1", "Housing", "IMR", "1", "Housing officers should receive training in recognising neglect of infants."),
    ("HOU-2", "Housing", "IMR", "2", "Tenancy visits should record every child seen in the household that day."),
    ("POL-1", "Police", "IMR", "1", "Officers attending domestic incidents should notify the health visitor at once."),
    ("POL-2", "Police", "IMR", "2", "Custody sergeants should ask each detained parent who is caring for the baby."),
)
TEXTS = {row[0]: row[4] for row in MASTER[1:]}

Rows = Sequence[tuple[str, str, str]]


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON
        return json.loads(self.out)


@dataclass(frozen=True)
class TestBoard:
    """A board folder, and the commands run in it."""

    __test__ = False

    folder: Path

    @property
    def inbox(self) -> Path:
        return self.folder / "inbox"

    def round(self, name: str) -> Path:
        return self.folder / "rounds" / name

    def send(self, name: str, agency: str, *rows: tuple[str, str]) -> Path:
        """Put a return in the inbox: rows of a recommendation's id, or other words, and the update."""
        return write_return(self.inbox / name, agency, *rows)

    def empty_inbox(self) -> None:
        for path in self.inbox.iterdir():
            path.unlink()

    def command(self, *arguments: str | Path) -> Said:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main([str(each) for each in arguments])
        return Said(code, out.getvalue(), err.getvalue())

    def run(self, name: str = "", *more: str) -> Said:
        return self.command("run", self.folder, *(("--round", name) if name else ()), *more)

    def run_json(self, name: str = "") -> Any:  # noqa: ANN401 - JSON
        return self.run(name, "--json").json

    def entries(self, name: str = "") -> dict[str, Any]:
        return {each["id"]: each for each in self.run_json(name)["entries"]}


def make_board(folder: Path) -> TestBoard:
    (folder / "inbox").mkdir(parents=True)
    with (folder / "master.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(MASTER)
    return TestBoard(folder)


def copy_board(board: TestBoard, folder: Path) -> TestBoard:
    return TestBoard(Path(shutil.copytree(board.folder, folder)))


def write_return(path: Path, agency: str, *rows: tuple[str, str]) -> Path:
    document = Document()
    document.add_paragraph(f"Agency: {agency}")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Recommendation", "Update"
    for recommendation, update in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = TEXTS.get(recommendation, recommendation), update
    document.save(str(path))
    return path


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below ``folder`` with its content, the lock aside."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "roundbook.lock"
    }
