"""Making a board folder: the inbox, a configuration to fill in, and a master list."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

from ingest.identify import Format, identify
from roundbook.board import Board
from roundbook.errors import NotWrittenError, UsageError
from roundbook.master import read_master
from roundbook.staging import Staging

if TYPE_CHECKING:
    from pathlib import Path

MASTER_COLUMNS = ("ID", "Agency", "Kind", "Number", "Recommendation", "Action", "Due", "Lead")
COLUMN_WIDTHS = (12, 24, 12, 10, 70, 50, 16, 24)
MASTER_FORMATS = {Format.XLSX: "master.xlsx", Format.CSV: "master.csv", Format.TEXT: "master.csv"}

CONFIG_TEMPLATE = """\
# What this board calls things. Everything may be left out; take away the "#" before a line to use it.

[board]
# name = "Northmere Safeguarding Partnership"
# review = "Child K"

# Each agency as the master list names it, and the other names and initials it goes by.
[agencies]
# "Children's Social Care" = ["CSC", "Children's Services"]

# More headings for a column:
# number, recommendation, kind, action, agency, lead, due, completed, update, status, rating, evidence, impact.
[headings]
# update = ["Position at end of quarter"]

# What a word, a letter or a colour means: red, amber, green or blue.
[ratings]
# "On track" = "green"
# "#92D050" = "green"
"""


def make_board(folder: Path, plan: Path | None) -> Board:
    """Make a board in ``folder``, with the master list from ``plan`` or an empty one to fill in.

    Raises ``UsageError`` where a board is there already or the plan cannot be used, ``NotWrittenError`` where the
    folder cannot be written. Nothing that is there is ever changed.
    """
    board = Board(folder)
    _check_free(board)
    master_name = _check_plan(plan) if plan else "master.xlsx"
    with Staging(folder) as staging:
        write_master = partial(shutil.copyfile, plan) if plan else write_empty_master
        staging.write(master_name, write_master)
        staging.write(board.config.name, lambda path: path.write_text(CONFIG_TEMPLATE, "utf-8"))
        _make_folder(board.inbox)
        staging.put_in_place()
    return board


def _check_free(board: Board) -> None:
    if board.folder.exists() and not board.folder.is_dir():
        raise UsageError(f"{board.folder}: is a file. Give the name of a folder.")
    there = [path for path in (*board.master_paths, board.config, board.ledger) if path.exists()]
    if there:
        raise UsageError(f"{board.folder}: is a board already; {there[0].name} is there, and was left as it is.")


def _check_plan(plan: Path) -> str:
    """Return what the master list made from ``plan`` will be called. Raises a ``RoundbookError``."""
    if not plan.is_file():
        raise UsageError(f"{plan}: there is no such file.")
    name = MASTER_FORMATS.get(identify(plan))
    if name is None:
        raise UsageError(
            f"{plan}: a master list cannot yet be drafted from this kind of file. Copy its table into an Excel "
            "workbook with a column for each of ID, Agency, Kind, Number and Recommendation, and give that."
        )
    read_master(plan)
    return name


def write_empty_master(path: Path) -> None:
    """Write a master list with its headings alone to ``path``."""
    from openpyxl import Workbook  # noqa: PLC0415 - not needed for a board made from a plan
    from openpyxl.styles import Font  # noqa: PLC0415 - as above
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    book = Workbook()
    sheet = book.active
    assert sheet is not None  # noqa: S101 - a new workbook has a sheet
    sheet.title = "Master list"
    for position, (heading, width) in enumerate(zip(MASTER_COLUMNS, COLUMN_WIDTHS, strict=True), start=1):
        sheet.cell(1, position, heading).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.freeze_panes = "A2"
    book.save(path)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise NotWrittenError(f"{folder}: cannot be made ({error.strerror}).") from error
